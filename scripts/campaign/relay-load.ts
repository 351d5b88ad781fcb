// How the relay service bears many members, and being killed: 1,000 acts of 200 members, killed and started again three times.
// The promise that it checks: each act is done exactly once, none is paid for in vain, and nothing that was accepted is lost.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../lib/files.ts";
import { type LoadResult, runLoad } from "./relayLoad/load.ts";

const SIZES = [
  { members: 50, perMember: 5, killsAt: [30, 70] },
  { members: 200, perMember: 5, killsAt: [5, 40, 80] },
] as const;

/** Runs the campaign and writes its results. Throws where the promise is broken. `only` "quick" leaves the largest out and writes nothing. */
export async function run([only]: string[] = []): Promise<void> {
  const results: LoadResult[] = [];
  for (const [place, size] of SIZES.entries()) {
    if (only === "quick" && size.members > 50) continue;
    const result = await runLoad({ ...size, perLot: 20, port: 28_870 + place, tell: (line) => console.log(`  ${line}`) });
    results.push(result);
    console.log(`${result.acts} acts of ${result.members} members: ${result.once} once, ${result.twice} twice, ${result.missing} missing, ${result.seconds} s`);
  }
  if (only !== "quick") writeResults(results);
  for (const { acts, once, inVain, forgotten } of results)
    if (once !== acts || inVain > 0 || forgotten > 0) throw new Error(`The promise is broken: of ${acts} acts ${once} were done once, ${inVain} were carried in vain, ${forgotten} were forgotten.`);
}

const number = (value: number): string => value.toLocaleString("en");

function writeResults(results: readonly LoadResult[]): void {
  const machine = { processor: cpus()[0]?.model ?? "unknown", cores: availableParallelism(), memoryGB: Math.round(totalmem() / 1e9), node: process.version };
  const folder = join(root, "docs", "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "relay-load.json"), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  const row = (one: LoadResult): string =>
    `| ${number(one.acts)} | ${one.members} | ${one.kills} (at ${one.doneAtKills.map(number).join(", ")} done) | ${number(one.once)} | ${one.twice} | ${one.missing} | ${one.inVain} | ${one.forgotten} | ${one.seconds} | ${one.transactions} | ${number(Math.round(one.gas / one.acts))} | ${one.megabytes ?? "–"} |`;
  writeFileSync(
    join(folder, "relay-load.md"),
    `# How the relay service bears many members, and being killed

By \`npm run campaign -- relay-load\`: \`coop relay --serve\` in a process of its own, a chain and all members on one machine. Every member
sends one bundle of five signed acts (an enrolment, records and a profile, three of them in one series), eight at a time. The service is
killed with SIGKILL when so many acts are done, and started again; whoever had an answer does not send again. What was done is read from
the chain's own events at the end.

| acts | members | kills | once | twice | missing | in vain | forgotten | seconds | transactions | gas an act | peak MB |
|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${results.map(row).join("\n")}

“In vain”: carried, paid for and refused by the chain. “Forgotten”: of which the service, asked at the end, does not say that they are
done. The seconds count every start of the service; the chain and the members share the processors with it, and so may others.

${machine.processor}, ${machine.cores} cores, ${machine.memoryGB} GB, Node ${machine.node}.
`,
  );
}
