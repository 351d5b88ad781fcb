// What the results say, in words, tables and pictures. Nothing here but what was measured.
import { drawLines } from "../draw/chart.ts";
import { COURSES, type Given, type Least, NEWCOMERS, ORDERS, PATH_QUARTERS, PATH_START, PERCENTS, quarters, type Results, type Row, RULES, type Start, STARTS, VOUCHES, WATCHED } from "./results.ts";
import { MOST_SEATED, MOST_YEARS, YEAR_DAYS } from "./siege.ts";

const number = (value: number): string => value.toLocaleString("en-US");
const startOf = ([colluders, seated]: Start): string => `${colluders} of ${number(seated)}`;
const is = (row: { readonly start: Start; readonly given: Given }, start: Start, given: Given): boolean => String(row.start) === String(start) && JSON.stringify(row.given) === JSON.stringify(given);

/** The row of a case that was played. Throws where none was. */
export function find<R extends { readonly start: Start; readonly given: Given }>(rows: readonly R[], start: Start, given: Given = {}): R {
  const row = rows.find((other) => is(other, start, given));
  if (!row) throw new Error(`${startOf(start)} with ${JSON.stringify(given)} was not played.`);
  return row;
}

const years = (days: number): string => (days / YEAR_DAYS).toFixed(1);
const long = (days: number | null): string => (days === null ? "never" : `${quarters(days).toFixed(1)} quarters (${years(days)} years)`);
/** Quarters, and years. */
const when = (days: number | null): string => (days === null ? "never" : `${quarters(days).toFixed(1)} (${years(days)} y)`);
const halfOf = ({ half, end, seated, colluders }: Row): string => (end === "size" ? `not by ${number(MOST_SEATED)}: ${((colluders / seated) * 100).toFixed(0)} %` : when(half));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, place) => (place === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Cases down, starts across. */
function grid<R extends { readonly start: Start; readonly given: Given }>(title: string, rows: readonly R[], starts: readonly Start[], givens: readonly (readonly [string, Given])[], said: (row: R) => string): string {
  return table([title, ...starts.map(startOf)], givens.map(([name, given]) => [name, ...starts.map((start) => said(find(rows, start, given)))]));
}

function head({ seed, unopposed, alone, watched }: Results): string {
  const ten = find(unopposed, [10, 1_000]);
  return `# Colluders who vouch for one another

\`npm run campaign -- colluders\` (seed ${seed}). Some members of a cooperative agree. In the first second in which they may they give every vouch that they have to
puppets, who are themselves under other names; puppets take their seats after 28 days, vouch after 90, and vote as they are told. Each joining, seating, naming and
expulsion is done in the [model of membership](../../test/support/model/people.ts), which refuses what the rules refuse. A quarter is 84 days. A run ends when more
than half of the seats are theirs, after ${MOST_YEARS} years, or with ${number(MOST_SEATED)} seated. Founders fill the seats at the start, and have vouches at once.

**One alone brings in nobody. Two are enough where nobody minds: 2 of 1,000 hold more than half of the seats after ${long(find(unopposed, [2, 1_000]).half)},
10 of 1,000 after ${long(ten.half)}**, and more than a third, with which they stop every expulsion, after ${quarters(ten.third!)}. The cap on joining is the time that there
is to notice, and not a wall. What stops them is others who look at who came by whose vouches, and expel. At the numbers of the founding that works against a few in a hundred,
and **fails against a tenth, even if every puppet is found** (10 of 100 need ${long(find(watched, [10, 100], { found: 100 }).half)} then), because fewer can be expelled than
join. With one vouch a quarter, or 5 %, it works against a tenth as well. One honest member who is deceived once makes one colluder two: 1 of 1,000 needs
${long(find(alone, [1, 1_000], { deceived: true }).half)}.
`;
}

function unopposedSection({ unopposed, alone }: Results): string {
  const rows = [...alone, ...unopposed].map((row) => [`${startOf(row.start)}${row.given.deceived ? ", and one other is deceived once" : ""}`, when(row.third), when(row.half), number(row.puppets)]);
  return `## If nobody does anything

Quarters until they hold more than a third and more than half of the seats, and the puppets that they brought in by then. Nobody else joins.

${table(["at the start", "a third", "half", "puppets"], rows)}

![Quarters until half of the seats are theirs, by their part at the start](colluders.svg)

One has three vouches a quarter and nobody to give the second: not one puppet in ${MOST_YEARS} years. From two on it is a matter of time. At first their vouches set the pace (two
make three puppets a quarter, five make seven); soon the cap does. To have half they must double the cooperative, and a tenth a quarter doubles it in seven to eight
quarters, whether it is of 30 or of 1,000; those who begin as a tenth need six. Under twenty seated the two places that every quarter has are more than a tenth: two of nine
have a third when their first puppets sit down, and half two quarters later. So small a cooperative has to know its newcomers.
`;
}

function numbersSection({ numbers }: Results): string {
  const givens = PERCENTS.flatMap((joinPercent) => VOUCHES.map((vouches) => [`${joinPercent} %, ${vouches === 1 ? "1 vouch" : `${vouches} vouches`}`, { joinPercent, vouches }] as const));
  return `## What the numbers do

Quarters until half, if nobody does anything, by the part that may join in a quarter and the vouches that a member has in one.

${grid("may join", numbers, STARTS, givens, ({ half }) => (half === null ? "never" : quarters(half).toFixed(1)))}

Halving the part nearly doubles the time. The vouches matter only where colluders are few among many: with one instead of three, 10 of 1,000 need four quarters more.
Among nine the two places matter more than either. No number stops them by itself.
`;
}

const WAYS: Record<string, string> = {
  [JSON.stringify(ORDERS[0])]: "over the quarter",
  [JSON.stringify(ORDERS[1])]: "over the quarter; who finds it full is named by vote",
  [JSON.stringify(ORDERS[2])]: "in turns with the colluders",
  [JSON.stringify(ORDERS[3])]: "in turns, and the rest is named",
  [JSON.stringify(ORDERS[4])]: "before the colluders",
};

function newcomersSection({ newcomers }: Results): string {
  const givens = ORDERS.flatMap((order) => NEWCOMERS.map((percent) => [`${percent} %, ${WAYS[JSON.stringify(order)]}`, { newcomers: percent, ...order }] as const));
  return `## If others join too

So many people want to join in a quarter, in percent of the honest members, and have sponsors; nobody is expelled. Quarters until half, or the colluders' part where the
cooperative first had ${number(MOST_SEATED)} seats. In turns, the colluders begin.

${grid("others", newcomers, [[3, 30], [10, 100], [10, 1_000]], givens, halfOf)}

Places are taken first come, first served, and colluders come in a quarter's first second. Honest people who come when it suits them find it full: their wish to join
helps nobody, and **colluders can lock others out** as soon as they have vouches enough. Naming lets those in by vote, fifty at a time, beyond the cap; it gains two
quarters at most, since a third is soon against it. If others take every other place, colluders come near to half and stay there, but for the odd place, which is theirs here
and decides among thirty; at half that pace the time doubles. If others fill the quarter first, colluders stay as few as they are. So it is worth having a quarter's
applications ready, signed, and carried in its first minute: they need no network before.
`;
}

function watchedSection({ watched }: Results): string {
  const givens = WATCHED.flatMap((found) => [[`${found} %`, { found }], [`${found} %, and their sponsors`, { found, sponsorsToo: true }]] as const);
  return `## If others look

In each epoch so many of a hundred puppets are found out, by chance; fourteen days later all other members vote for expelling them and all colluders against; ten days
after that they are expelled, as many as an epoch may (a fiftieth of the seats, one at least), first those whose expulsion bars most sponsors. The bar is the rule's own:
whoever vouched for one expelled within 180 days vouches for nobody for 180 days. Quarters until half.

${grid("found in an epoch", watched, STARTS, givens, ({ half }) => (half === null ? "never" : quarters(half).toFixed(1)))}

![The part of the seats that 10 of 1,000 come to hold](colluders-time.svg)

The picture shows ${startOf(PATH_START)} over ${PATH_QUARTERS} quarters: others who join are 10 % a quarter, in turns with them; the last line has the numbers 5 % and one vouch. Each line that passes
a third goes on as if nobody looked, for nobody can be expelled any more.
`;
}

function rulesOf(given: Given): string {
  const { joinPercent = 10, vouches = 3, turnout, limited } = given;
  const numbers = `${joinPercent} %, ${vouches === 1 ? "1 vouch" : `${vouches} vouches`}`;
  return [numbers, ...(turnout === undefined ? [] : [`${turnout} % of the others vote`]), ...(limited === false ? ["and no limit to expulsions"] : []), ...(given.sponsorsToo ? ["sponsors too"] : [])].join(", ");
}

function leastSection({ least, tenths }: Results): string {
  const givens = RULES.flatMap((rules) => [rules, { ...rules, sponsorsToo: true }]).map((given) => [rulesOf(given), given] as const);
  const said = ({ found }: Least): string => (found === null ? "none is enough" : `${found} %`);
  return `## How many must be found

The fewest puppets of a hundred to be found in an epoch so that colluders do not get half of the seats in ${MOST_YEARS} years, in any of ${COURSES} courses of chance.

${grid("rules", least, STARTS, givens, said)}

At the founding's numbers **an epoch expels a fiftieth and a quarter lets in a tenth**: three fiftieths are less. Against a few that is made good by the bar, since one
expulsion silences two sponsors. A tenth of the seats has vouches for three twentieths, half more than there are places. If all puppets are found and their sponsors expelled too,
half is theirs after so many quarters:

${table(["a tenth", ...tenths.map(({ start }) => startOf(start))], [["half", ...tenths.map(({ half }) => (half === null ? "never" : quarters(half).toFixed(1)))]])}

The rows above without a limit show that it is this rule that fails, and not the looking. Its
purpose, that a majority of the day cannot empty the cooperative, is served as well if no more join than can be expelled, by 5 % a quarter; or if each sponsor has one vouch,
so that ten colluders make five puppets and not fifteen. Expelling the sponsors as well makes it easier. If only 40 % of the others vote,
colluders stop expulsions with a sixth of the seats instead of a third, and a tenth has that soon.
`;
}

const limits = `## What works

- **Look at newcomers' sponsors while they are new.** An expulsion bars sponsors only within 180 days of joining, and only as long as a third cannot stop it. There are
  five quarters for that where ten of 1,000 collude, three where a tenth does, and none where two of nine do.
- **One vouch a quarter, and 5 %, whenever there is doubt.** Both are within the bounds of the founding, three fifths decide, and they bind from the next epoch.
- **Follow a puppet to its sponsors**, who are on record.
- **Bring your own newcomers early in the quarter**, or name them: who takes every other place is hardly overtaken.
- **Never vouch for whom you have not met.** One such vouch is the whole difference between never and three years.

## What this does not show

- Colluders have as many people or addresses as they want, agree for ever, and make no mistake. Real ones are slower.
- They do not adapt: they could rest until their wards are older than 180 days, vouch in rings so that one bar costs less, or have honest members expelled once they
  have two thirds of those who vote. Real ones are cleverer.
- The others expel nobody by mistake, agree on whom they found, and come to every vote, or 40 % of them do. A puppet is found by chance, as likely old as new.
  Whether anybody can be found at all, no ledger knows.
- The numbers stay as they are for the whole run. Colluders with a third of the seats can raise them while the others stay away, see [elections](elections.md).
- Half of the seats is only one mark. With a third they stop expulsions and names; with three fifths of the ballots they change terms.
- Where chance plays, a row is one course of it, and a neighbouring number may come out otherwise.
`;

/** The page of the results. */
export const writePage = (results: Results): string => [head(results), unopposedSection(results), numbersSection(results), newcomersSection(results), watchedSection(results), leastSection(results), limits].join("\n");

/** The pictures of the results, by file. */
export function drawPictures({ curves, paths }: Results): Record<string, string> {
  return {
    "colluders.svg": drawLines("Quarters until more than half of the seats are theirs, if nobody does anything", { title: "of the seats at the start", end: 50, step: 10, unit: " %" }, { title: "quarters", end: 12, step: 2, unit: "" }, curves),
    "colluders-time.svg": drawLines(`The part of the seats that ${startOf(PATH_START)} come to hold`, { title: "quarters", end: PATH_QUARTERS, step: 4, unit: "" }, { title: "of the seats", end: 60, step: 10, unit: " %" }, paths),
  };
}
