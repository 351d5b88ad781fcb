import { attestersOf, type Claim, type Claims, counts, inForce, isVoted, medianOf, ownersOf, SECOND_ROUND, stageOf } from "./claims.ts";
import type { Enrolment } from "./enrolment.ts";
import { Kept, type Journal } from "./journal.ts";
import type { Numbers } from "./parameters.ts";
import { DAY, need } from "./rules.ts";
import type { Standings } from "./standing.ts";

/** So long does a challenge that cut nothing keep its slot. */
export const SLOT_KEPT = 90 * DAY;
const FREE: readonly string[] = ["", "", ""];

/** Second rounds: who is not content with a sealed claim asks those who have not answered yet. */
export class Rounds {
  private readonly numbers: Numbers;
  private readonly standings: Standings;
  private readonly enrolment: Enrolment;
  private readonly claims: Claims;
  /** The claims that a member challenged last, one for each slot. */
  private readonly slots: Kept<number, readonly string[]>;

  constructor(journal: Journal, numbers: Numbers, standings: Standings, enrolment: Enrolment, claims: Claims) {
    [this.numbers, this.standings, this.enrolment, this.claims] = [numbers, standings, enrolment, claims];
    this.slots = new Kept(journal, FREE);
  }

  // --- views ---

  /** When each of a member's slots is free again; 0 or past: now. */
  freeAt = (member: number): number[] => this.slots.get(member).map((id) => (id === "" ? 0 : this.back(this.claims.find(id))));
  private back({ round }: Claim): number {
    const over = round!.openedAt + SECOND_ROUND;
    const cut = counts(round!) && medianOf(round!) < 10;
    return cut && this.numbers.clock.now >= over ? over : round!.openedAt + SLOT_KEPT;
  }
  /** Who could answer: all who attest there now but the challenger, the claim's own people and the first attesters. */
  eligible = (claim: Claim, challenger: number): number[] => this.enrolment.others(claim.project, [challenger, ...ownersOf(claim), ...attestersOf(claim)]);
  /** Until when, exclusive, a sealed claim may be challenged. */
  windowOf = ({ sealedAt, epoch }: Claim): number => sealedAt + this.numbers.get("WindowDays", epoch) * DAY;

  // --- acts ---

  challenge(by: number, id: string): void {
    const { now } = this.numbers.clock;
    this.standings.mayAttest(by);
    const claim = this.claims.find(id);
    need(stageOf(claim) === "Sealed" && inForce(claim) > 0n, "NotChallengeable");
    need(now < this.windowOf(claim), "WindowOver");
    need(claim.by !== by, "OwnClaimChallenged");
    const slot = this.freeAt(by).findIndex((at) => at <= now);
    need(slot !== -1, "NoChallengeSlot");
    const eligible = this.eligible(claim, by).length;
    need(eligible >= 2, "NobodyToAsk");
    const quorum = Math.min(5, Math.max(2, Math.ceil(eligible / 2)));
    this.claims.put({ ...claim, round: { challenger: by, openedAt: now, quorum, answers: new Map() } });
    this.slots.set(by, this.slots.get(by).with(slot, id));
  }

  answer(by: number, id: string, tenths: number): void {
    this.standings.mayAttest(by);
    const claim = this.claims.all.get(id);
    need(claim !== null && claim.round !== null, "NotChallenged");
    need(this.claims.isOpen(claim), "RoundOver");
    need(this.enrolment.has(claim.project, by), "AnswererNotEnrolled");
    const { round } = claim;
    need(![round.challenger, ...ownersOf(claim), ...attestersOf(claim)].includes(by), "NotNewToClaim");
    this.standings.checkApart(by, ownersOf(claim));
    need(!round.answers.has(by), "RoundAnswered");
    need(tenths <= 10 && (!isVoted(claim) || tenths % 10 === 0), "TenthsInvalid");
    this.claims.put({ ...claim, round: { ...round, answers: new Map([...round.answers, [by, tenths]]) } });
    this.enrolment.stay(by, claim.project);
  }
}
