import type { Both } from "../language/words.ts";

/** The nine states of an act, the same words everywhere. */
export type ActState = "draft" | "ready" | "signed" | "sent" | "inBlock" | "final" | "failed" | "replaced" | "expired";

/** An act that nothing can change any more. */
export const settledStates: readonly ActState[] = ["final", "failed", "replaced", "expired"];

/** One line of the journal. It holds all that is needed to go on after a reload, in both languages. */
export interface JournalEntry {
  id: string;
  /** `chain id : genesis hash`, so that a restarted practice chain shows nothing of its forerunner. */
  chain: string;
  /** What was done, as the journal says it. */
  act: Both;
  state: ActState;
  /** Why it failed or what it waits for, when there is more to say than the state word. */
  reason?: Both;
  /** Where to read about it: a route of this page. */
  link?: string;
  from: `0x${string}`;
  to: `0x${string}`;
  data: `0x${string}`;
  hash?: `0x${string}`;
  nonce?: number;
  /** Decimal, since IndexedDB sorts badly by bigint. */
  block?: string;
  /** The event that must be in the receipt, and how many of it; without them the act did not happen, whatever the status says. */
  expects: { address: `0x${string}`; topic: `0x${string}`; times: number; /** Another event that counts as well. */ or?: `0x${string}` };
  /** Milliseconds since 1970, by this machine's clock. */
  madeAt: number;
  sentAt?: number;
  settledAt?: number;
}
