// Gathers the records of a source: names become identities, a commit that stands twice is refused.
import type { Hex } from "viem";
import type { HistoryRecord } from "#client/work/batch.ts";
import { identityOf } from "#client/work/leaf.ts";
import { BadInput } from "../coop/failure.ts";
import type { Source } from "./source.ts";
import type { ImportWords } from "./text.ts";

export interface Gathered {
  records: HistoryRecord[];
  /** The name behind each identity. For the eyes of whoever imports: it goes into no file and on no chain. */
  names: ReadonlyMap<Hex, string>;
  /** The first records as a mapping understood them; empty where there is none. */
  understood: readonly string[][];
}

/** Errors: BadInput for a commit that stands twice; whatever the source throws. `onRecord` hears the count. */
export async function gather(
  source: Source,
  words: ImportWords,
  onRecord: (count: number) => void = () => undefined,
): Promise<Gathered> {
  const identities = new Map<string, Hex>();
  const seen = new Map<string, number>(); // commit -> number of its record
  const records: HistoryRecord[] = [];
  const identify = (name: string): Hex => {
    let identity = identities.get(name);
    if (identity === undefined) identities.set(name, (identity = identityOf(name)));
    return identity;
  };
  for await (const { names, ...record } of source.records) {
    const { commit } = record;
    const before = seen.get(commit);
    if (before !== undefined) throw new BadInput(source.placeOf(seen.size + 1, commit), words.repeated(commit, source.placeOf(before, commit)));
    seen.set(commit, seen.size + 1);
    onRecord(seen.size);
    records.push({ ...record, people: names.map(identify) });
  }
  return { records, names: new Map([...identities].map(([name, identity]) => [identity, name])), understood: source.understood ?? [] };
}

/** What an import is about: the new records, and how many were left out because an earlier batch counted them. */
export const leaveOut = (records: readonly HistoryRecord[], counted: ReadonlySet<string>): { fresh: HistoryRecord[]; leftOut: number } => {
  const fresh = records.filter((record) => !counted.has(record.commit));
  return { fresh, leftOut: records.length - fresh.length };
};
