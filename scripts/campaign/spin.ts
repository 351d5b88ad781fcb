// Keys, recovery and the Relay as small models of which Spin tries every history: npm run campaign -- spin
// Needs Spin and a C compiler, which no package registry of ours has; therefore it is no part of `npm test`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readText, root } from "../lib/files.ts";
import { run as start } from "../lib/run.ts";
import { ask, type Answer } from "./spin/ask.ts";
import { better, type Check, models, properties, twins, untrue } from "./spin/checks.ts";
import { digestOf, files, MODELS, PAGE } from "./spin/sources.ts";

interface Answered extends Answer {
  readonly check: Check;
}

const missing = async (): Promise<boolean> => (await start("spin", ["-V"])).code !== 0 || (await start("cc", ["--version"])).code !== 0;

/** Runs every question, writes the page, and fails if a model fails or a broken twin passes. */
export async function run(): Promise<void> {
  if (await missing()) {
    console.error("This campaign needs Spin and a C compiler: apt-get install spin gcc.");
    process.exitCode = 1;
    return;
  }
  const strangers = files().filter((file) => ![...models, ...twins, ...untrue, ...better].some((check) => check.file === file));
  if (strangers.length > 0) throw new Error(`Nobody asks about ${strangers.join(", ")}: add them to scripts/campaign/spin/checks.ts.`);
  let wrong = 0;
  const askAll = async (checks: readonly Check[], expected: boolean): Promise<Answered[]> => {
    const answered: Answered[] = [];
    for (const check of checks) {
      const answer = await ask(check, expected);
      const right = answer.holds === expected;
      if (!right) wrong++;
      console.log(`${right ? "✔" : "✘"} ${check.file}, ${check.setting || "usual"}: ${check.property}: ${answer.holds ? "holds" : `fails in ${answer.steps} steps`}, ${answer.states} states`);
      if (!right) console.log(tell(answer.acts));
      answered.push({ check, ...answer });
    }
    return answered;
  };
  const page = write(await askAll(models, true), await askAll(twins, false), await askAll(untrue, false), await askAll(better, true));
  if (wrong > 0) {
    console.error(`${wrong} answers are not what they must be; ${PAGE} stays as it was.`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(join(root, PAGE), page);
}

const count = (value: number): string => value.toLocaleString("en-US");
const file = (name: string): string => `[${name}](../../${MODELS}/${name})`;

/** What was done, day by day where the model counts days; a step of recovery.pml is two. What is long is cut. */
function tell(acts: readonly string[]): string {
  const timed = acts.includes("step");
  let day = 0;
  let said = -1;
  const told: string[] = [];
  for (const act of acts) {
    if (act === "step") day += 2;
    else if (act === "again and again") told.push(`${told.length > 9 ? `${told.splice(9).length} more acts; ` : ""}from here on again and again:`);
    else told.push(timed && day !== said ? `day ${(said = day)}: ${act}` : act);
  }
  const turn = told.findIndex((part) => part.endsWith("again:")) + 1;
  const cut = turn > 0 && told.length > turn + 9 ? [...told.slice(0, turn + 9), "…"] : told;
  return cut.join("; ").replaceAll(":;", ":").replace(/:$/, " nothing, but that time goes on");
}

/** The words of a property that is no list of letters. */
const named = (property: string): string => (/^[a-l]( [a-l])*$/.test(property) ? property.replaceAll(/[a-l]/g, "($&)") : property);
const inWords = (property: string): string => properties[property as keyof typeof properties] ?? property;

const held = (answers: readonly Answered[]): string =>
  answers.map(({ check, holds, states }) => `| ${file(check.file)} | ${check.setting} | ${named(check.property)} | ${count(states)} | ${holds ? "holds" : "**fails**"} |`).join("\n");

function write(held1: readonly Answered[], broken: readonly Answered[], asked: readonly Answered[], improved: readonly Answered[]): string {
  const what = (name: string): string => /Broken: ([^]*?) \*\//.exec(readText(`${MODELS}/${name}`))?.[1]?.replaceAll(/\s+/g, " ").replace(/\.$/, "") ?? "";
  return `# Keys, recovery and the Relay, every history

\`npm run campaign -- spin\` (Spin 6.5.2; about twenty minutes on two busy cores). Two small models of which Spin tries every history: every order of every act that owner, thief, guardians, carriers and
strangers may do. What each models, what it leaves out, and why that loses nothing, stands at its top. Steps are two days, in which 14, 30 and 180 days are whole numbers.

**Awake** means: acts within 12 days. An owner who is awake says no to a foreign recovery, and changes the key when somebody has proposed guardians with it. Guardians
who are awake open a recovery when the owner asks for it: when the key in force is not hers, or when guardians wait that she did not propose. **Fairness**, for
formulas: time goes on, what is due is finished by somebody some day, those who are awake act; a thief does what he likes, or nothing. A thief may copy the key in force at
any moment; "without end": each new key too, the moment it is in force.

${Object.entries(properties).map(([letter, words]) => `- **(${letter})** ${words}`).join("\n")}

## What holds

| model | who | property | states | verdict |
|---|---|---|--:|---|
${held(held1)}

## Broken twins

Each is the model with one rule replaced, and fails as it should: otherwise the property would say nothing about the rule. Steps are those of the counterexample,
the shortest where an assertion fails, the first found where nothing good ever happens again.

| twin | what is broken | property that fails | steps | how |
|---|---|---|--:|---|
${broken.map((answer) => `| ${file(answer.check.file)} | ${[what(answer.check.file), answer.check.setting && `(${answer.check.setting})`].filter(Boolean).join(" ")} | ${named(answer.check.property)} | ${answer.steps} | ${tell(answer.acts)} |`).join("\n")}

## What is not true

None of this is promised. Each is a history that Spin found.

${asked.map((answer) => `- **${answer.check.setting[0]!.toUpperCase()}${answer.check.setting.slice(1)}.** Not true: *${inWords(answer.check.property)}* In ${answer.steps} steps: ${tell(answer.acts)}.`).join("\n")}

So: with one guardian lost, or bought, and the key stolen there is no way back; the thief holds the id for as long as he vetoes, though he never gets guardians of his own.
Honest guardians have less than 14 days from the moment an old key is stolen. Two hostile guardians never get an id from an owner who looks
in time, and can never be replaced. An act that waits behind an expired one of the same nonce key waits until the member takes that one back.

## Better rules

The models above know no other end of a waiting change than a recovery. In them an owner who sees that somebody proposed guardians with her key, and at once changes the key, has
saved nothing: the change stays, her new key is too young to make another, and the thief's guardians take the id with their third recovery while she looks on (third of the
histories above). That was found here, and a rule was added to the contract: **the key in force, of any age, may end a change that waits** (\`keepGuardians\`); with it an owner who is
awake keeps the id by herself, and all that holds above holds. If besides **a new key ended a change that waits**, a thief who alone has the key would have to wait 30 days first:
guardians would have 44 days where they have 14 (if the owner is awake and has not lost the key herself). That needs the time of every change of keys, and is not in the contract.

| model | who | property | states | verdict |
|---|---|---|--:|---|
${held(improved)}

## Sources

The page is of these files (sha-256); a spec compares.

${files().map((name) => `- \`${name}\` ${digestOf(name)}`).join("\n")}
`;
}
