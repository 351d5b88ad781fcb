import { id as hashOf } from "ethers";
import { expect } from "chai";
import { MARKS } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT, STAGE, UNIT, type Cooperative } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

const MILL = PROJECT.mill;

/** Twelve members, of whom members 2 to 11 attest in the mill, whose stewards are Zhou and He. */
async function founded() {
  const coop = await found({ members: 12 });
  await coop.allEnrol(coop.all.slice(1, 11));
  return coop;
}

/** The mill has five stewards: members 1 to 5. */
async function fiveStewards() {
  const coop = await found({ members: 12 });
  await coop.projects.connect(await votedHand(coop)).replaceStewards(MILL, [1, 2, 3, 4, 5]);
  return coop;
}

const ask = (coop: Cooperative, member: number, wanted = true, project: number = MILL) => coop.projects.connect(coop.all[member - 1]!.signer).askToClose(project, wanted);
const close = async (coop: Cooperative, project: number = MILL) => coop.projects.connect(await votedHand(coop)).close(project);
/** Attests until the claim is sealed. */
async function seal(coop: Cooperative, claim: Awaited<ReturnType<typeof coop.records>>, quantity: number): Promise<void> {
  for (const person of coop.all.slice(1, 11)) {
    if ((await coop.ledger.claimOf(claim.id)).stage !== STAGE.pending) return;
    if (person !== claim.by) await coop.attests(person, claim, quantity);
  }
}

describe("Stewards", () => {
  it("are replaced by a vote, at once, and by nobody else", async () => {
    const coop = await load(founded);
    const { assembly, projects, members, people } = coop;
    await expect(assembly.passes(await assembly.replaces(MILL, [people.lin, people.chen]))).to.emit(projects, "StewardsReplaced").withArgs(MILL, [1, 6]);
    expect(await projects.stewardsOf(MILL)).to.deep.equal([1n, 6n]);
    const root = historyOf({ "old@example.org": 5n }).root;
    await refused(coop.posting(people.zhou, { root, sum: 5n }), coop.ledger, "NotSteward", MILL, 2);
    await coop.nextEpoch();
    await coop.allEnrol(coop.all.slice(1, 11));
    await coop.posting(people.lin, { root, sum: 5n });
    const hand = projects.connect(await votedHand(coop));
    await refused(hand.replaceStewards(MILL, []), projects, "StewardsOutOfBounds", 0, 7);
    await refused(hand.replaceStewards(MILL, [1, 2, 3, 4, 5, 6, 7, 8]), projects, "StewardsOutOfBounds", 8, 7);
    await refused(hand.replaceStewards(MILL, [1, 1]), projects, "StewardTwice", 1);
    await refused(hand.replaceStewards(MILL, [13]), members, "NoSuchMember", 13);
    await refused(hand.replaceStewards(9, [1]), projects, "NoSuchProject", 9);
    for (const { signer, address } of [people.lin, people.zhou, coop.stranger]) await refused(projects.connect(signer).replaceStewards(MILL, [1]), projects, "OnlyByVote", address);
  });

  it("who are replaced ask for nothing any more: who comes after them begins with none asking", async () => {
    const coop = await load(fiveStewards);
    const { projects } = coop;
    for (const member of [1, 2]) await ask(coop, member);
    await projects.connect(await votedHand(coop)).replaceStewards(MILL, [1, 2, 6, 7]);
    await expect(ask(coop, 1)).to.emit(projects, "ClosingAsked").withArgs(MILL, 1, true, 1);
    await refused(ask(coop, 3), projects, "NotStewardOf", MILL, 3);
  });

  it("may all be replaced where none of them is left", async () => {
    const coop = await load(founded);
    const { people, projects } = coop;
    for (const who of [people.zhou, people.he]) await coop.membership.resigns(who);
    await expect(coop.assembly.passes(await coop.assembly.replaces(MILL, [people.fang]), [people.lin, ...coop.all.slice(3, 8)])).to.emit(projects, "StewardsReplaced").withArgs(MILL, [4]);
  });
});

