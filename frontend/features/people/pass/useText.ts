import { useEffect } from "react";
import { chainKey } from "../../../shared/chain/deployment.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { loadKept, saveKept } from "../../../shared/store/slot.ts";
import { createStore, type Store, useStore } from "../../../shared/store/store.ts";

/** By chain and slot; null until it was read. Views of one slot see the same. */
const stores = new Map<string, Store<string | null>>();

function storeOf(key: string): Store<string | null> {
  const before = stores.get(key);
  if (before) return before;
  const made = createStore<string | null>(null);
  stores.set(key, made);
  return made;
}

/** A text that this browser keeps under a name, saved at once: what others signed may not be had twice. Null until it is read. */
export function useText(slot: string): { text: string | null; put: (text: string) => void } {
  const { deployment } = useNetwork();
  const store = storeOf(`${deployment ? chainKey(deployment) : ""}/${slot}`);
  const text = useStore(store);
  useEffect(() => {
    if (store.get() === null) void loadKept(slot, (content) => (typeof content === "string" ? content : null)).then((found) => store.get() === null && store.set(found?.content ?? ""));
  }, [slot, store]);
  const put = (next: string) => {
    store.set(next);
    void saveKept(slot, next);
  };
  return { text, put };
}
