import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Answer, Claim } from "#client/work/types.ts";

/** A first answer of a member, and what became of the claim. */
export interface Given {
  readonly claim: Claim;
  readonly answer: Answer;
  /** Whether the claim is sealed, so that there is a middle. */
  readonly sealed: boolean;
  /** Whether the answer was the middle. */
  readonly met: boolean;
}

/** A challenge, or an answer in a second round. `tenths` null: the challenge itself. */
export interface RoundAct {
  readonly claim: Claim;
  readonly tenths: number | null;
  readonly at: number;
}

/** All first answers of a member that count or counted, newest first. */
export function answersOf({ work }: Ledger, member: MemberId): Given[] {
  const given: Given[] = [];
  for (const claim of work.claims.values()) {
    const sealed = claim.stage === "sealed" || claim.stage === "challenged";
    for (const answer of claim.answers)
      if (answer.attester === member) given.push({ claim, answer, sealed, met: sealed && answer.quantity === claim.named });
    for (const answer of claim.answersBefore) if (answer.attester === member) given.push({ claim, answer, sealed: false, met: false });
  }
  return given.sort((a, b) => b.answer.at - a.answer.at);
}

/** What a member did in second rounds, newest first. */
export function roundActsOf({ work }: Ledger, member: MemberId): RoundAct[] {
  const acts: RoundAct[] = [];
  for (const claim of work.claims.values()) {
    const { round } = claim;
    if (!round) continue;
    if (round.challenger === member) acts.push({ claim, tenths: null, at: round.openedAt });
    for (const answer of round.answers) if (answer.attester === member) acts.push({ claim, tenths: answer.tenths, at: answer.at });
  }
  return acts.sort((a, b) => b.at - a.at);
}
