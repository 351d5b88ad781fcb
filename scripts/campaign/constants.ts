// What the constants of work do, and what others would: the factor of a budget, the limit between pairs, the answers by size, the stop, the window.
import { Random } from "../../test/support/client/random.ts";
import { drawLines } from "./draw/chart.ts";
import { BUDGET, type Constants, foundCoop, membersFrom, PROJECT } from "./economy/coop.ts";
import { workHonestly } from "./economy/honest.ts";
import { asJson, percent, round, type Says, save, SEED, table } from "./economy/page.ts";
import { firstOf } from "./first-epoch.ts";
import { rowOf as floodOf } from "./flooding.ts";
import { boundOf } from "./rings/ring.ts";
import { type Reach, search } from "./rings/search.ts";

export const ATTESTERS = 60;
export const FACTORS = [5, 7.5, 10];
export const TURNOUTS = [30, 40, 50, 60, 70, 80, 100];
/** The part of a budget that a pair may spend: all, a third, a fifth, a tenth. */
export const PAIRS = [0, 3, 5, 10];
export const PAIR_RINGS = [3, 5, 8, 11];
export const TIERS: readonly (readonly [number, number, number])[] = [[2, 2, 2], [2, 3, 5], [3, 3, 3], [5, 5, 5], [3, 5, 7]];
export const TIER_RINGS = [2, 3, 4, 5];
export const STOPS = [5, 10, 15, 20, 25];
export const CROWDS = [5, 10, 20, 60];
export const WINDOWS = [3, 4, 5, 6, 7];

export interface Results {
  readonly seed: number;
  /** Honest work of a whole budget that sealed, by the percent of attesters who answer; what 10 of 60 extract with all help, in parts of B. */
  readonly factors: readonly { readonly factor: number; readonly ring: number; readonly sealed: readonly number[] }[];
  /** What rings extract alone and with friends who record, in parts of B; how many must attest somebody who did 5 % of B; honest work that sealed if 70 of a hundred answer. */
  readonly pairs: readonly { readonly pair: number; readonly alone: readonly number[]; readonly friends: readonly number[]; readonly needed: number; readonly sealed: number }[];
  /** What rings extract with friends, and with all help, in parts of B; answers to a whole budget of honest work, four records each. */
  readonly tiers: readonly { readonly tiers: readonly number[]; readonly friends: readonly number[]; readonly others: readonly number[]; readonly answers: number }[];
  /** What three founders count for at most; honest work that the stop cuts, where the second does half of what the first does, the third a third, by how many there are. */
  readonly stops: readonly { readonly stop: number; readonly founders: number; readonly cut: readonly number[] }[];
  /** What is left of a flood of 74 false records, looked at by two a day. */
  readonly windows: readonly { readonly window: number; readonly left: number }[];
}

/** In parts of B: the best of some known ways and of a short search. */
function extracted(size: number, reach: Reach, constants: Constants): number {
  const { ratio } = search(size, ATTESTERS, reach, new Random(SEED + size), { tries: 4, steps: 6, constants });
  return Math.floor(((ratio * boundOf(size, ATTESTERS, constants.factor)) / Number(BUDGET)) * 1e4) / 1e4;
}

/** All work alike, for the whole budget; so many of a hundred answer. */
function honestEpoch(constants: Constants, turnout: number, pieces: number): { sealed: number; answers: number } {
  const work = foundCoop(ATTESTERS, 0, constants);
  const answering = membersFrom(1, Math.round((ATTESTERS * turnout) / 100));
  let [sealed, answers] = [0, 0];
  // The first piece of each, then the second, so that whoever comes last is not the only one to lose.
  for (let piece = 0; piece < pieces; piece++) for (const member of membersFrom(1, ATTESTERS)) {
    const done = workHonestly(work, member, Math.floor(Number(BUDGET) / ATTESTERS / pieces), answering);
    sealed += done.sealed;
    answers += done.answers;
  }
  return { sealed: round(sealed / Number(BUDGET), 3), answers };
}

/** How many different ones attest somebody who did 5 % of B. */
function attestersOf(pairPart: number): number {
  const work = foundCoop(ATTESTERS, 1, { pairPart });
  const value = Number(BUDGET) / 20;
  for (let count = 1; count <= ATTESTERS; count++) if (BigInt(count) * work.spending.most(PROJECT) >= 5n * BigInt(value)) return Math.max(5, count);
  return Infinity;
}

