// What a hostile minority may try.
import type { Random } from "../../../test/support/client/random.ts";
import type { Action } from "../../../test/support/model/governance.ts";
import { placeOf } from "../../../test/support/model/parameters.ts";
import type { Charter } from "../../../test/support/model/projects.ts";
import { CRITERIA } from "../../../test/support/model/reviews.ts";
import { DAY, EPOCH } from "../../../test/support/model/rules.ts";
import { agree, type Camps, comers, fight, type Outcome, put } from "./election.ts";
import type { Stage } from "./stage.ts";

/** Tries its way and tells of every election held. */
export type Strategy = (stage: Stage, camps: Camps, random: Random) => Promise<Outcome[]>;

const set = (name: Parameters<typeof placeOf>[0], value: number): Action => ({ is: "parameter", place: placeOf(name), value });
const STOP = set("StopPercent", 25);

async function one(stage: Stage, camps: Camps, random: Random, action: Action, manner = {}): Promise<Outcome[]> {
  const place = await put(stage, camps.hostile[0]!, [action], `at ${stage.now}`);
  return place === undefined ? [] : fight(stage, camps, [place], random, manner);
}

/** All of them vote, and hope that few others do. */
const apathy: Strategy = (stage, camps, random) => one(stage, camps, random, STOP);

/** They stay silent and vote all at once in the last second. */
const lateSwing: Strategy = (stage, camps, random) => one(stage, camps, random, STOP, { late: true });

/** Some of them abstain, to fill the quorum without showing how many they are. */
const padding: Strategy = (stage, camps, random) => one(stage, camps, random, STOP, { abstain: random.part() * 0.4 });

/** The same, put again and again at once by each of them, so that the others tire. */
async function clones(stage: Stage, camps: Camps, random: Random): Promise<Outcome[]> {
  const places: number[] = [];
  for (const by of camps.hostile.slice(0, 4)) {
    for (let copy = 0; copy < 2; copy++) {
      const place = await put(stage, by, [STOP], `The same by ${by}, ${copy}`);
      if (place !== undefined) places.push(place);
    }
  }
  return fight(stage, camps, places, random);
}

/** The cooperative expels others, epoch after epoch; they wait until it is smaller. */
async function shrinking(stage: Stage, camps: Camps, random: Random): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const gone = camps.honest.slice(3);
  for (let epoch = 0; epoch < 3; epoch++) {
    // No further than that they stay fewer than a third.
    if ((stage.model.members.seated() - 1) <= camps.hostile.length * 3) break;
    const member = gone.shift();
    if (member === undefined) break;
    const outcome = await agree(stage, camps, 1, [{ is: "expel", member }], `Expel ${member}`);
    if (outcome) outcomes.push(outcome);
    stage.model.clock.now += 3 * DAY;
  }
  const left = { ...camps, honest: camps.honest.filter((member) => stage.model.members.isSeated(member)) };
  return [...outcomes, ...(await one(stage, left, random, STOP))];
}

/** They lower what protects the vote, step by step, before they ask for what they want. */
async function ladder(stage: Stage, camps: Camps, random: Random): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const action of [set("QuorumPercent", 5), set("VoteDays", 3), set("DelayDays", 1), STOP]) {
    outcomes.push(...(await one(stage, camps, random, action)));
    stage.model.clock.now += EPOCH;
  }
  return outcomes;
}

