// Friends among the reviewers of a statement: how far can they move its grade, and how does the wait of 14 days, in which everyone may
// review, hinder them? Grades are those of the model, which the contracts are compared with.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../test/support/client/random.ts";
import { type Grade, GRADES } from "../../test/support/model/projects.ts";
import { CRITERIA, gradeOfMedians, gradeOfReviews } from "../../test/support/model/reviews.ts";
import { root } from "../lib/files.ts";
import { drawLines } from "./draw/chart.ts";

const SEED = 20_260_105;
const ROUNDS = 2_000;
/** How many review. Five are needed where five may; the first row is what the first five to come would decide, if they did. */
const REVIEWERS = [5, 9, 15, 25, 45];
/** An honest reviewer marks a point as it is so often, and else one higher or lower, as often each. */
const TRUE_MARK = 0.7;
/** Statements as they are, by the grade that they deserve: so many points deserve 2, so many 1, the rest 0. */
const DESERVED = { D: [1, 6], C: [2, 8], B: [4, 8], A: [8, 4] } as const;
type Deserved = keyof typeof DESERVED;

const at = (grade: Grade): number => GRADES.indexOf(grade);

/** A statement that deserves a grade: twelve marks, the points in any order. */
function statementOf(deserved: Deserved, random: Random): number[] {
  const [twos, ones] = DESERVED[deserved];
  for (;;) {
    const marks = random.some(Array.from({ length: CRITERIA }, (_, place) => (place < twos ? 2 : place < twos + ones ? 1 : 0)), CRITERIA);
    if (gradeOfMedians(marks) === deserved) return marks;
  }
}

function honest(statement: readonly number[], random: Random): number[] {
  return statement.map((mark) => {
    if (random.part() < TRUE_MARK) return mark;
    const other = mark + (random.part() < 0.5 ? 1 : -1);
    return other < 0 || other > 2 ? mark : other;
  });
}

/** What friends did to many statements of one grade. Shares from 0 to 1; steps on average, upward positive. */
interface Moved {
  readonly reviewers: number;
  readonly friends: number;
  readonly steps: number;
  readonly higher: number;
  readonly atLeastA: number;
}

/** `praise`: friends give 2 everywhere; else 0 everywhere. */
function move(deserved: Deserved, reviewers: number, friends: number, praise: boolean, random: Random): Moved {
  let [steps, higher, atLeastA] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const statement = statementOf(deserved, random);
    const others = Array.from({ length: reviewers - friends }, () => honest(statement, random));
    const mine = Array.from({ length: friends }, () => Array.from({ length: CRITERIA }, () => (praise ? 2 : 0)));
    const grade = gradeOfReviews([...others, ...mine]);
    // Without friends the same reviewers, all honest, would have come to this.
    const without = gradeOfReviews([...others, ...mine.map(() => honest(statement, random))]);
    steps += at(grade) - at(without);
    if (at(grade) > at(without)) higher++;
    if (at(grade) >= at("A")) atLeastA++;
  }
  return { reviewers, friends, steps: steps / ROUNDS, higher: higher / ROUNDS, atLeastA: atLeastA / ROUNDS };
}

/** The fewest friends with whom something holds, or one more than there are reviewers. */
function fewest(reviewers: number, holds: (friends: number) => boolean): number {
  for (let friends = 0; friends <= reviewers; friends++) if (holds(friends)) return friends;
  return reviewers + 1;
}

/** Runs the campaign and writes its results. */
export async function run(): Promise<void> {
  const random = new Random(SEED);
  const most = 25;
  const curves = REVIEWERS.filter((reviewers) => reviewers <= most).map((reviewers) => ({ reviewers, moved: Array.from({ length: reviewers + 1 }, (_, friends) => move("D", reviewers, friends, true, random)) }));
  const rows = REVIEWERS.map((reviewers) => {
    const half = (deserved: Deserved, what: (moved: Moved) => boolean, praise = true): number => fewest(reviewers, (friends) => what(move(deserved, reviewers, friends, praise, random)));
    const row = {
      reviewers,
      stepUp: { D: half("D", ({ steps }) => steps >= 1), C: half("C", ({ steps }) => steps >= 1), B: half("B", ({ steps }) => steps >= 1) },
      stepDown: { C: half("C", ({ steps }) => steps <= -1, false), B: half("B", ({ steps }) => steps <= -1, false), A: half("A", ({ steps }) => steps <= -1, false) },
      likelyA: half("D", ({ atLeastA }) => atLeastA >= 0.5),
      surelyA: Math.floor(reviewers / 2) + 1,
    };
    console.log(JSON.stringify(row));
    return row;
  });
  const three = REVIEWERS.map((reviewers) => move("D", reviewers, 3, true, random));
  for (const { reviewers, surelyA } of rows) {
    if (move("D", reviewers, surelyA, true, random).atLeastA < 1) throw new Error(`More than half of ${reviewers} do not decide.`);
  }
  write(rows, curves, three);
}

