import { expect } from "chai";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId, ProjectId, StatementId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { admissionTerms, charterIn, isClosedIn, isOnProbation, isOpenIn } from "#client/work/charters.ts";
import { amendmentObstacle, draftObstacle, tooFar, withinATenth } from "#client/work/mayDraft.ts";
import { mayAskToClose, mayReview, neededReviews } from "#client/work/mayReview.ts";
import { distanceOf, reviewerRecord } from "#client/work/reviewerRecord.ts";
import { distributionOf, gradeOfMarks, gradeOfStatement } from "#client/work/reviews.ts";
import { KEPT, statementStageOf } from "#client/work/statementStage.ts";
import { stageOf } from "#client/work/stage.ts";
import type { Claim, Mark, Review, StatementRecord, Submission } from "#client/work/types.ts";
import { isRecommended, nextVersionsOf, recommendedArticles, versionsOf } from "#client/work/versions.ts";
import { charter, council, GENESIS } from "../../support/client/ballots.ts";

const tx = `0x${"7".repeat(64)}` as const;
const id = (digit: string): StatementId => `0x${digit.repeat(64)}` as StatementId;
const marks = (twos: number, ones = 12 - twos): Mark[] => Array.from({ length: 12 }, (_, point) => (point < twos ? 2 : point < twos + ones ? 1 : 0));
const review = (reviewer: number, given: readonly Mark[], at = GENESIS + DAY): Review => ({ reviewer: reviewer as MemberId, marks: given, comment: null, uri: "", firstAt: at, at, revised: false, tx });
const submission = (part: Partial<Submission> = {}): Submission => ({ number: 1, submittedAt: GENESIS, deadline: GENESIS + 14 * DAY, needed: 3, best: "A+", takenBackAt: null, reviews: [], filledAt: null, tx, ...part });
const statement = (part: Partial<StatementRecord> = {}): StatementRecord => ({ id: id("5"), kind: "statement", proposer: 1 as MemberId, cofounders: [2] as MemberId[], disowned: [], project: null, previous: null, document: charter.statement, uri: "", charter, draftedAt: GENESIS, tx, submissions: [], adopted: [], admittedAs: null, admittedAt: null, ...part });

/** The books with these statements in them. */
function withStatements(books: Ledger, ...records: readonly StatementRecord[]): Ledger {
  return { ...books, work: { ...books.work, statements: new Map(records.map((record) => [record.id, record])) } };
}

describe("A grade", () => {
  it("is the sum of the twelve middles", () => {
    const grade = (...given: Mark[][]) => gradeOfMarks(given.map((one) => ({ marks: one })));
    expect([10, 9].map((twos) => grade(marks(twos)))).to.deep.equal(["A+", "A"]);
    expect([6, 5].map((twos) => grade(marks(twos)))).to.deep.equal(["A", "B"]);
    expect([2, 1].map((twos) => grade(marks(twos)))).to.deep.equal(["B", "C"]);
    expect(grade(marks(0, 10))).to.equal("C");
    expect(grade(marks(0, 9))).to.equal("D");
    expect(grade(marks(12), marks(0)), "of two, the lower").to.equal("C");
    expect(grade(marks(12), marks(12), marks(0, 0))).to.equal("A+");
  });

  it("is C at most where a point that caps has a middle of 0, and says which", () => {
    for (const point of [2, 6, 7]) {
      const given = marks(12).map((mark, place) => (place === point ? 0 : mark)) as Mark[];
      const found = distributionOf(submission({ reviews: [review(3, given)] }));
      expect([found.sum, found.bySum, found.capping, found.grade]).to.deep.equal([22, "A+", [point], "C"]);
    }
    const harmless = marks(12).map((mark, place) => (place === 3 ? 0 : mark)) as Mark[];
    expect(distributionOf(submission({ reviews: [review(3, harmless)] })).grade).to.equal("A+");
  });

  it("is no better than so few reviewers may give, and with none the best that there may be", () => {
    expect(distributionOf(submission({ best: "B", reviews: [review(3, marks(12))] })).grade).to.equal("B");
    expect(distributionOf(submission({ best: "C" })).grade).to.equal("C");
  });

  it("counts each mark of each point", () => {
    const { counts, medians, reviews } = distributionOf(submission({ reviews: [review(3, marks(12)), review(4, marks(6)), review(5, marks(0, 0))] }));
    expect([counts[0], counts[11], medians[0], medians[11], reviews]).to.deep.equal([[1, 0, 2], [1, 1, 1], 2, 1, 3]);
  });

  it("sets majority, probation and the commons' part", () => {
    expect((["A+", "A", "B", "C", "D", "none"] as const).map((grade) => Object.values(admissionTerms(grade)))).to.deep.equal([[3, 20, "half"], [3, 20, "half"], [4, 25, "threeFifths"], [6, 30, "twoThirds"], [0, 0, null], [0, 0, null]]);
  });
});

