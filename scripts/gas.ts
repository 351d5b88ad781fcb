// What acts cost, measured:   npm run -s gas [-- --json | --check | --write]
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/files.ts";
import { measureFlat, SIZES } from "./gas/flat.ts";
import { CROWDS, growing, measureCrowds } from "./gas/flatWork.ts";
import { measureGovernance } from "./gas/governance.ts";
import { measure } from "./gas/measure.ts";
import { measurePeople } from "./gas/people.ts";
import { HOLDERS, measureHolders, measurePrice } from "./gas/price.ts";
import { rows } from "./gas/rows.ts";

const snapshotFile = join(root, "docs/gas.json");
const pageFile = join(root, "docs/gas.md");
/** Gas is deterministic; a change of a hundredth either way is a reason to look and to write the snapshot anew. */
const TOLERANCE = 100n;

const flags = process.argv.slice(2);
const gas = { ...(await measure()), ...(await measureGovernance()), ...(await measurePeople()), ...(await measurePrice()) };
const flat = flags.includes("--json") ? {} : await measureFlat();
const crowds = flags.includes("--json") ? {} : await measureCrowds();
const holders = flags.includes("--json") ? {} : await measureHolders();
const snapshot = `${JSON.stringify(Object.fromEntries(Object.entries(gas).map(([key, used]) => [key, Number(used)])), null, 2)}\n`;

const grouped = (value: number | bigint | undefined): string => (value === undefined ? "" : value.toLocaleString("en-US"));

/** The table beside peers, floors and targets, as docs/gas.md keeps it. */
function table(): string {
  const lines = rows.flatMap(({ key, act, peer, floor, must, stretch, note }) => {
    const used = gas[key];
    if (used === undefined) throw new Error(`"${key}" has a row and is not measured.`);
    const reach = must === undefined ? "" : used <= BigInt(stretch ?? 0) ? "stretch" : used <= BigInt(must) ? "must" : "above";
    return [`| ${act} | **${grouped(used)}** | ${peer ? `${grouped(peer[0])} (${peer[1]})` : ""} | ${grouped(floor)} | ${grouped(must)} / ${grouped(stretch)} | ${reach} | ${note ?? ""} |`];
  });
  return ["| act | gas | best peer | floor | must / stretch | reached | why |", "|---|--:|--:|--:|--:|---|---|", ...lines].join("\n");
}

/** What the same acts cost among few and among many. `who`: what the sizes count. */
function sizesTable(all: Readonly<Record<string, readonly bigint[]>>, sizes: readonly number[], who: string): string {
  const lines = Object.entries(all).map(([act, used]) => {
    const cells = used.length < sizes.length ? ["", ...used.map(grouped)] : used.map(grouped);
    return `| ${rows.find(({ key }) => key === act)?.act ?? act} | ${cells.join(" | ")} |`;
  });
  return [`| act | ${sizes.map((size) => `${grouped(size)} ${who}`).join(" | ")} |`, "|---|--:|--:|--:|", ...lines].join("\n");
}

const page = (): string => `# What acts cost

Gas of receipts, each act in a block of its own, storage cold, on the bytecode that is deployed (IR pipeline, 200 runs, Prague rules),
with twenty members who attest and have acted before; votes are among two hundred, a decision and a review among five. Made by \`npm run -s gas -- --write\`; \`npm test\` compares with docs/gas.json
and fails on a difference of more than one in a hundred.

"Floor" is arithmetic: the transaction, its calldata and the least storage, opcodes free. "Must" and "stretch" were set from
prototypes of an earlier draft of the mechanism; where a row stands above them, the last column says what it pays for.

${table()}

**Peers** are measured with their own arguments; an attestation service stores the data itself, which is why it costs most. Nothing here
loops over members, holders or records, so that no figure grows with the cooperative; the proofs measure that too.

What was measured before people could join, leave and change keys rose by a hundredth to a twentieth where a member's own act asks the
registry: it answers more questions now, and a weight of the past may lie in a seat that was left.

## Among few and among many

By members whose numbers lie far apart, each seated in a second of its own, all before the vote: whoever votes first looks the number of seated
up, at once where nobody took or left a seat since, else by halving. From fifty seated on a review and an attestation ask who vouched for
whom, which ten need not: those rows begin above. \`npm test\` fails where a row differs by more than one in a hundred.

${sizesTable(flat, SIZES, "seated")}

## Among a hundred thousand who attest

Records, answers and draws, where all the seated attest in the project. From twelve on what a pair spends is kept, and from fifty on it is asked
who vouched for whom, so that fewer would be another act. What differs is the calldata of larger numbers.

${sizesTable(crowds, CROWDS, "attest")}

## Among a hundred thousand members

An order, the division of a surplus and every draw of it, where one of the last to have joined holds the shares. Nothing here asks how many there are.

${sizesTable(holders, HOLDERS, "members")}
`;

if (flags.includes("--json")) process.stdout.write(`${JSON.stringify(JSON.parse(snapshot))}\n`);
else if (flags.includes("--write")) {
  writeFileSync(snapshotFile, snapshot);
  writeFileSync(pageFile, page());
  console.log(table());
} else if (flags.includes("--check")) check();
else console.log(table());

function check(): void {
  const kept = JSON.parse(readFileSync(snapshotFile, "utf8")) as Record<string, number>;
  const changed = [...new Set([...Object.keys(kept), ...Object.keys(gas)])].filter((key) => {
    const [before, now] = [BigInt(kept[key] ?? 0), gas[key] ?? 0n];
    const difference = now > before ? now - before : before - now;
    return difference * TOLERANCE > before;
  });
  const risen = [...growing(flat, SIZES), ...growing(crowds, CROWDS), ...growing(holders, HOLDERS)];
  for (const line of risen) console.error(`It grows with the cooperative. ${line}`);
  if (risen.length > 0) process.exitCode = 1;
  for (const key of changed) console.error(`${key}: ${grouped(kept[key])} in docs/gas.json, ${grouped(gas[key])} now.`);
  if (readFileSync(pageFile, "utf8") !== page() && changed.length === 0) console.error("docs/gas.md is not what the measurement says: run `npm run -s gas -- --write`.");
  if (changed.length > 0 || readFileSync(pageFile, "utf8") !== page()) {
    console.error("If the change is meant, say why in the commit and run `npm run -s gas -- --write`.");
    process.exitCode = 1;
  } else if (risen.length === 0) console.log(`${Object.keys(gas).length} rows as in docs/gas.json, none grows.`);
}
