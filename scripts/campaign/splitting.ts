// One person's work in one record or in a hundred, alone or over friends: does it ever bring more credit, and what does it cost?
import type { Work } from "../../test/support/model/work.ts";
import { drawLines } from "./draw/chart.ts";
import { BUDGET, foundCoop, membersFrom, PROJECT } from "./economy/coop.ts";
import { workHonestly } from "./economy/honest.ts";
import { asJson, number, percent, round, type Says, save, table } from "./economy/page.ts";

export const ATTESTERS = 60;
/** What was done, in parts of B; in how many records it is told; over how many people, the one who did it among them. */
export const WORKS = [0.001, 0.005, 0.02, 0.1, 0.3];
export const PIECES = [1, 2, 5, 10, 20, 50, 100];
export const PEOPLE = [1, 2, 3, 7];
const MOST_FRIENDS = 6;

export interface Row {
  readonly work: number;
  readonly pieces: number;
  readonly people: number;
  /** As it came out: records, answers, what answers took of budgets and what counts, in parts of B. */
  readonly records: number;
  readonly answers: number;
  readonly spent: number;
  readonly credit: number;
  /** Credit in micro-units against the same people's in one record each, or in as few as can be attested. */
  readonly gain: number;
}
export interface Results {
  readonly attesters: number;
  readonly largest: readonly { readonly attesters: number; readonly part: number }[];
  readonly rows: readonly Row[];
}

/** Plays it: each of the people tells an equal part. */
function tell(work: number, pieces: number, people: number): { coop: Work; records: number; answers: number; tellers: number[] } {
  const coop = foundCoop(ATTESTERS, MOST_FRIENDS + 1);
  const tellers = membersFrom(ATTESTERS + 1, people);
  const value = Math.floor((work * Number(BUDGET)) / people);
  const done = tellers.map((teller) => workHonestly(coop, teller, value, membersFrom(1, ATTESTERS), Math.ceil(pieces / people)));
  const sum = (pick: (one: (typeof done)[number]) => number): number => done.reduce((total, one) => total + pick(one), 0);
  return { coop, records: sum(({ records }) => records), answers: sum(({ answers }) => answers), tellers };
}
const creditOf = (coop: Work, tellers: readonly number[]): bigint => tellers.reduce((sum, teller) => sum + coop.credits.of(PROJECT, coop.clock.epoch, teller), 0n);

export function rowOf(work: number, pieces: number, people: number): Row {
  const { coop, records, answers, tellers } = tell(work, pieces, people);
  const whole = tell(work, 1, people);
  const [credit, before] = [creditOf(coop, tellers), creditOf(whole.coop, whole.tellers)];
  const spent = membersFrom(1, ATTESTERS).reduce((sum, member) => sum + coop.spending.spentBy(PROJECT, member), 0n);
  const parts = (value: bigint): number => round(Number(value) / Number(BUDGET), 6);
  return { work, pieces, people, records, answers, spent: parts(spent), credit: parts(credit), gain: Number(credit - before) };
}

/** The largest record that can be attested: a fifth of a budget for each of five answers. */
function largestAmong(attesters: number): { attesters: number; part: number } {
  let [low, high] = [0, Number(BUDGET)];
  while (low < high) {
    const value = Math.ceil((low + high) / 2);
    const { sealed, records } = workHonestly(foundCoop(attesters, 1), attesters + 1, value, membersFrom(1, attesters));
    if (sealed === value && records === 1) low = value;
    else high = value - 1;
  }
  return { attesters, part: round(low / Number(BUDGET), 5) };
}

export const playAll = (): Results => ({
  attesters: ATTESTERS,
  largest: [10, 12, 20, 60, 100, 300].map(largestAmong),
  rows: WORKS.flatMap((work) => PEOPLE.flatMap((people) => PIECES.filter((pieces) => pieces >= people || pieces === 1).map((pieces) => rowOf(work, pieces, people)))),
});

const find = (rows: readonly Row[], work: number, people: number, pieces: number): Row => rows.find((row) => row.work === work && row.people === people && row.pieces === pieces)!;
const alone = (rows: readonly Row[], work: number): Row[] => rows.filter((row) => row.work === work && row.people === 1);

