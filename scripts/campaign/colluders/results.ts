// Which cases are played, and what is kept of them.
import { besiege, type Case, type Outcome, QUARTER_DAYS, UNOPPOSED } from "./siege.ts";

export const SEED = 20_260_105;
/** In so many courses of chance must a share of puppets found be enough. */
export const COURSES = 3;

export type Start = readonly [colluders: number, seated: number];
/** A case, as far as it differs from one in which nobody else does anything. */
export type Given = Partial<Omit<Case, "seated" | "colluders">>;
export interface Row extends Omit<Outcome, "parts"> {
  readonly start: Start;
  readonly given: Given;
}
/** The fewest puppets of a hundred that must be found in an epoch so that colluders never have half the seats; null: all are too few. */
export interface Least {
  readonly start: Start;
  readonly given: Given;
  readonly found: number | null;
}
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}
export interface Results {
  readonly seed: number;
  readonly alone: readonly Row[];
  readonly unopposed: readonly Row[];
  readonly numbers: readonly Row[];
  readonly newcomers: readonly Row[];
  readonly watched: readonly Row[];
  readonly least: readonly Least[];
  /** Where a tenth collude, and every puppet is found and expelled with its sponsors as fast as may be. */
  readonly tenths: readonly Row[];
  /** Quarters until half, by the percent of the seats at the start. */
  readonly curves: readonly Line[];
  /** Percent of the seats, by quarters. */
  readonly paths: readonly Line[];
}

export const ALONE: readonly Start[] = [[1, 3], [1, 30], [1, 1_000]];
export const UNOPPOSED_STARTS: readonly Start[] = [[2, 5], [2, 9], [2, 20], [3, 30], [5, 50], [2, 100], [5, 100], [10, 100], [2, 300], [10, 300], [30, 300], [2, 1_000], [5, 1_000], [10, 1_000], [50, 1_000], [100, 1_000]];
/** Two of nine; then a tenth, a twentieth and a fiftieth or less of the seats. */
export const STARTS: readonly Start[] = [[2, 9], [3, 30], [10, 100], [100, 1_000], [5, 100], [50, 1_000], [2, 100], [10, 1_000]];
export const TENTHS: readonly Start[] = [[2, 20], [3, 30], [4, 40], [5, 50], [6, 60], [8, 80], [10, 100], [15, 150], [30, 300], [100, 1_000]];
export const ALL_FOUND: Given = { found: 100, sponsorsToo: true };
export const PERCENTS = [5, 10, 20];
export const VOUCHES = [1, 3, 5];
export const NEWCOMERS = [2, 5, 10, 15];
export const ORDERS: readonly Given[] = [{ order: "spread" }, { order: "spread", named: true }, { order: "turns" }, { order: "turns", named: true }, { order: "first" }];
export const FOUND = [2, 5, 10, 15, 20, 30, 40, 60, 80, 100];
export const WATCHED = [5, 10, 20, 40, 100];
/** Numbers and rules under which puppets are sought. */
export const RULES: readonly Given[] = [{}, { vouches: 1 }, { joinPercent: 5 }, { joinPercent: 5, vouches: 1 }, { joinPercent: 20, vouches: 5 }, { limited: false }, { turnout: 40 }, { joinPercent: 5, vouches: 1, turnout: 40 }];
const CURVE = { sizes: [10, 30, 100, 300, 1_000], percents: [0.2, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 35, 40, 45, 50] };
const PATHS: readonly (readonly [string, Given])[] = [
  ["nobody does anything", {}],
  ["others join, in turns", { newcomers: 10, order: "turns" }],
  ["20 % found", { found: 20 }],
  ["20 % found, sponsors too", { found: 20, sponsorsToo: true }],
  ["40 % found", { found: 40 }],
  ["10 % found, at 5 % and 1", { joinPercent: 5, vouches: 1, found: 10 }],
];
export const PATH_START: Start = [10, 1_000];
export const PATH_QUARTERS = 48;

const play = ([colluders, seated]: Start, given: Given, seed = SEED): Outcome => besiege({ ...UNOPPOSED, ...given, seated, colluders }, seed);

export function rowOf(start: Start, given: Given = {}): Row {
  const { parts: _, ...outcome } = play(start, given);
  return { start, given, ...outcome };
}

/** Looked for by halving: if so many are enough, more are taken to be. */
export function leastOf(start: Start, given: Given): Least {
  const holds = (found: number): boolean => Array.from({ length: COURSES }, (_, course) => course).every((course) => play(start, { ...given, found }, SEED + course).half === null);
  let [low, high] = [0, FOUND.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(FOUND[middle]!)) high = middle;
    else low = middle + 1;
  }
  return { start, given, found: FOUND[low] ?? null };
}

function curveOf(size: number): Line {
  const counts = [...new Set(CURVE.percents.map((percent) => Math.round((percent / 100) * size)))].filter((count) => count >= 2 && count * 2 <= size);
  const points = counts.map((count) => [Math.round((count / size) * 1_000) / 10, quarters(play([count, size], {}).half!)] as const);
  return { name: `${size.toLocaleString("en-US")} seated`, points };
}

/** Up to the end of the run, or to where the picture ends. */
function pathOf([name, given]: readonly [string, Given]): Line {
  const { parts, half, seated, colluders } = play(PATH_START, given);
  const points = parts.slice(0, PATH_QUARTERS + 1).map((part, quarter) => [quarter, part] as const);
  const end = half !== null && half <= PATH_QUARTERS * QUARTER_DAYS ? [[quarters(half), Math.round((colluders / seated) * 1_000) / 10] as const] : [];
  return { name, points: [...points, ...end] };
}

/** Days in quarters, to a tenth. */
export const quarters = (days: number): number => Math.round((days / QUARTER_DAYS) * 10) / 10;

/** Plays everything; `say` is told of each part. */
export function playAll(say: (part: string) => void = () => {}): Results {
  const across = (starts: readonly Start[], givens: readonly Given[], part: string): Row[] => {
    const rows = givens.flatMap((given) => starts.map((start) => rowOf(start, given)));
    say(`${part}: ${rows.length} cases`);
    return rows;
  };
  return {
    seed: SEED,
    alone: across(ALONE, [{}, { deceived: true }], "one alone"),
    unopposed: across(UNOPPOSED_STARTS, [{}], "unopposed"),
    numbers: across(STARTS, PERCENTS.flatMap((joinPercent) => VOUCHES.map((vouches) => ({ joinPercent, vouches }))), "numbers"),
    newcomers: across([[3, 30], [10, 100], [10, 1_000]], NEWCOMERS.flatMap((newcomers) => ORDERS.map((order) => ({ newcomers, ...order }))), "newcomers"),
    watched: across(STARTS, WATCHED.flatMap((found) => [{ found }, { found, sponsorsToo: true }]), "watched"),
    least: RULES.flatMap((rules) => [rules, { ...rules, sponsorsToo: true }]).flatMap((given) => STARTS.map((start) => leastOf(start, given))),
    tenths: across(TENTHS, [ALL_FOUND], "a tenth, and all found"),
    curves: CURVE.sizes.map(curveOf),
    paths: PATHS.map(pathOf),
  };
}
