// What a person says of mutants that survived, by their names: changing the line, or what was changed in it, asks again.

export interface Judgement {
  /** Equivalent: nobody could tell it from the contract. Missing test: somebody could. */
  readonly is: "equivalent" | "missing test";
  readonly because: string;
}

/** Mutants that had survived until a test was written for them. */
export const written: readonly string[] = [
  // isLeafDrawn asked the wrong word for a leaf from place 256 on: test/spec/value/leaves.test.ts, "of a tree of 512".
  "45dbbf2b32",
];

export const judged: Readonly<Record<string, Judgement>> = {
  "9720900bfa": { is: "equivalent", because: "credit · issued / total is the same product in either order." },
  "583585ec2f": { is: "equivalent", because: "the key of a pair, which nobody sees, has the larger number first instead of the smaller: still the same for both of them, and another for every other pair." },
  "ad9594afd7": { is: "equivalent", because: "where both are equal either branch gives zero." },
};
