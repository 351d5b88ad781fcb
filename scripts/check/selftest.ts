// Plants bugs in copies of the project and wants the gate to go red each time: node scripts/check/selftest.ts
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ownFiles, root } from "../lib/files.ts";
import { run } from "../lib/run.ts";
import { plants, solidityPlants, soliditySources, spec, type Plant } from "./plants.ts";

/** Copies those files of the project that `wanted` names, with what was compiled from them. */
function copyProject(wanted: (file: string) => boolean, compiled: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), "gongsheng-selftest-"));
  for (const file of ownFiles().filter(wanted)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  for (const folder of compiled) if (existsSync(join(root, folder))) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  writeFileSync(join(copy, ".git/info/exclude"), "node_modules\n");
  return copy;
}

/** Runs steps of the gate inside a copy. */
async function gate(copy: string, steps: readonly string[], ...more: string[]): Promise<{ green: boolean; said: string }> {
  const { code, said } = await run(process.execPath, [join(copy, "scripts/test.ts"), "--only", steps.join(","), ...more]);
  const last = said.trimEnd().split("\n").at(-1) ?? "";
  return { green: code === 0 && /^[1-9]\d* passed, 0 failed$/.test(last), said };
}

let passed = 0;
let failed = 0;
function report(title: string, why: string | undefined, said = ""): void {
  if (why === undefined) passed += 1;
  else failed += 1;
  console.log(why === undefined ? `  ✔ ${title}` : `  ✘ ${title}: ${why}\n${said.replace(/^/gm, "      ")}`);
}

async function tryPlants(copy: string, list: readonly Plant[], before: readonly string[]): Promise<void> {
  const healthy = new Set<string>();
  for (const step of new Set(list.map((plant) => plant.step))) {
    const { green, said } = await gate(copy, [...before, step], "--write-floor");
    report(`"${step}" is green without a bug`, green ? undefined : "it is red before anything is planted", said);
    if (green) healthy.add(step);
  }
  for (const { bug, file, plant, step, says } of list.filter((plant) => healthy.has(plant.step))) {
    const path = join(copy, file);
    let text: string | undefined;
    try {
      text = readFileSync(path, "utf8");
      const changed = plant(text);
      if (changed === undefined) rmSync(path);
      else writeFileSync(path, changed);
      const { green, said } = await gate(copy, [...before, step]);
      report(`it goes red when ${bug}`, green ? "it stayed green" : says.test(said) ? undefined : `it is red, but does not say ${String(says)}`, said);
    } catch (error) {
      report(`it goes red when ${bug}`, `the bug could not be planted: ${(error as Error).message}`);
    } finally {
      if (text !== undefined) writeFileSync(path, text);
    }
  }
}

// One file of specs is enough to plant faults in, and the soonest done of all.
const house = copyProject((file) => !/^(docs|samples)\/|^test\/(?!floor\.json|support\/|screen\/)/.test(file) || file === spec, ["artifacts", "types"]);
const small = copyProject((file) => !/^(contracts|docs|samples|frontend)\/|^test\/(?!floor\.json)/.test(file) || soliditySources.test(file), []);
try {
  await Promise.all([tryPlants(house, plants, []), tryPlants(small, solidityPlants, ["build"])]);
} finally {
  for (const copy of [house, small]) rmSync(copy, { recursive: true, force: true });
}
console.log(`${passed} passing`);
if (failed > 0) console.log(`${failed} failing`);
process.exitCode = failed === 0 ? 0 : 1;