describe("Where a statement stands", () => {
  const filled = submission({ filledAt: GENESIS + 3 * DAY, reviews: [review(3, marks(12))] });
  const stage = (record: StatementRecord, now: number) => statementStageOf(record, now).stage;

  it("turns at its seconds: fixed when its days are over, and void ninety days later", () => {
    const record = statement({ submissions: [filled] });
    const { deadline } = filled;
    expect([deadline - 1, deadline, deadline + KEPT - 1, deadline + KEPT].map((now) => stage(record, now))).to.deep.equal(["inReview", "reviewed", "reviewed", "draft"]);
    expect([deadline - 1, deadline].map((now) => gradeOfStatement(record, now))).to.deep.equal([null, "A+"]);
  });

  it("waits for the review that fills it, ninety days at most", () => {
    const record = statement({ submissions: [submission()] });
    expect([GENESIS + 14 * DAY, GENESIS + KEPT - 1, GENESIS + KEPT].map((now) => stage(record, now))).to.deep.equal(["inReview", "inReview", "draft"]);
    const late = statement({ submissions: [{ ...filled, filledAt: GENESIS + 40 * DAY }] });
    expect([GENESIS + 40 * DAY - 1, GENESIS + 40 * DAY].map((now) => stage(late, now))).to.deep.equal(["inReview", "reviewed"]);
  });

  it("is a draft before it was submitted and after it was taken back, and admitted for ever", () => {
    expect(stage(statement(), GENESIS)).to.equal("draft");
    expect(stage(statement({ submissions: [{ ...filled, takenBackAt: GENESIS + DAY }] }), GENESIS + 20 * DAY)).to.equal("draft");
    expect(stage(statement({ submissions: [filled], admittedAs: 2 as ProjectId }), GENESIS + 999 * DAY)).to.equal("admitted");
  });

  it("keeps an article's grade for ever, and recommends it from A on", () => {
    const article = (twos: number): StatementRecord => statement({ kind: "article", charter: null, submissions: [{ ...filled, reviews: [review(3, marks(twos))] }] });
    expect(stage(article(6), GENESIS + 9_999 * DAY)).to.equal("reviewed");
    expect([6, 5].map((twos) => isRecommended(article(twos), GENESIS + 99 * DAY))).to.deep.equal([true, false]);
    const { books } = council({ members: 5 });
    expect(recommendedArticles(withStatements(books, article(6)), GENESIS + 99 * DAY)).to.have.length(1);
    expect(isRecommended(statement({ submissions: [filled] }), GENESIS + 20 * DAY), "a statement").to.equal(false);
  });
});

describe("Who may review", () => {
  const { books } = council({ members: 4 });
  const record = statement({ submissions: [submission()] });

  it("is seated and none of the authors, while it is in review", () => {
    const may = (member: number, now = GENESIS + DAY) => mayReview(books, record, member as MemberId, now);
    expect([1, 2, 3, 9].map((member) => may(member))).to.deep.equal(["OwnStatement", "OwnStatement", null, "NotSeated"]);
    expect(may(3, GENESIS + KEPT)).to.equal("NotInReview");
    expect(mayReview(council({ members: 2 }).books, record, 3 as MemberId, GENESIS + DAY)).to.equal("FewerThanThreeSeated");
  });

  it("decides how many reviews are needed: five, or as many as may", () => {
    expect([4, 7, 8, 49, 50].map((members) => neededReviews(council({ members }).books, record))).to.deep.equal([2, 5, 5, 5, 5]);
  });
});

describe("Versions of a statement", () => {
  it("are followed back to the first, even where somebody made a ring of them", () => {
    const { books } = council({ members: 4 });
    const [one, two, three] = [statement({ id: id("1") }), statement({ id: id("2"), previous: id("1") }), statement({ id: id("3"), previous: id("2") })];
    const chain = withStatements(books, one, two, three);
    expect(versionsOf(chain, three).map((record) => record.id)).to.deep.equal([one.id, two.id, three.id]);
    expect(nextVersionsOf(chain, one.id).map((record) => record.id)).to.deep.equal([two.id]);
    const ring = withStatements(books, { ...one, previous: id("3") }, two, three);
    expect(versionsOf(ring, three)).to.have.length(3);
    expect(versionsOf(withStatements(books, two), two)).to.deep.equal([two]);
  });
});

