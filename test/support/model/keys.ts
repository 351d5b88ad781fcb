// A model of keys, guardians and recovery in plain numbers, to compare the contracts with. It knows nothing of who is seated or has
// left, so that no standing can stand in the way of a key. Everything is kept as a list of dates, and what is in force is read from it.
import type { Numbers } from "./parameters.ts";
import { DAY, EPOCH, need } from "./rules.ts";

export const ZERO_ADDRESS = `0x${"0".repeat(40)}`;
/** A list of guardians binds so long after it was given. */
export const GUARDIANS_WAIT = 14 * DAY;
/** So old must a key be to give one. */
export const KEY_AGE = 30 * DAY;
/** So long a veto counts, and holds the list of guardians still. */
export const VETO_FRESH = 180 * DAY;
export const MOST_VETOES = 2;
const [FEWEST_GUARDIANS, MOST_GUARDIANS] = [3, 5];

/** A key on its way; `stands` where the key in force cannot veto it. */
export interface Recovery {
  readonly newKey: string;
  readonly due: number;
  readonly stands: boolean;
}

interface Holder {
  /** The last is in force. */
  readonly keys: { readonly address: string; readonly since: number }[];
  /** Ascending; the last whose date has come is in force. */
  guardians: { readonly list: readonly string[]; readonly from: number }[];
  recovery: Recovery | undefined;
  readonly vetoes: number[];
}

/** The epoch of a second. */
export const epochAt = ({ clock }: Numbers, now: number): number => Math.floor((now - clock.genesis) / EPOCH);

/** More than half of them: 2 of 3, 3 of 4, 3 of 5. */
export const mostOf = (guardians: readonly string[]): number => Math.floor(guardians.length / 2) + 1;

/** Which address speaks for which member. Members are numbered from 1. */
export class Keys {
  private readonly numbers: Numbers;
  private readonly holders: Holder[] = [];
  /** Every address that ever was a key, and whose. */
  private readonly owners = new Map<string, number>();

  constructor(numbers: Numbers) {
    this.numbers = numbers;
  }

  // --- views ---

  get count(): number {
    return this.holders.length;
  }
  keyOf = (member: number): string => this.holder(member).keys.at(-1)!.address;
  keySinceOf = (member: number): number => this.holder(member).keys.at(-1)!.since;
  /** How many keys came before the one in force; the contracts begin anew after 65,535. */
  keyEpochOf = (member: number): number => this.holder(member).keys.length - 1;
  /** Whose key this is or was; 0: nobody's. */
  idOf = (address: string): number => this.owners.get(address) ?? 0;
  /** Whether it can never be a key again, or never at all. */
  isBarred = (address: string): boolean => address === ZERO_ADDRESS || this.owners.has(address);
  recoveryOf = (member: number): Recovery | undefined => this.holder(member).recovery;
  guardiansOf = (member: number, now: number): readonly string[] => this.holder(member).guardians.findLast(({ from }) => from <= now)?.list ?? [];
  /** The list that binds later, and when. */
  announcedOf = (member: number, now: number): { readonly list: readonly string[]; readonly from: number } | undefined => this.holder(member).guardians.find(({ from }) => from > now);
  /** The address that speaks for a guardian: the key in force of one who is a member, else the guardian's own. */
  voiceOf = (guardian: string): string => (this.idOf(guardian) === 0 ? guardian : this.keyOf(this.idOf(guardian)));
  freshVetoesOf = (member: number, now: number): number => this.holder(member).vetoes.filter((at) => now < at + VETO_FRESH).length;

  /** The member for whom an address speaks. */
  speaker(key: string): number {
    const member = this.idOf(key);
    need(member !== 0, "NotAMember");
    need(this.keyOf(member) === key, "KeyReplaced");
    return member;
  }

  // --- acts ---

  /** A new member with a first key. */
  add(now: number, key: string): number {
    need(!this.isBarred(key), "KeyBarred");
    this.holders.push({ keys: [], guardians: [], recovery: undefined, vetoes: [] });
    this.take(now, this.holders.length, key);
    return this.holders.length;
  }