export const SAYS: readonly Says<Results>[] = [
  { says: "splitting never gains a micro-unit", holds: ({ rows }) => rows.every(({ gain }) => gain <= 0) },
  { says: "it never takes fewer answers", holds: ({ rows }) => WORKS.every((work) => alone(rows, work).every(({ answers }, place, all) => place === 0 || answers >= all[place - 1]!.answers)) },
  { says: "answers take five times the value, whatever the pieces", holds: ({ rows }) => rows.filter(({ work }) => work < 0.3).every(({ spent, work }) => Math.abs(spent - 5 * work) < 1e-5) },
  { says: "over friends it saves answers, and credit only above the stop", holds: ({ rows }) => rows.every(({ work, people, credit }) => credit <= work + 1e-9 && (work > 0.15 || Math.abs(credit - work) < 1e-6) && (people > 1 || credit <= 0.15)) },
];

export function writePage({ largest, rows }: Results): string {
  const cell = (work: number, people: number, pieces: number, pick: (row: Row) => number | string): string | number => {
    const row = find(rows, work, people, pieces);
    return row ? pick(row) : "";
  };
  return `# One work in many records

\`npm run campaign -- splitting\` (nothing by chance). Somebody's work of an epoch, from 0.1 % to 30 % of B, told in 1 to 100 records of one size, by the one who did it or by as many as seven, who
divide it; ${ATTESTERS} attest honestly, those with most budget left first. Where one record is more than anyone can attest, it is told in as few as can be.

**Splitting gains nothing: in ${number(rows.length)} cases not one micro-unit.** It costs answers, and never budget: an answer among n takes 5/n of the value, so that all together take five times the value
in any pieces.

## Answers that it takes

Told by one:

${table(["work, of B", ...PIECES.map((pieces) => `${pieces} ${pieces === 1 ? "record" : "records"}`)], WORKS.map((work) => [percent(work), ...PIECES.map((pieces) => cell(work, 1, pieces, ({ records, answers }) => (records === pieces ? answers : `${answers} (${records})`)))]))}

In brackets the records that it came to, where so few were more than could be attested. The first tenth of a percent asks for two answers a record, up to one percent for three,
beyond for five, by the running total: who splits pays in others' time.

Told by several, in 20 records:

${table(["work, of B", ...PEOPLE.map((people) => `${people} ${people === 1 ? "person" : "people"}`)], WORKS.map((work) => [percent(work), ...PEOPLE.map((people) => cell(work, people, 20, ({ answers, credit }) => `${answers} answers, ${percent(credit)}`))]))}

Over friends a work takes fewer answers, for each has small totals of his own. It brings no more credit, but for one case: **above the stop of 15 %**. Who did 30 % of B alone counts for 15 %, and
with a friend who lends his name for 30 %. That is a false record like any other, on which five attesters must be wrong; it takes from nobody what a ring could not take, and the bound for rings holds
for it.

![Answers that one work takes, by the number of records](splitting.svg)

## The largest record

What can be attested at once, since nobody spends more than a fifth of a budget for one person from twelve attesters on:

${table(["attest", ...largest.map(({ attesters }) => String(attesters))], [["of B", ...largest.map(({ part }) => percent(part, 2))]])}

Whoever did more has to split, and loses nothing by it: in a project of ${largest.at(-1)!.attesters} the first record is ${percent(largest.at(-1)!.part, 2)} of B at most, ${Math.round(0.15 / largest.at(-1)!.part)} times less than the stop would allow.
`;
}

/** Every file of the results, by name. */
export function writeResults(results: Results): Record<string, string> {
  const lines = WORKS.map((work) => ({ name: `${percent(work)} of B`, points: alone(results.rows, work).filter(({ records, pieces }) => records === pieces).map(({ pieces, answers }) => [pieces, answers] as const) })).filter(({ points }) => points.length > 1);
  return {
    "splitting.json": asJson(results),
    "splitting.md": writePage(results),
    "splitting.svg": drawLines("Answers that one person's work takes", { title: "records", end: 100, step: 20, unit: "" }, { title: "answers", end: 500, step: 100, unit: "" }, lines),
  };
}

/** Runs the campaign and writes its results. Throws where the page would say what the numbers do not. */
export async function run(): Promise<void> {
  save(playAll(), SAYS, writeResults);
}
