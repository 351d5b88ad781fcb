import { expect } from "chai";
import { network } from "hardhat";
import { EPOCH } from "#client/chain/epoch.ts";
import type { ContributionId, MemberId, ProjectId } from "#client/chain/ids.ts";
import { parsePractice } from "#client/chain/practice.ts";
import type { Ledger } from "#client/ledger.ts";
import { nameOf } from "#client/people/names.ts";
import { timelineOf } from "#client/timeline.ts";
import { explain } from "#client/value/explain.ts";
import type { Trees } from "#client/value/leaves.ts";
import { lotsOf, sharesOf } from "#client/value/lots.ts";
import { waitingFor } from "#client/value/waiting.ts";
import type { Batch } from "#client/work/batch.ts";
import { BatchMismatch, openBatch, readDataUri } from "#client/work/batchSource.ts";
import { verifyManifest } from "#client/work/evidence.ts";
import { type Situation, stageOf } from "#client/work/stage.ts";
import { statementOf } from "#client/work/statements.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import type { DeploymentRecord } from "../../../scripts/deploy/record.ts";
import type { Practice } from "../../../scripts/lib/practice.ts";
import { seed } from "../../../scripts/seed/seed.ts";
import { expectSameBooks } from "../../support/client/sameBooks.ts";
import { World } from "../../support/client/world.ts";

const LIN = 1 as MemberId;