type Curve = { readonly reviewers: number; readonly moved: readonly Moved[] };
interface Row {
  readonly reviewers: number;
  readonly stepUp: Record<"D" | "C" | "B", number>;
  readonly stepDown: Record<"C" | "B" | "A", number>;
  readonly likelyA: number;
  readonly surelyA: number;
}

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

function write(rows: readonly Row[], curves: readonly Curve[], three: readonly Moved[]): void {
  const results = join(root, "docs/results");
  writeFileSync(join(results, "reviewers.json"), `${JSON.stringify({ seed: SEED, rounds: ROUNDS, trueMark: TRUE_MARK, rows, curves, three }, null, 1)}\n`);
  const said = (friends: number, reviewers: number): string => (friends > reviewers ? "none can" : String(friends));
  const table = rows.map(({ reviewers, stepUp, stepDown, likelyA, surelyA }) => `| ${reviewers} | ${[...Object.values(stepUp), likelyA, surelyA, ...Object.values(stepDown)].map((friends) => said(friends, reviewers)).join(" | ")} |`);
  writeFileSync(join(results, "reviewers.md"), `# Friends among the reviewers

\`npm run campaign -- reviewers\` (seed ${SEED}, ${ROUNDS.toLocaleString("en-US")} statements a number). A statement deserves 0, 1 or 2 on each of the twelve points. An honest reviewer
gives each point what it deserves in ${TRUE_MARK * 100} of 100 cases, and else one more or one less; friends of the proposer give 2 everywhere, foes give 0 everywhere.
The grade is made of the twelve lower medians, as the contracts make it.

## How many friends it takes

Among so many reviewers, the fewest with whom a grade moves by one step on average, against the same reviewers all honest; with whom a D becomes A or better in
half of all cases, and always.

| reviewers | D one up | C one up | B one up | D to A, half | D to A, always | foes: C one down | B one down | A one down |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${table.join("\n")}

## What the wait of 14 days changes

The first five reviews do not decide: a grade is fixed 14 days after submission, and until then all the seated may review. A proposer whose three friends come
in the first minute would otherwise have made every median. The same three friends among as many as come in the 14 days make a D into A or better so often:

| who has reviewed when the grade is fixed | ${three.map(({ reviewers }) => (reviewers === 5 ? "the first 5" : `${reviewers}`)).join(" | ")} |
|---|${three.map(() => "--:").join("|")}|
| a D becomes A or better | ${three.map(({ atLeastA }) => percent(atLeastA)).join(" | ")} |
| steps upward, on average | ${three.map(({ steps }) => (Math.round(steps * 100) / 100).toFixed(2)).join(" | ")} |

Whoever has more than half of the reviewers makes every median, whatever their number: no wait helps against that. Where fewer than five come in the
14 days, the fifth fixes the grade at once; friends may wait for that, and it is the others' staying away that helps them. What is left then is the vote,
in which everyone counts, and what the page shows beside a grade: who reviewed, and how far each stands from the median.

![How often a D becomes A or better, by the number of friends](reviewers.svg)
`);
  const lines = curves.map(({ reviewers, moved }) => ({ name: reviewers === 5 ? "5: the first to come" : `${reviewers} in 14 days`, dashed: reviewers === 5, points: moved.filter(({ friends }) => friends <= 14).map(({ friends, atLeastA }) => [friends, atLeastA * 100] as const) }));
  writeFileSync(join(results, "reviewers.svg"), drawLines("How often a statement that deserves D is graded A or better", { title: "friends among the reviewers", end: 14, step: 2, unit: "" }, { title: "of such statements", end: 100, step: 20, unit: " %" }, lines));
}
