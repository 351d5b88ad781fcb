// Runs the command line inside this process: a verb's answer without the half second that a process of its own costs.
import { describeFailure } from "../../scripts/coop/describe.ts";
import { chooseLanguage } from "../../scripts/coop/language.ts";
import { coopWords } from "../../scripts/coop/text.ts";
import { findVerb } from "../../scripts/coop/verbs.ts";
import type { Ran } from "./coop.ts";

/** `coop ARGS` as if typed while standing in `folder`. One at a time: what is printed is caught. */
export async function runInside([name, ...args]: readonly string[], folder: string): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  const before = { log: console.log, error: console.error, write: process.stdout.write, place: process.env.INIT_CWD };
  const language = chooseLanguage(args, {});
  console.log = (...lines: unknown[]) => void (said.stdout += `${lines.join(" ")}\n`);
  console.error = (...lines: unknown[]) => void (said.stderr += `${lines.join(" ")}\n`);
  process.stdout.write = ((text: string) => ((said.stdout += text), true)) as typeof process.stdout.write;
  process.env.INIT_CWD = folder;
  try {
    const verb = await findVerb(name ?? "")!.load();
    return { exit: await verb.run([...args], language), ...said };
  } catch (error) {
    const { message, exit } = describeFailure(error, coopWords[language]);
    return { exit, stdout: said.stdout, stderr: `${said.stderr}${message}\n` };
  } finally {
    Object.assign(console, { log: before.log, error: before.error });
    process.stdout.write = before.write;
    if (before.place === undefined) delete process.env.INIT_CWD;
    else process.env.INIT_CWD = before.place;
  }
}
