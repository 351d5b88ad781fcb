import { networkStore } from "../chain/network.ts";

/** Seconds after which waiting is called slow: a practice chain answers at once. */
export function slowAfter(): number {
  return networkStore.get().deployment?.practice ? 15 : 90;
}
