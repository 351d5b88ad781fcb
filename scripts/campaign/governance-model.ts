// Random histories in the model and on the contracts at once, many more than the specs play: npm run campaign -- governance-model [acts] [seed]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { network } from "hardhat";
import { play, type Met } from "../../test/support/model/history.ts";
import { root } from "../lib/files.ts";

const ACTS = 100_000;
const SEED = 7_000_000;
/** Cooperatives of so many, in turn; at most so many acts each, so that all is looked at often. */
const SIZES = [3, 4, 5, 8, 9, 10, 11, 14, 24, 40, 49, 50, 51, 60];
const HISTORY = 1_000;
/** A chain keeps every block that it ever had: a new one after so many histories. */
const ON_ONE_CHAIN = 8;

/** Plays until so many acts are done, and writes the results where it is the whole campaign. Throws at the first difference, with its seed. */
export async function run([acts = String(ACTS), seed = String(SEED)]: string[] = []): Promise<void> {
  const since = performance.now();
  const met: Met = new Map();
  let done = 0;
  let histories = 0;
  let connection = await network.create();
  while (done < Number(acts)) {
    if (histories % ON_ONE_CHAIN === ON_ONE_CHAIN - 1) {
      await connection.close();
      connection = await network.create();
    }
    done += await play(connection, SIZES[histories % SIZES.length]!, Math.min(HISTORY, Number(acts) - done), Number(seed) + histories, met);
    histories++;
    console.log(`${done} acts in ${histories} histories, ${met.get("views")} answers compared, no difference`);
  }
  if (done >= ACTS) write(done, histories, Number(seed), met, (performance.now() - since) / 1_000);
  else console.log(Object.fromEntries([...met].sort()));
}

const number = (value: number): string => value.toLocaleString("en-US");

function write(done: number, histories: number, seed: number, met: Met, seconds: number): void {
  const results = join(root, "docs/results");
  const sorted = [...met].sort(([a], [b]) => a.localeCompare(b));
  const some = (prefix: string): string => sorted.flatMap(([what, times]) => (what.startsWith(prefix) ? [`${what.slice(prefix.length)} ${number(times)}`] : [])).join(" · ");
  const acts = sorted.filter(([what]) => /^[a-z]+$/i.test(what) && what !== "views").map(([what, times]) => `${what} ${number(times)}`);
  writeFileSync(join(results, "governance-model.json"), `${JSON.stringify({ seed, acts: done, histories, met: Object.fromEntries(sorted) }, null, 1)}\n`);
  writeFileSync(join(results, "governance-model.md"), `# The model and the contracts

\`npm run campaign -- governance-model\` (seeds from ${seed}, ${Math.round(seconds / 60)} min). ${number(done)} random acts in ${histories} histories of cooperatives of ${SIZES.join(", ")} members, each
act done in the [model](../../test/support/model/governance.ts) and on the contracts at the same second, many at the very second at which something begins or ends, or one
before or after it. After each act what the contracts answered is compared: the refusal by its name, the fate of each ballot, and
**${number(met.get("views")!)} answers of views** (state, tally, denominator, quorum, dates, stage, grade, marks, charters by epoch, stewards, closing, seats, numbers). **Differences: 0.**

- Acts done: ${acts.join(" · ")}
- Refused: ${some("refused ")}
- Ballots in bundles (-1 counted, 0 not open, 1 signature, 2 not seated, 3 duplicate, 4 support): ${some("ballot ")}
- States seen: ${some("state ")}
- Stages seen: ${some("stage ")}
- Grades seen: ${some("grade ")}
`);
}