describe("A reviewer's record", () => {
  it("says what was given, how far from the middle once it is over, and what was taken up", () => {
    const { books } = council({ members: 6 });
    const given = submission({ filledAt: GENESIS + 3 * DAY, reviews: [review(3, marks(12)), review(4, marks(6)), review(5, marks(6))] });
    const reviewed = statement({ id: id("1"), submissions: [given] });
    const open = statement({ id: id("2"), submissions: [submission({ reviews: [review(3, marks(0))] })] });
    const next = statement({ id: id("3"), adopted: [{ reviewed: id("1"), reviewer: 3 as MemberId, at: GENESIS + 20 * DAY }] });
    const record = reviewerRecord(withStatements(books, reviewed, open, next), 3 as MemberId, GENESIS + 30 * DAY);
    expect([record.given.length, record.adopted, record.distance]).to.deep.equal([2, 1, 6]);
    expect(record.given.map(({ distance }) => distance).toSorted()).to.deep.equal([6, null].toSorted());
    expect(distanceOf(given.reviews[1]!, given)).to.equal(0);
    expect(reviewerRecord(books, 3 as MemberId, GENESIS)).to.deep.equal({ given: [], adopted: 0, distance: null });
  });
});

describe("A charter by epoch", () => {
  const { books } = council({ members: 6 });
  const first = books.work.projects.get(1 as ProjectId)!;
  const amended = { ...first, fromEpoch: 2, probationUntil: 5, charters: [{ ...first.charters[0]!, fromEpoch: 2 }, { ...first.charters[0]!, fromEpoch: 4, budget: 1_100_000_000n }], closing: { fromEpoch: 6, by: "vote", at: GENESIS, tx } as const };

  it("is the newest that binds in it; before the first, the first", () => {
    expect([0, 2, 3, 4, 9].map((epoch) => charterIn(amended, epoch).budget / 1_000_000n)).to.deep.equal([1_000n, 1_000n, 1_000n, 1_100n, 1_100n]);
    expect([1, 2, 5, 6].map((epoch) => isOpenIn(amended, epoch))).to.deep.equal([false, true, true, false]);
    expect([5, 6].map((epoch) => isClosedIn(amended, epoch))).to.deep.equal([false, true]);
    expect([1, 2, 4, 5].map((epoch) => isOnProbation(amended, epoch))).to.deep.equal([false, true, true, false]);
  });

  it("moves by a tenth at most, and no kind is added or dropped", () => {
    expect(withinATenth(1_000n)).to.deep.equal({ least: 900n, most: 1_100n });
    expect(withinATenth(9n)).to.deep.equal({ least: 9n, most: 9n });
    const at = (budget: bigint, work: bigint, learning: bigint) => tooFar(first, { budget, rates: { ...charter.rates, work, learning } }).map(({ field }) => field);
    expect(at(1_100_000_000n, 900_000n, 0n)).to.deep.equal([]);
    expect(at(1_100_000_001n, 899_999n, 1n)).to.deep.equal(["budget", "rate.work", "rate.learning"]);
    expect(amendmentObstacle(books, 7 as ProjectId, charter)).to.equal("NoSuchProject");
    const closed = { ...books, work: { ...books.work, projects: new Map([[1 as ProjectId, amended]]) } };
    expect(amendmentObstacle(closed, 1 as ProjectId, charter)).to.equal("ProjectIsClosed");
    expect(mayAskToClose(closed, 1 as ProjectId, 1 as MemberId, true)).to.equal("ProjectIsClosed");
  });

  it("is drafted once by the same member", () => {
    const taken = withStatements(books, statement());
    const draft = { project: null, cofounders: [] as MemberId[], charter };
    expect(draftObstacle(taken, draft, 1 as MemberId)).to.equal("StatementTaken");
    expect(draftObstacle(taken, draft, 3 as MemberId)).to.equal(null);
    expect(draftObstacle(taken, { ...draft, cofounders: [3 as MemberId] }, 3 as MemberId)).to.equal("CofounderTwice");
    expect(draftObstacle(taken, { ...draft, cofounders: [99 as MemberId] }, 3 as MemberId)).to.equal("NoSuchMember");
  });

  it("makes void from its closing on what is not sealed, and touches nothing that is", () => {
    const closed = { ...books, work: { ...books.work, projects: new Map([[1 as ProjectId, { ...first, closing: { fromEpoch: 1, by: "stewards", at: GENESIS, tx } as const }]]) } };
    const claim = { project: 1, lane: "record", stage: "pending", madeAt: GENESIS, sealedAt: null, epoch: 0, named: 0, round: null } as unknown as Claim;
    const at = (day: number, one: Claim) => stageOf(closed, one, GENESIS + day * DAY).situation;
    expect([27, 28, 90].map((day) => at(day, claim))).to.deep.equal(["waiting", "void", "lapsed"]);
    const done = { ...claim, stage: "sealed", named: 3, sealedAt: GENESIS + 20 * DAY, inForce: 3n } as Claim;
    expect([28, 60].map((day) => at(day, done))).to.deep.equal(["standing", "final"]);
  });
});
