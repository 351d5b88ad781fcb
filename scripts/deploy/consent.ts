// With this each founder signs: npm run -s x -- node scripts/deploy/consent.ts FILE [--add 0x… | --sign]
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { TypedDataEncoder, verifyTypedData, Wallet } from "ethers";
import { chooseLanguage } from "../coop/language.ts";
import { CONSENT_TYPES, consentDomain, consentOf, signConsent, type Founding } from "./founding.ts";
import { FileRefused, parseFile, readFoundersFile, type FoundersFile } from "./foundersFile.ts";
import { deployWords, type DeployWords } from "./text.ts";

/** Runs the command and gives its exit. `input`: what stands on standard input, read when it is asked for. */
export async function runConsent(args: readonly string[], input: () => string, say: (line: string) => void, words: DeployWords): Promise<number> {
  const [name, verb, signature] = args;
  if (name === undefined || name.startsWith("--")) {
    say(words.usage);
    return name === "--help" ? 0 : 2;
  }
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), name);
  try {
    const founders = readFoundersFile(file, words);
    if (verb === "--sign") return add(file, founders, await sign(founders, input().trim(), words), say, words);
    if (verb === "--add") return add(file, founders, signature ?? "", say, words);
    return show(founders, say, words);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    say(error.message);
    return 2;
  }
}

async function sign({ founding, founders }: FoundersFile, key: string, words: DeployWords): Promise<string> {
  let wallet: Wallet;
  try {
    wallet = new Wallet(key);
  } catch {
    throw new FileRefused(words.noKey);
  }
  if (!founders.some((founder) => founder.key === wallet.address)) throw new FileRefused(words.notAFounder(wallet.address));
  return signConsent(founding, wallet);
}

function hasSigned(founding: Founding, key: string, consent: string): boolean {
  try {
    return verifyTypedData(consentDomain(founding), CONSENT_TYPES, consentOf(founding, key), consent) === key;
  } catch {
    return false;
  }
}

/** Puts a consent where it belongs, in a file that is replaced whole. */
function add(file: string, { founding, founders }: FoundersFile, consent: string, say: (line: string) => void, words: DeployWords): number {
  const place = founders.findIndex(({ key }) => hasSigned(founding, key, consent));
  if (place < 0) throw new FileRefused(words.noSignature);
  const content = parseFile(file, words) as { founders: { consent: string }[] };
  content.founders[place]!.consent = consent;
  writeFileSync(`${file}.part`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.part`, file);
  say(words.added(place + 1, file));
  return 0;
}

function show({ founding, founders }: FoundersFile, say: (line: string) => void, words: DeployWords): number {
  let missing = 0;
  for (const [place, { key, consent }] of founders.entries()) {
    const signed = consent !== null && hasSigned(founding, key, consent);
    if (!signed) missing += 1;
    say((signed ? words.signed : consent === null ? words.unsigned : words.spoiled)(place + 1, key));
  }
  if (missing === 0) return 0;
  say(words.toSign);
  say(JSON.stringify(TypedDataEncoder.getPayload(consentDomain(founding), CONSENT_TYPES, consentOf(founding, founders[0]!.key)), null, 2));
  return 1;
}

if (import.meta.main) {
  const words = deployWords[chooseLanguage(process.argv)];
  process.exitCode = await runConsent(process.argv.slice(2), () => readFileSync(0, "utf8"), (line) => console.log(line), words);
}
