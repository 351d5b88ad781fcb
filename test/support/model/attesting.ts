import type { Charters } from "./charters.ts";
import { type Claim, type Claims, contributorsOf, isVoted, ownersOf } from "./claims.ts";
import type { Enrolment } from "./enrolment.ts";
import { type Clock, need } from "./rules.ts";
import { costOf, type Spending } from "./spending.ts";
import type { Standings } from "./standing.ts";

/** Of an even number, the lower of the two in the middle. */
export const lowerMedian = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.ceil(list.length / 2) - 1]!;

/** First answers: the last that is needed seals. */
export class Attesting {
  private readonly clock: Clock;
  private readonly standings: Standings;
  private readonly charters: Charters;
  private readonly enrolment: Enrolment;
  private readonly spending: Spending;
  private readonly claims: Claims;

  constructor(clock: Clock, standings: Standings, charters: Charters, enrolment: Enrolment, spending: Spending, claims: Claims) {
    [this.clock, this.standings, this.charters, this.enrolment, this.spending, this.claims] = [clock, standings, charters, enrolment, spending, claims];
  }

  attest(by: number, answers: readonly { readonly id: string; readonly quantity: number }[]): void {
    this.standings.mayAttest(by);
    for (const { id, quantity } of answers) this.answer(by, id, quantity);
  }

  private answer(by: number, id: string, quantity: number): void {
    const waiting = this.claims.pending(id);
    const { project } = waiting;
    this.enrolment.check(project, by);
    const own = ownersOf(waiting);
    need(!own.includes(by), "OwnClaim");
    this.standings.checkApart(by, own);
    need(quantity <= waiting.quantity, "QuantityAboveClaimed");
    this.charters.checkOpen(project);
    const claim = this.begin(waiting, own);
    need(!claim.answers.some(({ attester }) => attester === by), "AlreadyAnswered");
    if (!isVoted(claim)) this.spending.spend(project, by, contributorsOf(claim), costOf(claim.value, claim.needed));
    const answered = this.claims.put({ ...claim, answers: [...claim.answers, { attester: by, quantity }] });
    if (answered.answers.length === answered.needed) this.seal(answered);
    this.enrolment.stay(by, project);
  }

  /** First answers are all of one epoch: when it has turned they begin anew, among those who attest now. */
  private begin(claim: Claim, own: readonly number[]): Claim {
    if (claim.epoch === this.clock.epoch) return claim;
    return { ...claim, epoch: this.clock.epoch, answers: [], needed: this.enrolment.needed(claim.project, claim.tier, own) };
  }

  private seal(claim: Claim): void {
    const quantities = claim.answers.map(({ quantity }) => quantity);
    if (!isVoted(claim)) {
      this.claims.checkFree(claim.evidence);
      this.claims.seal(claim, lowerMedian(quantities));
      return;
    }
    const yes = quantities.filter((quantity) => quantity === 1).length;
    const stands = yes * 2 > claim.needed;
    if (stands && claim.binds) this.claims.checkUnbound(claim.binds.identity, claim.binds.member);
    this.claims.seal(claim, stands ? 1 : 0);
  }
}
