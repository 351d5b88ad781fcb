import { finalAt } from "#client/chain/epoch.ts";
import type { Ledger } from "#client/ledger.ts";
import { answersNow, neededNow } from "#client/work/may.ts";
import { type Situation, stageOf } from "#client/work/stage.ts";
import type { Claim } from "#client/work/types.ts";
import type { ActState } from "../../../shared/journal/entry.ts";

/** Where a claim stands, as a page tells it. */
export interface Stand {
  readonly situation: Situation;
  /** Until when it lasts if nobody acts; null: without end. */
  readonly until: number | null;
  /** First answers that count now, and how many are needed. */
  readonly has: number;
  readonly needed: number;
  /** From when on nothing can change what it counts for; null where it counts for nothing. */
  readonly finalFrom: number | null;
}

/** A claim's stand at a moment. */
export function standOf(ledger: Ledger, claim: Claim, now: number): Stand {
  const { situation, until } = stageOf(ledger, claim, now);
  const counts = claim.sealedAt !== null && claim.named > 0 && claim.lane !== "binding";
  return {
    situation,
    until,
    has: answersNow(ledger, claim, now).length,
    needed: situation === "waiting" || situation === "unconfirmed" ? neededNow(ledger, claim, now) : claim.needed,
    finalFrom: counts ? finalAt(ledger.clock.genesis, claim.epoch) : null,
  };
}

/** The mark of a situation: a square that fills up. */
export function markOf({ situation, has }: Pick<Stand, "situation" | "has">): ActState {
  if (situation === "unconfirmed") return "draft";
  if (situation === "waiting") return has === 0 ? "ready" : "sent";
  if (situation === "round") return "sent";
  if (situation === "window" || situation === "standing") return "inBlock";
  return situation === "final" ? "final" : "expired";
}

/** Whether a claim is answered by yes or no. */
export const isVote = (claim: Claim): boolean => claim.lane === "batch" || claim.lane === "binding";
