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

/** In such an epoch the first project is worked for so much that its budget is not enough for all. */
export const isHarvest = ({ clock }: Work): boolean => clock.epoch % 4 === 2;
/** What one who brings in the harvest records: an eighth of the budget. */
export const HARVEST = 8n;

/** A second at which something begins or ends, and the claim that feels it; empty: all do. */
export interface Edge {
  readonly at: number;
  readonly claim: string;
}

/** Such seconds within an epoch to come: each of them, and the one before. */
export function edges(work: Work): Edge[] {
  const { now, epoch } = work.clock;
  const found: Edge[] = [{ at: work.clock.start(epoch + 1), claim: "" }];
  for (const claim of recent(work)) for (const at of ofClaim(work, claim)) found.push({ at, claim: claim.id });
  for (let member = 1; member <= work.people.count; member++) {
    const { joinedAt, seatedFrom } = work.people.stayOf(member);
    if (seatedFrom === Infinity) found.push({ at: joinedAt + 28 * DAY, claim: "" });
    if (joinedAt > now - 180 * DAY) found.push({ at: joinedAt + 180 * DAY, claim: "" });
  }
  return found.flatMap(({ at, claim }) => [{ at: at - 1, claim }, { at, claim }]).filter(({ at }) => at > now && at <= now + EPOCH);
}
