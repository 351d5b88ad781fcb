// Random histories of work and value in the model and on the contracts at once, many more than the specs play: npm run campaign -- work-model [acts] [seed]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Met, playHistory, playVaried } from "../../test/support/differential/history.ts";
import { type Connection, openChain } from "../../test/support/differential/stage.ts";
import { WORLDS } from "../../test/support/differential/world.ts";
import { root } from "../lib/files.ts";

const ACTS = 2_000_000;
const SEED = 9_000_000;
/** So many acts in a history, so that all is looked at often. */
const HISTORY = 4_000;
/** One history in so many is played once more, with calls of anyone at other times. */
const VARIED_EVERY = 10;
/** A chain keeps every block that it ever had: a new one after so many histories. */
const ON_ONE_CHAIN = 8;

/** Plays until so many acts are done, and writes the page where it is the whole campaign. Throws at the first difference, with its seed. */
export async function run([acts = String(ACTS), seed = String(SEED)]: string[] = []): Promise<void> {
  const since = performance.now();
  const [met, extras]: [Met, Met] = [new Map(), new Map()];
  let [done, histories, varied] = [0, 0, 0];
  const chains = new Map<number, Connection>();
  while (done < Number(acts)) {
    const place = histories % WORLDS.length;
    if (histories % (ON_ONE_CHAIN * WORLDS.length) === 0) {
      for (const chain of chains.values()) await chain.close();
      chains.clear();
    }
    const chain = chains.get(place) ?? (await openChain());
    chains.set(place, chain);
    const length = Math.min(HISTORY, Number(acts) - done);
    const played = await playHistory(chain, WORLDS[place]!, length, Number(seed) + histories, met);
    if (Math.floor(histories / WORLDS.length) % VARIED_EVERY === 0) {
      same(played.holdings, await playVaried(chain, played, extras), `${played.world.name}, seed ${played.seed}`);
      varied++;
    }
    done += length;
    histories++;
    console.log(`${done} acts in ${histories} histories, ${met.get("views")} answers compared, ${varied} histories played once more, no difference, ${Math.round((performance.now() - since) / 1_000)} s`);
  }
  if (done >= ACTS) write({ done, histories, varied, seed: Number(seed), met, extras, seconds: (performance.now() - since) / 1_000 });
  else console.log(Object.fromEntries([...met].sort()));
}

function same(once: Readonly<Record<string, bigint>>, again: Readonly<Record<string, bigint>>, where: string): void {
  const other = Object.keys(once).filter((lot) => once[lot] !== again[lot]);
  if (other.length > 0 || Object.keys(again).length !== Object.keys(once).length) throw new Error(`${where}: ${other.slice(0, 5).map((lot) => `${lot}: ${again[lot]} instead of ${once[lot]}`).join("; ")}`);
}

const number = (value: number): string => value.toLocaleString("en-US");

interface Result {
  readonly done: number;
  readonly histories: number;
  readonly varied: number;
  readonly seed: number;
  readonly met: Met;
  readonly extras: Met;
  readonly seconds: number;
}

function write({ done, histories, varied, seed, met, extras, seconds }: Result): void {
  const sorted = [...met].sort(([a], [b]) => a.localeCompare(b));
  const some = (pattern: RegExp): string => sorted.flatMap(([what, times]) => (pattern.test(what) ? [`${what.replace(pattern, "")} ${number(times)}`] : [])).join(" · ");
  const calls = ["close", "draw", "drawLeaf", "seat"].reduce((sum, act) => sum + (extras.get(`${act} done`) ?? 0) + (extras.get(`${act} refused`) ?? 0), 0);
  writeFileSync(join(root, "docs/results/work-model.md"), `# The model of work and value, and the contracts

\`npm run campaign -- work-model\` (seeds from ${seed}, ${Math.round(seconds / 60)} min). ${number(done)} random acts in ${number(histories)} histories of four kinds of
cooperative (${WORLDS.map(({ name, founders }) => `${name}: ${founders} founders`).join("; ")}), each act done in the [model](../../test/support/model/work.ts) and on the contracts at the same
second, many at the very second at which an epoch, a window, a round, a lapse or a binding begins or ends, or at the one before it. After each act the
refusal is compared by its name, and so are all views that the act could have changed; at the end of each history, when all that is owed was drawn, every view of everything:
**${number(met.get("views")!)} answers. Differences: 0.** ${number(varied)} of the histories were played once more with calls of anyone at other times and in another order (${number(calls)} of
them): everybody holds the same, lot by lot.

- Acts done: ${some(/ done$/)}
- Acts refused: ${some(/ refused$/)}
- By which rule: ${some(/^refused /)}
`);
}
