import { expect } from "chai";
import { EPOCH } from "#client/chain/epoch.ts";
import type { ContributionId, MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseDrawLeafOf } from "#client/value/drawLeaf.ts";
import { explain } from "#client/value/explain.ts";
import { leafLot } from "#client/value/leaves.ts";
import { sharesOf } from "#client/value/lots.ts";
import { buildBatch } from "#client/work/batch.ts";
import { attestObstacle, slotsOf } from "#client/work/may.ts";
import { parseRecord } from "#client/work/record.ts";
import { holds } from "#client/work/stage.ts";
import { sumsOf } from "#client/work/sums.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { chain, load } from "../../support/chain.ts";
import { found, UNIT, type Claimed, type Cooperative } from "../../support/cooperative.ts";
import { expectSameBooks } from "../../support/client/sameBooks.ts";
import { refused } from "../../support/refused.ts";
import { World } from "../../support/client/world.ts";

const MILL = 1 as ProjectId;
const RESERVE = 0 as MemberId;
const identity = (digit: string): `0x${string}` => `0x${digit.repeat(64)}`;

/** A history in which `first` did eight of ten records, and `second` the rest. */
const lopsided = (first: string, second: string) =>
  buildBatch(MILL, "commits", Array.from({ length: 10 }, (_, place) => ({ commit: `${place}${first.charAt(0)}`.padEnd(40, "a"), at: 0, people: [identity(place < 8 ? first : second)], added: 0, deleted: 0 })));

async function tenAttesters(): Promise<Cooperative> {
  const cooperative = await found({ members: 14 });
  await cooperative.allEnrol(cooperative.all.slice(2, 12));
  return cooperative;
}

let turn = 0;

/** Gives a yes, or a quantity, of as many attesters as the claim needs; they take turns, so that no budget is spent early. */
async function seals(cooperative: Cooperative, claim: Claimed, quantity: number): Promise<void> {
  const { needed } = await cooperative.ledger.claimOf(claim.id);
  const own = await cooperative.ledger.ownersOf(claim.id);
  const able = cooperative.all.slice(2, 12).filter(({ id }) => !own.includes(BigInt(id)));
  turn += Number(needed);
  await cooperative.allAttest([...able, ...able].slice(turn % able.length).slice(0, Number(needed)), claim, quantity);
}

