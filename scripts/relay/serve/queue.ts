// What the service has accepted and what became of it: in memory, and rebuilt from the journal after any end.
import type { Hex } from "viem";
import type { Both } from "#client/chain/words.ts";
import { type ReadItem, readBundle } from "#client/offnet/bundle.ts";
import type { Sent, Settled } from "../payer.ts";

/** An item that was accepted. `text`: a bundle of it alone; `who`: whose quota it counts against; `at`: milliseconds since 1970. */
export interface Accepted {
  readonly is: "accepted";
  readonly id: Hex;
  readonly who: readonly string[];
  readonly at: number;
  readonly text: string;
}

/** What became of it. `tx`: null where somebody else had carried it before. */
export interface Concluded {
  readonly is: "concluded";
  readonly id: Hex;
  readonly state: "done" | "refused";
  readonly tx: Hex | null;
  readonly say: Both;
  readonly at: number;
}

export type Entry = Sent | Settled | Accepted | Concluded;

/** An item that waits to be carried. */
export interface Waiting {
  readonly id: Hex;
  readonly item: ReadItem;
  readonly at: number;
  /** Not tried before then, milliseconds since 1970. */
  readonly from: number;
  /** How often it was tried for nothing. */
  readonly failed: number;
  /** The transaction that carried it, where a journal that ends there tells of its end alone. */
  readonly tx: Hex | null;
}

export const HOUR = 3_600_000;
/** What was concluded is told for as long as anything signed can lie about. */
const KEPT = 31 * 24 * HOUR;
/** So many concluded ones are told at most: a hundred bytes each, and more in words. */
const MOST_KEPT = 100_000;

export class Queue {
  private readonly waiting = new Map<Hex, Waiting & { readonly entry: Accepted }>();
  private readonly concluded = new Map<Hex, Concluded>();
  /** How many acts wait with a member's nonce (`member:nonce`). */
  private readonly acts = new Map<string, number>();
  /** Acceptances of the last hour, by whose quota they count against, oldest first. */
  private readonly recent = new Map<string, number[]>();
  /** Gas of the last hour. */
  private spent: { readonly at: number; readonly gas: number }[] = [];
  /** What was signed for one nonce and is not settled. */
  private open: Sent[] = [];

  constructor(entries: readonly Entry[], now: number) {
    for (const entry of entries) this.apply(entry, now);
  }

  /** Takes an entry that is on the disk. */
  apply(entry: Entry, now: number): void {
    if (entry.is === "accepted") return this.accept(entry, now);
    if (entry.is === "concluded") return this.conclude(entry);
    if (entry.is === "sent") {
      this.open = this.open[0]?.nonce === entry.nonce ? [...this.open, entry] : [entry];
      return;
    }
    this.open = [];
    for (const id of entry.status === "success" ? entry.ids : []) {
      const held = this.waiting.get(id);
      if (held) this.waiting.set(id, { ...held, tx: entry.hash });
    }
    if (entry.at > now - HOUR) this.spent.push({ at: entry.at, gas: entry.gasUsed });
  }

  private accept(entry: Accepted, now: number): void {
    if (entry.at > now - HOUR) for (const who of entry.who) this.recent.set(who, [...(this.recent.get(who) ?? []), entry.at]);
    const item = entry.text === "" ? undefined : readBundle(entry.text).items[0];
    if (!item) return;
    this.concluded.delete(entry.id);
    if (!this.waiting.has(entry.id)) this.count(item, 1);
    this.waiting.set(entry.id, { id: entry.id, item, at: entry.at, from: 0, failed: 0, tx: null, entry });
  }

  private conclude(entry: Concluded): void {
    const held = this.waiting.get(entry.id);
    if (held) this.count(held.item, -1);
    this.waiting.delete(entry.id);
    this.concluded.set(entry.id, entry);
    // A Map keeps the order in which things came.
    for (const id of this.concluded.keys()) {
      if (this.concluded.size <= MOST_KEPT) break;
      this.concluded.delete(id);
    }
  }

  private count(item: ReadItem, by: number): void {
    if (item.kind !== "act") return;
    const name = `${item.member}:${item.nonce}`;
    const left = (this.acts.get(name) ?? 0) + by;
    if (left > 0) this.acts.set(name, left);
    else this.acts.delete(name);
  }

  /** Whether an act with this nonce of the member waits. */
  hasAct(member: number, nonce: bigint): boolean {
    return this.acts.has(`${member}:${nonce}`);
  }

  /** How many wait. */
  get length(): number {
    return this.waiting.size;
  }

  /** Since when the oldest waits, milliseconds since 1970; null: none does. */
  get oldest(): number | null {
    const [first] = this.waiting.values();
    return first?.at ?? null;
  }

  /** Those that may be tried now, in the order in which they came. */
  due(now: number, most: number): Waiting[] {
    const due: Waiting[] = [];
    for (const one of this.waiting.values()) {
      if (due.length >= most) break;
      if (one.from <= now) due.push(one);
    }
    return due;
  }

  /** Puts one off, in memory alone: after a restart it is tried at once. */
  putOff(id: Hex, from: number, failed = 0): void {
    const held = this.waiting.get(id);
    if (held) this.waiting.set(id, { ...held, from, failed: held.failed + failed });
  }

  /** What is known of an item. */
  find(id: Hex): (Waiting & { readonly state: "queued" | "sent" }) | Concluded | undefined {
    const held = this.waiting.get(id);
    if (held) return { ...held, state: this.open.some(({ ids }) => ids.includes(id)) ? "sent" : "queued" };
    return this.concluded.get(id);
  }

  /** When the acceptances of the last hour were that count against somebody, oldest first. */
  acceptedFor(who: string, now: number): readonly number[] {
    const all = this.recent.get(who);
    if (!all) return [];
    const left = all.filter((at) => at > now - HOUR);
    if (left.length === 0) this.recent.delete(who);
    else this.recent.set(who, left);
    return left;
  }

  /** Gas of the last hour, and when the first of it no longer counts, milliseconds since 1970. */
  gasSpent(now: number): { readonly gas: number; readonly frees: number } {
    this.spent = this.spent.filter(({ at }) => at > now - HOUR);
    return { gas: this.spent.reduce((sum, { gas }) => sum + gas, 0), frees: (this.spent[0]?.at ?? now) + HOUR };
  }

  /** The same state in fewer entries. */
  entries(now: number): Entry[] {
    const told = [...this.concluded.values()].filter(({ at }) => at > now - KEPT);
    // One acceptance a time and person is enough to count by; those that wait bring their own.
    const waiting = [...this.waiting.values()].map(({ entry }) => entry);
    const counted = new Map<string, number>();
    for (const { who, at } of waiting) for (const one of who) counted.set(`${one} ${at}`, (counted.get(`${one} ${at}`) ?? 0) + 1);
    const recent: Accepted[] = [];
    for (const who of this.recent.keys())
      for (const at of this.acceptedFor(who, now)) {
        const left = counted.get(`${who} ${at}`) ?? 0;
        if (left > 0) counted.set(`${who} ${at}`, left - 1);
        else recent.push({ is: "accepted", id: "0x", who: [who], at, text: "" });
      }
    const spent: Settled[] = this.spent.filter(({ at }) => at > now - HOUR).map(({ at, gas }) => ({ is: "settled", nonce: -1, status: "success", hash: null, gasUsed: gas, ids: [], at }));
    return [...recent, ...spent, ...told, ...waiting, ...this.open];
  }
}
