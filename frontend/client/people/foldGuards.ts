import type { Address } from "viem";
import type { Draft } from "../chain/draft.ts";
import type { EventOf } from "../chain/events.ts";
import type { MemberId } from "../chain/ids.ts";
import type { PeopleBooks, PeopleState } from "./fold.ts";
import { majorityOf } from "./setGuardians.ts";

/** A recovery that is open. Times in seconds since 1970. */
export interface OpenRecovery {
  readonly newKey: Address;
  readonly openedAt: number;
  /** From when on anyone may finish it; it may be vetoed before. */
  readonly due: number;
  /** Opened by all guardians after two vetoes: it cannot be vetoed. */
  readonly stands: boolean;
}

/** How a recovery ended. */
export interface EndedRecovery {
  readonly opening: number;
  readonly newKey: Address;
  readonly at: number;
  readonly how: "finished" | "vetoed" | "cancelled" | "withoutEffect";
}

/** A member's guardians and recoveries as the log tells them. */
export interface Guard {
  /** In force before `next` counts. */
  readonly list: readonly Address[];
  /** What was proposed and may be in force by now; null: no change waits. */
  readonly next: { readonly list: readonly Address[]; readonly from: number } | null;
  readonly recovery: OpenRecovery | null;
  /** How many recoveries were ever opened. */
  readonly openings: number;
  /** When recoveries were vetoed, oldest first; the last two count. */
  readonly vetoes: readonly number[];
  readonly ended: readonly EndedRecovery[];
}

/** From the change of guardians to the day it counts, how old a key must be for it, and how long a veto counts; seconds. */
export const GUARD_TIMES = { change: 14 * 86_400, keyAge: 30 * 86_400, veto: 180 * 86_400 } as const;

const none: Guard = { list: [], next: null, recovery: null, openings: 0, vetoes: [], ended: [] };

/** What the log says of a member's guardians. */
export const guardOf = ({ people }: PeopleBooks, member: MemberId): Guard => people.guards.get(member) ?? none;

/** The guardians in force at a second. */
export const guardiansAt = ({ list, next }: Guard, now: number): readonly Address[] => (next && now >= next.from ? next.list : list);

/** The vetoes that count at a second. */
export const freshVetoes = ({ vetoes }: Guard, now: number): readonly number[] => vetoes.slice(-2).filter((at) => now < at + GUARD_TIMES.veto);

/** How many guardians must sign to open a recovery at a second, and whether it will stand. */
export function neededToOpen(guard: Guard, now: number): { readonly needed: number; readonly stands: boolean } {
  const count = guardiansAt(guard, now).length;
  const stands = freshVetoes(guard, now).length === 2;
  return { needed: stands ? count : majorityOf(count), stands };
}

/** Adds an event of Guardians. */
export function applyToGuards(draft: Draft<PeopleState>, event: EventOf<"guardians">): void {
  if (!("member" in event.args)) return;
  const member = event.args.member as MemberId;
  const guard = settled(draft.state.guards.get(member) ?? none, event.at);
  const put = (part: Partial<Guard>): void => void draft.map("guards").set(member, { ...guard, ...part });
  const end = (how: EndedRecovery["how"], more: Partial<Guard> = {}): void => {
    const ended = guard.recovery ? [...guard.ended, { opening: guard.openings, newKey: guard.recovery.newKey, at: event.at, how }] : guard.ended;
    put({ recovery: null, ended, ...more });
  };
  if (event.name === "GuardiansProposed") put({ next: { list: event.args.guardians, from: event.args.from } });
  else if (event.name === "GuardiansKept") put({ next: null });
  else if (event.name === "RecoveryOpened") {
    const { newKey, due, stands, opening } = event.args;
    put({ next: null, recovery: { newKey, due, stands, openedAt: event.at }, openings: opening });
  } else if (event.name === "RecoveryVetoed") end("vetoed", { vetoes: [...guard.vetoes, event.at] });
  else if (event.name === "RecoveryCancelled") end("cancelled");
  else if (event.name === "RecoveryFinished") end(event.args.done ? "finished" : "withoutEffect");
}

/** A change whose day has come is in force. */
const settled = (guard: Guard, now: number): Guard => (guard.next && now >= guard.next.from ? { ...guard, list: guard.next.list, next: null } : guard);
