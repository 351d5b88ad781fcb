import type { Both } from "#client/chain/words.ts";

/** What one part of an audit looked at: how many things, and what was found to be otherwise than it must be, a sentence each. */
export interface Finding {
  readonly looked: number;
  readonly faults: readonly Both[];
}
