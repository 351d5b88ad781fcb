import { expect } from "chai";
import type { Ledger } from "#client/ledger.ts";
import { applyEvent, applyEvents, emptyLedger } from "#client/ledger.ts";
import { proposalState } from "#client/governance/state.ts";
import { proposalStates } from "#client/governance/types.ts";
import { statementStageOf, statementStages } from "#client/work/statementStage.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { Council, countIn } from "../../support/client/council.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { expectSameBooks } from "../../support/client/sameBooks.ts";
import { World } from "../../support/client/world.ts";

const STEPS = Number(process.env.GONGSHENG_REPLAY_STEPS ?? 1_800);

async function twelveMembers() {
  return found({ members: 12 });
}

describe("The books of statements, reviews and votes follow from the log alone", () => {
  it(`after ${STEPS} random acts of twelve members they say what every view says, and foretold each act`, async function () {
    this.timeout(300_000);
    const random = new Random(specSeed + 11);
    const cooperative = await load(twelveMembers);
    const world = new World(cooperative.record);
    const council = new Council(random, world.deployment);
    const { time } = chain.networkHelpers;
    const done = new Map<string, number>();
    const refused = new Map<string, number>();
    const met = new Set<string>();
    let books = await world.read();
    for (let step = 0; step < STEPS; step++) {
      const now = council.next(books, await world.now());
      const act = council.act(books, now);
      if (!act) continue;
      await time.setNextBlockTimestamp(now);
      const refusal = await world.attempt(act.intent, cooperative.all[act.by - 1]!.address);
      expect(refusal, `step ${step}: ${act.verb} by member ${act.by} (seed ${specSeed})`).to.equal(act.refusal);
      countIn(refusal === null ? done : refused, refusal ?? act.verb);
      books = await world.read();
      if (step % 8 === 0) await expectSameStates(world, books, met);
      if (step === Math.floor(STEPS / 2)) await expectSameBooks(world, books, new Map());
    }
    await expectSameBooks(world, books, new Map());
    expectSamePieces(books);
    for (const proposal of books.governance.proposals.values()) {
      const { matter, majority, opensAt, closesAt } = council.foretold.get(proposal.description)!;
      expect({ matter, majority, opensAt, closesAt }).to.deep.equal({ matter: proposal.matter, majority: proposal.majority, opensAt: proposal.opensAt, closesAt: proposal.plannedEnd });
    }
    if (process.env.GONGSHENG_REPLAY_STEPS) console.log(Object.fromEntries(done), Object.fromEntries(refused), [...met]);
    // Another seed may miss a corner; the one that always runs must not.
    if (process.env.GONGSHENG_SPEC_SEED !== undefined) return;
    expect([...done.keys()]).to.include.members(["draft", "publish", "submit", "review", "takeBack", "adopt", "disown", "propose admit", "propose parameter", "vote", "queue", "execute", "cancel"]);
    expect([...met]).to.include.members([...proposalStates, "draft", "inReview", "reviewed", "admitted"]);
  });
});

async function expectSameStates(world: World, books: Ledger, met: Set<string>): Promise<void> {
  const now = await world.now();
  for (const proposal of books.governance.proposals.values()) {
    const mine = proposalState(proposal, books, now);
    met.add(mine);
    expect(mine).to.equal(proposalStates[await world.view<number>("governor", "state", proposal.id)]);
  }
  for (const record of books.work.statements.values()) {
    const { stage } = statementStageOf(record, now);
    met.add(stage);
    expect(stage).to.equal(statementStages[await world.view<number>("projectReviews", "stageOf", record.id)]);
  }
}

/** The same log in one run and event by event gives the same books. */
function expectSamePieces(books: Ledger): void {
  const { genesis } = books.clock;
  expect(applyEvents(emptyLedger(genesis, books.price.commonsPurse), books.timeline)).to.deep.equal(books);
  expect(books.timeline.reduce<Ledger>(applyEvent, emptyLedger(genesis, books.price.commonsPurse))).to.deep.equal(books);
}
