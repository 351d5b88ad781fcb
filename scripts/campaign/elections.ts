// Elections against a hostile minority: ten thousand in the model, some of them on the contracts too. Are terms or members ever changed by
// fewer than a third of the seated, and what does it take to win?
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Contracts } from "../../test/support/model/contracts.ts";
import { Governance } from "../../test/support/model/governance.ts";
import { Random } from "../../test/support/client/random.ts";
import { settle } from "../gas/place.ts";
import { root } from "../lib/files.ts";
import { drawLines } from "./draw/chart.ts";
import { assemble, fewest, PRIZES, WithoutThird } from "./elections/capture.ts";
import type { Camps, Outcome } from "./elections/election.ts";
import { Stage } from "./elections/stage.ts";
import { strategies, type Strategy } from "./elections/strategies.ts";

const SEED = 20_260_105;
const ELECTIONS = 10_000;
/** So many more where a rule is left out, to see that this would be noticed. */
const CONTROL = 2_000;
const REPLAYED = 240;
const SIZES = [3, 5, 9, 12, 30, 60];
const CURVE = { size: 300, most: 60, step: 2 };

/** What one strategy came to. */
interface Row {
  name: string;
  cooperatives: number;
  elections: number;
  hostile: number;
  admitted: number;
  changed: number;
  byFew: number;
  leastShare: number;
}

/** The last `⌈N/3⌉ - 1` members at most, one at least, and a turnout from 1 to 40 of a hundred. */
function campsOf(size: number, random: Random): Camps {
  const hostile = random.whole(1, Math.max(1, Math.ceil(size / 3) - 1));
  const members = Array.from({ length: size }, (_, place) => place + 1);
  return { size, honest: members.slice(0, size - hostile), hostile: members.slice(size - hostile), turnout: random.whole(1, 40) };
}

/** Adds outcomes to a row. `byFew`: executed, and fewer than a third of those seated at the snapshot voted for it or abstained. */
function tally(row: Row, outcomes: readonly Outcome[]): void {
  row.cooperatives++;
  for (const { proposal, hostile, executed } of outcomes) {
    row.elections++;
    if (hostile) row.hostile++;
    if (!executed) continue;
    if (proposal.matter === "Admission") {
      row.admitted++;
      continue;
    }
    const took = proposal.tally[1] + proposal.tally[2];
    if (hostile) row.changed++;
    if (took * 3 < proposal.electorate) row.byFew++;
    row.leastShare = Math.min(row.leastShare, took / proposal.electorate);
  }
}

const begin = (name: string): Row => ({ name, cooperatives: 0, elections: 0, hostile: 0, admitted: 0, changed: 0, byFew: 0, leastShare: 1 });

/** What no act of theirs may have changed but an admission: members, numbers, the cooperative's own charter. */
const held = ({ members, numbers, projects }: Governance): string => JSON.stringify([members.seats, numbers.steps, projects.list[0]!.charters.length, projects.list[0]!.stewards, projects.list[1]!.closedFrom, projects.list[1]!.stewards, projects.list[1]!.charters.length]);

/** Holds elections in the model, each strategy as many; sizes from 3 to 1,000, small ones as likely as large. */
async function inTheModel(Rules = Governance, wanted = ELECTIONS): Promise<Row[]> {
  const random = new Random(SEED);
  const rows = strategies.map(([name]) => begin(name));
  for (const [index, [name, strategy]] of strategies.entries()) {
    const row = rows[index]!;
    while (row.elections < wanted / strategies.length) {
      const size = Math.round(3 * (1_000 / 3) ** random.part());
      const stage = new Stage(assemble(size, Rules));
      const before = held(stage.model);
      const outcomes = await strategy(stage, campsOf(size, random), random);
      tally(row, outcomes);
      const allowed = outcomes.some(({ executed, proposal }) => executed && proposal.matter !== "Admission");
      if (!allowed && held(stage.model) !== before) throw new Error(`${name}: something changed and no election says so.`);
    }
    console.log(`${row.name}: ${row.elections} elections, ${row.changed} changes, ${row.byFew} by fewer than a third`);
  }
  return rows;
}

