import type { Charters, Kind } from "./charters.ts";
import { type Claim, type Claims, contributorsOf, LAPSE, ownersOf, type Part, type Saying, stageOf } from "./claims.ts";
import type { Enrolment } from "./enrolment.ts";
import { type Clock, need } from "./rules.ts";
import { costOf, type Spending } from "./spending.ts";
import type { Standings } from "./standing.ts";

/** What a member says was done. */
export interface Report {
  readonly project: number;
  readonly kind: Kind;
  readonly quantity: number;
  readonly evidence: string;
  /** Seconds since 1970. */
  readonly occurredAt: number;
  /** Empty where the recorder is alone; else the recorder first, and of what has two sides the other one second. */
  readonly split: readonly Part[];
}

const MOST_NAMED = 7;
/** What a confirmation names: the whole report. */
export const digestOf = ({ project, kind, quantity, evidence, occurredAt, split }: Report): string => [project, kind, quantity, evidence, occurredAt, ...split.map(({ member, parts }) => `${member}:${parts}`)].join(" ");
export const isTwoSided = (kind: Kind): boolean => kind === "Experience" || kind === "Learning";

/** Writing down what was done, and taking it back. */
export class Recording {
  private readonly clock: Clock;
  private readonly standings: Standings;
  private readonly charters: Charters;
  private readonly enrolment: Enrolment;
  private readonly spending: Spending;
  private readonly claims: Claims;

  constructor(clock: Clock, standings: Standings, charters: Charters, enrolment: Enrolment, spending: Spending, claims: Claims) {
    [this.clock, this.standings, this.charters, this.enrolment, this.spending, this.claims] = [clock, standings, charters, enrolment, spending, claims];
  }

  record(by: number, report: Report): Claim {
    const { project, kind, quantity, evidence, occurredAt, split } = report;
    this.standings.mayRecord(by);
    const { now } = this.clock;
    need(occurredAt <= now && now <= occurredAt + LAPSE, "DateOutOfBounds");
    this.claims.checkFree(evidence);
    const value = BigInt(quantity) * this.charters.rate(project, kind);
    need(value > 0n && value <= this.charters.budget(project), "ValueOutOfBounds");
    need(!isTwoSided(kind) || split.length >= 2, "OtherSideMissing");
    this.checkSplit(by, split, isTwoSided(kind));
    const saying: Saying = { by, evidence, lane: split.length === 0 ? "Record" : "Joint", project, quantity, value, split };
    this.claims.checkAnew(saying);
    const tier = this.spending.count(project, contributorsOf(saying), value);
    const needed = this.enrolment.needed(project, tier, ownersOf(saying));
    need(costOf(value, needed) <= this.spending.most(project), "NobodyCouldAttest");
    return this.claims.open(saying, tier, needed, isTwoSided(kind) ? digestOf(report) : "");
  }

  /** The other side, second in the split, says that it was so: just what `report` says. */
  confirm(by: number, id: string, report: Report): void {
    this.standings.mayRecord(by);
    const claim = this.claims.waiting(id);
    need(stageOf(claim) === "Unconfirmed", "NotUnconfirmed");
    need(claim.split[1]!.member === by, "NotTheOtherSide");
    need(claim.unconfirmed === digestOf(report), "RecordedOtherwise");
    this.claims.put({ ...claim, unconfirmed: "" });
  }

  withdraw(by: number, id: string): void {
    this.standings.mayAsk(by);
    const claim = this.claims.waiting(id);
    need(ownersOf(claim).includes(by), "NotYours");
    need(claim.answers.length === 0, "AnswersGiven");
    this.claims.put({ ...claim, withdrawn: true });
  }

  // --- private ---

  private checkSplit(by: number, split: readonly Part[], twoSided: boolean): void {
    if (split.length === 0) return;
    need(split.length >= 2 && split.length <= MOST_NAMED, "SplitInvalid");
    need(split[0]!.member === by && split[0]!.parts > 0, "SplitInvalid");
    for (const [place, { member, parts }] of split.entries()) {
      if (place === 0) continue;
      need(parts > 0 || (twoSided && place === 1), "SplitInvalid");
      need(split.findIndex((other) => other.member === member) === place, "SplitInvalid");
      need(this.standings.exists(member), "NoSuchMember");
      need(this.standings.isActive(member), "ContributorNotActive");
    }
  }
}
