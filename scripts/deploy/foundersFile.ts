// The file that founders fill in together, sign one by one, and deploy from. docs: `founders.example.json` beside this module.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { keccak256, toUtf8Bytes } from "ethers";
import { insideAddress, ipfsAddress, readAddress } from "#client/work/statement/address.ts";
import { digestOf } from "#client/work/statement/canonical.ts";
import { documentBytes, parseStatement, type StatementDocument } from "#client/work/statement/format.ts";
import { writeAgreement } from "./agreement.ts";
import { charterOf } from "./charter.ts";
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
  const charters = fields.objects("charters", 1, 20).map((charter) => readCharter(charter, file, read.founders.length, words));
  fields.end();
  if (fields.faults.length > 0) throw new FileRefused(words.faults(file, fields.faults));
  const { chainId, deployer, nonce, founders } = read;
  const registry = predictAddresses(deployer, nonce).memberRegistry;
  const agreement = writeAgreement(read.name, read.document, founders, charters);
  const founding = { chainId, registry, keys: founders.map(({ key }) => key), founding: keccak256(toUtf8Bytes(agreement)) };
  return { name: read.name, chainId, deployer, nonce, founding, agreement, founders, charters };
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

/**
 * A charter is its statement: a document beside this file, whose head has the numbers. Where it lies for everyone to read is `uri`; left
 * out, the document goes on chain whole.
 */
function readCharter(fields: Fields, file: string, founders: number, words: DeployWords): Charter {
  const path = fields.text("statement");
  const elsewhere = fields.has("uri") ? fields.text("uri") : null;
  fields.end();
  const statement = path === "" ? null : readStatement(fields, path, file, words);
  if (!statement) return NO_CHARTER;
  const { proposer, cofounders, stewards, amends } = statement;
  for (const member of new Set([proposer, ...cofounders, ...stewards])) if (member > founders) fields.fault("statement", words.noMember(member, founders));
  if (amends !== null) fields.fault("statement", words.amends(path));
  const bytes = documentBytes(statement);
  const digest = digestOf(bytes);
  const uri = elsewhere ?? insideAddress(bytes);
  if (typeof readAddress(uri, digest, "https://nowhere.invalid/") === "string") fields.fault("uri", words.badUri(ipfsAddress(digest)));
  return charterOf(statement, digest, uri);
}

/** Stands where a fault was noted; it is never deployed. */
const NO_CHARTER: Charter = { statement: `0x${"0".repeat(64)}`, uri: "", industry: 0, budget: 1n, rates: [0n, 0n, 0n, 0n], minSurplus: 5, salesCap: 0n, stewards: [1] };

function readStatement(fields: Fields, path: string, file: string, words: DeployWords): StatementDocument | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(dirname(file), path));
  } catch {
    fields.fault("statement", words.unread(path));
    return null;
  }
  const parsed = parseStatement(bytes);
  if (parsed.is === "document") return parsed.document;
  for (const fault of parsed.faults) fields.fault("statement", words.inStatement(path, fault));
  return null;
}

function refuseTwice(fields: Fields, name: string, given: readonly string[], words: DeployWords): void {
  for (const [place, value] of given.entries()) if (given.indexOf(value) !== place) fields.fault(name, words.twice(value));
}