/** They write statements, praise them to one another and admit them. It is allowed, by the quorum of admissions; nothing else may follow from it. */
async function flood(stage: Stage, camps: Camps, random: Random): Promise<Outcome[]> {
  const { model } = stage;
  const outcomes: Outcome[] = [];
  const authors = camps.hostile.slice(0, 2);
  const charters = authors.map((by, place): Charter => ({ statement: `0x${(1_000 * stage.now + place).toString(16).padStart(64, "0")}`, uri: "", industry: 1, budget: 1_000_000n, rates: [1n, 0n, 0n, 0n], minSurplus: 5, salesCap: 0n, stewards: [by] }));
  for (const [place, by] of authors.entries()) {
    const charter = charters[place]!;
    const name = `statement ${by} ${charter.statement}`;
    if ((await stage.act({ is: "draft", by, project: 0, cofounders: [], charter })) !== null) continue;
    await stage.act({ is: "submit", by, statement: name });
    for (const reviewer of camps.hostile.slice(0, 12)) if (reviewer !== by) await stage.act({ is: "review", by: reviewer, statement: name, marks: Array.from({ length: CRITERIA }, () => 2) });
    for (const reviewer of comers(camps, random).slice(0, 12)) await stage.act({ is: "review", by: reviewer, statement: name, marks: Array.from({ length: CRITERIA }, () => random.whole(0, 1)) });
  }
  model.clock.now += 15 * DAY;
  const places: number[] = [];
  for (const [place, by] of authors.entries()) {
    const charter = charters[place]!;
    const put1 = await put(stage, by, [{ is: "admit", statement: `statement ${by} ${charter.statement}`, submission: 1, project: 0, charter }], `Admit ${place} at ${stage.now}`);
    if (put1 !== undefined) places.push(put1);
  }
  if (places.length > 0) outcomes.push(...(await fight(stage, camps, places, random)));
  return [...outcomes, ...(await one(stage, camps, random, STOP))];
}

/** They write an amendment of a project that makes them its stewards, praise it to one another and put it to the vote as a statement. */
async function amendment(stage: Stage, camps: Camps, random: Random): Promise<Outcome[]> {
  const { model } = stage;
  const by = camps.hostile[0]!;
  const charter: Charter = { ...model.projects.list[1]!.charters.at(-1)!.charter, statement: `0x${(2_000 * stage.now).toString(16).padStart(64, "0")}`, stewards: [by] };
  const statement = `statement ${by} ${charter.statement}`;
  await stage.act({ is: "draft", by, project: 1, cofounders: [], charter });
  await stage.act({ is: "submit", by, statement });
  for (const reviewer of [...camps.hostile, ...comers(camps, random)].slice(1, 20)) {
    const praises = camps.hostile.includes(reviewer);
    await stage.act({ is: "review", by: reviewer, statement, marks: Array.from({ length: CRITERIA }, () => (praises ? 2 : random.whole(0, 1))) });
  }
  model.clock.now += 15 * DAY;
  // Once as what it is, and once as if it were a new project.
  const places: number[] = [];
  for (const project of [1, 0]) {
    const place = await put(stage, by, [{ is: "admit", statement, submission: 1, project, charter }], `Amend as ${project} at ${stage.now}`);
    if (place !== undefined) places.push(place);
  }
  return places.length === 0 ? one(stage, camps, random, STOP) : fight(stage, camps, places, random);
}

/** They expel the others, as many an epoch as may be. */
async function expulsions(stage: Stage, camps: Camps, random: Random): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let epoch = 0; epoch < 2; epoch++) {
    const places: number[] = [];
    for (const member of camps.honest.slice(0, 2)) {
      const place = await put(stage, camps.hostile[0]!, [{ is: "expel", member }], `Expel ${member} in ${epoch}`);
      if (place !== undefined) places.push(place);
    }
    outcomes.push(...(await fight(stage, camps, places, random)));
    stage.model.clock.now += EPOCH;
  }
  return outcomes;
}

/** Each with what it is called in the results. */
export const strategies: readonly (readonly [name: string, strategy: Strategy])[] = [
  ["apathy: all of them vote while few others do", apathy],
  ["late swing: silence, then all in the last second", lateSwing],
  ["padding: some abstain to fill the quorum", padding],
  ["clones: the same proposal eight times at once", clones],
  ["shrinking: wait while others are expelled", shrinking],
  ["ladder: lower quorum, period and notice first", ladder],
  ["flood: praise and admit their own statements", flood],
  ["amendment: new stewards for a project, by a statement", amendment],
  ["chain: expel the others one after another", expulsions],
];
