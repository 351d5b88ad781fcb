import { type ClockBooks, epochOf, parameterAt } from "../chain/clock.ts";
import { DAY, EPOCH, finalAt } from "../chain/epoch.ts";
import { isClosedIn } from "./charters.ts";
import type { WorkBooks } from "./fold.ts";
import type { Claim } from "./types.ts";

/** How long a claim waits for its first answers, in seconds. */
export const LAPSE = 90 * DAY;
/** How long a second round lasts, in seconds. */
export const SECOND_ROUND = 21 * DAY;

/**
 * Where a claim stands at a moment:
 * - unconfirmed: waits for the word of its other side; until it lapses
 * - waiting: for first answers; until it lapses
 * - lapsed: nobody came in 90 days; it may be made anew
 * - void: not sealed when its project closed; it can still be taken back, and lapses
 * - withdrawn: taken back; it may be made anew
 * - nothing: the attesters saw nothing; it may be made anew
 * - window: sealed, and may be challenged; until the window closes
 * - round: a second round is open; until it closes
 * - standing: what it counts for is decided, and the epoch is not final yet; until it is
 * - final: for ever
 */
export type Situation = "unconfirmed" | "waiting" | "lapsed" | "void" | "withdrawn" | "nothing" | "window" | "round" | "standing" | "final";

/** A claim's situation, and until when it lasts if nobody acts; null: without end. */
export interface Standing {
  readonly situation: Situation;
  readonly until: number | null;
}

/** When a claim that waits lapses. */
export const lapsesAt = (claim: Claim): number => claim.madeAt + LAPSE;

/** When the window for challenges closes; null for a claim that is not sealed. */
export function windowEnd(books: ClockBooks, claim: Claim): number | null {
  return claim.sealedAt === null ? null : claim.sealedAt + parameterAt(books, "windowDays", claim.epoch) * DAY;
}

/** When the second round closes; null where there is none. */
export const roundEnd = (claim: Claim): number | null => claim.round?.closesAt ?? null;

/** From when on a binding counts, if it stands then; null for one that is not sealed. */
export const bindingCountsFrom = (claim: Claim): number | null => (claim.sealedAt === null ? null : claim.sealedAt + EPOCH);

/** Where a claim stands at a moment, in seconds since 1970. */
export function stageOf(books: WorkBooks, claim: Claim, now: number): Standing {
  if (claim.stage === "withdrawn") return { situation: "withdrawn", until: null };
  if (isOpen(claim)) {
    if (now >= lapsesAt(claim)) return { situation: "lapsed", until: null };
    return { situation: isVoid(books, claim, now) ? "void" : claim.stage === "pending" ? "waiting" : "unconfirmed", until: lapsesAt(claim) };
  }
  if (claim.named === 0) return { situation: "nothing", until: null };
  const [closes, open]: [number, Situation] = claim.round ? [claim.round.closesAt, "round"] : [windowEnd(books, claim)!, "window"];
  if (now < closes) return { situation: open, until: closes };
  const settles = claim.lane === "binding" ? bindingCountsFrom(claim)! : finalAt(books.clock.genesis, claim.epoch);
  return now < settles ? { situation: "standing", until: settles } : { situation: "final", until: null };
}

/** Whether a claim waits for its other side or for first answers, by its events alone: it may have lapsed, or be void. */
export const isOpen = ({ stage }: Pick<Claim, "stage">): boolean => stage === "pending" || stage === "unconfirmed";

/** Whether the project is closed, so that what was not sealed before is void. */
function isVoid(books: WorkBooks, claim: Claim, now: number): boolean {
  const project = books.work.projects.get(claim.project);
  return project !== undefined && isClosedIn(project, epochOf(books, now));
}

/** Whether a claim may be made anew under the same id. */
export const canBeMadeAnew = (books: WorkBooks, claim: Claim, now: number): boolean =>
  ["lapsed", "withdrawn", "nothing"].includes(stageOf(books, claim, now).situation);

/** From when on a claim that came to nothing may be made anew with other terms (project, lane, quantity, value, split or sum), in seconds since 1970. */
export const otherTermsFrom = (claim: Claim): number => (claim.sealedAt ?? claim.madeAt) + 2 * LAPSE;

/** Whether what the claim took (evidence, identity, member) is still taken: it counts, or its second round may revive it. */
export function holds(claim: Claim | undefined, now: number): boolean {
  if (!claim || (claim.stage !== "sealed" && claim.stage !== "challenged")) return false;
  return claim.inForce > 0n || (claim.round !== null && now < claim.round.closesAt);
}
