// What every view must answer, told from the model.
import type { StepName } from "../../../scripts/deploy/record.ts";
import { packMarks, type Contracts } from "./contracts.ts";
import { type Governance, MATTERS, type Proposal, STATES } from "./governance.ts";
import type { View } from "./look.ts";
import { NUMBERS } from "./parameters.ts";
import { GRADES } from "./projects.ts";
import { CRITERIA, STAGES } from "./reviews.ts";
import { Refused } from "./rules.ts";

type Words = View["gives"];

/** Writes views down for the contracts of a place. */
export class Views {
  private readonly model: Governance;
  private readonly contracts: Contracts;

  constructor(model: Governance, contracts: Contracts) {
    this.model = model;
    this.contracts = contracts;
  }

  private view(contract: StepName, name: string, takes: View["takes"], gives: Words): View {
    const { contracts } = this;
    return { what: `${name}(${takes.join()})`, to: contracts.place.record.contracts[contract], selector: contracts.selector(contract, name), takes, gives };
  }

  /** State, tally, denominator, quorum and dates of a proposal, and the ballots of a few. */
  proposal(place: number, members: readonly number[]): View[] {
    const { model } = this;
    const proposal = model.proposals[place]!;
    const given = this.contracts.proposals[place]!;
    const [against, inFavour, abstaining] = proposal.tally;
    const extendedTo = proposal.end === proposal.plannedEnd ? 0 : proposal.end;
    const electorate = proposal.ballots.size === 0 ? null : model.electorate(proposal);
    const ask = (name: string, gives: Words): View => this.view("governor", name, [given], gives);
    return [
      ask("state", [STATES.indexOf(model.stateOf(proposal))]),
      ask("decisionOf", [against, inFavour, abstaining, electorate, extendedTo, MATTERS.indexOf(proposal.matter), proposal.majority, proposal.quorumPercent, proposal.timelockDays]),
      ask("quorumOf", or(() => [model.quorum(proposal)])),
      ask("proposalSnapshot", [proposal.snapshot]),
      ask("proposalDeadline", [proposal.end]),
      ask("proposalEta", [proposal.eta]),
      ask("proposalExpiry", [model.expiry(proposal)]),
      ...members.flatMap((member) => this.ballot(given, proposal, member)),
    ];
  }

  private ballot(given: bigint, proposal: Proposal, member: number): View[] {
    const support = proposal.ballots.get(member);
    return [
      this.view("governor", "ballotOf", [given, member], support === undefined ? [0, null] : [1, support]),
      this.view("governor", "hasVoted", [given, this.contracts.place.wallet(member).address], [support === undefined ? 0 : 1]),
    ];
  }

  /** Stage, grade, submission and counts of a statement, and the marks of a few. */
  statement(name: string, members: readonly number[]): View[] {
    const { reviews, projects } = this.model;
    const given = this.contracts.statementId(name);
    const statement = projects.statements.get(name);
    const submission = reviews.submissions.get(name);
    const all = [...(submission?.marks.values() ?? [])];
    const counts = Array.from({ length: CRITERIA * 3 }, (_, place) => all.filter((marks) => marks[Math.floor(place / 3)] === place % 3).length);
    const { number = 0, submittedAt = 0, deadline = 0, filledAt = 0, needed = 0, best = "None" } = submission ?? {};
    const packed = statement?.named.reduce((word, author, place) => word + (BigInt(author) << BigInt(32 * place)), 0n) ?? 0n;
    return [
      this.view("projectReviews", "stageOf", [given], [STAGES.indexOf(reviews.stageOf(name))]),
      this.view("projectReviews", "gradeOf", [given], or(() => [GRADES.indexOf(reviews.gradeOf(name))])),
      this.view("projectReviews", "submissionOf", [given], [number, submittedAt, deadline, filledAt, needed, GRADES.indexOf(best), statement?.article ? 1 : 0, all.length]),
      this.view("projectReviews", "countsOf", [given], counts),
      this.view("projectReviews", "isArticle", [given], [statement?.article ? 1 : 0]),
      this.view("projectRegistry", "isAdmitted", [given], [statement?.admitted ? 1 : 0]),
      this.view("projectRegistry", "authorsOf", [given], [statement?.article ? 0n : packed]),
      ...members.map((member) => {
        const marks = submission?.marks.get(member);
        return this.view("projectReviews", "marksOf", [given, member], marks ? [packMarks(marks)] : "NoSuchReview");
      }),
    ];
  }

  /** Terms in given epochs, stewards, footing and closing of a project. */
  project(project: number, epochs: readonly number[]): View[] {
    const { projects } = this.model;
    const found = projects.list[project]!;
    const ask = (name: string, takes: readonly number[], gives: Words): View => this.view("projectRegistry", name, [project, ...takes], gives);
    const { salesCap, industry } = found.charters.at(-1)!.charter;
    const kind = epochs[0]! % 4;
    return [
      ask("stewardsOf", [], [32, found.stewards.length, ...found.stewards]),
      ask("closedFrom", [], [found.closedFrom]),
      ask("footingOf", [], [salesCap, industry, found.firstEpoch, found.probationUntil, found.commonsPercent, GRADES.indexOf(found.grade), found.closing]),
      ...epochs.flatMap((epoch) => {
        const { rates, budget, minSurplus } = projects.charterIn(project, epoch);
        return [
          ask("termsAt", [epoch], [...rates, budget, minSurplus]),
          ask("budgetAt", [epoch], [budget, projects.isOpen(project, epoch) ? 1 : 0]),
          ask("cardAt", [kind, epoch], this.card(project, kind, epoch)),
        ];
      }),
    ];
  }

  private card(project: number, kind: number, epoch: number): Words {
    const { projects } = this.model;
    const { charters, closedFrom } = projects.list[project]!;
    const { rates, budget } = projects.charterIn(project, epoch);
    if (epoch < charters[0]!.from) return "ProjectNotLive";
    if (closedFrom !== 0 && closedFrom <= epoch) return "ProjectIsClosed";
    return rates[kind] === 0n ? "KindNotRecorded" : [rates[kind]!, budget];
  }

  /** How many are seated, now and then, whether some are, and the numbers of given epochs. */
  rest(members: readonly number[], times: readonly number[], epochs: readonly number[]): View[] {
    const { members: seats, numbers, projects, clock } = this.model;
    return [
      this.view("memberRegistry", "seatedCount", [], [seats.seated()]),
      this.view("projectRegistry", "projectCount", [], [projects.list.length]),
      ...members.map((member) => this.view("memberRegistry", "isSeated", [member], [seats.isSeated(member) ? 1 : 0])),
      ...times.map((time) => this.view("memberRegistry", "getPastTotalSupply", [time], time < clock.now ? [seats.seatedAt(time)] : "FutureLookup")),
      ...epochs.flatMap((epoch) => NUMBERS.map(([name], place) => this.view("parameters", "get", [place, epoch], [numbers.get(name, epoch)]))),
    ];
  }
}

/** What is answered, or the rule that refuses to answer. */
function or(answer: () => number[]): Words {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return error.rule;
    throw error;
  }
}

