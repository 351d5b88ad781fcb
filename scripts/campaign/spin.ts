// Small models of which Spin tries every history: npm run campaign -- spin
// Needs Spin and a C compiler, which no package registry of ours has; therefore it is no part of `npm test`. What was answered is
// kept, and asked again only where a model or a question changed; to ask everything anew, delete docs/results/spin.json first.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/files.ts";
import { run as start } from "../lib/run.ts";
import { ask } from "./spin/ask.ts";
import { type Check, questions } from "./spin/checks.ts";
import { askedOf, keep, type Kept, readKept } from "./spin/kept.ts";
import { pageOf, tell } from "./spin/page.ts";
import { files, PAGE } from "./spin/sources.ts";

const missing = async (): Promise<boolean> => (await start("spin", ["-V"])).code !== 0 || (await start("cc", ["--version"])).code !== 0;

async function answer(check: Check, expected: boolean): Promise<Kept> {
  const { holds, states, steps, acts } = await ask(check, expected);
  const { file, defines, formula = "" } = check;
  return { file, defines: defines.join(" "), formula, asked: askedOf(check, expected), holds, states, steps, how: tell(acts) };
}

function report({ file, setting, property }: Check, { holds, steps, states, how }: Kept, right: boolean): void {
  console.log(`${right ? "✔" : "✘"} ${file}, ${setting || "usual"}: ${property}: ${holds ? "holds" : `fails in ${steps} steps`}, ${states} states`);
  if (!right) console.log(how);
}

/** Asks every question that has no answer yet, and writes the page; fails if a model fails or a broken twin passes. */
export async function run(): Promise<void> {
  if (await missing()) {
    console.error("This campaign needs Spin and a C compiler: apt-get install spin gcc.");
    process.exitCode = 1;
    return;
  }
  const strangers = files().filter((file) => !questions.some(({ check }) => check.file === file));
  if (strangers.length > 0) throw new Error(`Nobody asks about ${strangers.join(", ")}: add them to scripts/campaign/spin/checks.ts.`);
  const answers = readKept();
  let wrong = 0;
  for (const { check, expected } of questions) {
    if (answers.has(askedOf(check, expected))) continue;
    const kept = await answer(check, expected);
    const right = kept.holds === expected;
    report(check, kept, right);
    if (!right) wrong++;
    else keep([...answers.set(kept.asked, kept).values()]);
  }
  if (wrong > 0) {
    console.error(`${wrong} answers are not what they must be; ${PAGE} stays as it was.`);
    process.exitCode = 1;
    return;
  }
  keep(questions.map(({ check, expected }) => answers.get(askedOf(check, expected))!));
  writeFileSync(join(root, PAGE), pageOf(answers));
}
