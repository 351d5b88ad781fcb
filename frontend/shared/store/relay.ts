import { recall, remember } from "./browser.ts";
import { createStore, useStore } from "./store.ts";

/** The relay that the reader chose to carry signed acts; null: none is ever asked. */
export const relayStore = createStore<string | null>(recall("relay") || null);

/** Chooses a relay; null for none. */
export function chooseRelay(relay: string | null): void {
  remember("relay", relay ?? "");
  relayStore.set(relay);
}

/** The relay in a view. */
export const useRelay = (): string | null => useStore(relayStore);
