import { expect } from "chai";
import { DAY, EPOCH } from "#client/chain/epoch.ts";
import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import { applyEvent, applyEvents, emptyLedger, type Ledger } from "#client/ledger.ts";
import { explain } from "#client/value/explain.ts";
import { issueOf, sharesOf } from "#client/value/lots.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { History } from "../../support/client/history.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { expectSameBooks } from "../../support/client/sameBooks.ts";
import { votedHand } from "../../support/voted.ts";
import { World } from "../../support/client/world.ts";

const STEPS = Number(process.env.GONGSHENG_REPLAY_STEPS ?? 1_200);

async function sixteenMembers() {
  return found({ members: 16 });
}

describe("The books follow from the log alone", () => {
  it(`after ${STEPS} random acts of sixteen members they say what every view of the contracts says, and foretold each act`, async function () {
    this.timeout(300_000);
    const random = new Random(specSeed);
    const cooperative = await load(sixteenMembers);
    const hand = await votedHand(cooperative);
    const world = new World(cooperative.record);
    const history = new History(random);
    const { time } = chain.networkHelpers;
    const done = new Map<string, number>();
    const refused = new Map<string, number>();
    let books = await world.read();
    // Most attest in the mill from the beginning, so that pairs are limited there.
    for (const { address, id } of cooperative.all) if (id % 5 !== 0) await cooperative.ledger.connect(await chain.ethers.getSigner(address)).enrol(1);
    for (let step = 0; step < STEPS; step++) {
      books = await world.read();
      // Mostly hours; sometimes past a window; rarely so far that claims lapse and enrolments end.
      const far = step % 110 === 109 ? random.one([EPOCH, 4 * EPOCH]) : step % 14 === 13 ? random.one([2, 5, 8, 8]) * DAY : 0;
      const leap = far || random.one([1, 60, 3_600, 7_200, 30_000]);
      const now = (await world.now()) + leap;
      const act = history.next(books, now);
      if (!act) continue;
      await time.setNextBlockTimestamp(now);
      const refusal = await world.attempt(act.intent, act.voted ? hand.address : cooperative.all[act.by - 1]!.address);
      if (act.refusal !== undefined) expect(refusal, `step ${step}: ${act.verb} by member ${act.by} (seed ${specSeed})`).to.equal(act.refusal);
      const count = refusal === null ? done : refused;
      count.set(refusal ?? act.verb, (count.get(refusal ?? act.verb) ?? 0) + 1);
      if (step === Math.floor(STEPS / 2)) await expectSameBooks(world, await world.read(), history.batches);
    }
    await time.increase(3 * EPOCH);
    books = await world.read();
    await expectSameBooks(world, books, history.batches);
    expect([...done.keys()]).to.include.members(["record", "confirm", "attest", "enrol", "withdraw", "challenge", "answer", "post", "bind", "draw", "drawLeaf"]);
    expectWhole(books, history, await world.now());
    expectSamePieces(books);
    if (process.env.GONGSHENG_REPLAY_STEPS) console.log(Object.fromEntries(done), Object.fromEntries(refused), `${books.timeline.length} events`);
  });
});

/** Promise 2 by the books, and every number of every holder taken apart. */
function expectWhole(books: Ledger, history: History, now: number): void {
  for (const [project, epochs] of books.work.creditedEpochs) {
    for (const holder of [NOBODY, ...books.people.members.keys()]) explain(books, holder, project, now, { histories: history.batches });
    const held = [NOBODY, ...books.people.members.keys()].reduce((sum, holder) => sum + sharesOf(books, project, holder), 0n);
    const issued = epochs.reduce((sum, epoch) => sum + issueOf(books, project as ProjectId, epoch).issued, 0n);
    expect(held <= issued, `project ${project}: ${held} held of ${issued}`).to.equal(true);
  }
}

/** The same log in one run, in runs of random length and event by event gives the same books, and leaves the books it came from alone. */
function expectSamePieces(books: Ledger): void {
  const { genesis } = books.clock;
  const whole = applyEvents(emptyLedger(genesis, books.price.commonsPurse), books.timeline);
  expect(whole).to.deep.equal(books);
  const half = Math.floor(books.timeline.length / 2);
  const first = applyEvents(emptyLedger(genesis, books.price.commonsPurse), books.timeline.slice(0, half));
  const kept = structuredClone(first);
  const last = books.timeline.slice(half).reduce<Ledger>(applyEvent, first);
  expect(last).to.deep.equal(books);
  expect(first).to.deep.equal(kept);
}

describe("The books of nobody", () => {
  it("hold no members, projects, claims or shares, and the first second of epoch 0", () => {
    const books = emptyLedger(1_767_571_200);
    expect([books.people.members.size, books.work.claims.size, books.value.shares.size]).to.deep.equal([0, 0, 0]);
    expect(sharesOf(books, 0 as ProjectId, 1 as MemberId)).to.equal(0n);
  });
});
