// What a person says of mutants that survived, by their names: changing the line, or what was changed in it, asks again.

export interface Judgement {
  /** Equivalent: nobody could tell it from the contract. Missing test: somebody could. */
  readonly is: "equivalent" | "missing test";
  readonly because: string;
}

/** Mutants that had survived until a test was written for them. */
export const written: readonly string[] = [];

export const judged: Readonly<Record<string, Judgement>> = {};
