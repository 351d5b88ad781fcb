// Random histories of price and commons in the model and on the contracts at once, many more than the specs play: npm run campaign -- price-model [acts] [seed]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Met, playMoney, playMoneyVaried } from "../../test/support/differential/price/history.ts";
import { openChain } from "../../test/support/differential/stage.ts";
import { root } from "../lib/files.ts";

const ACTS = 100_000;
const SEED = 11_000_000;
/** So many acts in a history, so that all is looked at often. */
const HISTORY = 1_500;
/** One history in so many is played once more, with calls of anyone strewn in. */
const VARIED_EVERY = 6;
/** A chain keeps every block that it ever had: a new one after so many histories. */
const ON_ONE_CHAIN = 12;

/** Plays until so many acts are done, and writes the page where it is the whole campaign. Throws at the first difference, with its seed. */
export async function run([acts = String(ACTS), seed = String(SEED)]: string[] = []): Promise<void> {
  const since = performance.now();
  const [met, extras]: [Met, Met] = [new Map(), new Map()];
  let [done, histories, varied] = [0, 0, 0];
  let chain = await openChain();
  for (; done < Number(acts); done = met.get("acts") ?? 0) {
    if (histories > 0 && histories % ON_ONE_CHAIN === 0) {
      await chain.close();
      chain = await openChain();
    }
    const played = await playMoney(
      chain,
      Math.max(1, Math.min(HISTORY, Number(acts) - done)),
      Number(seed) + histories,
      met,
    );
    if (histories % VARIED_EVERY === 0) {
      same(played.wealth, await playMoneyVaried(chain, played, extras), `seed ${played.seed}`);
      varied++;
    }
    histories++;
    const seconds = Math.round((performance.now() - since) / 1_000);
    console.log(
      `${met.get("acts")} acts in ${histories} histories, ${met.get("views")} answers compared, ${varied} histories played once more, no difference, ${seconds} s`,
    );
  }
  await chain.close();
  if (done < ACTS) return;
  write({ done, histories, varied, acts, seed, met, extras, seconds: (performance.now() - since) / 1_000 });
}

function same(once: Readonly<Record<string, bigint>>, again: Readonly<Record<string, bigint>>, where: string): void {
  const other = [...new Set([...Object.keys(once), ...Object.keys(again)])].filter(
    (name) => once[name] !== again[name],
  );
  if (other.length > 0)
    throw new Error(
      `${where}: ${other
        .slice(0, 5)
        .map((name) => `${name}: ${again[name]} instead of ${once[name]}`)
        .join("; ")}`,
    );
}

const number = (value: number): string => value.toLocaleString("en-US");

interface Result {
  readonly done: number;
  readonly histories: number;
  readonly varied: number;
  readonly acts: string;
  readonly seed: string;
  readonly met: Met;
  readonly extras: Met;
  readonly seconds: number;
}

function write({ done, histories, varied, acts, seed, met, extras, seconds }: Result): void {
  const sorted = [...met].sort(([a], [b]) => a.localeCompare(b));
  const some = (pattern: RegExp): string =>
    sorted
      .flatMap(([what, times]) => (pattern.test(what) ? [`${what.replace(pattern, "")} ${number(times)}`] : []))
      .join(" · ");
  writeFileSync(
    join(root, "docs/results/price-model.md"),
    `# The model of price and commons, and the contracts

\`npm run campaign -- price-model ${acts} ${seed}\` (${number(Math.round(seconds))} s). ${number(done)} random acts in ${number(histories)} histories, each act done in the [model](../../test/support/model/price.ts)
and on the contracts at the same second, many at the very second at which a time to ship, a silence, a dispute, an offer, an epoch or the stay of a reserve ends, or at the one before it. Eight actors, of
whom five to seven are members; four tokens: a plain one, one that answers nothing, one that at times keeps a fee, refuses or says that it did not move, and one that comes back in while it is moved;
five projects and those that votes admit, one of which nobody works for. Jumps of up to 400 days; lots that are drawn late, or grow by a leaf years later. After each act the refusal is compared by its name,
and so are all purses and books of its token, and order, offer, request, lots and dates; at the end of each history every order is ended, all that is owed is drawn, and every view of money is compared:
**${number(met.get("views")!)} answers. Differences: 0.** ${number(varied)} of the histories were played once more with calls of anyone strewn in (${number(extras.get("acts") ?? 0)} acts): everybody has the same.

- Acts done: ${some(/ done$/)}
- Acts refused: ${some(/ refused$/)}
- By which rule: ${some(/^refused /)}
`,
  );
}
