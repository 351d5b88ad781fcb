// The file that founders fill in together, sign one by one, and deploy from. docs: `founders.example.json` beside this module.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import canonicalize from "canonicalize";
import { keccak256, toUtf8Bytes } from "ethers";
import { inlineDocument } from "./documents.ts";
import { Fields } from "./fields.ts";
import { brokenLine } from "./jsonLine.ts";
import { predictAddresses, type Charter, type Founder, type Founding } from "./founding.ts";
import type { DeployWords } from "./text.ts";

/** A file that cannot be used; the message says where and why, in the reader's language. */
export class FileRefused extends Error {}

/** What the founders agreed on. A founder who has not signed yet has consent null. */
export interface FoundersFile {
  readonly name: string;
  readonly chainId: number;
  readonly deployer: string;
  /** The deployer's nonce at the first contract: the consents rest on the address that follows from it. */
  readonly nonce: number;
  readonly founding: Founding;
  /** What every founder signs by its digest: name, charters, members, and the digest of the document in their own words. */
  readonly agreement: string;
  readonly founders: readonly (Omit<Founder, "consent"> & { readonly consent: string | null })[];
  readonly charters: readonly Charter[];
}

const MOST_BUDGET = 1n << 56n;
const MOST_RATE = (1n << 48n) - 1n;

/** Reads and checks a founders file. Throws FileRefused with every fault, each by its field (a broken file: by its line). */
export function readFoundersFile(file: string, words: DeployWords): FoundersFile {
  const fields = new Fields(parseFile(file, words), "", words);
  const read = {
    name: fields.text("name"),
    chainId: fields.whole("chainId", 1, 2 ** 48),
    deployer: fields.address("deployer"),
    nonce: fields.whole("nonce", 0, 2 ** 48),
    document: readDocument(fields, file, words),
    founders: fields.objects("founders", 3, 100).map(readFounder),
  };
  refuseTwice(fields, "founders", read.founders.map(({ key }) => key), words);
  const charters = fields.objects("charters", 1, 20).map((charter) => readCharter(charter, read.founders.length, words));
  fields.end();
  if (fields.faults.length > 0) throw new FileRefused(words.faults(file, fields.faults));
  const { chainId, deployer, nonce, founders } = read;
  const registry = predictAddresses(deployer, nonce).memberRegistry;
  const agreement = writeAgreement(read.name, read.document, founders, charters);
  const founding = { chainId, registry, keys: founders.map(({ key }) => key), founding: keccak256(toUtf8Bytes(agreement)) };
  return { name: read.name, chainId, deployer, nonce, founding, agreement, founders, charters };
}

/**
 * What the founders agree on, as canonical JSON (RFC 8785). The contracts take profiles and charters from the deployer: because
 * the consents cover these bytes, anyone can tell whether the deployer changed a word.
 */
function writeAgreement(name: string, document: string, founders: FoundersFile["founders"], charters: readonly Charter[]): string {
  const members = founders.map(({ key, profileUri, profileDigest }) => ({ key, profileUri, profileDigest }));
  const terms = charters.map((charter) => ({ ...charter, budget: String(charter.budget), rates: charter.rates.map(String), salesCap: String(charter.salesCap) }));
  return canonicalize({ name, document, members, charters: terms })!;
}

/** The JSON of a file. Throws FileRefused, with the line where it breaks. */
export function parseFile(file: string, words: DeployWords): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new FileRefused(words.notRead(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileRefused(words.notJson(file, brokenLine(text), (error as Error).message));
  }
}

/** The digest of the founding document, a file beside this one in the founders' own words. */
function readDocument(fields: Fields, file: string, words: DeployWords): string {
  const path = fields.text("founding");
  if (path === "") return "";
  try {
    return keccak256(readFileSync(resolve(dirname(file), path)));
  } catch {
    fields.fault("founding", words.unread(path));
    return "";
  }
}

/** A profile is either written here, in both languages, or lies elsewhere and is named by address and digest. */
function readFounder(fields: Fields): FoundersFile["founders"][number] {
  const key = fields.address("key");
  const profile = fields.has("profile") ? inlineDocument(fields.document("profile")) : { uri: fields.text("profileUri"), digest: fields.hash("profileDigest") };
  const consent = fields.signature("consent");
  fields.end();
  return { key, profileDigest: profile.digest, profileUri: profile.uri, consent };
}

function readCharter(fields: Fields, founders: number, words: DeployWords): Charter {
  const statement = fields.has("statement") ? inlineDocument(fields.document("statement")) : { uri: fields.text("statementUri"), digest: fields.hash("statementDigest") };
  const budget = fields.amount("budget", 1n, MOST_BUDGET);
  const rates = fields.amounts("rates", 4, 0n, MOST_RATE) as unknown as Charter["rates"];
  const stewards = fields.list("stewards", 1, 7) as number[];
  for (const steward of stewards) if (!Number.isSafeInteger(steward) || steward < 1 || steward > founders) fields.fault("stewards", words.noMember(steward, founders));
  refuseTwice(fields, "stewards", stewards.map(String), words);
  const charter = { statement: statement.digest, uri: statement.uri, industry: fields.whole("industry", 0, 2 ** 32 - 1), budget, rates, minSurplus: fields.whole("minSurplus", 5, 50), salesCap: BigInt(fields.whole("salesCap", 0, Number.MAX_SAFE_INTEGER)), stewards };
  fields.end();
  return charter;
}

function refuseTwice(fields: Fields, name: string, given: readonly string[], words: DeployWords): void {
  for (const [place, value] of given.entries()) if (given.indexOf(value) !== place) fields.fault(name, words.twice(value));
}