describe("Closing by stewards", () => {
  it("happens where more than half of them ask, and binds from the next epoch", async () => {
    const coop = await load(fiveStewards);
    const { projects } = coop;
    const epoch = await coop.epoch();
    for (const [member, asking] of [[1, 1], [4, 2]] as const) {
      const act = ask(coop, member);
      await expect(act).to.emit(projects, "ClosingAsked").withArgs(MILL, member, true, asking);
      await expect(act).to.not.emit(projects, "ProjectClosed");
    }
    const act = ask(coop, 5);
    await expect(act).to.emit(projects, "ClosingAsked").withArgs(MILL, 5, true, 3);
    await expect(act).to.emit(projects, "ProjectClosed").withArgs(MILL, epoch + 1, 1);
    expect([await projects.closedFrom(MILL), (await projects.footingOf(MILL)).closing]).to.deep.equal([BigInt(epoch + 1), 1n]);
    for (const member of [1, 2]) await refused(ask(coop, member, member !== 1), projects, "ProjectIsClosed", MILL, epoch + 1);
  });

  it("of two needs both, and half of them are not enough", async () => {
    const coop = await load(founded);
    const { projects } = coop;
    await expect(ask(coop, 2)).to.not.emit(projects, "ProjectClosed");
    expect(await projects.closedFrom(MILL)).to.equal(0);
    await expect(ask(coop, 3)).to.emit(projects, "ProjectClosed");
    // One alone is more than half of one.
    await expect(ask(coop, 2, true, PROJECT.repair)).to.emit(projects, "ProjectClosed");
  });

  it("may be asked for and taken back, each once", async () => {
    const coop = await load(fiveStewards);
    const { projects } = coop;
    await refused(ask(coop, 1, false), projects, "AskedAlready", MILL, 1, false);
    await ask(coop, 1);
    await refused(ask(coop, 1), projects, "AskedAlready", MILL, 1, true);
    await ask(coop, 2);
    await expect(ask(coop, 1, false)).to.emit(projects, "ClosingAsked").withArgs(MILL, 1, false, 1);
    await expect(ask(coop, 3)).to.not.emit(projects, "ProjectClosed");
    await expect(ask(coop, 1)).to.emit(projects, "ProjectClosed");
  });

  it("is asked for by stewards who are members still: who was expelled asks no more, and takes nothing back", async () => {
    const coop = await load(fiveStewards);
    const { projects, members } = coop;
    await ask(coop, 2);
    await members.connect(await votedHand(coop)).expel(1, hashOf("cause"));
    await refused(ask(coop, 1), members, "NotActive", 1, 3);
    await coop.membership.resigns(coop.people.zhou);
    await refused(ask(coop, 2, false), members, "NotActive", 2, 2);
    expect(await projects.closedFrom(MILL)).to.equal(0);
  });

  it("is no stranger's and no other member's, and not of the cooperative itself or of no project", async () => {
    const coop = await load(founded);
    const { projects, members, stranger } = coop;
    await refused(ask(coop, 4), projects, "NotStewardOf", MILL, 4);
    await refused(projects.connect(stranger.signer).askToClose(MILL, true), members, "NotAMember", stranger.address);
    await refused(ask(coop, 1, true, PROJECT.cooperative), projects, "CooperativeStays");
    await refused(ask(coop, 1, true, 9), projects, "NoSuchProject", 9);
  });
});

