// What the results say, in words, tables and pictures. Nothing here but what was measured.
import { drawLines, type Line } from "../draw/chart.ts";
import { number, percent, round, type Says, table } from "../economy/page.ts";
import { ATTESTERS, CAUGHT, findRow, INCOME_SIZES, INCOMES, PARTS, type Results, type Row, sizesAmong, WORKS } from "./results.ts";
import { REACHES, type Reach } from "./search.ts";

const NAMES: Record<Reach, string> = { alone: "alone", friends: "with friends who record", dupe: "and one who is deceived", others: "and others who answer nothing" };
const most = (rows: readonly Row[], reach: Reach): number => Math.max(...rows.map(({ ratios }) => ratios[reach]));
const among = (rows: readonly Row[], attesters: number): readonly Row[] => rows.filter((row) => row.attesters === attesters);

export const SAYS: readonly Says<Results>[] = [
  { says: "a row stands for every ring", holds: ({ rows }) => rows.length === ATTESTERS.reduce((sum, attesters) => sum + sizesAmong(attesters).length, 0) },
  { says: "no ring passes the bound", holds: ({ rows }) => rows.every(({ ratios }) => REACHES.every((reach) => ratios[reach] <= 1)) },
  { says: "the bound is reached, in small projects and in large ones", holds: ({ rows }) => [10, 60, 100].every((attesters) => most(among(rows, attesters), "others") === 1) },
  { says: "from twelve who attest on a ring of fewer than eleven has a tenth of 0.6 for each one but the first at most, where nobody else takes part", holds: ({ rows }) => rows.every(({ size, attesters, ratios }) => attesters < 12 || size > 10 || ratios.alone <= 0.6 * ((size - 1) / 10) + 1e-6) },
  { says: "no ring has more than six tenths of the bound while no other attester answers its records", holds: ({ rows }) => rows.every(({ ratios }) => ratios.alone <= 0.6 && ratios.friends <= 0.6) },
  { says: "one who is deceived adds less than a fifth of the bound, from five on", holds: ({ rows }) => rows.filter(({ size }) => size >= 5).every(({ ratios }) => ratios.dupe - ratios.friends < 0.2) },
  { says: "whoever finds all leaves nothing, where the ring is not near half of those who attest", holds: ({ caught }) => caught.filter(({ part, size, attesters }) => part === 1 && size * 3 < attesters).every(({ left }) => left === 0) },
  { says: "what is left falls with what is found", holds: ({ caught }) => CAUGHT.every(([size, attesters]) => PARTS.slice(1).every((part, place) => caughtIn(caught, size, attesters, part).left <= caughtIn(caught, size, attesters, PARTS[place]!).left + 0.05)) },
  { says: "one of a ring of fewer than half has five times what another has whose project is half used at most, and 2.5 times where it is full", holds: ({ incomes }) => incomes.filter(({ size, attesters }) => size * 2 < attesters).every(({ gain, work }) => gain <= 2.5 / work + 0.02) },
  { says: "a batch needs four who lie, or three of ten", holds: ({ batches }) => batches.every(({ attesters, withOthers }) => withOthers === (attesters === 10 ? 3 : 4)) },
];

const caughtIn = (caught: Results["caught"], size: number, attesters: number, part: number) => caught.find((row) => row.size === size && row.attesters === attesters && row.part === part)!;

function headOf({ seed, plays, rows }: Results): string {
  return `# Rings who attest one another

\`npm run campaign -- rings\` (seed ${seed}, ${number(plays)} plays). A ring of k of the M who attest in a project agrees to attest what was never done. It may have friends who
record and attest nothing, whom the bound does not count. A search over its ways to play tries to beat **2.5 · k / M · B** (M ten at least): one records for all or in turn, under 0.1 % of B, under
1 % or above, small pieces or the largest, up to seven names in a record, answers begun in the epoch before, a part of its budget kept for honest answers, others who
help it to its number of answers. For each ring and each kind of help the best of ${plays / rows.length / REACHES.length} ways is kept; every act is done in the [model of work](../../test/support/model/work.ts), which refuses what the rules refuse.

**No ring passes the bound: the most that was found is ${most(rows, "others") === 1 ? "all" : most(rows, "others")} of it.** It is sharp only with help: a ring of which nobody else answers a record comes to **0.6** of it at most,
and a ring without friends who record, from twelve attesters on, to 0.06 for each of its members but the first.
`;
}

