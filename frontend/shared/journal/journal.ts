import { database } from "../store/database.ts";
import { createStore, useStore } from "../store/store.ts";
import { type JournalEntry, settledStates } from "./entry.ts";

/** The journal of this browser on this chain, newest first. */
export const journalStore = createStore<readonly JournalEntry[]>([]);

const otherTabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("gongsheng.journal");
let chainShown: string | null = null;

/** The journal in a view. */
export function useJournal(): readonly JournalEntry[] {
  return useStore(journalStore);
}

/** How many acts are on their way: signed or sent, and not final. */
export function countPending(entries: readonly JournalEntry[]): number {
  return entries.filter((entry) => entry.state === "signed" || entry.state === "sent" || entry.state === "inBlock").length;
}

/** Reads the journal of a chain from this browser. An act that was with the wallet when the page was closed is a draft again. */
export async function openJournal(chain: string): Promise<void> {
  chainShown = chain;
  const kept = await database().then((db) => db.getAllFromIndex("journal", "chain", chain)).catch(() => [] as JournalEntry[]);
  const entries = kept.map((entry): JournalEntry => (entry.state === "ready" && !entry.hash ? { ...entry, state: "draft" } : entry));
  show(entries);
}

if (otherTabs) otherTabs.onmessage = () => void (chainShown && openJournal(chainShown));

function show(entries: readonly JournalEntry[]): void {
  journalStore.set([...entries].sort((a, b) => b.madeAt - a.madeAt));
}

/** Writes an entry down. Without storage it holds while the page is open. */
export async function addEntry(entry: JournalEntry): Promise<void> {
  show([entry, ...journalStore.get()]);
  await keep(entry);
}

/** Changes an entry; null takes it out. Does nothing if it is not there. */
export async function changeEntry(id: string, change: Partial<JournalEntry> | null): Promise<void> {
  const before = journalStore.get().find((entry) => entry.id === id);
  if (!before) return;
  const others = journalStore.get().filter((entry) => entry.id !== id);
  if (!change) {
    show(others);
    await database().then((db) => db.delete("journal", id)).catch(() => undefined);
    otherTabs?.postMessage(id);
    return;
  }
  const settled = change.state && settledStates.includes(change.state) ? { settledAt: Date.now() } : {};
  const after = { ...before, ...change, ...settled };
  show([after, ...others]);
  await keep(after);
}

async function keep(entry: JournalEntry): Promise<void> {
  await database().then((db) => db.put("journal", entry)).catch(() => undefined);
  otherTabs?.postMessage(entry.id);
}
