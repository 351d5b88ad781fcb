// A batch of an imported history: its records, what each is worth, and so its leaves. All of it follows from the records alone.
import type { Hex } from "viem";
import { type Equation, equalShares, recordValue } from "./equation.ts";
import { recordsDigest, type Share } from "./leaf.ts";
import { buildSumTree, type SumTree } from "./sumTree.ts";

/** One record of a history. `people` are identities, each once, the author first. `at` in seconds since 1970, as its author said. */
export interface HistoryRecord {
  commit: string;
  at: number;
  people: readonly Hex[];
  added: number;
  deleted: number;
}

/** A person of the batch. `value` in micro-units; a person whose records are all worth nothing has value 0 and no leaf. */
export interface BatchPerson {
  identity: Hex;
  value: bigint;
  records: number;
  recordsDigest: Hex;
}

/** A batch ready to be posted. */
export interface Batch {
  project: number;
  equation: Equation;
  /** In ascending order of commit. */
  records: readonly HistoryRecord[];
  /** In ascending order of identity. */
  people: readonly BatchPerson[];
  /** Of the people with value, in the same order; null where no record is worth anything. */
  tree: SumTree | null;
}

/** Values the records, shares them out and builds the tree. Errors: RangeError for a commit given twice, or what buildSumTree refuses. */
export function buildBatch(project: number, equation: Equation, given: readonly HistoryRecord[]): Batch {
  const records = [...given].sort((a, b) => (a.commit < b.commit ? -1 : 1));
  const shares = new Map<Hex, Share[]>();
  records.forEach((record, place) => {
    if (records[place - 1]?.commit === record.commit) throw new RangeError(`commit ${record.commit} twice`);
    for (const share of sharesOf(record, equation)) {
      const own = shares.get(share.identity);
      if (own) own.push(share);
      else shares.set(share.identity, [share]);
    }
  });
  const people = [...shares].map(([identity, own]) => ({
    identity,
    value: own.reduce((sum, share) => sum + share.value, 0n),
    records: own.length,
    recordsDigest: recordsDigest(own),
  }));
  people.sort((a, b) => (a.identity < b.identity ? -1 : 1));
  const leaves = people.filter((person) => person.value > 0n);
  return { project, equation, records, people, tree: leaves.length > 0 ? buildSumTree(leaves) : null };
}

/** What each person of a record gets of its value under the equation, micro-units. Together they get all of it. */
export function sharesOf(record: HistoryRecord, equation: Equation): Array<Share & { identity: Hex }> {
  const { author, other } = equalShares(recordValue(equation, record.added, record.deleted), record.people.length);
  return record.people.map((identity, place) => ({ identity, commit: record.commit, value: place === 0 ? author : other }));
}
