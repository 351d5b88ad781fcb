// `coop relay`: carries what was signed off-net, from files; with --serve, for whoever asks over the network.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Address, LocalAccount } from "viem";
import { getCode } from "viem/actions";
import { itemId, type ReadItem, readBundle } from "#client/offnet/bundle.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import { keystoreActor, practiceActors } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, type Cooperative, openCooperative } from "../coop/open.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { speechOf } from "../coop/speech.ts";
import { readNow } from "../decide/now.ts";
import { Journal, JournalBroken, JournalTaken } from "./journal.ts";
import { Payer, type Sent, type Settled, unsettled } from "./payer.ts";
import { carryAll, type Fate, look } from "./rounds.ts";
import type { Outcome } from "./ship.ts";
import { relayWords, type RelayWords } from "./text.ts";

const text = { type: "string" } as const;
const own = {
  "dry-run": { type: "boolean", default: false }, json: { type: "boolean", default: false }, journal: text, "per-lot": text, "gas-per-act": text,
  serve: { type: "boolean", default: false },
} as const;
/** What --serve takes besides; read by serve/options.ts. */
export const serveArgs = { port: text, host: text, state: text, "most-waiting": text, "per-member": text, "gas-per-hour": text, "most-gwei": text } as const;

/** A file's items, each with where it stands. */
interface Pile {
  readonly items: readonly ReadItem[];
  readonly placeOf: ReadonlyMap<ReadItem, string>;
  readonly faults: number;
}

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = relayWords[language];
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own, ...serveArgs } });
  if (values.help) {
    console.log(words.help);
    return EXIT.done;
  }
  if (values.serve) {
    if (positionals.length > 0 || values["dry-run"] || values.journal !== undefined) throw new Failure(words.serveAlone, EXIT.badInput);
    return (await import("./serve/serve.ts")).serve(values, language);
  }
  const foreign = Object.keys(serveArgs).find((name) => values[name as keyof typeof serveArgs] !== undefined);
  if (foreign) throw new BadInput(`--${foreign}`, words.forServe);
  if (positionals.length === 0) throw new Failure(words.usage, EXIT.badInput);
  const perLot = whole(values["per-lot"], "per-lot", 1, 100, 20, words);
  const most = whole(values["gas-per-act"], "gas-per-act", 50_000, 10_000_000, 2_000_000, words);
  const cooperative = await openCooperative(values, language);
  // Standard output belongs to the JSON object.
  const tell = values.json ? (line: string) => console.error(line) : (line: string) => console.log(line);
  const pile = readFiles(positionals, words, language);
  const dryRun = values["dry-run"] || process.env.npm_config_dry_run === "true";
  if (dryRun) return dryRunOf(pile, cooperative, { language, tell, json: values.json });
  const journal = openJournal(values.journal ?? `${positionals[0] === "-" ? "standard-input" : positionals[0]}.journal`, cooperative, words);
  try {
    return await carry(pile, cooperative, { language, tell, json: values.json, journal, perLot, most });
  } finally {
    journal.close();
  }
}

/** A whole number among the options. */
export function whole(value: string | undefined, name: string, least: number, most: number, initial: number, words: Pick<RelayWords, "noWhole">): number {
  if (value === undefined) return initial;
  if (/^\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new BadInput(`--${name}`, words.noWhole(least, most));
}

/** Reads all files before anything is sent. Errors: BadInput for a file that cannot be read, or holds nothing signed. */
function readFiles(typed: readonly string[], words: RelayWords, language: Language): Pile {
  const placeOf = new Map<ReadItem, string>();
  let faults = 0;
  for (const file of typed) {
    let content: string;
    try {
      content = readFileSync(file === "-" ? 0 : fromWhereTheUserStands(file), "utf8");
    } catch (error) {
      throw new BadInput(file, words.notRead((error as NodeJS.ErrnoException).code ?? String(error)));
    }
    const read = readBundle(content);
    if (read.items.length === 0 && read.faults[0]) throw new BadInput(`${file}:${read.faults[0].line}`, read.faults[0].say[language]);
    for (const { line, say } of read.faults) console.error(`✘ ${file}:${line}: ${say[language]}`);
    for (const item of read.items) placeOf.set(item, `${file} #${item.number + 1}`);
    faults += read.faults.length;
  }
  return { items: [...placeOf.keys()], placeOf, faults };
}

interface Telling {
  readonly language: Language;
  readonly json: boolean;
  tell(line: string): void;
}

const MARKS = { good: "✔", wallet: "✔", done: "✔", waits: "…", bad: "✘" } as const;
const FATES = { done: "✔", before: "✔", twice: "–", waits: "…", refused: "✘" } as const;

const line = (mark: string, place: string, { what, say }: Pick<CheckedItem, "what" | "say">, language: Language): string => `${mark} ${place}: ${what[language]}${language === "zh" ? "。" : ". "}${say[language]}`;

/** Whether an address is a contract, asked once each. */
function codeOf({ client }: Pick<Cooperative, "client">): (address: Address) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (address) => {
    const asked = known.get(address.toLowerCase()) ?? getCode(client, { address }).then((code) => code !== undefined);
    known.set(address.toLowerCase(), asked);
    return asked;
  };
}

