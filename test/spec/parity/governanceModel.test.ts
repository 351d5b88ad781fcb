import { expect } from "chai";
import { chain } from "../../support/chain.ts";
import { carries, FOR, Governance, MAJORITIES, quorumFor } from "../../support/model/governance.ts";
import { play, type Met } from "../../support/model/history.ts";
import { type Charter, GRADES, Projects } from "../../support/model/projects.ts";
import { CRITERIA, gradeOfMedians, gradeOfReviews, lowerMedian, worse } from "../../support/model/reviews.ts";
import { DAY, EPOCH, Refused } from "../../support/model/rules.ts";
import { Random, specSeed } from "../../support/client/random.ts";

/** So many acts in each size of cooperative: 5,000 together. A campaign plays more. */
const SIZES = [[3, 500], [5, 800], [10, 1_100], [24, 1_400], [60, 1_200]] as const;
const ACTS = SIZES.reduce((sum, [, acts]) => sum + acts, 0);

describe("A model in plain numbers and the contracts", () => {
  it(`say the same after each of ${ACTS} random acts, at the very seconds at which something begins or ends (seed ${specSeed})`, async function () {
    this.timeout(600_000);
    const met: Met = new Map();
    let seed = specSeed;
    for (const [size, acts] of SIZES) for (let done = 0; done < acts; ) done += await play(chain as never, size, acts - done, seed++, met);
    for (const act of ["draft", "submit", "review", "takeBack", "disown", "publish", "adopt", "askToClose", "propose", "cancel", "vote", "voteBySig", "bundle", "queue", "execute"]) expect(met.get(act) ?? 0, act).to.be.above(0);
    for (const state of ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"]) expect(met.get(`state ${state}`) ?? 0, state).to.be.above(0);
    for (const stage of ["Draft", "InReview", "Reviewed", "Admitted"]) expect(met.get(`stage ${stage}`) ?? 0, stage).to.be.above(0);
    for (const grade of GRADES.slice(1)) expect(met.get(`grade ${grade}`) ?? 0, grade).to.be.above(0);
    for (const outcome of [-1, 0, 1, 3, 4]) expect(met.get(`ballot ${outcome}`) ?? 0, `ballots that end as ${outcome}`).to.be.above(0);
    expect(met.get("views")).to.be.above(100_000);
  });
});

describe("The model by itself", () => {
  const charter: Charter = { statement: "0x", uri: "", industry: 1, budget: 1_000n, rates: [10n, 0n, 0n, 0n], minSurplus: 5, salesCap: 0n, stewards: [1] };
  const model = (seated: number): Governance => {
    const made = new Governance(0, Array.from({ length: seated }, () => 0), [charter, charter]);
    made.clock.now = EPOCH;
    return made;
  };

  it("asks no more than all to take part, and for all but admissions never fewer than a third", () => {
    const outside: string[] = [];
    for (let seated = 3; seated <= 1_000; seated++) {
      for (let percent = 5; percent <= 30; percent++) {
        const [terms, admission] = [quorumFor(seated, percent, "Terms"), quorumFor(seated, percent, "Admission")];
        if (terms * 3 < seated || terms > seated || admission > terms || admission * 100 < Math.min(50, percent) * seated) outside.push(`${seated} seated, ${percent} %`);
      }
    }
    expect(outside).to.deep.equal([]);
    expect([3, 4, 9, 10, 11, 60].map((seated) => quorumFor(seated, 10, "Terms"))).to.deep.equal([2, 3, 5, 5, 5, 20]);
    expect([10, 50, 51, 60].map((seated) => quorumFor(seated, 10, "Admission"))).to.deep.equal([5, 5, 6, 6]);
  });

  it("carries one half only by more, three fifths and two thirds by exactly so many, and nothing without a ballot for it", () => {
    const [half, sixty, thirds] = MAJORITIES as [typeof MAJORITIES[0], typeof MAJORITIES[0], typeof MAJORITIES[0]];
    expect([carries([5, 5, 0], half), carries([5, 6, 0], half), carries([2, 3, 9], sixty), carries([3, 4, 0], sixty), carries([1, 2, 0], thirds), carries([2, 3, 0], thirds)]).to.deep.equal([false, true, true, false, true, false]);
    for (const majority of MAJORITIES) expect(carries([0, 0, 9], majority)).to.equal(false);
  });

  it("a ballot for never hinders and a ballot against never helps", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 2_000; round++) {
      const [against, inFavour, abstaining] = [random.whole(0, 40), random.whole(0, 40), random.whole(0, 40)];
      for (const majority of MAJORITIES) {
        if (carries([against, inFavour, abstaining], majority)) expect(carries([against, inFavour + 1, abstaining], majority)).to.equal(true);
        else expect(carries([against + 1, inFavour, abstaining], majority)).to.equal(false);
      }
    }
  });

  it("no order of reviews, and no revision and return, changes a grade; a better mark never lowers it", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 400; round++) {
      const reviews = Array.from({ length: random.whole(1, 12) }, () => Array.from({ length: CRITERIA }, () => random.whole(0, 2)));
      const grade = gradeOfReviews(reviews);
      expect(gradeOfReviews(random.some(reviews, reviews.length))).to.equal(grade);
      const better = reviews.map((marks, place) => (place === 0 ? marks.map((mark) => Math.min(2, mark + random.whole(0, 1))) : marks));
      expect(worse(gradeOfReviews(better), grade)).to.equal(grade);
    }
    expect([lowerMedian([0, 2]), lowerMedian([2, 1, 2, 1]), lowerMedian([0, 0, 2, 2, 2])]).to.deep.equal([0, 1, 2]);
    const full = Array.from({ length: CRITERIA }, () => 2);
    expect([gradeOfMedians(full), gradeOfMedians(full.with(0, 0)), gradeOfMedians(full.with(7, 0))]).to.deep.equal(["APlus", "APlus", "C"]);
  });

  it("executes what passed all at once or not at all", () => {
    const world = model(4);
    const wanted = { ...charter, budget: 1_100n };
    const proposal = world.propose(1, [{ is: "cooperative", charter: wanted }, { is: "cooperative", charter: wanted }], "twice");
    world.clock.now = proposal.snapshot + 1;
    for (const member of [1, 2, 3]) world.vote(member, proposal, FOR);
    world.clock.now = proposal.end + 1;
    world.queue(proposal);
    world.clock.now = proposal.eta;
    expect(() => world.execute(proposal)).to.throw(Refused, "AmendedThisEpoch");
    expect(world.projects.charterIn(0, world.clock.epoch + 1).budget).to.equal(1_000n);
    expect(world.stateOf(proposal)).to.equal("Queued");
  });

  it("moves nothing within an epoch: a closing, a number and a charter bind from the next one", () => {
    const world = model(3);
    world.projects.close(1);
    world.numbers.set(11, 20);
    world.projects.amendCooperative({ ...charter, budget: 1_050n });
    const { epoch } = world.clock;
    expect([world.projects.isOpen(1, epoch), world.projects.isOpen(1, epoch + 1)]).to.deep.equal([true, false]);
    expect([world.numbers.get("QuorumPercent", epoch), world.numbers.get("QuorumPercent", epoch + 1)]).to.deep.equal([10, 20]);
    expect([world.projects.charterIn(0, epoch).budget, world.projects.charterIn(0, epoch + 1).budget]).to.deep.equal([1_000n, 1_050n]);
  });

  it("fixes a grade when the days are over, or by the review that fills it later, and keeps it ninety days", () => {
    const world = model(7);
    const name = world.projects.draft(1, 0, [], { ...charter, statement: "0x01" });
    expect(name).to.equal(Projects.nameOf(1, "0x01"));
    world.reviews.submit(1, name);
    const submission = world.reviews.submissions.get(name)!;
    const marks = Array.from({ length: CRITERIA }, () => 2);
    for (const member of [2, 3, 4, 5]) world.reviews.review(member, name, marks);
    world.clock.now = submission.deadline + DAY;
    expect(world.reviews.stageOf(name)).to.equal("InReview");
    world.reviews.review(6, name, marks);
    expect([world.reviews.stageOf(name), world.reviews.gradeOf(name)]).to.deep.equal(["Reviewed", "APlus"]);
    world.clock.now += 90 * DAY - 1;
    expect(world.reviews.stageOf(name)).to.equal("Reviewed");
    world.clock.now += 1;
    expect(world.reviews.stageOf(name)).to.equal("Draft");
  });
});
