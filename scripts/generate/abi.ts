// Writes frontend/client/abi/<Contract>.ts and events.ts from the compiled contracts, or with --check tells which are out of date:
//   npm run x -- node scripts/generate/abi.ts [--check]
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/files.ts";
import { generatedContracts } from "./contracts.ts";
import { type AbiItem, constantStem, eventsSource, inOrder } from "./events.ts";

const folder = join(root, "frontend/client/abi");

/** The compiled interface of a contract, or undefined where no such contract is compiled. */
function compiledAbi(name: string): AbiItem[] | undefined {
  const sources = join(root, "artifacts/contracts");
  if (!existsSync(sources)) throw new Error("Nothing is compiled yet: run `npm run x -- hardhat build` first.");
  const file = readdirSync(sources, { recursive: true, encoding: "utf8" }).find((path) => path.endsWith(`/${name}.json`));
  if (!file) return undefined;
  return (JSON.parse(readFileSync(join(sources, file), "utf8")) as { abi: AbiItem[] }).abi;
}

function sourceOf(name: string, abi: readonly AbiItem[]): string {
  const items = inOrder(abi).map((item) => `  ${JSON.stringify(item)},\n`);
  return `// Made by scripts/generate/abi.ts from contracts/**/${name}.sol; never edit it by hand.\n\n/** What ${name} understands, tells and refuses with. */\nexport const ${constantStem(name)}Abi = [\n${items.join("")}] as const;\n`;
}

/** File name → text, for every listed contract that is compiled; and the events of all of them once more, for the first page. */
function generated(): Map<string, string> {
  const abis = new Map(generatedContracts.flatMap((name) => {
    const abi = compiledAbi(name);
    return abi ? [[name, abi] as const] : [];
  }));
  return new Map([...[...abis].map(([name, abi]) => [`${name}.ts`, sourceOf(name, abi)] as const), ["events.ts", eventsSource(abis)]]);
}

const wanted = generated();
const present = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".ts")) : [];
const stray = present.filter((file) => !wanted.has(file));
const stale = [...wanted].filter(([file, text]) => !present.includes(file) || readFileSync(join(folder, file), "utf8") !== text).map(([file]) => file);

if (process.argv.includes("--check")) {
  for (const file of stale) console.error(`frontend/client/abi/${file} is out of date.`);
  for (const file of stray) console.error(`frontend/client/abi/${file} belongs to no contract.`);
  if (stale.length + stray.length > 0) {
    console.error("Run `npm run x -- hardhat build` and `npm run x -- node scripts/generate/abi.ts`, and commit what they write.");
    process.exitCode = 1;
  } else console.log(`${wanted.size} interfaces are up to date.`);
} else {
  mkdirSync(folder, { recursive: true });
  for (const file of stale) writeFileSync(join(folder, file), wanted.get(file) ?? "");
  for (const file of stray) rmSync(join(folder, file));
  console.log(`${stale.length} interfaces written, ${stray.length} removed, ${wanted.size - stale.length} as they were.`);
}
