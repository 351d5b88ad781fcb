import { epochOf } from "../chain/clock.ts";
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { isGone, isSeated } from "../people/fold.ts";
import { relatedTo } from "../people/related.ts";
import { costOf, FEW, MOST_PROJECTS, neededOf } from "./answers.ts";
import { isOpenIn, projectOf } from "./charters.ts";
import type { WorkBooks } from "./fold.ts";
import { SLOTS, slotFreeAt } from "./foldRounds.ts";
import { isOpen, stageOf } from "./stage.ts";
import { attesterBudget, enrolledIn, isEnrolled, pairLeft, projectsAttested } from "./sums.ts";
import { otherSideOf, sharersOf } from "./twoSided.ts";
import type { Claim } from "./types.ts";

/** The fewest seated with whom anything is recorded or attested. */
export const LEAST_SEATED = 3;

/** What stands in the way of an act, as the contract would refuse it; the names are those of its errors. */
export type Obstacle =
  | "FewerThanThreeSeated"
  | "NotActive"
  | "NotSeated"
  | "NotPending"
  | "Lapsed"
  | "NotUnconfirmed"
  | "NotTheOtherSide"
  | "NotYours"
  | "AnswersGiven"
  | "ProjectIsClosed"
  | "NotEnrolled"
  | "OwnClaim"
  | "Related"
  | "AlreadyAnswered"
  | "NobodyToAttest"
  | "BudgetSpent"
  | "PairLimit"
  | "NotChallengeable"
  | "WindowOver"
  | "OwnClaimChallenged"
  | "NoChallengeSlot"
  | "NobodyToAsk"
  | "NotChallenged"
  | "RoundOver"
  | "AnswererNotEnrolled"
  | "NotNewToClaim"
  | "RoundAnswered"
  | "AlreadyEnrolled"
  | "ThreeProjects";

/** How many could give a first answer: enrolled, less the claim's own people. */
export function freeAttesters(books: WorkBooks, project: ProjectId, owners: readonly MemberId[], epoch: number): number {
  return enrolledIn(books, project, epoch) - owners.filter((owner) => isEnrolled(books, project, owner, epoch)).length;
}

/** How many first answers the claim needs if the next one comes now: they begin anew when the epoch has turned. */
export function neededNow(books: WorkBooks, claim: Claim, now: number): number {
  const epoch = epochOf(books, now);
  return claim.epoch === epoch ? claim.needed : neededOf(claim.tier, freeAttesters(books, claim.project, claim.owners, epoch));
}

/** First answers that count now; none where the epoch has turned. */
export const answersNow = (books: WorkBooks, claim: Claim, now: number): Claim["answers"] =>
  claim.stage === "pending" && claim.epoch !== epochOf(books, now) ? [] : claim.answers;

/** What an answer to the claim would spend of the attester's budget, micro-units; nothing for batches and bindings. */
export function costNow(books: WorkBooks, claim: Claim, now: number): bigint {
  const needed = neededNow(books, claim, now);
  return needed === 0 || claim.lane === "batch" || claim.lane === "binding" ? 0n : costOf(claim.value, needed);
}

const seatObstacle = (books: WorkBooks, member: MemberId): Obstacle | null => {
  if (books.people.seated < LEAST_SEATED) return "FewerThanThreeSeated";
  if (isGone(books, member)) return "NotActive";
  return isSeated(books, member) ? null : "NotSeated";
};

/** What stands in the way of a member's confirming a record as its other side; null: nothing. */
export function confirmObstacle(books: WorkBooks, claim: Claim, member: MemberId, now: number): Obstacle | null {
  if (books.people.seated < LEAST_SEATED) return "FewerThanThreeSeated";
  if (isGone(books, member)) return "NotActive";
  if (!isOpen(claim)) return "NotPending";
  if (stageOf(books, claim, now).situation === "lapsed") return "Lapsed";
  if (claim.stage !== "unconfirmed") return "NotUnconfirmed";
  return otherSideOf(claim) === member ? null : "NotTheOtherSide";
}

/** What stands in the way of a member's taking a claim back, as its other side by declining it; null: nothing. */
export function withdrawObstacle(books: WorkBooks, claim: Claim, member: MemberId, now: number): Obstacle | null {
  if (!isOpen(claim)) return "NotPending";
  if (stageOf(books, claim, now).situation === "lapsed") return "Lapsed";
  if (!claim.owners.includes(member)) return "NotYours";
  return claim.answers.length > 0 ? "AnswersGiven" : null;
}