/** Holds elections in the model and on the contracts at once. Returns how many; throws Disagreement. */
async function onContracts(): Promise<number> {
  const random = new Random(SEED + 1);
  let elections = 0;
  for (const size of SIZES) {
    const place = await settle(size, Array.from({ length: size + 1 }, (_, member) => member));
    for (let member = 0; member <= size; member++) await place.provider.request({ method: "hardhat_impersonateAccount", params: [place.wallet(member).address] });
    const registry = place.as(1, "memberRegistry");
    const seats: number[] = [];
    for (let member = 1; member <= size; member++) seats.push(Number((await registry.getFunction("seatOf")(member)).seatedFrom));
    const { timestamp } = (await place.provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as { timestamp: string };
    const wanted = Math.ceil(REPLAYED / SIZES.length) + elections;
    for (let turn = 0; elections < wanted; turn++) {
      const kept = await place.provider.request({ method: "evm_snapshot", params: [] });
      const model = new Governance(place.record.genesis, seats, [place.charter, place.charter]);
      model.clock.now = Number(timestamp);
      const [, strategy] = strategies[turn % strategies.length] as readonly [string, Strategy];
      elections += (await strategy(new Stage(model, new Contracts(place)), campsOf(size, random), random)).length;
      await place.provider.request({ method: "evm_revert", params: [kept] });
    }
    console.log(`${elections} elections on the contracts, the last of ${size} members: the same`);
  }
  return elections;
}

/** Runs the campaign and writes its results. Throws where fewer than a third changed anything, or model and contracts disagree. */
export async function run(): Promise<void> {
  const since = performance.now();
  const rows = await inTheModel();
  console.log("And without the rule that a third must take part:");
  const control = await inTheModel(WithoutThird, CONTROL);
  const replayed = await onContracts();
  const turnouts = Array.from({ length: CURVE.most / CURVE.step + 1 }, (_, place) => place * CURVE.step);
  const lines = PRIZES.map((prize) => ({ name: prize.name, points: turnouts.map((turnout) => [turnout, fewest(CURVE.size, turnout, prize)] as const) }));
  write(rows, control, replayed, lines, (performance.now() - since) / 1_000);
  if (control.every(({ byFew }) => byFew === 0)) throw new Error("Without its rule the cooperative was not captured either: the campaign shows nothing.");
  const broken = rows.filter(({ changed, byFew }) => changed + byFew > 0);
  if (broken.length > 0) throw new Error(`The promise is broken by ${broken.map(({ name }) => name).join(", ")}.`);
}

const number = (value: number): string => value.toLocaleString("en-US");
const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

function write(rows: readonly Row[], control: readonly Row[], replayed: number, lines: readonly { name: string; points: readonly (readonly [number, number])[] }[], seconds: number): void {
  const results = join(root, "docs/results");
  const sum = (pick: (row: Row) => number, all = rows): number => all.reduce((total, row) => total + pick(row), 0);
  writeFileSync(join(results, "elections.json"), `${JSON.stringify({ seed: SEED, elections: sum((row) => row.elections), replayed, rows, control, capture: { size: CURVE.size, lines } }, null, 1)}\n`);
  const named = rows.map((row) => `| ${row.name} | ${number(row.cooperatives)} | ${number(row.elections)} | ${number(row.hostile)} | ${row.changed} | ${row.byFew} | ${number(row.admitted)} |`);
  const some = [0, 10, 20, 30, 40, 60];
  const capture = lines.map(({ name, points }) => `| ${name} | ${some.map((turnout) => percent(points.find(([x]) => x === turnout)![1] / 100)).join(" | ")} |`);
  writeFileSync(join(results, "elections.md"), `# Elections against a hostile minority

\`npm run campaign -- elections\` (seed ${SEED}, ${Math.round(seconds)} s). Cooperatives of 3 to 1,000 members; the hostile are fewer than a third of them (of three, one),
agree on everything and all vote; of the others 1 to 40 in a hundred come, and all who come vote against. ${number(sum((row) => row.elections))} elections are held in the
[model](../../test/support/model/governance.ts) whose arithmetic the contracts are compared with act by act; ${replayed} more, in cooperatives of ${SIZES.join(", ")}, in the
model and on the contracts at once, with the same states, tallies and quorums after every act.

**Terms or members changed with fewer than a third of the seated for it or abstaining: ${sum((row) => row.byFew)}. Changed as the hostile wanted: ${sum((row) => row.changed)}.**
(No vote moves funds yet.) In ${number(sum((row) => row.elections, control))} such elections where the rule is left out that a third must take part, it happened ${number(sum((row) => row.byFew, control))} times.

| strategy | cooperatives | elections | of them wanted by the hostile | terms or members changed as they wanted | by fewer than a third | admissions |
|---|--:|--:|--:|--:|--:|--:|
${named.join("\n")}

Elections that the hostile did not want are expulsions on which all agreed. An admission asks for the lower quorum, so that a few who care can begin something;
it changes neither terms nor members of the cooperative, and its grade must first be given by five members who did not write it, or by all of those where they are fewer.

## What it takes to win

The fewest members, in percent of ${CURVE.size} seated, who win when so many in a hundred of the others come and vote against them:

| to win | ${some.map((turnout) => `${turnout} %`).join(" | ")} |
|---|${some.map(() => "--:").join("|")}|
${capture.join("\n")}

![The fewest who win, by the turnout of the others](elections.svg)
`);
  writeFileSync(join(results, "elections.svg"), drawLines(`The fewest who win, of ${CURVE.size} seated`, { title: "of the others come and vote against", end: CURVE.most, step: 10, unit: " %" }, { title: "want the same", end: 60, step: 10, unit: " %" }, lines));
}
