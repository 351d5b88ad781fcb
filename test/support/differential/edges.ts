import { type Claim, isSealed, LAPSE, SECOND_ROUND } from "../model/claims.ts";
import { SLOT_KEPT } from "../model/rounds.ts";
import { DAY, EPOCH } from "../model/rules.ts";
import type { Work } from "../model/work.ts";

const RECENT = 60;

/** The seconds at which something about a claim begins or ends. */
function* ofClaim(work: Work, claim: Claim): Iterable<number> {
  yield (claim.sealedAt || claim.madeAt) + 2 * LAPSE;
  if (!isSealed(claim)) return yield claim.madeAt + LAPSE;
  yield work.rounds.windowOf(claim);
  if (claim.binds) yield claim.sealedAt + EPOCH;
  if (claim.round) yield* [claim.round.openedAt + SECOND_ROUND, claim.round.openedAt + SLOT_KEPT];
}

/** The last claims that were made. */
export const recent = (work: Work, count = RECENT): Claim[] => [...work.claims.latest(count)];

/** Seconds to come within an epoch at which something begins or ends: each of them, and the one before. */
export function edges(work: Work): number[] {
  const { now, epoch } = work.clock;
  const found = [work.clock.start(epoch + 1)];
  for (const claim of recent(work)) found.push(...ofClaim(work, claim));
  for (let member = 1; member <= work.people.count; member++) {
    const { joinedAt, seatedFrom } = work.people.stayOf(member);
    if (seatedFrom === Infinity) found.push(joinedAt + 28 * DAY);
    if (joinedAt > now - 180 * DAY) found.push(joinedAt + 180 * DAY);
  }
  return [...new Set(found)].flatMap((at) => [at - 1, at]).filter((at) => at > now && at <= now + EPOCH);
}