/** What stands in the way of a member's first answer to a claim; null: nothing. */
export function attestObstacle(books: WorkBooks, claim: Claim, member: MemberId, now: number): Obstacle | null {
  const seat = seatObstacle(books, member);
  if (seat) return seat;
  const { situation } = stageOf(books, claim, now);
  if (situation === "lapsed") return "Lapsed";
  if (claim.stage !== "pending") return "NotPending";
  const epoch = epochOf(books, now);
  const { project, owners } = claim;
  if (!isEnrolled(books, project, member, epoch)) return "NotEnrolled";
  if (owners.includes(member)) return "OwnClaim";
  if (relatedTo(books, member, owners, now) !== null) return "Related";
  if (situation === "void") return "ProjectIsClosed";
  if (neededNow(books, claim, now) === 0) return "NobodyToAttest";
  if (answersNow(books, claim, now).some(({ attester }) => attester === member)) return "AlreadyAnswered";
  const cost = costNow(books, claim, now);
  if (cost === 0n) return null;
  if (cost > attesterBudget(books, project, member, epoch).left) return "BudgetSpent";
  const tight = sharersOf(claim).some((owner) => cost > (pairLeft(books, project, member, owner, epoch) ?? cost));
  return tight ? "PairLimit" : null;
}

/** From which epoch an enrolment made now would count: at once while few are enrolled, else from the next. */
export function enrolsFrom(books: WorkBooks, project: ProjectId, member: MemberId, now: number): number {
  const epoch = epochOf(books, now);
  const later = isEnrolled(books, project, member, epoch) || enrolledIn(books, project, epoch) >= FEW || !isOpenIn(projectOf(books, project), epoch);
  return later ? epoch + 1 : epoch;
}

/** What stands in the way of a member's attesting in a project; null: nothing. Errors: RangeError for a project that was never founded. */
export function enrolObstacle(books: WorkBooks, project: ProjectId, member: MemberId, now: number): Obstacle | null {
  const seat = seatObstacle(books, member);
  if (seat) return seat;
  const epoch = epochOf(books, now);
  const found = projectOf(books, project);
  if (found.closing && !isOpenIn(found, epoch)) return "ProjectIsClosed";
  if (isEnrolled(books, project, member, enrolsFrom(books, project, member, now))) return "AlreadyEnrolled";
  const busy = new Set([...projectsAttested(books, member, epoch), ...projectsAttested(books, member, epoch + 1)]);
  return busy.size >= MOST_PROJECTS && !busy.has(project) ? "ThreeProjects" : null;
}

/** How many could answer a second round that this member opens. */
export function eligibleFor(books: WorkBooks, claim: Claim, challenger: MemberId, now: number): number {
  const epoch = epochOf(books, now);
  const out = new Set([...claim.owners, ...claim.answers.map(({ attester }) => attester), challenger]);
  return enrolledIn(books, claim.project, epoch) - [...out].filter((member) => isEnrolled(books, claim.project, member, epoch)).length;
}

/** How many answers a second round needs before its median counts. */
export const quorumOf = (eligible: number): number => Math.min(5, Math.max(2, Math.ceil(eligible / 2)));

/** When each of a member's three challenge slots is free again; 0 or past: now. */
export const slotsOf = ({ work }: WorkBooks, member: MemberId, now: number): number[] =>
  (work.slots.get(member) ?? Array.from({ length: SLOTS }, () => null)).map((slot) => slotFreeAt(work, slot, now));

/** What stands in the way of a member's challenge of a claim; null: nothing. */
export function challengeObstacle(books: WorkBooks, claim: Claim, member: MemberId, now: number): Obstacle | null {
  const seat = seatObstacle(books, member);
  if (seat) return seat;
  if (claim.stage !== "sealed" || claim.inForce === 0n) return "NotChallengeable";
  if (stageOf(books, claim, now).situation !== "window") return "WindowOver";
  if (claim.by === member) return "OwnClaimChallenged";
  if (slotsOf(books, member, now).every((free) => free > now)) return "NoChallengeSlot";
  return eligibleFor(books, claim, member, now) < 2 ? "NobodyToAsk" : null;
}

/** What stands in the way of a member's answer to a second round; null: nothing. */
export function answerObstacle(books: WorkBooks, claim: Claim, member: MemberId, now: number): Obstacle | null {
  const seat = seatObstacle(books, member);
  if (seat) return seat;
  const { round } = claim;
  if (!round) return "NotChallenged";
  if (now >= round.closesAt) return "RoundOver";
  if (!isEnrolled(books, claim.project, member, epochOf(books, now))) return "AnswererNotEnrolled";
  const first = claim.answers.some(({ attester }) => attester === member);
  if (first || claim.owners.includes(member) || round.challenger === member) return "NotNewToClaim";
  if (relatedTo(books, member, claim.owners, now) !== null) return "Related";
  return round.answers.some(({ attester }) => attester === member) ? "RoundAnswered" : null;
}
