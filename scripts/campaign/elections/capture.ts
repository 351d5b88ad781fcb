// What it takes to win against the others: how many must want the same, by how many of the others come.
import { AGAINST, type Action, FOR, Governance, type Proposal, quorumFor } from "../../../test/support/model/governance.ts";
import { placeOf } from "../../../test/support/model/parameters.ts";
import { type Charter, Projects } from "../../../test/support/model/projects.ts";
import { CRITERIA } from "../../../test/support/model/reviews.ts";
import { DAY, EPOCH } from "../../../test/support/model/rules.ts";

const CHARTER: Charter = { statement: "0x", uri: "", industry: 1, budget: 1_000n, rates: [1n, 0n, 0n, 0n], minSurplus: 5, salesCap: 0n, stewards: [1] };

/** What may be won, and the least mark that its reviewers gave, where it is an admission. */
export const PRIZES = [
  { name: "terms: three fifths", of: "terms" },
  { name: "expulsion: two thirds", of: "expulsion" },
  { name: "admission with A", of: 18 },
  { name: "admission with B", of: 14 },
  { name: "admission with C", of: 10 },
] as const;
export type Prize = (typeof PRIZES)[number];

/** A cooperative that lacks one rule: that all but admissions need a third. To see that the campaign would notice. */
export class WithoutThird extends Governance {
  override quorum(proposal: Proposal): number {
    return quorumFor(this.electorate(proposal), proposal.quorumPercent, "Admission");
  }
}

/** A cooperative of so many, in its second epoch. */
export function assemble(size: number, Rules: typeof Governance = Governance): Governance {
  const model = new Rules(0, Array.from({ length: size }, () => 0), [CHARTER, CHARTER]);
  model.clock.now = EPOCH;
  return model;
}

/** Whether `hostile` members win against the others, of whom so many of a hundred come and all vote against. */
export function wins(size: number, hostile: number, turnout: number, prize: Prize): boolean {
  const model = assemble(size);
  const action: Action = prize.of === "terms" ? { is: "parameter", place: placeOf("StopPercent"), value: 25 } : prize.of === "expulsion" ? { is: "expel", member: 1 } : admission(model, prize.of);
  const proposal = model.propose(size, [action], "It is wanted.");
  model.clock.now = proposal.snapshot + 1;
  const others = Math.round(((size - hostile) * turnout) / 100);
  for (let member = 1; member <= others; member++) model.vote(member, proposal, AGAINST);
  for (let member = size - hostile + 1; member <= size; member++) model.vote(member, proposal, FOR);
  model.clock.now = proposal.end + 1;
  return model.stateOf(proposal) === "Succeeded";
}

/** A statement of the last member, reviewed by the five before with marks of this sum. */
function admission(model: Governance, sum: number): Action {
  const author = model.members.seats.length;
  const charter = { ...CHARTER, statement: "0x01" };
  const statement = model.projects.draft(author, 0, [], charter);
  model.reviews.submit(author, statement);
  // The three that cap a grade are not among the last.
  const marks = Array.from({ length: CRITERIA }, () => 1).map((mark, place) => mark + (place < sum - CRITERIA ? 1 : 0) - (place >= CRITERIA - Math.max(0, CRITERIA - sum) ? 1 : 0));
  for (let reviewer = author - 5; reviewer < author; reviewer++) model.reviews.review(reviewer, statement, marks);
  if (statement !== Projects.nameOf(author, "0x01")) throw new Error("A statement is named otherwise now.");
  model.clock.now += 15 * DAY;
  return { is: "admit", statement, submission: 1, project: 0, charter };
}

/** The fewest who win, in percent of the seated; more than a hundred: nobody does. */
export function fewest(size: number, turnout: number, prize: Prize): number {
  let [low, high] = [1, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (wins(size, middle, turnout, prize)) high = middle;
    else low = middle + 1;
  }
  return (low / size) * 100;
}
