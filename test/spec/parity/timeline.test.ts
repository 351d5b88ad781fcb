import { expect } from "chai";
import type { Hex } from "viem";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { parsePropose } from "#client/governance/propose.ts";
import { parseVote } from "#client/governance/vote.ts";
import { timelineOf } from "#client/timeline.ts";
import { parseDraftStatement } from "#client/work/draftStatement.ts";
import { parseReview } from "#client/work/review.ts";
import { parseSubmitStatement } from "#client/work/submitStatement.ts";
import { newestCharter } from "#client/work/charters.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { World } from "../../support/client/world.ts";

async function sixMembers() {
  return found({ members: 6 });
}

describe("What happened", () => {
  it("is told about a statement, a proposal, a member and a project, without the plumbing", async () => {
    const cooperative = await load(sixMembers);
    const world = new World(cooperative.record);
    const by = (member: number): Hex => cooperative.all[member - 1]!.address as Hex;
    const { rates, budget, minSurplus, salesCap, industry, stewards } = newestCharter((await world.read()).work.projects.get(1 as ProjectId)!);
    const charter = { statement: `0x${"a1".repeat(32)}`, uri: "", rates, budget, minSurplus, salesCap, industry, stewards } as const;
    await world.attempt(parseDraftStatement({ project: null, previous: null, cofounders: [], charter }), by(1));
    const statement = [...(await world.read()).work.statements.keys()][0]!;
    await world.attempt(parseSubmitStatement({ statement }), by(1));
    await world.attempt(parseReview({ statement, marks: Array.from({ length: 12 }, () => 2), comment: null, uri: "" }), by(2));
    await world.attempt(parsePropose({ actions: [{ type: "close", project: 1 as ProjectId }], description: "close", proposer: by(3) }, world.deployment), by(3));
    await chain.networkHelpers.time.increase(2 * DAY + 5);
    const proposal = [...(await world.read()).governance.proposals.keys()][0]!;
    await world.attempt(parseVote({ id: proposal }, "against", "no"), by(4));
    const books = await world.read();
    const names = (about: Parameters<typeof timelineOf>[1]): string[] => timelineOf(books, about).map(({ name }) => name);
    expect(names({ statement })).to.deep.equal(["Reviewed", "Submitted", "StatementDrafted"]);
    expect(names({ proposal })).to.deep.equal(["VoteCast", "ProposalCreated"]);
    expect(names({ member: 1 as MemberId }).slice(0, 2)).to.deep.equal(["Submitted", "StatementDrafted"]);
    expect([2, 3, 4].map((member) => names({ member: member as MemberId })[0])).to.deep.equal(["Reviewed", "ProposalCreated", "VoteCast"]);
    expect(names({ project: 0 as ProjectId })).to.deep.equal(["ProjectFounded"]);
    expect(timelineOf(books).every(({ name }) => !/^(Transfer|Locked|Role|Call|ProposalWeighed)/.test(name))).to.equal(true);
  });
});