/** What counts of the work of some, of whom the second does half of what the first does, the third a third; together a whole budget. */
function cutOf(stop: number, crowd: number): number {
  const whole = membersFrom(1, crowd).reduce((sum, rank) => sum + 1 / rank, 0);
  const work = foundCoop(ATTESTERS, crowd, { stop, pairPart: 0 });
  for (const rank of membersFrom(1, crowd)) workHonestly(work, ATTESTERS + rank, Math.floor(Number(BUDGET) / rank / whole), membersFrom(1, ATTESTERS));
  const { epoch } = work.clock;
  const claimed = work.claims.valuedIn(PROJECT, epoch).reduce((sum, { value }) => sum + Number(value), 0);
  return round(1 - Number(work.credits.sums(PROJECT, epoch).direct) / claimed, 3);
}

export function playAll(say: (part: string) => void = () => {}): Results {
  const told = <T>(part: string, rows: T): T => {
    say(part);
    return rows;
  };
  return {
    seed: SEED,
    factors: told("factors", FACTORS.map((factor) => ({ factor, ring: extracted(10, "others", { factor }), sealed: TURNOUTS.map((turnout) => honestEpoch({ factor }, turnout, 2).sealed) }))),
    pairs: told("pairs", PAIRS.map((pair) => ({ pair, alone: PAIR_RINGS.map((size) => extracted(size, "alone", { pairPart: pair })), friends: PAIR_RINGS.map((size) => extracted(size, "friends", { pairPart: pair })), needed: attestersOf(pair), sealed: honestEpoch({ pairPart: pair }, 70, 2).sealed }))),
    tiers: told("tiers", TIERS.map((tiers) => ({ tiers, friends: TIER_RINGS.map((size) => extracted(size, "friends", { tiers: [...tiers] as [number, number, number] })), others: TIER_RINGS.map((size) => extracted(size, "others", { tiers: [...tiers] as [number, number, number] })), answers: honestEpoch({ tiers: [...tiers] as [number, number, number] }, 100, 4).answers }))),
    stops: told("stops", STOPS.map((stop) => ({ stop, founders: firstOf(3, stop).counts, cut: CROWDS.map((crowd) => cutOf(stop, crowd)) }))),
    windows: told("windows", WINDOWS.map((window) => ({ window, left: floodOf(true, 0.2, 2, window).left }))),
  };
}

const factorOf = ({ factors }: Results, factor: number): Results["factors"][number] => factors.find((row) => row.factor === factor)!;
const pairOf = ({ pairs }: Results, pair: number): Results["pairs"][number] => pairs.find((row) => row.pair === pair)!;
const tierOf = ({ tiers }: Results, name: string): Results["tiers"][number] => tiers.find((row) => String(row.tiers) === name)!;

export const SAYS: readonly Says<Results>[] = [
  { says: "at 7.5 seven of ten must answer for a full budget, at 5 all, at 10 half", holds: (results) => sealedAt(factorOf(results, 7.5), 70) > 0.97 && sealedAt(factorOf(results, 7.5), 60) < 0.95 && sealedAt(factorOf(results, 5), 80) < 0.85 && sealedAt(factorOf(results, 10), 50) > 0.95 },
  { says: "what a ring extracts grows with the factor", holds: ({ factors }) => factors.every(({ factor, ring }) => ring <= (factor / 3) * (10 / ATTESTERS) + 1e-6 && ring >= 0.9 * (factor / 3) * (10 / ATTESTERS)) },
  { says: "without a limit between pairs eight who agree take alone what they take with friends, as with a third they nearly do, and with a fifth five take four tenths of it or less", holds: (results) => pairOf(results, 0).alone[2]! > 0.95 * pairOf(results, 5).friends[2]! && pairOf(results, 5).alone[1]! <= 0.41 * pairOf(results, 5).friends[1]! },
  { says: "where most answers are two, two friends take what five take together with others at 2, 3, 5", holds: (results) => tierOf(results, "2,2,2").friends[0]! > 3 * tierOf(results, "2,3,5").friends[0]! },
  { says: "a lower stop cuts more honest work", holds: ({ stops }) => stops.every(({ cut }, place) => place === 0 || cut.every((part, crowd) => part <= stops[place - 1]!.cut[crowd]! + 1e-9)) },
  { says: "a longer window leaves less of a flood", holds: ({ windows }) => windows.every(({ left }, place) => place === 0 || left <= windows[place - 1]!.left) },
];
const sealedAt = ({ sealed }: Results["factors"][number], turnout: number): number => sealed[TURNOUTS.indexOf(turnout)]!;
const PAIR_NAMES: Record<number, string> = { 0: "no limit", 3: "a third", 5: "**a fifth**", 10: "a tenth" };
const bold = (value: string | number, chosen: boolean): string => (chosen ? `**${value}**` : String(value));

