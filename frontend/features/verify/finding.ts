import type { Both } from "#client/chain/words.ts";

/** matches: recomputed, and the same. differs: recomputed, and another. undecided: it could not be recomputed from here. */
export type Verdict = "matches" | "differs" | "undecided";

/** One thing that was recomputed. `ok` null: it could not be. */
export interface Step {
  readonly label: Both;
  readonly ok: boolean | null;
  /** What came out here, and what the chain says; the same text where they agree. */
  readonly here?: string;
  readonly chain?: string;
  /** Why it could not be recomputed, or what it means. */
  readonly note?: Both;
}

/** What something turned out to be, and what recomputing it found. */
export interface Finding {
  readonly key: string;
  /** What it is: a contribution, a key, a data file. */
  readonly what: Both;
  /** What it is called, as far as it is known. Anybody's words. */
  readonly name?: Both;
  /** Where it has its page. */
  readonly link?: string;
  readonly verdict: Verdict;
  /** The verdict's reason in a sentence. */
  readonly because: Both;
  readonly steps: readonly Step[];
  /** Commands with which it can be repeated outside. */
  readonly recipe: readonly string[];
}

/** One difference decides against it; without any, one step that agrees decides for it. */
export function verdictOf(steps: readonly Step[]): Verdict {
  if (steps.some(({ ok }) => ok === false)) return "differs";
  return steps.some(({ ok }) => ok === true) ? "matches" : "undecided";
}

/** A step that compares two texts. */
export function comparing(label: Both, here: string, chain: string): Step {
  return { label, here, chain, ok: here.toLowerCase() === chain.toLowerCase() };
}
