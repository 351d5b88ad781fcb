import { recall, remember } from "./browser.ts";
import { createStore, useStore } from "./store.ts";

/** The gateway to IPFS that the reader chose; null: none is ever asked. */
export const gatewayStore = createStore<string | null>(recall("gateway") || null);

/** Chooses a gateway; null for none. */
export function chooseGateway(gateway: string | null): void {
  remember("gateway", gateway ?? "");
  gatewayStore.set(gateway);
}

/** The gateway in a view. */
export const useGateway = (): string | null => useStore(gatewayStore);