describe("The books at the corners of the rules", () => {
  let cooperative: Cooperative;
  let world: World;
  let books: Ledger;

  beforeEach(async () => {
    turn = 0;
    cooperative = await load(tenAttesters);
    world = new World(cooperative.record);
  });

  it("where credit is above the budget, batches above half of it, and a leaf above the stop", async () => {
    const [zhou, he] = [cooperative.people.zhou, cooperative.people.he];
    const batches = [lopsided("1", "2"), lopsided("3", "4")];
    const posted: Claimed[] = [];
    for (const { tree } of batches) {
      const claim = await cooperative.posts(zhou, { root: tree!.root, sum: tree!.sum, credit: 500n * UNIT });
      await seals(cooperative, claim, 1);
      posted.push(claim);
    }
    for (const member of cooperative.all.slice(8, 13)) await seals(cooperative, await cooperative.records(member, { quantity: 160 }), 160);
    const bound = await cooperative.proposes(zhou, identity("1"), cooperative.people.lin);
    await seals(cooperative, bound, 1);
    const histories = new Map(posted.map((claim, place) => [claim.id as ContributionId, batches[place]!]));
    books = await world.read();
    const sums = sumsOf(books, MILL, 0);
    expect([sums.batchPart, sums.direct, sums.total > sums.budget]).to.deep.equal([500n * UNIT, 750n * UNIT, true]);
    await expectSameBooks(world, books, histories);

    await cooperative.until(cooperative.start(2) + 60);
    const tree = batches[0]!.tree!;
    const now = await world.now();
    const foretold = leafLot(books, books.work.claims.get(posted[0]!.id as ContributionId) as BatchClaim, tree, identity("1"), now)!;
    expect(foretold.state).to.equal("drawable");
    expect(foretold.withheld > 0n).to.equal(true);
    expect(await world.attempt(parseDrawLeafOf(posted[0]!.id, tree, identity("1")), he.address)).to.equal(null);
    for (const member of cooperative.all.slice(8, 13)) await cooperative.draws(member, 0);
    books = await world.read();
    await expectSameBooks(world, books, histories);
    expect(sharesOf(books, MILL, 1 as MemberId)).to.equal(foretold.shares);
    expect(sharesOf(books, MILL, RESERVE)).to.equal(foretold.withheld);
    for (const holder of [RESERVE, ...books.people.members.keys()]) expect(explain(books, holder, MILL, now, { histories }).shares).to.equal(sharesOf(books, MILL, holder));
  });

  it("where a leaf found nobody in three years, and a binding came too late for it", async () => {
    const batch = lopsided("5", "6");
    const posted = await cooperative.posts(cooperative.people.zhou, { root: batch.tree!.root, sum: batch.tree!.sum, credit: 500n * UNIT });
    await seals(cooperative, posted, 1);
    const histories = new Map([[posted.id as ContributionId, batch]]);
    const deadline = cooperative.start(2) + 3 * 365 * 86_400;
    await cooperative.until(deadline - EPOCH + 10);
    await cooperative.allEnrol(cooperative.all.slice(2, 12));
    await seals(cooperative, await cooperative.proposes(cooperative.people.zhou, identity("5"), cooperative.people.lin), 1);
    for (const second of [deadline - 10, deadline + 10, deadline + 2 * EPOCH]) {
      await cooperative.until(second);
      books = await world.read();
      await expectSameBooks(world, books, histories);
      const claim = books.work.claims.get(posted.id as ContributionId) as BatchClaim;
      expect(leafLot(books, claim, batch.tree!, identity("5"), second)!.state).to.equal(second < deadline ? "open" : "drawable");
    }
    const whole = leafLot(books, books.work.claims.get(posted.id as ContributionId) as BatchClaim, batch.tree!, identity("5"), await world.now())!;
    expect([whole.owner, whole.shares, whole.withheld], "no stop for the reserve").to.deep.equal([RESERVE, 400n * UNIT, 0n]);
    for (const person of ["5", "6"]) expect(await world.attempt(parseDrawLeafOf(posted.id, batch.tree!, identity(person)), cooperative.stranger.address)).to.equal(null);
    books = await world.read();
    await expectSameBooks(world, books, histories);
    expect(sharesOf(books, MILL, RESERVE)).to.equal(500n * UNIT);
    expect(explain(books, RESERVE, MILL, await world.now(), { histories }).shares).to.equal(500n * UNIT);
  });

  it("where a second round voids a record: its evidence is held until the round is over, and the slot comes back then", async () => {
    const [lin, zhou, fang] = [cooperative.people.lin, cooperative.people.zhou, cooperative.people.fang];
    const record = await cooperative.records(lin, { quantity: 10 });
    await seals(cooperative, record, 10);
    await cooperative.challenge(zhou, record);
    const first = (await cooperative.ledger.attestersOf(record.id)).map(Number);
    const others = cooperative.all.slice(2, 12).filter(({ id }) => !first.includes(id));
    for (const [place, other] of others.entries()) await cooperative.answers(other, record, place === 0 ? 7 : 0);
    books = await world.read();
    await expectSameBooks(world, books, new Map());
    const claim = books.work.claims.get(record.id as ContributionId)!;
    expect([claim.inForce, claim.tenths, claim.stage]).to.deep.equal([0n, 0, "challenged"]);
    const again = parseRecord({ ...record.report, kind: "work", split: [] });
    const now = await world.now();
    expect(holds(claim, now)).to.equal(true);
    expect(await world.attempt(again, fang.address)).to.equal("EvidenceTaken");
    expect(slotsOf(books, 2 as MemberId, now).filter((free) => free > now)).to.have.length(1);

    await cooperative.until(claim.round!.closesAt);
    const over = await world.now();
    expect(holds(claim, over)).to.equal(false);
    expect(slotsOf(books, 2 as MemberId, over).filter((free) => free > over)).to.deep.equal([]);
    await expectSameBooks(world, books, new Map());
    await chain.networkHelpers.time.setNextBlockTimestamp(over + 1);
    expect(await world.attempt(again, fang.address)).to.equal(null);
  });

  it("where the twelfth enrols: from then on two may spend a fifth of a budget on each other, to the last micro-unit", async () => {
    const [lin, he] = [cooperative.people.lin, cooperative.people.he];
    // Whoever attests already enrols for the next epoch; with ten enrolled, so does everyone else.
    await cooperative.allEnrol(cooperative.all.slice(2, 14));
    await cooperative.nextEpoch();
    expect(await cooperative.ledger.enrolledNow(1)).to.equal(12n);
    const full = await cooperative.records(lin, { quantity: 125 });
    const crumb = await cooperative.records(lin, { quantity: 1 });
    books = await world.read();
    const [of, small] = [full, crumb].map(({ id }) => books.work.claims.get(id as ContributionId)!) as [never, never];
    expect(attestObstacle(books, of, he.id as MemberId, await world.now())).to.equal(null);
    await cooperative.attests(he, full, 125);
    books = await world.read();
    await expectSameBooks(world, books, new Map());
    expect(attestObstacle(books, small, he.id as MemberId, await world.now())).to.equal("PairLimit");
    expect(attestObstacle(books, small, cooperative.people.fang.id as MemberId, await world.now())).to.equal(null);
    await refused(cooperative.attests(he, crumb, 1), cooperative.ledger, "PairLimit", he.id, lin.id, 126n * UNIT, 125n * UNIT);
  });
});
