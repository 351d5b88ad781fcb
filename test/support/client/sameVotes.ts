import type { Ledger } from "#client/ledger.ts";
import { expiresAt, proposalState } from "#client/governance/state.ts";
import { ballotOf, quorumOf, tallyOf } from "#client/governance/tally.ts";
import { majorities, matters, type Proposal, proposalStates, supports } from "#client/governance/types.ts";
import { proposalIdOf } from "#client/governance/proposalParts.ts";
import { expect } from "chai";
import type { Same } from "./sameBooks.ts";
import type { World } from "./world.ts";

/** Compares what the books say of a proposal with what the governor says. */
export async function sameProposal(books: Ledger, proposal: Proposal, now: number, world: World, same: Same): Promise<void> {
  const { id, proposer, opensAt, closesAt, eta, matter, majority, quorumPercent, timelockDays } = proposal;
  const tally = tallyOf(proposal);
  expect(proposalIdOf(proposal)).to.equal(id);
  await same(proposalStates.indexOf(proposalState(proposal, books, now)), "governor", "state", id);
  await same(BigInt(opensAt), "governor", "proposalSnapshot", id);
  await same(BigInt(closesAt), "governor", "proposalDeadline", id);
  await same(BigInt(expiresAt(proposal)), "governor", "proposalExpiry", id);
  await same(BigInt(eta ?? 0), "governor", "proposalEta", id);
  await same([BigInt(tally.against), BigInt(tally.for), BigInt(tally.abstain)], "governor", "proposalVotes", id);
  if (now > opensAt) await same(BigInt(quorumOf(proposal, books)), "governor", "quorumOf", id);
  const key = await world.view<string>("governor", "proposalProposer", id);
  expect(books.people.byKey.get(key.toLowerCase())).to.equal(proposer);
  const decision = await world.view<Record<string, unknown>>("governor", "decisionOf", id);
  expect(decision).to.include({ matter: matters.indexOf(matter), majority: majorities.indexOf(majority), quorumPercent, timelockDays });
  for (const member of books.people.members.keys()) {
    const ballot = ballotOf(proposal, member);
    const [voted, support] = await world.view<[boolean, number]>("governor", "ballotOf", id, member);
    expect([voted, voted ? supports[support] : undefined], `ballot of member ${member}`).to.deep.equal([ballot !== undefined, ballot?.support]);
  }
}
