// A batch of an imported history: its records, what each is worth, and so its leaves. All of it follows from the records alone.
import type { Hex } from "viem";
import { type Equation, equalShares, recordValue } from "./equation.ts";
import { recordsDigest, type Share } from "./leaf.ts";
import { inOrderOf } from "./order.ts";
import { buildSumTree, type SumTree } from "./sumTree.ts";

/** One record of a history. `people` are identities, each once, the author first. `at` in seconds since 1970, as its author said. */
export interface HistoryRecord {
  commit: string;
  at: number;
  people: readonly Hex[];
  added: number;
  deleted: number;
  /** What the record itself says that it is worth, micro-units. Read by the equation `points` alone. */
  points?: bigint;
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
  const records = inOrderOf(given, 0, ({ commit }) => commit);
  records.forEach(({ commit }, place) => {
    if (records[place - 1]?.commit === commit) throw new RangeError(`commit ${commit} twice`);
  });
  const places = placesByPerson(records);
  const identities = inOrderOf([...places.keys()], 2, (identity) => identity);
  const people = identities.map((identity) => personOf(identity, places.get(identity)!.map((place) => records[place]!), equation));
  const leaves = people.filter((person) => person.value > 0n);
  return { project, equation, records, people, tree: leaves.length > 0 ? buildSumTree(leaves) : null };
}

/** In which records each person stands, by their places. */
function placesByPerson(records: readonly HistoryRecord[]): Map<Hex, number[]> {
  const places = new Map<Hex, number[]>();
  records.forEach(({ people }, place) => {
    for (const identity of people) {
      const own = places.get(identity);
      if (own) own.push(place);
      else places.set(identity, [place]);
    }
  });
  return places;
}

function personOf(identity: Hex, own: readonly HistoryRecord[], equation: Equation): BatchPerson {
  const shares = own.map((record): Share => ({ commit: record.commit, value: shareIn(record, identity, equation) }));
  return { identity, value: shares.reduce((sum, { value }) => sum + value, 0n), records: own.length, recordsDigest: recordsDigest(shares) };
}

/** What a person of a record gets of its value under the equation, micro-units. */
function shareIn({ people, added, deleted, points = 0n }: HistoryRecord, identity: Hex, equation: Equation): bigint {
  const value = equation === "points" ? points : recordValue(equation, added, deleted);
  const { author, other } = equalShares(value, people.length);
  return people[0] === identity ? author : other;
}

/** What each person of a record gets of its value under the equation, micro-units. Together they get all of it. */
export function sharesOf(record: HistoryRecord, equation: Equation): Array<Share & { identity: Hex }> {
  return record.people.map((identity) => ({ identity, commit: record.commit, value: shareIn(record, identity, equation) }));
}
