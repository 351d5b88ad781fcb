// `coop sign`: signs acts, vouches, consents, approvals and ballots on a machine that needs no network.
import { parseArgs } from "node:util";
import type { LocalAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { plainSpeech } from "#client/chain/words.ts";
import { signable as signableBallot } from "#client/governance/ballot.ts";
import { emptyLedger } from "#client/ledger.ts";
import type { Item } from "#client/offnet/bundle.ts";
import type { ActItem } from "#client/offnet/confirmable.ts";
import { explainItem } from "#client/offnet/explain.ts";
import { reportsIn } from "#client/offnet/reports.ts";
import { signable, type SignedType } from "#client/people/signing.ts";
import { EXIT } from "../../coop/exit.ts";
import { BadInput, Failure } from "../../coop/failure.ts";
import { liveKey } from "../../coop/keystore.ts";
import type { Language } from "../../coop/language.ts";
import { type Cooperative, readRecord } from "../../coop/open.ts";
import { findRecord } from "./confirm.ts";
import { addTo, emptyFile, type OutFile, readOut } from "./file.ts";
import { type Given, type SignKind, signKinds, signOptions, termsOf } from "./terms.ts";
import { signWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = signWords[language];
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: signOptions });
  if (values.help) {
    console.log(words.help);
    return EXIT.done;
  }
  const kind = signKinds.find((one) => one === positionals[0]);
  if (positionals.length !== 1 || kind === undefined) throw new Failure(words.usage(signKinds.join(", ")), EXIT.badInput);
  const { deployment, seats } = readRecord(values, language);
  const out = values.out === undefined ? emptyFile : readOut(values.out, deployment, language);
  const account = await findKey(values, { deployment, seats }, language);
  const record = kind === "confirm" ? findRecord(values, { deployment, out, language }) : null;
  const item = await signItem(kind, account, { values, out, deployment, language, record });
  // A confirmation is handed on with the record that it confirms, after it.
  const added = record ? [record, item] : [item];
  const say = explainItem(item, { ledger: emptyLedger(deployment.genesis), deployment, speech: plainSpeech, reports: reportsIn([...out.items, ...added]) });
  const text = addTo(out, added, deployment, values.out);
  if (values.out === undefined) process.stdout.write(`${text}\n`);
  console.error(words.signed(say[language], account.address, values.out ?? null));
  if (record) console.error(words.withRecord(record.member));
  return EXIT.done;
}

interface Signing {
  readonly values: Given;
  readonly out: OutFile;
  readonly deployment: Cooperative["deployment"];
  readonly language: Language;
  /** What is confirmed. */
  readonly record: ActItem | null;
}

async function signItem(kind: SignKind, account: LocalAccount, { values, ...setting }: Signing): Promise<Item> {
  const { deployment } = setting;
  const terms = termsOf(kind, values, { ...setting, signer: account.address });
  const signature = terms.kind === "ballot" ? await account.signTypedData(signableBallot(terms, deployment)) : await account.signTypedData(signable(TYPES[terms.kind as keyof typeof TYPES], terms as never, deployment) as never);
  return { ...terms, signature } as Item;
}

const TYPES: Readonly<Record<Exclude<Item["kind"], "ballot" | "offer" | "request" | "split">, SignedType>> = {
  act: "Act",
  application: "Application",
  vouch: "Vouch",
  keyConsent: "KeyConsent",
  guardianConsent: "GuardianConsent",
  recoveryConsent: "RecoveryConsent",
  recoveryApproval: "RecoveryApproval",
  recoveryCancel: "RecoveryCancel",
};

/** A practice seat that was named, or the key in the keystore. */
async function findKey({ seat }: Given, { deployment, seats }: Pick<Cooperative, "deployment" | "seats">, language: Language): Promise<LocalAccount> {
  const words = signWords[language];
  if (seat === undefined) return privateKeyToAccount(await liveKey(language));
  if (!deployment.practice) throw new BadInput("--seat", words.seatIsForPractice);
  const found = seats.find(({ member }) => String(member) === seat);
  if (!found) throw new BadInput("--seat", words.noSeat(seat));
  return privateKeyToAccount(found.privateKey);
}
