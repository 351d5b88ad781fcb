import { Members } from "./members.ts";
import { Numbers } from "./parameters.ts";
import { type Charter, type Grade, GRADES, Projects } from "./projects.ts";
import { Reviews } from "./reviews.ts";
import { Clock, DAY, need, Refused } from "./rules.ts";

/** What a vote may do. */
export type Action =
  | { readonly is: "parameter"; readonly place: number; readonly value: number }
  | { readonly is: "admit"; readonly statement: string; readonly submission: number; readonly project: number; readonly charter: Charter }
  | { readonly is: "cooperative"; readonly charter: Charter }
  | { readonly is: "stewards"; readonly project: number; readonly stewards: readonly number[] }
  | { readonly is: "close"; readonly project: number }
  | { readonly is: "expel"; readonly member: number };

/** In the order of the contracts' numbers. */
export const STATES = ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"] as const;
export type State = (typeof STATES)[number];
export const MATTERS = ["None", "Admission", "Terms", "Expulsion"] as const;
export type Matter = (typeof MATTERS)[number];
export const AGAINST = 0;
export const FOR = 1;
export const ABSTAIN = 2;

/** Of the ballots for and against: so many of so many, or more than that. */
export interface Majority {
  readonly parts: number;
  readonly of: number;
  readonly more: boolean;
}
export const MAJORITIES: readonly Majority[] = [{ parts: 1, of: 2, more: true }, { parts: 3, of: 5, more: false }, { parts: 2, of: 3, more: false }];

export interface Proposal {
  readonly proposer: number;
  readonly actions: readonly Action[];
  readonly description: string;
  readonly matter: Matter;
  /** Its place in `MAJORITIES`. */
  readonly majority: number;
  readonly quorumPercent: number;
  readonly timelockDays: number;
  readonly snapshot: number;
  readonly plannedEnd: number;
  end: number;
  /** Seated at the snapshot, once that is past. */
  electorate: number;
  ballots: Map<number, number>;
  /** Against, for, abstaining. */
  tally: [number, number, number];
  eta: number;
  cancelled: boolean;
  executed: boolean;
}

const LATE = 2 * DAY;
const GRACE = 14 * DAY;
const REPLY = 14 * DAY;

/** How many must take part: more than half of fewer than ten, else the percentage, five at least; a third of all but admissions. */
export function quorumFor(seated: number, percent: number, matter: Matter): number {
  const few = Math.floor(seated / 2) + 1;
  const many = Math.max(5, Math.ceil((seated * percent) / 100));
  const least = seated < 10 ? few : many;
  return matter === "Admission" ? least : Math.max(least, Math.ceil(seated / 3));
}

/** Whether ballots for and against make the majority. */
export function carries([against, inFavour]: readonly [number, number, number], { parts, of, more }: Majority): boolean {
  if (inFavour === 0) return false;
  const [have, want] = [inFavour * of, (inFavour + against) * parts];
  return more ? have > want : have >= want;
}

/** The cooperative: a clock and the four nouns that governance moves. */
export class Governance {
  readonly clock: Clock;
  readonly numbers: Numbers;
  readonly members: Members;
  readonly projects: Projects;
  readonly reviews: Reviews;
  readonly proposals: Proposal[] = [];
  private readonly known = new Set<string>();

  /** `seatedFrom`: since when each member is seated, in the order of their numbers. */
  constructor(genesis: number, seatedFrom: readonly number[], founding: readonly Charter[]) {
    this.clock = new Clock(genesis);
    this.numbers = new Numbers(this.clock);
    this.members = new Members(this.clock, seatedFrom);
    this.projects = new Projects(this.members, founding);
    this.reviews = new Reviews(this.projects, this.numbers);
  }

  // --- views ---

  electorate(proposal: Proposal): number {
    need(proposal.snapshot < this.clock.now, "FutureLookup");
    if (proposal.electorate === 0) proposal.electorate = this.members.seatedAt(proposal.snapshot);
    return proposal.electorate;
  }
  quorum(proposal: Proposal): number {
    return quorumFor(this.electorate(proposal), proposal.quorumPercent, proposal.matter);
  }
  expiry = ({ end, timelockDays }: Proposal): number => end + timelockDays * DAY + GRACE;

  passed(proposal: Proposal): boolean {
    return proposal.tally[FOR] + proposal.tally[ABSTAIN] >= this.quorum(proposal) && carries(proposal.tally, MAJORITIES[proposal.majority]!);
  }

  stateOf(proposal: Proposal): State {
    const { now } = this.clock;
    if (proposal.executed) return "Executed";
    if (proposal.cancelled) return "Canceled";
    if (now <= proposal.snapshot) return "Pending";
    if (now <= proposal.end) return "Active";
    if (!this.passed(proposal)) return "Defeated";
    if (now > this.expiry(proposal)) return "Expired";
    return proposal.eta === 0 ? "Succeeded" : "Queued";
  }

  /** How many proposals of a member wait for their vote or are voted on: as was planned when they were made. */
  openOf = (member: number): number => this.proposals.filter(({ proposer, plannedEnd, cancelled }) => proposer === member && !cancelled && plannedEnd >= this.clock.now).length;

  // --- acts ---