async function dryRunOf({ items, placeOf, faults }: Pile, cooperative: Cooperative, { language, tell, json }: Telling): Promise<number> {
  const { checked } = await look(items, { read: () => readNow(cooperative), shipping: cooperative, hasCode: codeOf(cooperative), speechOf });
  for (const one of checked) tell(line(MARKS[one.verdict.is], placeOf.get(one.item)!, one, language));
  const count = (...kinds: readonly string[]): number => checked.filter(({ verdict }) => kinds.includes(verdict.is)).length;
  const sum = { carriable: count("good", "wallet"), before: count("done"), waiting: count("waits"), refused: count("bad") + faults };
  tell(relayWords[language].wouldCarry(sum.carriable, sum.before, sum.waiting, sum.refused));
  if (json) console.log(JSON.stringify({ ...sum, items: checked.map((one) => ({ id: itemId(one.item), place: placeOf.get(one.item), kind: one.item.kind, verdict: one.verdict.is, what: one.what, say: one.say })) }));
  return sum.waiting + sum.refused === 0 ? EXIT.done : EXIT.differs;
}

type Entry = Sent | Settled | { readonly is: "begun"; readonly chainId: number; readonly registry: string; readonly genesisHash: string };

function openJournal(typed: string, { deployment }: Cooperative, words: RelayWords): Journal<Entry> {
  const { chainId, genesisHash, contracts } = deployment;
  let journal: Journal<Entry>;
  try {
    journal = new Journal<Entry>(fromWhereTheUserStands(typed));
  } catch (error) {
    if (error instanceof JournalTaken) throw new Failure(words.journalTaken(error.lock, error.pid));
    if (error instanceof JournalBroken) throw new BadInput(`${typed}:${error.line}`, words.journalBroken);
    throw new BadInput(typed, words.notWritten((error as NodeJS.ErrnoException).code ?? String(error)));
  }
  const begun = journal.before.find((entry) => entry.is === "begun");
  if (begun && (begun.chainId !== chainId || begun.genesisHash !== genesisHash || begun.registry !== contracts.memberRegistry)) {
    journal.close();
    throw new BadInput(typed, words.journalForeign);
  }
  if (!begun) journal.note({ is: "begun", chainId, registry: contracts.memberRegistry, genesisHash });
  return journal;
}

async function payerFor(cooperative: Cooperative, language: Language): Promise<LocalAccount> {
  const { ledger } = await cooperative.read();
  return (practiceActors(cooperative, ledger, language)[0] ?? (await keystoreActor(ledger, language))).account;
}

async function carry(pile: Pile, cooperative: Cooperative, options: Telling & { readonly journal: Journal<Entry>; readonly perLot: number; readonly most: number }): Promise<number> {
  const { language, tell, json, journal, perLot, most } = options;
  const words = relayWords[language];
  const { client, deployment } = cooperative;
  const sent = journal.before.filter((entry) => entry.is !== "begun");
  const known = new Map(sent.flatMap((entry) => (entry.is === "settled" && entry.status === "success" && entry.hash ? entry.ids.map((id) => [id, entry.hash!] as const) : [])));
  const pace = deployment.practice ? { look: 100, raise: 5_000, patience: 300_000 } : { look: 2_000, raise: 60_000, patience: 900_000 };
  const payer = new Payer({ client, account: await payerFor(cooperative, language), chainId: deployment.chainId, note: (entry) => journal.note(entry), before: unsettled(sent), pace });
  if (payer.waits) {
    tell(words.resumes);
    const { settled } = await payer.resume();
    if (settled.status === "success") for (const id of settled.ids) known.set(id, settled.hash!);
  }
  const fates = await carryAll(pile.items, {
    read: () => readNow(cooperative), shipping: { client, deployment, payer: payer.address, most }, hasCode: codeOf(cooperative), speechOf, payer, perLot, known,
    tell: (outcomes, { place, of }) => tell(words.lot(place, of, ...countsOf(outcomes))),
  });
  for (const fate of fates) tell(line(FATES[fate.state], pile.placeOf.get(fate.checked.item)!, { what: fate.checked.what, say: fate.say }, language) + (fate.tx ? `\n    ${fate.tx}` : ""));
  return conclude(fates, pile, { language, tell, json });
}

const countsOf = (outcomes: readonly Outcome[]): [done: number, refused: number, tx: string | null] => [
  outcomes.filter(({ state }) => state === "done").length,
  outcomes.filter(({ state }) => state !== "done").length,
  outcomes.find(({ tx }) => tx !== null)?.tx ?? null,
];

function conclude(fates: readonly Fate[], { placeOf, faults }: Pile, { language, tell, json }: Telling): number {
  const count = (state: Fate["state"]): number => fates.filter((fate) => fate.state === state).length;
  const sum = { done: count("done"), before: count("before"), waiting: count("waits"), refused: count("refused") + faults };
  tell(relayWords[language].carried(sum.done, sum.before, sum.waiting, sum.refused));
  if (json) console.log(JSON.stringify({ ...sum, items: fates.map(({ checked, state, tx, say }) => ({ id: itemId(checked.item), place: placeOf.get(checked.item), kind: checked.item.kind, state, tx, what: checked.what, say })) }));
  return sum.waiting + sum.refused === 0 ? EXIT.done : EXIT.differs;
}
