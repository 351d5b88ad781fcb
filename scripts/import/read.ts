// Reads a history from wherever it is: a git repository, a JSON Lines file or a CSV file.
import { realpathSync, statSync } from "node:fs";
import type { Equation } from "#client/work/equation.ts";
import { BadInput } from "../coop/failure.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { openCsv } from "./csv.ts";
import type { Mapping } from "./csvMapping.ts";
import { gather, type Gathered } from "./gather.ts";
import { openGit } from "./git.ts";
import { openJsonl } from "./jsonl.ts";
import { startProgress } from "./progress.ts";
import type { Source } from "./source.ts";
import type { ImportWords } from "./text.ts";

/** All records at `typed`, as the equation needs them; `mapping` where it is a CSV file. Errors: BadInput for a path, a repository or a line that cannot be used. */
export async function readHistory(typed: string, equation: Equation, words: ImportWords, mapping: Mapping | null = null): Promise<Gathered> {
  const source = await openSource(typed, equation, words, mapping);
  const progress = startProgress();
  try {
    const gathered = await gather(source, words, (count) => {
      if (count % 64 !== 0) return;
      const { done, total } = source.progress();
      progress.show(done / total, () => words.reading(String(count)));
    });
    if (gathered.records.length === 0) throw new BadInput(typed, words.noRecords);
    return gathered;
  } finally {
    progress.end();
  }
}

async function openSource(typed: string, equation: Equation, words: ImportWords, mapping: Mapping | null): Promise<Source> {
  const path = fromWhereTheUserStands(typed);
  let isFolder: boolean;
  try {
    isFolder = statSync(realpathSync(path)).isDirectory();
  } catch (error) {
    const why = error as NodeJS.ErrnoException;
    throw new BadInput(typed, why.code === "ENOENT" ? words.noSuchPath : words.cannotRead(why.message));
  }
  if (isFolder) return openGit(path, typed, equation === "lines", words.git, (text) => console.error(text));
  if (mapping) return openCsv(path, typed, mapping, words.csv);
  return openJsonl(path, typed, words.jsonl);
}