describe("A project that a vote closes", () => {
  it("is closed from the next epoch, once; the cooperative itself never is", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    const act = assembly.passes(await assembly.closes(MILL));
    await expect(act).to.emit(projects, "ProjectClosed").withArgs(MILL, 1, 2);
    expect((await projects.footingOf(MILL)).closing).to.equal(2);
    const hand = projects.connect(await votedHand(coop));
    await refused(hand.close(MILL), projects, "ProjectIsClosed", MILL, 1);
    await refused(hand.close(0), projects, "CooperativeStays");
    await refused(hand.close(9), projects, "NoSuchProject", 9);
    for (const { signer, address } of [people.zhou, coop.stranger]) await refused(projects.connect(signer).close(PROJECT.repair), projects, "OnlyByVote", address);
  });

  it("goes on until then: records are made, attested and sealed, and enrolments counted", async () => {
    const coop = await load(founded);
    const { people, ledger, projects } = coop;
    await close(coop);
    expect(await projects.budgetAt(MILL, 0)).to.deep.equal([1000n * UNIT, true]);
    const rec = await coop.records(people.lin, { quantity: 10 });
    await coop.nextAt(coop.start(1) - 60);
    await coop.enrols(people.shen);
    await seal(coop, rec, 10);
    expect((await ledger.claimOf(rec.id)).stage).to.equal(STAGE.sealed);
    await coop.until(coop.start(2));
    await coop.draws(people.lin, 0);
    expect(await coop.sharesOf(people.lin)).to.equal(10n * UNIT);
  });

  it("takes nothing new from that second on: no record, no answer, no batch, no binding, no enrolment; what is unsealed is void", async () => {
    const coop = await load(founded);
    const { people, ledger, projects } = coop;
    const [waiting, begun] = [await coop.records(people.lin, { quantity: 10 }), await coop.records(people.lin, { quantity: 20 })];
    await coop.attests(people.zhou, begun, 20);
    const history = historyOf({ "old@example.org": 5n });
    const batch = await coop.posts(people.zhou, { root: history.root, sum: history.sum });
    await close(coop);
    // Those who answered in this epoch stay enrolled for the next.
    for (const [place, person] of coop.all.slice(2, 11).entries()) {
      const rec = await coop.records(people.shen, { quantity: 1, evidence: hashOf(`carry ${place}`) });
      await coop.attests(person, rec, 1);
    }
    await coop.until(coop.start(1));
    const closed = ["ProjectIsClosed", MILL, 1] as const;
    const [error, ...values] = closed;
    await refused(coop.records(people.lin, { quantity: 1 }), projects, "ProjectIsClosed", ...values);
    for (const claim of [waiting, begun]) await refused(coop.attests(people.he, claim, 10), projects, error, ...values);
    await refused(coop.attests(people.he, batch, 1), projects, error, ...values);
    await refused(coop.posting(people.he, { root: hashOf("root"), sum: 5n }), projects, error, ...values);
    await refused(coop.proposing(people.zhou, hashOf("identity"), people.fang), projects, error, ...values);
    await refused(coop.enrols(people.lin), projects, error, ...values);
    await refused(projects.cardAt(MILL, 0, 1), projects, error, ...values);
    expect(await projects.budgetAt(MILL, 1)).to.deep.equal([1000n * UNIT, false]);
    // It may still be taken back, so that its evidence is free for another project.
    await coop.withdraws(people.lin, waiting);
    await coop.nextEpoch();
    await refused(coop.attests(people.he, begun, 20), ledger, "NotEnrolled", MILL, 3, 2);
    expect([await coop.creditOf(people.lin, 0), (await ledger.sumsOf(MILL, 0)).total]).to.deep.equal([0n, 0n]);
  });

  it("keeps what was sealed: it is challenged in its window, answered in its second round, and drawn for ever", async () => {
    const coop = await load(founded);
    const { people, challenges, ledger, shares } = coop;
    await coop.until(coop.start(1) - 2 * DAY);
    // All who may answer later answer something in this epoch, and so stay enrolled for the next.
    const good = await coop.records(people.lin, { quantity: 20 });
    await seal(coop, good, 20);
    const doubted = await coop.records(people.shen, { quantity: 20 });
    await seal(coop, doubted, 20);
    for (const [place, person] of coop.all.slice(1, 11).entries()) {
      const rec = await coop.records(people.lin, { quantity: 1, evidence: hashOf(`stay ${place}`) });
      await coop.attests(person, rec, 1);
    }
    await close(coop);
    await coop.until(coop.start(1) + DAY);
    const first = (await ledger.attestersOf(doubted.id)).map(Number);
    const others = coop.all.slice(1, 11).filter(({ id }) => !first.includes(id));
    await expect(coop.challenge(people.lin, doubted)).to.emit(challenges, "Challenged");
    for (const person of others) await coop.answers(person, doubted, 5);
    expect(await coop.inForce(doubted)).to.equal(10n * UNIT);
    await coop.until(coop.start(2));
    await coop.draws(people.lin, 0);
    expect(await coop.sharesOf(people.lin)).to.equal(20n * UNIT);
    await coop.nextEpoch(200);
    await coop.draws(people.shen, 0);
    expect(await coop.sharesOf(people.shen)).to.equal(10n * UNIT);
    expect(await shares.closedEpoch(MILL, 0)).to.deep.equal([30n * UNIT, 30n * UNIT, 30n * UNIT]);
  });

  it("keeps its sealed batches: leaves of bound people are drawn as ever", async () => {
    const coop = await load(founded);
    const { people, shares } = coop;
    const history = historyOf({ "lin@example.org": 60n * UNIT, "shen@example.org": 40n * UNIT });
    const batch = await coop.posts(people.zhou, { root: history.root, sum: history.sum });
    const binding = await coop.proposes(people.zhou, history.leaf("lin@example.org").identity, people.lin);
    for (const claim of [batch, binding]) {
      for (const person of coop.all.slice(2, 11)) {
        if ((await coop.ledger.claimOf(claim.id)).stage !== STAGE.pending) break;
        await coop.attests(person, claim, 1);
      }
      expect((await coop.ledger.claimOf(claim.id)).stage).to.equal(STAGE.sealed);
    }
    await close(coop);
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, history.leaf("lin@example.org"));
    expect(await coop.sharesOf(people.lin)).to.equal(60n * UNIT);
    // Three years after its epoch the unbound leaf is the reserve's, closed or not.
    await refused(coop.drawsLeaf(batch, history.leaf("shen@example.org")), shares, "NotBoundYet", batch.id, history.leaf("shen@example.org").identity);
    await coop.until(coop.start(2) + 3 * 365 * DAY);
    await coop.drawsLeaf(batch, history.leaf("shen@example.org"));
    expect(await coop.sharesOf(0)).to.equal(40n * UNIT);
  });

  it("is not amended any more, and its stewards may still be replaced", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    await close(coop);
    await refused(assembly.drafts(people.zhou, { project: MILL }), projects, "ProjectIsClosed", MILL, 1);
    await projects.connect(await votedHand(coop)).replaceStewards(MILL, [4]);
    expect(await projects.stewardsOf(MILL)).to.deep.equal([4n]);
  });

  it("before it is live never is: in its own epoch nothing is recorded", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    await assembly.admitted(await assembly.graded(people.lin, MARKS.a));
    const from = (await coop.epoch()) + 1;
    await close(coop, 5);
    expect(await projects.closedFrom(5)).to.equal(from);
    await refused(coop.enrols(people.zhou, 5), projects, "ProjectIsClosed", 5, from);
    await refused(coop.records(people.zhou, { project: 5 }), projects, "ProjectNotLive", 5, from);
    await coop.until(coop.start(from));
    await refused(coop.records(people.zhou, { project: 5 }), projects, "ProjectIsClosed", 5, from);
    await refused(coop.enrols(people.zhou, 5), projects, "ProjectIsClosed", 5, from);
  });

  it("leaves an amendment of the same epoch without effect, and that of the epoch before in force", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    await assembly.admitted(await assembly.graded(people.he, MARKS.b, { project: MILL, charter: { budget: 1100n * UNIT } }));
    const epoch = await coop.epoch();
    await close(coop);
    expect([await projects.budgetAt(MILL, epoch), await projects.budgetAt(MILL, epoch + 1)]).to.deep.equal([[1000n * UNIT, true], [1100n * UNIT, false]]);
  });
});