describe("The seeded cooperative, read by the client", function () {
  this.timeout(120_000);
  let world: World;
  let practice: Practice;
  let books: Ledger;
  let now: number;
  let histories: Map<ContributionId, Batch>;
  let trees: Trees;

  before(async () => {
    const chain = await network.create({ network: "default", chainType: "l1" });
    practice = await seed(chain, () => undefined);
    world = new World(practice.deployment as unknown as DeploymentRecord, chain.provider);
    [books, now] = [await world.read(), await world.now()];
    const batches = [...books.work.claims.values()].filter((claim): claim is BatchClaim => claim.lane === "batch");
    histories = new Map(batches.map((claim) => [claim.id, openBatch(claim, inlineBytes(claim))]));
    trees = new Map([...histories].map(([id, batch]) => [id, batch.tree!]));
  });

  const inlineBytes = (claim: BatchClaim): Uint8Array => {
    const source = readDataUri(claim.uri);
    return source?.is === "inline" ? source.bytes : expect.fail("the batch's data is not at hand");
  };

  it("says what every view of the contracts says", async () => {
    await expectSameBooks(world, books, histories);
  });

  it("has thirteen seats to take, and names in both languages that the digests on chain confirm", () => {
    const seats = parsePractice({ seats: practice.seats }, world.deployment);
    for (const { member, address } of seats) {
      const found = books.people.members.get(member)!;
      expect(found.key).to.equal(address);
      const { zh, en, known } = nameOf(found);
      expect(known).to.equal(true);
      expect({ zh, en }).to.deep.equal(practice.seats[member - 1]!.name);
    }
    expect(seats).to.have.length(13);
  });

  it("has projects that say what they are", () => {
    for (const project of books.work.projects.values()) expect(statementOf(project).known, `project ${project.id}`).to.equal(true);
  });

  it("has records in every situation that a member can meet", () => {
    const situations = new Set([...books.work.claims.values()].map((claim) => stageOf(books, claim, now).situation));
    const all: Situation[] = ["unconfirmed", "waiting", "lapsed", "withdrawn", "nothing", "window", "round", "standing", "final", "void"];
    expect([...situations].toSorted()).to.deep.equal(all.toSorted());
  });

  it("publishes evidence that matches the digests on chain, and words that can be shown", () => {
    const manifests = [...practice.evidence.values()].map((text) => new TextEncoder().encode(text));
    let matched = 0;
    for (const claim of books.work.claims.values()) {
      if (claim.lane !== "record" && claim.lane !== "joint") continue;
      expect(readUri(claim.uri)?.is, claim.uri).to.equal("words");
      const verdict = manifests.map((bytes) => verifyManifest(bytes, claim.evidence)).find(({ is }) => is === "matches");
      if (verdict?.is === "matches" && verdict.found) matched += 1;
    }
    expect(matched).to.be.greaterThan(20);
  });

  it("publishes a batch that leads to its root, and one byte of it changed does not", () => {
    for (const [id] of histories) {
      const claim = books.work.claims.get(id) as BatchClaim;
      const bytes = inlineBytes(claim);
      bytes[bytes.length - 3] = bytes.at(-3)! ^ 1;
      expect(() => openBatch(claim, bytes)).to.throw(BatchMismatch, "digest");
      expect(() => openBatch({ ...claim, sum: claim.sum + 1n }, inlineBytes(claim))).to.throw(BatchMismatch, "root");
    }
    expect(histories.size).to.be.greaterThan(0);
  });

  it("has something of each sort waiting for Lin, and what the client offers is what the contracts allow", async () => {
    const waiting = waitingFor(books, LIN, now, trees);
    expect(waiting.filter(({ is }) => is === "attest").length).to.be.greaterThan(1);
    expect(waiting.filter(({ is }) => is === "confirm")).to.have.length(1);
    expect(waiting.filter(({ is }) => is === "draw")).to.have.length(1);
    expect(waiting.filter(({ is }) => is === "drawLeaf")).to.have.length(1);
    expect(waitingFor(books, LIN, now).filter(({ is }) => is === "lookForLeaf")).to.have.length(1);
    for (const offer of waiting) {
      if (offer.is === "draw") expect(await world.view("shareLedger", "isDrawn", offer.lot.project, LIN, offer.lot.epoch)).to.equal(false);
      if (offer.is === "attest") expect(offer.claim.owners).not.to.include(LIN);
      if (offer.is === "confirm") expect((await world.view<readonly number[]>("contributionLedger", "ownersOf", offer.claim.id))[1]).to.equal(LIN);
    }
  });

  it("takes every number of every member apart, to records and answers, without a rest", () => {
    let records = 0;
    for (const project of books.work.projects.keys())
      for (const holder of [0 as MemberId, ...books.people.members.keys()]) {
        const why = explain(books, holder, project as ProjectId, now, { histories });
        expect(why.shares).to.equal(sharesOf(books, project, holder));
        for (const { direct, leaves } of why.lots) {
          records += direct?.records.length ?? 0;
          if (direct) expect(direct.lot.shares * direct.lot.total + direct.rest).to.equal(direct.lot.credit * direct.lot.issued);
          for (const leaf of leaves) expect(leaf.records).not.to.equal(null);
        }
      }
    expect(records).to.be.greaterThan(10);
  });

  it("tells lots that can be drawn now from those that cannot yet", () => {
    for (const lot of lotsOf(books, LIN, now)) expect(lot.state).to.equal(lot.state === "drawn" ? "drawn" : lot.finalAt <= now ? "drawable" : "open");
    const later = lotsOf(books, LIN, now + 3 * EPOCH).filter(({ state }) => state === "open");
    expect(later).to.deep.equal([]);
  });

  it("tells what happened, newest first, about a claim, a member, a project", () => {
    const claim = [...books.work.claims.values()].find(({ round }) => round !== null)!;
    const told = timelineOf(books, { claim: claim.id });
    expect(told.at(-1)!.name).to.match(/Recorded|BatchPosted|BindingProposed/);
    expect(told.map(({ name }) => name)).to.include("Challenged");
    expect(told.every((event, place) => place === 0 || event.at <= told[place - 1]!.at)).to.equal(true);
    expect(timelineOf(books, { member: LIN }).length).to.be.greaterThan(5);
    expect(timelineOf(books, { project: 1 as ProjectId }).length).to.be.greaterThan(timelineOf(books, { claim: claim.id }).length);
  });
});
