// What `npm test` runs: every step of scripts/check/steps.ts, two at a time, and one true line at the end.
//   npm test [-- --write-floor] [-- --only flow,specs]     npm run test:fast
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/files.ts";
import { steps, type Outcome, type Step } from "./check/steps.ts";

const fast = process.argv.includes("--fast");
const writeFloor = process.argv.includes("--write-floor");
const only = process.argv[process.argv.indexOf("--only") + 1 || Infinity]?.split(",");
const floorFile = join(root, "test/floor.json");
const atOnce = 2;

const planned = steps.filter(({ name, slow }) => (only ? only.includes(name) : !(fast && slow)));
const outcomes = new Map<string, Outcome>();
const began = Date.now();
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const mark = ({ failed }: Outcome): string => (failed === 0 ? "✔" : "✘");

/** Indents what a step said, and keeps the end of it where it said very much. */
function quote(said: string): string {
  const lines = said.trimEnd().split("\n");
  const shown = lines.length > 200 ? [`… ${lines.length - 200} lines before …`, ...lines.slice(-200)] : lines;
  return shown.map((line) => `    ${line}`).join("\n");
}

/** The steps that come first; those left out of this run are taken as done. */
const needsOf = (step: Step): string[] => step.needs.filter((name) => planned.some((other) => other.name === name));

async function perform(step: Step): Promise<void> {
  const broken = needsOf(step).filter((name) => outcomes.get(name)?.failed !== 0);
  const since = Date.now();
  if (broken.length === 0) console.log(`  … ${step.title}`);
  const beat = setInterval(() => console.log(`  … ${step.title}: still at it after ${seconds(since)}`), 20_000);
  let outcome: Outcome;
  try {
    outcome = broken.length > 0 ? { passed: 0, failed: 1, said: `Not run: it needs ${broken.join(", ")}.` } : await step.work(fast);
  } catch (error) {
    outcome = { passed: 0, failed: 1, said: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    clearInterval(beat);
  }
  outcomes.set(step.name, outcome);
  console.log(`${mark(outcome)} ${step.title}: ${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} failed` : ""} (${seconds(since)})`);
  if (outcome.failed > 0) console.log(quote(outcome.said));
}

/** Starts each step as soon as what it needs has ended, in the order of the list. */
async function performAll(): Promise<void> {
  const waiting = [...planned];
  const running = new Set<Promise<void>>();
  const canStart = (step: Step): boolean => running.size < atOnce && needsOf(step).every((name) => outcomes.has(name));
  while (waiting.length + running.size > 0) {
    for (let step = waiting.find(canStart); step; step = waiting.find(canStart)) {
      const started = step;
      waiting.splice(waiting.indexOf(started), 1);
      const end: Promise<void> = perform(started).finally(() => running.delete(end));
      running.add(end);
    }
    await Promise.race(running);
  }
}

const readFloor = (): Record<string, number> => JSON.parse(readFileSync(floorFile, "utf8")) as Record<string, number>;

/** What fell beneath the committed floor: tests that went missing would otherwise look like success. */
function beneathFloor(): string[] {
  const floor = readFloor();
  const gone = Object.keys(floor).filter((name) => !steps.some((step) => step.name === name));
  const low = planned.filter(({ name }) => outcomes.get(name)?.failed === 0 && (outcomes.get(name)?.passed ?? 0) < (floor[name] ?? 1));
  return [
    ...gone.map((name) => `"${name}" is in test/floor.json but no longer a step.`),
    ...low.map(({ name }) => `"${name}" passed ${outcomes.get(name)?.passed}, but test/floor.json asks for ${floor[name] ?? 1}.`),
  ];
}

if (only) {
  const unknown = only.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step "${unknown[0]}". The steps are: ${steps.map(({ name }) => name).join(", ")}.`);
    process.exit(2);
  }
}
console.log(only ? `Some checks of Gongsheng: ${only.join(", ")}` : fast ? "Quick checks of Gongsheng" : "All checks of Gongsheng");
await performAll();

const shortfalls = writeFloor ? [] : beneathFloor();
for (const line of shortfalls) console.log(`✘ ${line}`);
const passed = [...outcomes.values()].reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = [...outcomes.values()].reduce((sum, outcome) => sum + outcome.failed, shortfalls.length);

if (writeFloor && failed === 0) {
  const floor = { ...readFloor(), ...Object.fromEntries(planned.map(({ name }) => [name, outcomes.get(name)?.passed ?? 0])) };
  writeFileSync(floorFile, `${JSON.stringify(floor, null, 2)}\n`);
  console.log("The floor is written to test/floor.json.");
}
console.log(`Done in ${seconds(began)}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
