// `coop ballots`: carries ballots that members signed off-net; each is checked first, and told apart afterwards.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { getCode } from "viem/actions";
import { type BallotFault, type ReadBallot, readBallots } from "#client/governance/ballotList.ts";
import { type CheckedBallot, checkBallots } from "#client/governance/ballotCheck.ts";
import { bundlesOf, carriedOf, lotsOf, parseCastBallots } from "#client/governance/castBallots.ts";
import { skipWords } from "#client/governance/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { keystoreActor, perform, practiceActors } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, type Cooperative, openCooperative } from "../coop/open.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { speechOf } from "../coop/speech.ts";
import { readNow } from "./now.ts";
import { decideWords, type DecideWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = decideWords[language];
  const own = { "dry-run": { type: "boolean", default: false }, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.ballotsHelp);
    return EXIT.done;
  }
  if (positionals.length === 0) throw new Failure(words.ballotsUsage, EXIT.badInput);
  const { ballots, faults } = readFiles(positionals, language);
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await readNow(cooperative);
  const checked = await checkAll(ballots, cooperative, ledger, now);

  // Standard output belongs to the JSON object.
  const tell = values.json ? (line: string) => console.error(line) : (line: string) => console.log(line);
  for (const { file, fault } of faults) console.error(`${file}: ${fault.say[language]}`);
  for (const { ballot, verdict, say } of checked) tell(`${verdict.is === "bad" ? "✘" : "✔"} ${ballot.file}:${ballot.place + 1}: ${say[language]}`);
  const dryRun = values["dry-run"] || process.env.npm_config_dry_run === "true";
  const carried = dryRun ? { counted: 0, skipped: 0 } : await carry(checked, cooperative, ledger, language, tell);
  const good = checked.filter(({ verdict }) => verdict.is !== "bad").length;
  const voted = checked.filter(({ verdict }) => verdict.is === "bad" && (verdict.problem === "voted" || verdict.problem === "twice")).length;
  const refused = faults.length + checked.length - good - voted + carried.skipped;
  if (dryRun) tell(words.wouldCarry(good));
  else tell(words.carriedAll(carried.counted, voted, refused));
  if (values.json) console.log(JSON.stringify({ counted: carried.counted, before: voted, refused, carriable: good }));
  return refused === 0 ? EXIT.done : EXIT.differs;
}

type FromFile = ReadBallot & { readonly file: string };

/** Reads all files before anything is sent. Errors: BadInput for a file that cannot be read, or holds no ballots at all. */
function readFiles(typed: readonly string[], language: Language): { ballots: FromFile[]; faults: { file: string; fault: BallotFault }[] } {
  const words = decideWords[language];
  const lists = typed.map((file) => {
    let text: string;
    try {
      text = readFileSync(file === "-" ? 0 : fromWhereTheUserStands(file), "utf8");
    } catch (error) {
      throw new BadInput(file, words.notRead((error as NodeJS.ErrnoException).code ?? String(error)));
    }
    const { ballots, faults } = readBallots(text);
    const whole = faults.find(({ place }) => place === null);
    if (whole) throw new BadInput(file, whole.say[language]);
    return { ballots: ballots.map((ballot) => ({ ...ballot, file })), faults: faults.map((fault) => ({ file, fault })) };
  });
  return { ballots: lists.flatMap(({ ballots }) => ballots), faults: lists.flatMap(({ faults }) => faults) };
}

type Checked = CheckedBallot & { readonly ballot: FromFile };

/** Checks all; only where a signature is not the member's key's is the chain asked whether that key is a contract wallet. */
async function checkAll(ballots: readonly FromFile[], { client, deployment }: Cooperative, ledger: Ledger, now: number): Promise<Checked[]> {
  const speech = speechOf(ledger);
  const first = await checkBallots(ballots, ledger, deployment, now, { speech });
  const doubtful = new Set(first.filter(({ verdict }) => verdict.is === "bad" && verdict.problem === "signature").map(({ ballot }) => ledger.people.members.get(ballot.member)!.key));
  const contracts = new Set<string>();
  for (const key of doubtful) if ((await getCode(client, { address: key })) !== undefined) contracts.add(key.toLowerCase());
  return (contracts.size === 0 ? first : await checkBallots(ballots, ledger, deployment, now, { speech, contracts })) as Checked[];
}

/** Sends what is good, in as many transactions as are needed, and tells each ballot that the chain skipped. */
async function carry(checked: readonly Checked[], cooperative: Cooperative, ledger: Ledger, language: Language, tell: (line: string) => void): Promise<{ counted: number; skipped: number }> {
  const words: DecideWords = decideWords[language];
  const speech = speechOf(ledger);
  const lots = lotsOf(checked);
  if (lots.length === 0) return { counted: 0, skipped: 0 };
  const actor = practiceActors(cooperative, ledger, language)[0] ?? (await keystoreActor(ledger, language));
  let [counted, skipped] = [0, 0];
  for (const [place, lot] of lots.entries()) {
    const { events, receipt } = await perform(cooperative, actor, parseCastBallots(bundlesOf(lot)));
    const became = carriedOf(events);
    counted += became.counted;
    skipped += became.skipped.length;
    tell(words.carriedLot(place + 1, lots.length, became.counted, receipt.transactionHash));
    for (const { member, reason } of became.skipped) tell(`✘ ${speech.member(member)[language]}: ${skipWords[reason][language]}`);
  }
  return { counted, skipped };
}
