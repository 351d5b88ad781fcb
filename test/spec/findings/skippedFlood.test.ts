import { expect } from "chai";
import type { ChainEvent } from "#client/chain/events.ts";
import { applyEvents, emptyLedger, type Ledger } from "#client/ledger.ts";

const MANY = 100_000;
const PROPOSAL = 7n;
const STATEMENT = `0x${"12".repeat(32)}`;

/** An event as the log tells it, with what a fold reads of it. */
const told = (contract: string, name: string, args: object, at: number): ChainEvent => ({ contract, name, args, at, tx: `0x${"00".repeat(32)}`, block: at, index: 0 }) as unknown as ChainEvent;

const proposed = told("governor", "ProposalCreated", { proposalId: PROPOSAL, targets: [], calldatas: [], description: "", voteStart: 1n, voteEnd: 2n }, 0);
const published = told("projectReviews", "ArticlePublished", { article: STATEMENT, author: 1, document: STATEMENT, uri: "", coauthors: [] }, 0);
const skipped = (place: number): ChainEvent => told("governor", "BallotSkipped", { proposalId: PROPOSAL, member: place, reason: 1 }, place);
const adopted = (place: number): ChainEvent => told("projectReviews", "CommentAdopted", { statement: STATEMENT, reviewed: STATEMENT, reviewer: place }, place);

const read = (first: ChainEvent, each: (place: number) => ChainEvent): Ledger => applyEvents(emptyLedger(0), [first, ...Array.from({ length: MANY }, (_, place) => each(place))]);

// Anyone may carry ballots that cannot be counted, at some thousand gas each, and each is in the log for ever. The books copied all
// that came before for each of them: twenty thousand kept every page waiting for half a minute, a hundred thousand for many.
describe("A hundred thousand entries under one proposal or statement", () => {
  it("that are ballots nobody counted, keep no reader waiting", function () {
    this.timeout(20_000);
    const { governance } = read(proposed, skipped);
    expect(governance.proposals.get(PROPOSAL as never)!.skipped.length).to.equal(MANY);
  });

  it("that are comments said to be adopted, neither", function () {
    this.timeout(20_000);
    const { work } = read(published, adopted);
    expect(work.statements.get(STATEMENT as never)!.adopted.length).to.equal(MANY);
  });

  it("leave the books of before as they were: a later run writes into none of them", () => {
    const before = applyEvents(emptyLedger(0), [proposed, skipped(1), skipped(2)]);
    const after = applyEvents(before, [skipped(3), skipped(4)]);
    const count = ({ governance }: Ledger): number => governance.proposals.get(PROPOSAL as never)!.skipped.length;
    expect([count(before), count(after)]).to.deep.equal([2, 4]);
  });
});