  propose(by: number, actions: readonly Action[], description: string): Proposal {
    this.members.mayAttest(by);
    const [matter, majority] = this.weigh(actions);
    const name = JSON.stringify([actions, description], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    need(this.openOf(by) < this.numbers.get("OpenProposals"), "TooManyOpen");
    need(!this.known.has(name), "GovernorUnexpectedProposalState");
    this.known.add(name);
    const snapshot = this.clock.now + (matter === "Expulsion" ? REPLY : this.numbers.get("DelayDays") * DAY);
    const end = snapshot + this.numbers.get("VoteDays") * DAY;
    const proposal: Proposal = {
      proposer: by, actions, description, matter, majority, snapshot, plannedEnd: end, end,
      quorumPercent: this.numbers.get("QuorumPercent"), timelockDays: this.numbers.get("TimelockDays"),
      electorate: 0, ballots: new Map(), tally: [0, 0, 0], eta: 0, cancelled: false, executed: false,
    };
    this.proposals.push(proposal);
    return proposal;
  }

  cancel(by: number, proposal: Proposal): void {
    this.members.mayAsk(by);
    need(proposal.proposer === by && this.stateOf(proposal) === "Pending", "GovernorUnableToCancel");
    proposal.cancelled = true;
  }

  vote(by: number, proposal: Proposal, support: number): void {
    need(this.stateOf(proposal) === "Active", "GovernorUnexpectedProposalState");
    need(this.members.satAt(by, proposal.snapshot), "NoVoteAtSnapshot");
    need(support <= ABSTAIN, "BallotInvalid");
    need(!proposal.ballots.has(by), "VotedAlready");
    const quorum = this.quorum(proposal);
    const reached = (): boolean => proposal.tally[FOR] + proposal.tally[ABSTAIN] >= quorum;
    const before = reached();
    proposal.ballots.set(by, support);
    proposal.tally[support]!++;
    if (!before && reached()) proposal.end = Math.max(proposal.end, this.clock.now + LATE);
  }

  queue(proposal: Proposal): void {
    need(this.stateOf(proposal) === "Succeeded", "GovernorUnexpectedProposalState");
    proposal.eta = this.clock.now + proposal.timelockDays * DAY;
  }

  execute(proposal: Proposal): void {
    need(this.stateOf(proposal) === "Queued", "GovernorUnexpectedProposalState");
    need(this.clock.now >= proposal.eta, "TimelockUnexpectedOperationState");
    this.wholly(() => proposal.actions.forEach((action) => this.apply(action)));
    proposal.executed = true;
  }

  // --- private ---

  private weigh(actions: readonly Action[]): readonly [Matter, number] {
    const { is } = actions[0]!;
    const most = is === "admit" || is === "expel" ? 1 : 10;
    need(actions.length <= most, "TooManyActions");
    need(actions.every((action) => action.is === is), "ActionsMixed");
    if (is === "expel") return ["Expulsion", 2];
    if (is !== "admit") return ["Terms", 1];
    const admission = actions[0] as Action & { is: "admit" };
    const byGrade = this.majorityByGrade(admission);
    // What amends a project changes its terms.
    return admission.project === 0 ? ["Admission", byGrade] : ["Terms", Math.max(byGrade, 1)];
  }

  private majorityByGrade({ statement, submission }: Action & { is: "admit" }): number {
    need(submission === (this.reviews.submissions.get(statement)?.number ?? 0), "NotReviewedNow");
    need(this.reviews.stageOf(statement) === "Reviewed", "NotReviewed");
    const grade = this.reviews.gradeOf(statement);
    need(gradedAbove(grade, "D"), "GradeTooLow");
    return gradedAbove(grade, "B") ? 0 : grade === "B" ? 1 : 2;
  }

  private apply(action: Action): void {
    const { numbers, projects, reviews, members } = this;
    switch (action.is) {
      case "parameter": return numbers.set(action.place, action.value);
      case "cooperative": return projects.amendCooperative(action.charter);
      case "stewards": return projects.replaceStewards(action.project, action.stewards);
      case "close": return projects.close(action.project);
      case "expel": return members.expel(action.member);
      case "admit": {
        need(!reviews.find(action.statement).article, "NoSuchStatement");
        const current = reviews.submissions.get(action.statement)?.number ?? 0;
        need(reviews.stageOf(action.statement) === "Reviewed" && current === action.submission, "NotReviewedNow");
        const grade = reviews.gradeOf(action.statement);
        need(gradedAbove(grade, "D"), "GradeTooLow");
        return projects.admit(action.statement, grade, action.project, action.charter);
      }
    }
  }

  /** All of it, or nothing. */
  private wholly(acts: () => void): void {
    const { numbers, members, projects } = this;
    const kept = structuredClone({ steps: numbers.steps, seats: members.seats, gone: members.gone, list: projects.list, statements: projects.statements });
    try {
      acts();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      numbers.steps = kept.steps;
      Object.assign(members, { seats: kept.seats, gone: kept.gone });
      Object.assign(projects, { list: kept.list, statements: kept.statements });
      throw error;
    }
  }
}

const gradedAbove = (grade: Grade, other: Grade): boolean => GRADES.indexOf(grade) > GRADES.indexOf(other);