const budgetSections = ({ seed, factors, pairs }: Results): string => `# The constants of work

\`npm run campaign -- constants\` (seed ${seed}). Each constant is varied alone in the [model of work](../../test/support/model/work.ts), the others as they are. ${ATTESTERS} attest. What rings extract is the best of some known ways and a
short search ([rings](rings.md)), in parts of B. In bold what is chosen; [why](../decisions/numbers-of-the-economy.md).

## The factor of a budget

An attester's budget is a factor times B / M. Honest work of a whole budget, two records each; the part of it that seals if so many of a hundred attesters answer, each as much as he may. Beside it what 10 of ${ATTESTERS} extract with all help.

${table(["factor", ...TURNOUTS.map((turnout) => `${turnout} % answer`), "a ring of 10"], factors.map(({ factor, ring, sealed }) => [bold(factor, factor === 7.5), ...sealed.map((part) => percent(part, 0)), round(ring, 3)]))}

![Honest work that seals, by the part of attesters who answer](constants.svg)

With 5, everybody would have to answer to the last unit; with 10, half are enough and a ring has a third more. 7.5 leaves room for three of ten to be away.

## The limit between pairs

${table(["a pair may spend", ...PAIR_RINGS.map((size) => `${size} alone`), ...PAIR_RINGS.map((size) => `${size} with friends`), "attest 5 % of B", "seals, 70 % answer"], pairs.map(({ pair, alone, friends, needed, sealed }) => [PAIR_NAMES[pair]!, ...alone.map((part) => round(part, 3)), ...friends.map((part) => round(part, 3)), needed, percent(sealed, 0)]))}

It makes a ring of few need friends who record, and an honest member who did much need many attesters ("attest 5 % of B": so many different ones at least). A tenth would ask an honest member with 5 % of B for
${pairs.at(-1)!.needed} of ${ATTESTERS}; a third hardly holds five or eight who agree alone.
`;

const boundSections = ({ tiers, stops, windows }: Results): string => `## Answers by size

Up to 0.1 % of B, up to 1 %, above; in parts of B, and answers that a whole budget of honest work takes, four records each.

${table(["answers", ...TIER_RINGS.map((size) => `${size} with friends`), ...TIER_RINGS.map((size) => `${size} with all help`), "honest answers"], tiers.map(({ tiers: list, friends, others, answers }) => [bold(list.join(", "), String(list) === "2,3,5"), ...friends.map((part) => round(part, 4)), ...others.map((part) => round(part, 4)), answers]))}

Two answers always would halve honest members' work and hold a ring to 1.5 · k / M · B, for none of its answers could be another's. But **two friends would then take all that their budgets pay for**, four times what they
take alone at 2, 3, 5; and whoever deceives one needs nobody else. Five always, or 3, 5, 7, ask honest members for a quarter or a half more answers, nearly all of it for small records, and hold five who agree no better.

## The stop

What three founders count for in their first epoch, alone; and honest work of a whole budget that the stop cuts, where the second does half of what the first does, the third a third, and so on.

${table(["stop", "three founders", ...CROWDS.map((crowd) => `cut among ${crowd}`)], stops.map(({ stop, founders, cut }) => [bold(`${stop} %`, stop === 15), percent(founders, 0), ...cut.map((part) => percent(part))]))}

Three founders attest no more than 15 % of B each, whatever the stop: at 15 % both bounds meet, and a higher stop gives them nothing. What is cut is not lost: others' parts of the epoch grow by it, if B was used up.
Uneven work among five is cut at any stop that a vote may set; it should choose a B that is larger than its work ([the first epoch](first-epoch.md)), and then no one reaches the stop.

## The window

What is left of a flood of 74 false records in the last hour, if each honest attester looks at two a day ([flooding](flooding.md)):

${table(["window", ...windows.map(({ window }) => bold(`${window} days`, window === 7))], [["left", ...windows.map(({ left }) => percent(left))]])}

Seven days and a second round of 21 are an epoch, so that nothing longer fits.
`;

export const writePage = (results: Results): string => `${budgetSections(results)}\n${boundSections(results)}`;

/** Every file of the results, by name. */
export function writeResults(results: Results): Record<string, string> {
  const lines = results.factors.map(({ factor, sealed }) => ({ name: `factor ${factor}`, dashed: factor !== 7.5, points: sealed.map((part, place) => [TURNOUTS[place]!, part * 100] as const) }));
  return {
    "constants.json": asJson(results),
    "constants.md": writePage(results),
    "constants.svg": drawLines("Honest work of a whole budget that seals", { title: "of attesters answer", end: 100, step: 20, unit: " %" }, { title: "seals", end: 100, step: 20, unit: " %" }, lines),
  };
}

/** Runs the campaign and writes its results. Throws where the page would say what the numbers do not. */
export async function run(): Promise<void> {
  save(
    playAll((part) => console.log(part)),
    SAYS,
    writeResults,
  );
}
