import type { IDBPDatabase } from "idb";
import { database } from "../store/database.ts";
import { createStore, type Store } from "../store/store.ts";
import type { InboxEntry, OutboxEntry } from "./entry.ts";

interface Entries {
  outbox: OutboxEntry;
  inbox: InboxEntry;
}

/** A shelf of this browser that views follow: of one chain at a time, shared by its tabs, and in memory where storage is refused. */
export interface KeptShelf<T> extends Store<readonly T[]> {
  /** Reads what is kept of a chain. */
  open(chain: string): Promise<void>;
  /** Puts entries down; one of the same id is replaced. */
  put(entries: readonly T[]): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
}

/** The browser's shelves by a name that is only known when it is called. */
const plain = (): Promise<IDBPDatabase> => database() as unknown as Promise<IDBPDatabase>;

/** Makes the shelf of that name. `order` tells which of two stands first. */
export function keptShelf<N extends keyof Entries>(name: N, order: (a: Entries[N], b: Entries[N]) => number): KeptShelf<Entries[N]> {
  type T = Entries[N];
  const store = createStore<readonly T[]>([]);
  const otherTabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`gongsheng.${name}`);
  let shown: string | null = null;
  const show = (entries: readonly T[]) => store.set(entries.toSorted(order));
  const open = async (chain: string): Promise<void> => {
    shown = chain;
    const kept: T[] = await plain().then((db) => db.getAllFromIndex(name, "chain", chain)).catch(() => []);
    if (shown === chain) show(kept);
  };
  if (otherTabs) otherTabs.onmessage = () => void (shown && open(shown));
  return {
    ...store,
    open,
    async put(entries) {
      const ids = new Set(entries.map(({ id }) => id));
      show([...entries, ...store.get().filter(({ id }) => !ids.has(id))]);
      await plain().then((db) => Promise.all(entries.map((entry) => db.put(name, entry)))).catch(() => undefined);
      otherTabs?.postMessage(name);
    },
    async drop(ids) {
      const gone = new Set(ids);
      show(store.get().filter(({ id }) => !gone.has(id)));
      await plain().then((db) => Promise.all(ids.map((id) => db.delete(name, id)))).catch(() => undefined);
      otherTabs?.postMessage(name);
    },
  };
}