function reachSection({ rows }: Results): string {
  const sizes = [3, 4, 5, 6, 8, 10, 11, 15, 20, 30];
  const tables = [20, 60, 100, 300].map((attesters) => {
    const own = sizes.filter((size) => rows.some((row) => row.size === size && row.attesters === attesters));
    return `${attesters} attest:\n\n${table(["extracted / bound", ...own.map(String)], REACHES.map((reach) => [NAMES[reach], ...own.map((size) => round(findRow(rows, size, attesters).ratios[reach], 3))]))}`;
  });
  return `## What they extract, as a part of the bound

${tables.join("\n\n")}

![Extracted credit as a part of the bound, by the size of the ring](rings.svg)

- **Alone**, the limit between pairs holds a ring down: each may spend a fifth of a budget on each other one, both directions together, so that ten have nine tenths of the pairs that they would
  need, and three have two tenths. **Friends who record undo it**: five who never attest are enough, since a pair then has one direction. Newcomers record at once; look at who records and never attests.
- A false record costs the ring five times its value in budget if it gives all answers, whatever the tier. Three of five decide: **two honest answers that do not decide pay for the rest**, even if they
  say "nothing". That is the way from 0.6 to 1. Whoever sees that a record is false should not answer a little of it, but challenge it, or be one of three who say nothing.
- One who is deceived and gives the fifth answer (the "dupe") adds a k-th of what a ring of k has by itself.
- The search also tried answers held over the turn of an epoch, small pieces, many names in a record, and honest answers among the false ones: nothing of it passed the bound. Small pieces hide better ([flooding](flooding.md)).
`;
}

/** Where more false records were sealed than others have slots. */
const kept = (caught: Results["caught"]): string => caught.filter(({ part, left, size, attesters, records }) => part === 1 && left > 0 && records > 3 * (attesters - size)).map(({ size, attesters, records, left }) => `Of the ${records} records of ${size} among ${attesters} no more than ${3 * (attesters - size)} can be challenged at a time, for so many slots have the others: ${percent(left, 0)} of the bound stays though all are found. `).join("");

function caughtSection({ caught }: Results): string {
  const name = ([size, attesters]: readonly [number, number]): string => `${size} of ${attesters}`;
  return `## What is left when others look

Others find a part of the false records, by chance, and challenge them while they have slots. All of the ring who have not answered yet defend the record with ten tenths; others answer with nothing,
one more than they. What is left, as a part of the bound, and how many honest answers a voided record took.

${table(["found", ...CAUGHT.map(name)], PARTS.map((part) => [percent(part, 0), ...CAUGHT.map(([size, attesters]) => round(caughtIn(caught, size, attesters, part).left, 3))]))}

${table(["answers a record", ...CAUGHT.map(name)], [["", ...CAUGHT.map(([size, attesters]) => caughtIn(caught, size, attesters, 1).answers)]])}

![What is left, by the part that is found](rings-caught.svg)

${kept(caught)}The ring loses the budget that it spent on a voided record, and what is left falls in proportion to what is found. It takes more honest answers the larger the ring is, because its others defend it.
`;
}

