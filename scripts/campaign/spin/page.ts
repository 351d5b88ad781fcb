import { readText } from "../../lib/files.ts";
import { better, type Check, models, properties, twins, untrue } from "./checks.ts";
import { askedOf, type Kept } from "./kept.ts";
import { digestOf, files, MODELS } from "./sources.ts";

interface Answered extends Kept {
  readonly check: Check;
}

const count = (value: number): string => value.toLocaleString("en-US");
const file = (name: string): string => `[${name}](../../${MODELS}/${name})`;

/** What a model says when its time goes on: in which unit, and how many of them. */
const clocks: Readonly<Record<string, readonly [unit: string, step: number]>> = { step: ["day", 2], "half a week": ["day", 3.5], moment: ["moment", 1] };

/** What was done, and when, where the model counts time. What is long is cut. */
export function tell(acts: readonly string[]): string {
  const timed = acts.some((act) => act in clocks);
  const [unit] = acts.flatMap((act) => clocks[act]?.[0] ?? []);
  let time = 0;
  let said = -1;
  const told: string[] = [];
  for (const act of acts) {
    if (act in clocks) time += clocks[act]![1];
    else if (act === "again and again") told.push(`${told.length > 9 ? `${told.splice(9).length} more acts; ` : ""}from here on again and again:`);
    else told.push(timed && time !== said ? `${unit} ${(said = time)}: ${act}` : act);
  }
  const turn = told.findIndex((part) => part.endsWith("again:")) + 1;
  const cut = turn > 0 && told.length > turn + 9 ? [...told.slice(0, turn + 9), "…"] : told;
  return cut.join("; ").replaceAll(":;", ":").replace(/:$/, " nothing, but that time goes on");
}

/** The words of a property that is no list of letters. */
const named = (property: string): string => (/^[a-z]( [a-z])*$/.test(property) ? property.replaceAll(/[a-z]/g, "($&)") : property);
const inWords = (property: string): string => properties[property as keyof typeof properties] ?? property;

const held = (answers: readonly Answered[]): string =>
  answers.map(({ check, holds, states }) => `| ${file(check.file)} | ${check.setting} | ${named(check.property)} | ${count(states)} | ${holds ? "holds" : "**fails**"} |`).join("\n");

const INTRODUCTION = `# Keys, the Relay, orders, group buys and challenges: every history

\`npm run campaign -- spin\` (Spin 6.5.2; about a quarter of an hour on two busy cores where everything is asked anew). Small models of which Spin tries every history: every order of every act that
anybody in them may do. What each models, what it leaves out, and why that loses nothing, stands at its top, with its unit of time: a step of recovery.pml is two days, one of
challenge.pml half a week, and a moment of order.pml and groupBuy.pml is the smallest unit of time. Answers are kept [one by one](spin.json) and asked again where a model or a question changed.

**Awake** means: acts within 12 days. An owner who is awake says no to a foreign recovery, and changes the key when somebody has proposed guardians with it. Guardians
who are awake open a recovery when the owner asks for it: when the key in force is not hers, or when guardians wait that she did not propose. **Fairness**, for
formulas: time goes on, what is due is finished by somebody some day, those who are awake act; a thief does what he likes, or nothing. A thief may copy the key in force at
any moment; "without end": each new key too, the moment it is in force. Whoever **acts** in an order or a group buy does some day what the rules let her do; whatever she did
before was as wise or foolish as anybody's, and all others do what they like, or nothing any more.

${Object.entries(properties).map(([letter, words]) => `- **(${letter})** ${words}`).join("\n")}`;

const SO = `So: with one guardian lost, or bought, and the key stolen there is no way back; the thief holds the id for as long as he vetoes, though he never gets guardians of his own.
Honest guardians have less than 14 days from the moment an old key is stolen. Two hostile guardians never get an id from an owner who looks
in time, and can never be replaced. An act that waits behind an expired one of the same nonce key waits until the member takes that one back.

An order waits for buyer or seller, and a carrier cannot end what was not shipped, for which nothing is owed to him. Who pays for what was sent and never came loses half of the costs at most,
if she objects in time and nobody arbitrates. A pledge counts until the close. If too few answer a second round, the first value stands.`;

const BETTER = `The model of recovery knows no other end of a waiting change than a recovery. In it an owner who sees that somebody proposed guardians with her key, and at once changes the key, has
saved nothing: the change stays, her new key is too young to make another, and the thief's guardians take the id with their third recovery while she looks on (third of the
histories above). That was found here, and a rule was added to the contract: **the key in force, of any age, may end a change that waits** (\`keepGuardians\`); with it an owner who is
awake keeps the id by herself, and all that holds above holds. If besides **a new key ended a change that waits**, a thief who alone has the key would have to wait 30 days first:
guardians would have 44 days where they have 14 (if the owner is awake and has not lost the key herself). That needs the time of every change of keys, and is not in the contract.`;

const table = (answers: readonly Answered[]): string => `| model | who | property | states | verdict |
|---|---|---|--:|---|
${held(answers)}`;

/** What a twin says of itself at its top. */
const whatOf = (name: string): string => /Broken: ([^]*?) \*\//.exec(readText(`${MODELS}/${name}`))?.[1]?.replaceAll(/\s+/g, " ").replace(/\.$/, "") ?? "";

function brokenTable(answers: readonly Answered[]): string {
  const rows = answers.map(({ check, steps, how }) => {
    const what = [whatOf(check.file), check.setting && `(${check.setting})`].filter(Boolean).join(" ");
    return `| ${file(check.file)} | ${what} | ${named(check.property)} | ${steps} | ${how} |`;
  });
  return `| twin | what is broken | property that fails | steps | how |
|---|---|---|--:|---|
${rows.join("\n")}`;
}

function denial({ check, steps, how }: Answered): string {
  const who = `${check.setting[0]!.toUpperCase()}${check.setting.slice(1)}`;
  return `- **${who}.** Not true: *${inWords(check.property)}* In ${steps} steps: ${how}.`;
}

/** The page of these answers. Throws where one is missing. */
export function pageOf(answers: ReadonlyMap<string, Kept>): string {
  const answered = (checks: readonly Check[], expected: boolean): Answered[] =>
    checks.map((check) => {
      const kept = answers.get(askedOf(check, expected));
      if (kept === undefined) throw new Error(`${check.file} (${check.setting || "usual"}: ${check.property}) has no answer: npm run campaign -- spin`);
      return { ...kept, check };
    });
  return `${INTRODUCTION}

## What holds

${table(answered(models, true))}

## Broken twins

Each is the model with one rule replaced, and fails as it should: otherwise the property would say nothing about the rule. Steps are those of the counterexample,
the shortest where an assertion fails, the first found where nothing good ever happens again.

${brokenTable(answered(twins, false))}

## What is not true

None of this is promised. Each is a history that Spin found.

${answered(untrue, false).map(denial).join("\n")}

${SO}

## Better rules

${BETTER}

${table(answered(better, true))}

## Sources

The page is of these files (sha-256); a spec compares.

${files().map((name) => `- \`${name}\` ${digestOf(name)}`).join("\n")}
`;
}
