import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { answerObstacle, attestObstacle, type Obstacle } from "#client/work/may.ts";
import { stageOf } from "#client/work/stage.ts";
import { otherSideOf } from "#client/work/twoSided.ts";
import type { Claim, RecordClaim } from "#client/work/types.ts";

/** A claim that takes answers now. */
export interface Open {
  readonly claim: Claim;
  /** First answers, or a second round. */
  readonly is: "attest" | "answer";
  readonly until: number;
  /** What stands in the reader's way; null: nothing, or nobody reads. */
  readonly obstacle: Obstacle | null;
}

/** All claims that take answers, the nearest deadline first. */
export function openClaims(ledger: Ledger, me: MemberId | null, now: number): Open[] {
  const open: Open[] = [];
  for (const claim of ledger.work.claims.values()) {
    const { situation, until } = stageOf(ledger, claim, now);
    if (until === null || (situation !== "waiting" && situation !== "round")) continue;
    const is = situation === "waiting" ? "attest" : "answer";
    const obstacle = me === null ? null : (is === "attest" ? attestObstacle : answerObstacle)(ledger, claim, me, now);
    open.push({ claim, is, until, obstacle });
  }
  return open.sort((a, b) => a.until - b.until);
}

/** Records that wait for the reader as their other side, the nearest deadline first. */
export function toConfirm(ledger: Ledger, me: MemberId, now: number): RecordClaim[] {
  const waits = (claim: Claim): claim is RecordClaim => otherSideOf(claim) === me && stageOf(ledger, claim, now).situation === "unconfirmed";
  return [...ledger.work.claims.values()].filter(waits).sort((a, b) => a.madeAt - b.madeAt);
}

/** Obstacles that say the reader is done with a claim or has no part in it: such claims are not listed again. */
export const settledObstacles: readonly Obstacle[] = ["OwnClaim", "Related", "AlreadyAnswered", "NotNewToClaim", "RoundAnswered"];