function incomeSection({ incomes }: Results): string {
  const cell = (attesters: number, work: number, size: number, pick: "gain" | "loss"): string => {
    const row = incomes.find((other) => other.attesters === attesters && other.work === work && other.size === size)!;
    return pick === "gain" ? String(round(row.gain, 2)) : percent(row.loss);
  };
  const rows = WORKS.flatMap((work) => INCOMES.map((attesters) => [`${attesters} attest, ${percent(work, 0)} of B is worked`, ...INCOME_SIZES.map((size) => cell(attesters, work, size, "gain"))]));
  const losses = INCOMES.map((attesters) => [`${attesters} attest`, ...INCOME_SIZES.map((size) => cell(attesters, 1, size, "loss"))]);
  return `## What it earns them

Shares of one of the ring for each share of an honest member, if nobody looks and others help it unknowingly. The others all work the same; where more than B is sealed, all are cut alike.

${table(["", ...INCOME_SIZES.map((size) => `k = ${size}`)], rows)}

What the others lose of their shares, where they fill the budget:

${table(["", ...INCOME_SIZES.map((size) => `k = ${size}`)], losses)}

![What one of the ring has for each share of an honest member](rings-income.svg)

Where a project uses its budget fully, a member of a ring has at most 2.5 times what work would have brought, and gives up the work's own income for the time. **Where half of the budget lies unused, 5 times**:
a budget far above the work that is done is the ring's, not the members'. A ring of half of those who attest also takes the others' time, with answers that do not decide, so that their own work is not attested: 30 of 60
have five times as much in any case.
`;
}

const batchSection = ({ batches }: Results): string => `## What the bound does not cover: batches

A batch is answered by yes or no, and takes no budget. A steward who posts a false one of half a budget needs so many who lie among those who attest:

${table(["attest", "answers", "who lie, if others answer no", "if nobody else answers"], batches.map(({ attesters, needed, withOthers, alone }) => [attesters, needed, withOthers, alone]))}

This lane has no bound by k / M. What protects it: only a steward posts, of whom there are seven at most, in public; a batch is rare and large, so that it is looked at; one challenge and a majority of
answers void all of it; what is left unclaimed goes to the reserve. **Challenge a batch whose data cannot be had or rebuilt, always.** The command line rebuilds it.
`;

const rowsSection = ({ rows }: Results): string => `## Every ring

The most that was found, with all help, in parts of B.

${table(["k", ...ATTESTERS.map((attesters) => `M = ${attesters}`)], sizesAmong(300).map((size) => [String(size), ...ATTESTERS.map((attesters) => {
  const row = rows.find((other) => other.size === size && other.attesters === attesters);
  if (!row) return "";
  const bound = (2.5 * size) / Math.max(10, attesters);
  return `${round(row.ratios.others * bound, 3)} of ${round(bound, 3)}`;
})]))}
`;

export const writePage = (results: Results): string => [headOf, reachSection, caughtSection, incomeSection, batchSection, rowsSection].map((section) => section(results)).join("\n");

export function drawPictures({ rows, caught, incomes }: Results): Record<string, string> {
  const line = (attesters: number, reach: Reach, name: string, dashed: boolean): Line => ({ name, dashed, points: among(rows, attesters).map((row) => [row.size, row.ratios[reach]] as const) });
  const lines = [line(20, "alone", "alone of 20", false), line(60, "alone", "alone of 60", false), line(300, "alone", "alone of 300", false), line(60, "friends", "with friends, of 60", true), line(20, "others", "with all help, of 20", true), line(60, "others", "with all help, of 60", true), line(300, "others", "with all help, of 300", true)];
  const size = { title: "members of the ring (k)", end: 30, step: 5, unit: "" };
  return {
    "rings.svg": drawLines("The most that a ring extracts, as a part of 2.5 · k / M · B", size, { title: "extracted / bound", end: 1, step: 0.2, unit: "" }, lines),
    "rings-income.svg": drawLines("Shares of one of the ring for each share of an honest member", size, { title: "times", end: 6, step: 1, unit: "" }, WORKS.flatMap((work) => INCOMES.map((attesters) => ({ name: `${attesters} attest, ${percent(work, 0)} used`, dashed: work < 1, points: incomes.filter((row) => row.attesters === attesters && row.work === work).map(({ size, gain }) => [size, gain] as const) })))),
    "rings-caught.svg": drawLines("What is left of a ring's credit when others look", { title: "of its records are found", end: 100, step: 20, unit: " %" }, { title: "left / bound", end: 1, step: 0.2, unit: "" }, CAUGHT.map(([size, attesters]) => ({ name: `${size} of ${attesters}`, points: caught.filter((row) => row.size === size && row.attesters === attesters).map(({ part, left }) => [part * 100, left] as const) }))),
  };
}
