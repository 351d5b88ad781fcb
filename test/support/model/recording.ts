import type { Charters, Kind } from "./charters.ts";
import { type Claim, type Claims, contributorsOf, LAPSE, ownersOf, type Part, type Saying } from "./claims.ts";
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
  /** Empty where the recorder is alone; else the recorder first. */
  readonly split: readonly Part[];
}

/** Who confirmed a report with no network at hand; whether the signature is his own key's, and until when it holds. */
export interface Confirmed {
  readonly member: number;
  readonly genuine: boolean;
  readonly expires: number;
}

const MOST_NAMED = 7;
const twoSided = (kind: Kind): boolean => kind === "Experience" || kind === "Learning";

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
    this.standings.mayRecord(by);
    need(!twoSided(report.kind), "SecondSignatureNeeded");
    return this.make(by, report, undefined);
  }

  /** Of what has two sides: the other one signed, and stands second in the split, with a part or with none. */
  recordConfirmed(by: number, report: Report, confirmed: Confirmed): Claim {
    this.standings.mayRecord(by);
    need(twoSided(report.kind), "NoConfirmationNeeded");
    need(this.clock.now <= confirmed.expires, "SignatureExpired");
    need(report.split[1]?.member === confirmed.member && confirmed.member !== by, "SplitInvalid");
    need(this.standings.exists(confirmed.member), "NoSuchMember");
    need(this.standings.isActive(confirmed.member), "NotActive");
    need(confirmed.genuine, "ConsentInvalid");
    return this.make(by, report, confirmed.member);
  }

  withdraw(by: number, id: string): void {
    this.standings.mayAsk(by);
    const claim = this.claims.pending(id);
    need(ownersOf(claim).includes(by), "NotYours");
    need(claim.answers.length === 0, "AnswersGiven");
    this.claims.put({ ...claim, withdrawn: true });
  }

  // --- private ---

  private make(by: number, { project, kind, quantity, evidence, occurredAt, split }: Report, confirmer: number | undefined): Claim {
    const { now } = this.clock;
    need(occurredAt <= now && now <= occurredAt + LAPSE, "DateOutOfBounds");
    this.claims.checkFree(evidence);
    const value = BigInt(quantity) * this.charters.rate(project, kind);
    need(value > 0n && value <= this.charters.budget(project), "ValueOutOfBounds");
    this.checkSplit(by, split, confirmer);
    const saying: Saying = { by, evidence, lane: split.length === 0 ? "Record" : "Joint", project, quantity, value, split };
    this.claims.checkAnew(saying);
    const tier = this.spending.count(project, contributorsOf(saying), value);
    const needed = this.enrolment.needed(project, tier, ownersOf(saying));
    need(costOf(value, needed) <= this.spending.most(project), "NobodyCouldAttest");
    return this.claims.open(saying, tier, needed);
  }

  private checkSplit(by: number, split: readonly Part[], confirmer: number | undefined): void {
    if (split.length === 0) return;
    need(split.length >= 2 && split.length <= MOST_NAMED, "SplitInvalid");
    need(split[0]!.member === by && split[0]!.parts > 0, "SplitInvalid");
    for (const [place, { member, parts }] of split.entries()) {
      if (place === 0) continue;
      need(parts > 0 || member === confirmer, "SplitInvalid");
      need(split.findIndex((other) => other.member === member) === place, "SplitInvalid");
      need(this.standings.exists(member), "NoSuchMember");
      need(this.standings.isActive(member), "ContributorNotActive");
    }
  }
}