  rotate(now: number, key: string, newKey: string): void {
    const member = this.speaker(key);
    need(!this.isBarred(newKey), "KeyBarred");
    this.take(now, member, newKey);
  }

  /** Gives a list of guardians in place of one that waits. */
  setGuardians(now: number, key: string, list: readonly string[]): void {
    const member = this.speaker(key);
    need(list.length >= FEWEST_GUARDIANS && list.length <= MOST_GUARDIANS, "GuardiansInvalid");
    need(now >= this.keySinceOf(member) + KEY_AGE, "KeyTooYoung");
    need(this.recoveryOf(member) === undefined, "RecoveryOpen");
    need(this.freshVetoesOf(member, now) === 0, "VetoFresh");
    const others = list.every((guardian) => guardian !== ZERO_ADDRESS && this.voiceOf(guardian) === guardian && this.idOf(guardian) !== member);
    need(others && new Set(list).size === list.length, "GuardiansInvalid");
    this.dropAnnounced(now, member);
    this.holder(member).guardians.push({ list: [...list], from: now + GUARDIANS_WAIT });
  }

  /** By most guardians; by all of them once the key in force has vetoed as often as it may. */
  openRecovery(now: number, member: number, newKey: string, signers: readonly string[]): void {
    need(this.recoveryOf(member) === undefined, "RecoveryOpen");
    need(!this.isBarred(newKey), "KeyBarred");
    const stands = this.freshVetoesOf(member, now) >= MOST_VETOES;
    this.checkSigners(now, member, signers, stands);
    this.dropAnnounced(now, member);
    const due = now + this.numbers.get("RecoveryDays", epochAt(this.numbers, now)) * DAY;
    this.holder(member).recovery = { newKey, due, stands };
  }

  /** By the key in force, of any age. */
  vetoRecovery(now: number, key: string): void {
    const member = this.speaker(key);
    const recovery = this.recoveryOf(member);
    need(recovery !== undefined, "NoRecovery");
    need(!recovery.stands, "RecoveryStands");
    // Cannot happen, and the specs say so: a veto ends its recovery, and one that is opened after two of them stands.
    need(this.freshVetoesOf(member, now) < MOST_VETOES, "NoVetoLeft");
    need(now < recovery.due, "RecoveryDue");
    this.holder(member).vetoes.push(now);
    this.holder(member).recovery = undefined;
  }

  /** By most guardians, who may have made a slip. */
  cancelRecovery(now: number, member: number, signers: readonly string[]): void {
    need(this.recoveryOf(member) !== undefined, "NoRecovery");
    this.checkSigners(now, member, signers, false);
    this.holder(member).recovery = undefined;
  }

  /** By anyone. Whether it changed the key: an address that became a key meanwhile cannot become one again. */
  finishRecovery(now: number, member: number): boolean {
    const recovery = this.recoveryOf(member);
    need(recovery !== undefined, "NoRecovery");
    need(now >= recovery.due, "RecoveryTooEarly");
    this.holder(member).recovery = undefined;
    const free = !this.isBarred(recovery.newKey);
    if (free) this.take(now, member, recovery.newKey);
    return free;
  }

  // --- private ---

  private holder(member: number): Holder {
    const holder = this.holders[member - 1];
    need(holder !== undefined, "NoSuchMember");
    return holder;
  }
  /** Enough signers, each once, and each the voice of a guardian: most of them, or all. A key that became the member's own is nobody's voice. */
  private checkSigners(now: number, member: number, signers: readonly string[], all: boolean): void {
    const guardians = this.guardiansOf(member, now);
    need(guardians.length > 0, "NoGuardians");
    need(signers.length >= (all ? guardians.length : mostOf(guardians)), "TooFewGuardians");
    const voices = new Set(guardians.map(this.voiceOf));
    voices.delete(this.keyOf(member));
    need(new Set(signers).size === signers.length && signers.every((signer) => voices.has(signer)), "NotAGuardian");
  }
  private take(now: number, member: number, address: string): void {
    this.holder(member).keys.push({ address, since: now });
    this.owners.set(address, member);
  }
  private dropAnnounced(now: number, member: number): void {
    const holder = this.holder(member);
    holder.guardians = holder.guardians.filter(({ from }) => from <= now);
  }
}
