import { DAY } from "../chain/epoch.ts";
import type { EventOf } from "../chain/events.ts";
import type { ContributionId, MemberId } from "../chain/ids.ts";
import type { WorkDraft, WorkState } from "./fold.ts";
import { change } from "./foldClaims.ts";
import { upperMedianOfTenths } from "./median.ts";
import type { Round, RoundAnswer } from "./types.ts";

/** How long a challenge that cut nothing keeps its slot, in seconds. */
export const SLOT_KEPT = 90 * DAY;
/** How many challenges a member may have open. */
export const SLOTS = 3;

/** Adds what an event says of a second round. */
export function applyRound(draft: WorkDraft, event: EventOf<"challenges">): void {
  const id = event.args.id as ContributionId;
  if (event.name === "Challenged") {
    const challenger = event.args.challenger as MemberId;
    const { quorum, closesAt } = event.args;
    takeSlot(draft, challenger, id, event.at);
    const round: Round = { challenger, openedAt: event.at, closesAt, quorum, answers: [], tx: event.tx };
    change(draft, id, () => ({ stage: "challenged", round }));
  } else if (event.name === "Answered") {
    const { attester, tenths, inForce } = event.args;
    const answer: RoundAnswer = { attester: attester as MemberId, tenths, inForce, at: event.at, tx: event.tx };
    change(draft, id, ({ round }) => (round ? { tenths: inForce, round: { ...round, answers: [...round.answers, answer] } } : {}));
  }
}

/** The first slot that is free at the moment, as the contract takes it. */
function takeSlot(draft: WorkDraft, member: MemberId, id: ContributionId, at: number): void {
  const slots = [...(draft.state.slots.get(member) ?? [null, null, null])];
  const free = slots.findIndex((slot) => at >= slotFreeAt(draft.state, slot, at));
  slots[free] = id;
  draft.map("slots").set(member, slots);
}

/** When a slot is free again: after the round if the value was cut by a tenth or more, else 90 days after the challenge. 0: free. */
export function slotFreeAt(work: WorkState, slot: ContributionId | null, now: number): number {
  const round = slot && work.claims.get(slot)?.round;
  if (!round) return 0;
  const cut = round.answers.length >= round.quorum && upperMedianOfTenths(round.answers.map((answer) => answer.tenths)) < 10;
  return now >= round.closesAt && cut ? round.closesAt : round.openedAt + SLOT_KEPT;
}
