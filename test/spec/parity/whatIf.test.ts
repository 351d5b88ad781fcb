import { expect } from "chai";
import { epochOf } from "#client/chain/clock.ts";
import { DAY, EPOCH } from "#client/chain/epoch.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { InputFault } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseDraw } from "#client/value/draw.ts";
import type { Compared } from "#client/value/standings.ts";
import { type WhatIf, whatIf } from "#client/value/whatIf.ts";
import { mayBeRound, whatIfRound } from "#client/value/whatIfRound.ts";
import { parseAnswer } from "#client/work/answer.ts";
import { parseAttest } from "#client/work/attest.ts";
import { parseChallenge } from "#client/work/challenge.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { answerObstacle, challengeObstacle } from "#client/work/may.ts";
import { parseRecord } from "#client/work/record.ts";
import type { Report } from "#client/work/report.ts";
import { isTwoSided } from "#client/work/twoSided.ts";
import type { Claim, Kind, Part } from "#client/work/types.ts";
import { chain, load } from "../../support/chain.ts";
import { BUDGET, CHARTERS, type Cooperative, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { History } from "../../support/client/history.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { World } from "../../support/client/world.ts";

/** How many records and second rounds are supposed first and done then. */
const CASES = Number(process.env.GONGSHENG_WHATIF_CASES ?? 60);

async function sixteenMembers(): Promise<Cooperative> {
  return found({ members: 16 });
}

interface ChainSums {
  readonly budget: bigint;
  readonly stop: bigint;
  readonly direct: bigint;
  readonly batches: bigint;
  readonly batchPart: bigint;
  readonly total: bigint;
}

/** The chain's answer to what was reckoned of an epoch: every sum now, and every share once it is drawn. */
async function expectDone(world: World, cooperative: Cooperative, project: ProjectId, said: Compared, where: string): Promise<void> {
  const { epoch, after, members } = said;
  const sums = await world.view<ChainSums>("contributionLedger", "sumsOf", project, epoch);
  for (const name of ["budget", "stop", "direct", "batches", "batchPart", "total"] as const) expect(sums[name], `${where}: ${name}`).to.equal(after[name]);
  for (const { member, after: then } of members) expect(await world.view("contributionLedger", "creditOf", project, epoch, member), `${where}: credit of ${member}`).to.equal(then.credit);
  await cooperative.until(Math.max(cooperative.start(epoch + 2), (await world.now()) + 1));
  for (let closed = await unclosed(world, project); closed > 8n; closed = await unclosed(world, project)) await cooperative.shares.close(project, 8);
  for (const { member, after: then } of members) {
    if (then.credit === 0n) continue;
    const before = await world.view<bigint>("shareLedger", "lotOf", project, member, epoch);
    expect(await world.attempt(parseDraw({ project, member, epochs: [epoch] }), cooperative.all[0]!.address), `${where}: drawing for ${member}`).to.equal(null);
    expect((await world.view<bigint>("shareLedger", "lotOf", project, member, epoch)) - before, `${where}: shares of ${member}`).to.equal(then.shares);
  }
  await cooperative.shares.close(project, 8);
  if (after.total > 0n) expect((await world.view<readonly bigint[]>("shareLedger", "closedEpoch", project, epoch))[0], `${where}: issue`).to.equal(after.issued);
}

const unclosed = async (world: World, project: ProjectId): Promise<bigint> => {
  const count = await world.view<bigint>("contributionLedger", "creditedEpochCount", project);
  return count - BigInt((await world.view<readonly [number, bigint]>("shareLedger", "closedUntil", project))[0]);
};

describe("What is supposed comes true to the unit, when it is done", () => {
  it(`in ${CASES} random moments of a random history: recorded or answered by those it named, drawn by all`, async function () {
    this.timeout(60_000 + CASES * 5_000);
    const random = new Random(specSeed + 11);
    const cooperative = await load(sixteenMembers);
    const world = new World(cooperative.record);
    const history = new History(random);
    const seen = { done: 0, refused: 0, confirmed: 0, overStop: 0, shared: 0, scarce: 0, tooFew: 0, rounds: 0, cut: 0, paired: 0 };
    for (const { signer, id } of cooperative.all) {
      if (id % 6 !== 0) await cooperative.ledger.connect(signer).enrol(1);
      if (id < 8) await cooperative.ledger.connect(signer).enrol(2);
    }

    /** Seven of the repair corner seal all that one member may count for, so that there is more credit than budget. */
    const rush = async (): Promise<void> => {
      const project = PROJECT.repair as ProjectId;
      for (const { signer } of cooperative.all.slice(0, 7)) await cooperative.ledger.connect(signer).enrol(project).catch(() => undefined);
      for (const { id, signer } of cooperative.all.slice(7, 15)) {
        const [by, quantity, evidence] = [id as MemberId, 150, random.hash()];
        const { obstacle, able, preview, attesters } = whatIf(await world.read(), { project, kind: "work", quantity, by }, await world.now());
        if (obstacle !== null || able < preview.needed) continue;
        await cooperative.ledger.connect(signer).record({ project, kind: 0, quantity, evidence, occurredAt: await world.now(), split: [], uri: "" });
        for (const { member } of attesters.filter((one) => one.obstacle === null).slice(0, preview.needed)) await cooperative.ledger.connect(cooperative.all[member - 1]!.signer).attest(by, evidence, quantity);
      }
    };

    const tryRecord = async (before: Ledger, at: number, where: string): Promise<void> => {
      const rushed = random.part() < 0.25;
      if (rushed) await rush();
      const [books, now] = rushed ? [await world.read(), (await world.now()) + 1] : [before, at];
      const supposed = { ...randomRecord(random, books), ...(rushed ? { project: PROJECT.repair as ProjectId, kind: "work" as const, split: [] } : {}) };
      const said = whatIf(books, supposed, now);
      const { project, kind, quantity, by } = supposed;
      const evidence = random.hash();
      const split = supposed.split ?? [];
      await chain.networkHelpers.time.setNextBlockTimestamp(now);
      const recording = parseRecord({ project, kind, quantity, evidence, occurredAt: now - 60, split, uri: "" });
      const refusal = await world.attempt(recording, cooperative.all[by - 1]!.address);
      expect(refusal, `${where}: recording`).to.equal(said.obstacle);
      if (refusal !== null) return void (seen.refused += 1);
      if (isTwoSided(kind)) {
        expect(await world.attempt(parseConfirm({ by, report: recording.args[0] as Report }), cooperative.all[split[1]!.member - 1]!.address), `${where}: confirming`).to.equal(null);
        seen.confirmed += 1;
      }
      await expectAttesters(world, said, where);
      const able = said.attesters.filter(({ obstacle }) => obstacle === null);
      expect(able.length).to.equal(said.able);
      const { needed, cost } = said.preview;
      // Whoever cannot answer is refused by the rule that was named.
      const unable = said.attesters.find(({ obstacle }) => obstacle !== null);
      if (unable) expect(await world.attempt(parseAttest({ by, evidence, quantity }), cooperative.all[unable.member - 1]!.address), `${where}: ${unable.member} cannot`).to.equal(unable.obstacle);
      if (said.able < needed) return void (seen.tooFew += 1);
      for (const { member, left, limit } of random.some(able, needed)) {
        expect(await world.attempt(parseAttest({ by, evidence, quantity }), cooperative.all[member - 1]!.address), `${where}: attesting by ${member}`).to.equal(null);
        const [, spent] = await world.view<readonly [bigint, bigint]>("contributionLedger", "attesterBudget", project, member);
        expect(spent, `${where}: spent by ${member}`).to.equal(limit - left + cost);
      }
      seen.done += 1;
      if (split.length > 0) seen.shared += 1;
      if (said.attesters.some(({ pairLeft }) => pairLeft !== null)) seen.paired += 1;
      if (said.members.some(({ after, before }) => after.overStop > before.overStop)) seen.overStop += 1;
      if (said.after.issued < said.after.total) seen.scarce += 1;
      await expectDone(world, cooperative, project, said, where);
    };

    const tryRound = async (books: Ledger, claim: Claim, now: number, where: string): Promise<void> => {
      const members = [...books.people.members.keys()];
      await chain.networkHelpers.time.setNextBlockTimestamp(now);
      const challenger = members.find((member) => challengeObstacle(books, claim, member, now) === null);
      if (claim.round === null && challenger === undefined) return;
      if (claim.round === null) expect(await world.attempt(parseChallenge(claim), cooperative.all[challenger! - 1]!.address)).to.equal(null);
      const first = await world.read();
      const opened = first.work.claims.get(claim.id)!;
      const able = members.filter((member) => answerObstacle(first, opened, member, now + 1) === null);
      const wanted = random.whole(0, able.length);
      for (const member of able.slice(0, wanted)) {
        const tenths = claim.lane === "batch" ? random.one([0, 10]) : random.whole(0, 10);
        expect(await world.attempt(parseAnswer({ by: claim.by, evidence: claim.evidence, tenths, lane: claim.lane }), cooperative.all[member - 1]!.address)).to.equal(null);
      }
      const { tenths } = (await world.read()).work.claims.get(claim.id)!;
      const said = whatIfRound(books, claim, tenths, now);
      seen.rounds += 1;
      if (said.to < said.from) seen.cut += 1;
      expect((await world.view<{ inForce: bigint }>("contributionLedger", "claimOf", claim.id)).inForce, `${where}: value in force`).to.equal(said.to);
      await expectDone(world, cooperative, claim.project, said, where);
    };

    // A run in which something never happened would prove nothing of it: then it goes on.
    const isLacking = (): boolean => Object.values(seen).some((count) => count === 0);
    for (let number = 0, step = 0; number < CASES || (number < 5 * CASES && isLacking()); step++) {
      const books = await world.read();
      const now = (await world.now()) + (step % 40 === 39 ? random.one([3, 9]) * DAY : step % 300 === 299 ? EPOCH : random.one([60, 3_600, 15_000]));
      if (step < 120 || step % 4 !== 0) {
        const act = history.next(books, now);
        if (!act || act.voted) continue;
        await chain.networkHelpers.time.setNextBlockTimestamp(now);
        await world.attempt(act.intent, cooperative.all[act.by - 1]!.address);
        continue;
      }
      number += 1;
      const open = [...books.work.claims.values()].filter((claim) => mayBeRound(books, claim, now));
      const where = `case ${number}, step ${step} (seed ${specSeed})`;
      const bottom = await chain.networkHelpers.takeSnapshot();
      if (number % 3 === 0 && open.length > 0) await tryRound(books, random.one(open), now, where);
      else await tryRecord(books, now, where);
      await bottom.restore();
    }
    for (const [what, count] of Object.entries(seen)) expect(count, `${what} among ${CASES} (seed ${specSeed})`).to.be.greaterThan(0);
    if (process.env.GONGSHENG_WHATIF_CASES) console.log(seen);
  });

  it("under another budget, another rate and with others' credit: as in the project that has them", async () => {
    const random = new Random(specSeed + 13);
    let compared = 0;
    for (let round = 0; round < 6; round++) {
      const budget = BUDGET + BigInt(random.whole(-80, 200)) * (BUDGET / 100n);
      const rate = BigInt(random.whole(1, 3_000)) * 1_000n;
      const twin = { ...CHARTERS[PROJECT.mill]!, budget, rates: [rate, UNIT, 2n * UNIT, 0n] as const };
      const cooperative = await found({ members: 14, charters: [CHARTERS[0]!, CHARTERS[1]!, { ...twin, rates: [...twin.rates] }] });
      const world = new World(cooperative.record);
      for (const project of [1, 2]) await cooperative.allEnrol(cooperative.all.slice(0, 11), project);
      const attests = async (by: number, quantity: number, kind: "work" | "sharing", project: number): Promise<boolean> => {
        const now = await world.now();
        const { able, preview, attesters, obstacle } = whatIf(await world.read(), { project: project as ProjectId, kind, quantity, by: by as MemberId }, now);
        if (obstacle !== null || able < preview.needed) return false;
        const record = await cooperative.records(cooperative.all[by - 1]!, { project, kind, quantity });
        const free = attesters.filter((one) => one.obstacle === null).slice(0, preview.needed);
        await cooperative.allAttest(free.map(({ member }) => cooperative.all[member - 1]!), record, quantity);
        return true;
      };
      // What was recorded before is worth the same in both: shared at 2 units a time.
      for (let count = 0; count < 8; count++) {
        const [by, quantity] = [random.whole(1, 14), random.whole(1, 45)];
        if (await attests(by, quantity, "sharing", 2)) expect(await attests(by, quantity, "sharing", 1), "the same in the other").to.equal(true);
      }
      const books = await world.read();
      const [by, quantity] = [random.whole(1, 14) as MemberId, random.whole(1, 60)];
      // Others who have nothing yet, so that what they bring counts in full.
      const idle = [...books.people.members.keys()].filter((member) => member !== by && !books.work.credits.has(`2.0.${member}`)).slice(0, 2);
      const others = BigInt(idle.length) * 6n * UNIT;
      const said = whatIf(books, { project: 1 as ProjectId, kind: "work", quantity, by, budget, rate, others }, await world.now());
      const real = whatIf(books, { project: 2 as ProjectId, kind: "work", quantity, by }, await world.now());
      const terms = ({ rate: r, value, tier, needed, cost, limit, obstacle }: WhatIf["preview"]) => ({ r, value, tier, needed, cost, limit, obstacle });
      expect(terms(said.preview)).to.deep.equal(terms(real.preview));
      for (const member of idle) expect(await attests(member, 3, "sharing", 2)).to.equal(true);
      if (said.obstacle === null && !(await attests(by, quantity, "work", 2))) continue;
      const here = said.members.filter(({ member }) => !idle.includes(member));
      await expectDone(world, cooperative, 2 as ProjectId, { ...said, members: here }, `round ${round} (seed ${specSeed})`);
      compared += 1;
    }
    expect(compared, `of six (seed ${specSeed})`).to.be.greaterThan(1);
  });
});

/** What every attester has left and may spend with each contributor, as the chain counts it. */
async function expectAttesters(world: World, said: WhatIf, where: string): Promise<void> {
  const enrolled = await world.view<bigint>("contributionLedger", "enrolledNow", said.project);
  expect(BigInt(said.preview.free) <= enrolled, where).to.equal(true);
  for (const { member, limit, left, pairLeft, obstacle } of said.attesters) {
    // A limit between two is told with the one who stands in its way, and nobody is said to be able who is beyond it.
    if (obstacle === null) expect(pairLeft === null || pairLeft >= said.preview.cost, `${where}: pairs of ${member}`).to.equal(true);
    if (obstacle === "PairLimit") expect(pairLeft! < said.preview.cost, `${where}: pairs of ${member}`).to.equal(true);
    const [most, spent] = await world.view<readonly [bigint, bigint]>("contributionLedger", "attesterBudget", said.project, member);
    expect([limit, left], `${where}: budget of ${member}`).to.deep.equal([most, most > spent ? most - spent : 0n]);
  }
}

function randomRecord(random: Random, books: Ledger): { project: ProjectId; kind: Kind; quantity: number; by: MemberId; split: readonly Part[] } {
  const members = [...books.people.members.keys()];
  const by = random.one(members);
  const others = random.part() < 0.35 ? random.some(members.filter((member) => member !== by), random.whole(1, 6)) : [];
  const project = random.one([1, 1, 1, 2, 2, 0, 3]) as ProjectId;
  const kind = project === PROJECT.mill ? random.one(["work", "work", "sharing", "experience"] as const) : "work";
  // An experience has an other side, which shares in it or only confirms it.
  const people = [by, ...(kind === "experience" && others.length === 0 ? [random.one(members.filter((member) => member !== by))] : others)];
  const split = people.length === 1 ? [] : people.map((member, place) => ({ member, parts: kind === "experience" && place === 1 && random.part() < 0.6 ? 0 : random.whole(1, 255) }));
  return { project, kind, quantity: random.one([1, random.whole(1, 12), random.whole(20, 100), random.whole(80, 130), random.whole(100, 1_200)]), by, split };
}

describe("What cannot be supposed is named", () => {
  let books: Ledger;
  let now: number;
  before(async () => {
    const cooperative = await load(sixteenMembers);
    const world = new World(cooperative.record);
    [books, now] = [await world.read(), await world.now()];
  });
  const base = { project: 1 as ProjectId, kind: "work" as const, quantity: 1, by: 1 as MemberId };
  const fault = (how: () => unknown): string => {
    try {
      how();
    } catch (error) {
      if (error instanceof InputFault) return error.field;
      throw error;
    }
    return "none";
  };

  it("by its field", () => {
    expect(fault(() => whatIf(books, { ...base, quantity: 0 }, now))).to.equal("quantity");
    expect(fault(() => whatIf(books, { ...base, quantity: 1.5 }, now))).to.equal("quantity");
    expect(fault(() => whatIf(books, { ...base, kind: "learning" }, now)), "an other side").to.equal("split");
    expect(fault(() => whatIf(books, { ...base, budget: 0n }, now))).to.equal("budget");
    expect(fault(() => whatIf(books, { ...base, rate: -1n }, now))).to.equal("rate");
    expect(fault(() => whatIf(books, { ...base, others: -1n }, now))).to.equal("others");
    expect(fault(() => whatIf(books, { ...base, split: [{ member: 2 as MemberId, parts: 1 }, { member: 1 as MemberId, parts: 1 }] }, now))).to.equal("split");
    expect(fault(() => whatIf(books, { ...base, split: [{ member: 1 as MemberId, parts: 1 }] }, now))).to.equal("split");
    expect(() => whatIf(books, { ...base, project: 99 as ProjectId }, now)).to.throw(RangeError);
  });

  it("and leaves the books alone, also where everything is supposed", () => {
    const kept = structuredClone(books);
    whatIf(books, { ...base, quantity: 5, budget: 3n * UNIT * 100n, rate: UNIT / 3n, others: 7n }, now);
    expect(books).to.deep.equal(kept);
    expect(epochOf(books, now)).to.equal(0);
  });

  it("what is refused changes nothing, and says why", () => {
    const said = whatIf(books, { ...base, quantity: 2_000 }, now);
    expect([said.obstacle, said.after.total, said.members[0]!.after.shares]).to.deep.equal(["ValueOutOfBounds", 0n, 0n]);
  });
});
