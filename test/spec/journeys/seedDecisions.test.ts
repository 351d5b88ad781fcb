import { expect } from "chai";
import { network } from "hardhat";
import { createPublicClient, custom } from "viem";
import { epochOf } from "#client/chain/clock.ts";
import { parseDeployment } from "#client/chain/deployment.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { actionsOf } from "#client/governance/actions.ts";
import { arithmeticOf } from "#client/governance/arithmetic.ts";
import { mayVote } from "#client/governance/may.ts";
import { dangersOf } from "#client/governance/describe.ts";
import { isDecided, proposalState } from "#client/governance/state.ts";
import { proposalStates } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { readLedger } from "#client/read.ts";
import { isClosedIn, isOnProbation } from "#client/work/charters.ts";
import { mayReview } from "#client/work/mayReview.ts";
import { gradeOfStatement } from "#client/work/reviews.ts";
import { ipfsAddress } from "#client/work/statement/address.ts";
import { digestOf } from "#client/work/statement/canonical.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { serialise } from "#client/work/statement/format.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import { documentInside, titleOf } from "#client/work/statements.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import type { Practice } from "../../../scripts/lib/practice.ts";
import { PROJECTS } from "../../../scripts/seed/projects.ts";
import { WHO } from "../../../scripts/seed/records.ts";
import { seed } from "../../../scripts/seed/seed.ts";

describe("The seed, in what it decided,", () => {
  let practice: Practice;
  let books: Ledger;
  let now: number;

  before(async () => {
    const chain = await network.create({ network: "default", chainType: "l1" });
    practice = await seed(chain, () => undefined);
    books = (await readLedger(createPublicClient({ transport: custom(chain.provider as never) }) as never, parseDeployment(practice.deployment))).ledger;
    now = (await chain.ethers.provider.getBlock("latest"))!.timestamp;
  });

  const stageOfStatement = (record: StatementRecord): string => {
    const { stage } = statementStageOf(record, now);
    const title = titleOf(record);
    // One article lies on IPFS, so that its title is not known before it is fetched.
    return `${title.known ? title.en : record.kind}: ${stage}${stage === "reviewed" || stage === "admitted" ? ` ${gradeOfStatement(record, now)}` : ""}`;
  };
  const proposals = () => [...books.governance.proposals.values()];

  it("holds statements and articles in every stage, each readable", () => {
    const records = [...books.work.statements.values()];
    expect(records.map(stageOfStatement)).to.deep.equal([
      "Creekside Morning Market: admitted A", "把账记到外人也看得懂: reviewed A+", "Shared Raincoats: admitted B", "Night Bus: reviewed C", "Bamboo: reviewed D", "article: reviewed A",
      "Rooftop Sun: reviewed B", "Hill First Aid: reviewed A", "Bamboo Workshop: inReview", "Rice Mill: inReview", "农忙时怎样排队用碾米机: inReview", "Seed Library: draft",
    ]);
    for (const { document, uri } of records) {
      const text = practice.statements.get(`${document}.md`)!;
      expect(digestOf(new TextEncoder().encode(text))).to.equal(document);
      const inside = documentInside(uri, document);
      if (inside) expect(serialise(inside)).to.equal(text);
      else expect(uri).to.equal(ipfsAddress(document));
    }
  });

  it("lacks the review of member 1 where it is awaited, and holds a draft of that member", () => {
    const lin = 1 as MemberId;
    const awaited = [...books.work.statements.values()].filter((record) => statementStageOf(record, now).stage === "inReview");
    for (const record of awaited) expect(mayReview(books, record, lin, now), titleOf(record).en).to.equal(null);
    expect(awaited.map(({ submissions }) => submissions.at(-1)!.reviews.length)).to.deep.equal([4, 2, 2]);
    const draft = [...books.work.statements.values()].find(({ submissions }) => submissions.length === 0)!;
    expect(draft.proposer).to.equal(lin);
  });

  it("shows a version that takes up what was said of the one before, with comments that match their digests", () => {
    const records = [...books.work.statements.values()];
    const better = records.find(({ adopted }) => adopted.length > 0)!;
    const before = records.find(({ id }) => id === better.previous)!;
    expect([titleOf(before).en, titleOf(better).en]).to.deep.equal(["Bamboo", "Bamboo Workshop"]);
    expect(better.adopted.map(({ reviewer }) => Number(reviewer))).to.deep.equal([WHO.he, WHO.fang]);
    const document = documentInside(better.uri, better.document);
    expect(document?.previous).to.equal(cidOf(before.document));
    let read = 0;
    for (const { comment, uri } of records.flatMap(({ submissions }) => submissions).flatMap(({ reviews }) => reviews)) {
      if (comment === null) continue;
      const words = readUri(uri);
      expect(words?.is === "words" && digestOf(new TextEncoder().encode(words.words))).to.equal(comment);
      read += 1;
    }
    expect(read).to.be.greaterThan(30);
    expect(records.flatMap(({ submissions }) => submissions).some(({ reviews }) => reviews.some(({ revised }) => revised))).to.equal(true);
  });

  it("holds proposals in every state of the contract", () => {
    const states = proposals().map((proposal) => proposalState(proposal, books, now));
    expect(states).to.deep.equal(["executed", "executed", "expired", "executed", "executed", "defeated", "cancelled", "queued", "succeeded", "active", "active", "pending"]);
    expect(new Set(states).size).to.equal(proposalStates.length);
    for (const proposal of proposals()) expect(actionsOf(proposal, books, parseDeployment(practice.deployment)).every((action) => action.type !== "unknown")).to.equal(true);
      // What may still be carried out, can be: no number out of bounds, no terms but the reviewed ones.
      for (const proposal of proposals().filter((one) => !isDecided(proposalState(one, books, now))))
        expect(actionsOf(proposal, books, parseDeployment(practice.deployment)).flatMap((action) => dangersOf(action, books, now).map(({ en }) => en)), proposal.description).to.deep.equal([]);
  });

  it("has one vote that closes within minutes, lacks the ballot of member 1, and is decided by it", () => {
    const roof = proposals().find(({ opensAt, closesAt }) => opensAt < now && closesAt >= now && closesAt < now + 900)!;
    expect(roof.closesAt - now).to.be.within(300, 900);
    expect(mayVote(books, roof, 1 as MemberId, now)).to.equal(null);
    const { carried, moreNeeded, quorum } = arithmeticOf(roof, books, now);
    expect([carried, moreNeeded, quorum.reached]).to.deep.equal([false, 1, true]);
  });

  it("has a project on probation with records, one that is closed, and one that a steward asks to close", () => {
    const [market, raincoats, repair] = [PROJECTS.market, PROJECTS.raincoats, PROJECTS.repair].map((id) => books.work.projects.get(id as ProjectId)!);
    const epoch = epochOf(books, now);
    expect([market!.grade, isOnProbation(market!, epoch), market!.closing]).to.deep.equal(["A", true, null]);
    expect([...books.work.claims.values()].filter(({ project }) => project === market!.id).length).to.be.greaterThan(2);
    expect([raincoats!.grade, isClosedIn(raincoats!, epoch), raincoats!.closing?.by]).to.deep.equal(["B", true, "stewards"]);
    expect([repair!.asking.map(Number), repair!.closing]).to.deep.equal([[WHO.tang], null]);
  });
});
