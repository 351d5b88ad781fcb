// What is played, and what is kept of it.
import { Random } from "../../../test/support/client/random.ts";
import { membersFrom } from "../economy/coop.ts";
import { round, SEED } from "../economy/page.ts";
import { type BatchRow, batchOf, type Caught, catchParts, type Income, incomeOf } from "./after.ts";
import type { Strategy } from "./ring.ts";
import { REACHES, type Reach, search } from "./search.ts";

export const ATTESTERS = [10, 12, 20, 60, 100, 200, 300];
export const [LEAST_RING, MOST_RING] = [3, 30];
const EFFORT = { tries: 13, steps: 30 };
export const PARTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Rings whose records are caught. */
export const CAUGHT = [[3, 20], [10, 60], [20, 60], [10, 300], [30, 300]] as const;
export const INCOME_SIZES = [3, 5, 8, 11, 15, 20, 25, 30];
export const INCOMES = [60, 100, 300];
export const WORKS = [0.5, 1];

/** The most that was found for a ring of so many among so many who attest, as parts of the bound, and how it was played. */
export interface Row {
  readonly size: number;
  readonly attesters: number;
  readonly ratios: Record<Reach, number>;
  readonly strategies: Record<Reach, Strategy>;
}
export interface Results {
  readonly seed: number;
  readonly plays: number;
  readonly rows: readonly Row[];
  readonly caught: readonly Caught[];
  readonly incomes: readonly Income[];
  readonly batches: readonly BatchRow[];
}

/** Six places, never up: what is kept does not pass the bound by rounding. */
const down = (ratio: number): number => Math.floor(ratio * 1e6) / 1e6;

export function rowOf(size: number, attesters: number): Row {
  const random = new Random(SEED + 1_000 * attesters + size);
  const found = REACHES.map((reach) => [reach, search(size, attesters, reach, random, EFFORT)] as const);
  return {
    size,
    attesters,
    ratios: Object.fromEntries(found.map(([reach, { ratio }]) => [reach, down(ratio)])) as Record<Reach, number>,
    strategies: Object.fromEntries(found.map(([reach, { strategy }]) => [reach, strategy])) as Record<Reach, Strategy>,
  };
}

/** A ring is smaller than those who attest by one at least. */
export const sizesAmong = (attesters: number): number[] => membersFrom(LEAST_RING, Math.min(MOST_RING, attesters - 1) - LEAST_RING + 1);
export const PLAYS = REACHES.length * (7 + EFFORT.tries + EFFORT.steps);

export const findRow = (rows: readonly Row[], size: number, attesters: number): Row => {
  const row = rows.find((other) => other.size === size && other.attesters === attesters);
  if (!row) throw new Error(`${size} of ${attesters} was not played.`);
  return row;
};

export const caughtOf = (row: Row): Caught[] => catchParts(row.size, row.attesters, row.strategies.others, PARTS, SEED).map(({ left, answers, ...rest }) => ({ ...rest, left: round(left, 4), answers: round(answers, 2) }));
export function incomeRow(row: Row, work: number): Income {
  const { gain, loss, ...rest } = incomeOf(row.size, row.attesters, row.strategies.others, work);
  return { ...rest, gain: round(gain, 3), loss: round(loss, 4) };
}

/** Plays everything; `say` is told of each part. */
export function playAll(say: (part: string) => void = () => {}): Results {
  const rows = ATTESTERS.flatMap((attesters) => {
    const some = sizesAmong(attesters).map((size) => rowOf(size, attesters));
    say(`among ${attesters}: ${some.length} rings, at most ${Math.max(...some.flatMap(({ ratios }) => Object.values(ratios)))} of the bound`);
    return some;
  });
  const caught = CAUGHT.flatMap(([size, attesters]) => caughtOf(findRow(rows, size, attesters)));
  say(`caught: ${caught.length}`);
  const incomes = WORKS.flatMap((work) => INCOMES.flatMap((attesters) => INCOME_SIZES.map((size) => incomeRow(findRow(rows, size, attesters), work))));
  say(`incomes: ${incomes.length}`);
  return { seed: SEED, plays: rows.length * PLAYS, rows, caught, incomes, batches: ATTESTERS.map(batchOf) };
}
