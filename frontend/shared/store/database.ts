import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JournalEntry } from "../journal/entry.ts";
import type { InboxEntry, OutboxEntry } from "../outbox/entry.ts";

/** A form that is not sent yet, as its page wrote it. */
export interface Draft {
  /** `chain key / form name` */
  key: string;
  chain: string;
  savedAt: number;
  content: unknown;
}

/** A practice member's key. It lives in this browser and works on practice chains only. */
export interface KeptSeat {
  /** `chain key / member id` */
  key: string;
  chain: string;
  member: number;
  name: { zh: string; en: string };
  address: `0x${string}`;
  privateKey: `0x${string}`;
}

/** Something read from the chain that may be thrown away at any time. */
export interface Cached {
  key: string;
  chain: string;
  content: unknown;
}

interface Shelves extends DBSchema {
  journal: { key: string; value: JournalEntry; indexes: { chain: string } };
  drafts: { key: string; value: Draft; indexes: { chain: string } };
  seats: { key: string; value: KeptSeat; indexes: { chain: string } };
  cache: { key: string; value: Cached; indexes: { chain: string } };
  outbox: { key: string; value: OutboxEntry; indexes: { chain: string } };
  inbox: { key: string; value: InboxEntry; indexes: { chain: string } };
}

export type Shelf = "journal" | "drafts" | "seats" | "cache" | "outbox" | "inbox";

let opening: Promise<IDBPDatabase<Shelves>> | undefined;

/** This browser's shelves. Rejects where the browser refuses storage; callers then keep things in memory. */
export function database(): Promise<IDBPDatabase<Shelves>> {
  opening ??= openDB<Shelves>("gongsheng", 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore("journal", { keyPath: "id" }).createIndex("chain", "chain");
        db.createObjectStore("drafts", { keyPath: "key" }).createIndex("chain", "chain");
        db.createObjectStore("seats", { keyPath: "key" }).createIndex("chain", "chain");
        db.createObjectStore("cache", { keyPath: "key" }).createIndex("chain", "chain");
      }
      db.createObjectStore("outbox", { keyPath: "id" }).createIndex("chain", "chain");
      db.createObjectStore("inbox", { keyPath: "id" }).createIndex("chain", "chain");
    },
    // A newer page in another tab must not wait for this one.
    blocking() {
      void opening?.then((db) => db.close());
      opening = undefined;
    },
    terminated() {
      opening = undefined;
    },
  });
  return opening;
}

/** Clears all that was kept for a chain that is no more (a practice chain that was started anew). */
export async function forgetChain(chain: string): Promise<void> {
  const db = await database();
  for (const shelf of ["journal", "drafts", "seats", "cache", "outbox", "inbox"] as const) {
    const keys = await db.getAllKeysFromIndex(shelf, "chain", chain);
    await Promise.all(keys.map((key) => db.delete(shelf, key)));
  }
}
