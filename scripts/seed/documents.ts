// What the members of the practice cooperative wrote: statements and articles, each a file beside this one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hex } from "viem";
import { insideAddress, ipfsAddress } from "#client/work/statement/address.ts";
import { digestOf } from "#client/work/statement/canonical.ts";
import { type AnyDocument, documentBytes, parseDocument, type StatementDocument } from "#client/work/statement/format.ts";
import { sayFault } from "#client/work/statement/faults.ts";
import { charterOf } from "../deploy/charter.ts";
import type { Charter } from "../deploy/founding.ts";

const STATEMENTS = ["cooperative", "mill", "repair", "market", "raincoats", "nightBus", "rooftop", "seedLibrary", "firstAid", "bambooFirst", "bamboo", "millAmended", "cooperativeAmended"] as const;
const ARTICLES = ["articleBooks", "articleBeans", "articleQueue"] as const;

export type StatementName = (typeof STATEMENTS)[number];
export type ArticleName = (typeof ARTICLES)[number];

/** A document, the digest of its canonical bytes, and where the chain says that it is kept. */
export interface SeedDocument<D extends AnyDocument = AnyDocument> {
  readonly document: D;
  readonly text: string;
  readonly digest: Hex;
  readonly uri: string;
}

/** Kept on IPFS, and beside the pages where the practice network serves them; all others stand on chain whole. */
const ELSEWHERE: ReadonlySet<string> = new Set<ArticleName>(["articleBeans"]);

const read = new Map<string, SeedDocument>();

/** Reads a document. Throws where the file is not in canonical form, or is none. */
function readDocument(name: StatementName | ArticleName): SeedDocument {
  const before = read.get(name);
  if (before) return before;
  const text = readFileSync(join(import.meta.dirname, "documents", `${name}.md`), "utf8");
  const parsed = parseDocument(text);
  if (parsed.is === "faulty") throw new Error(`${name}.md: ${parsed.faults.map((fault) => sayFault(fault).en).join(" ")}`);
  const bytes = documentBytes(parsed.document);
  if (new TextDecoder().decode(bytes) !== text) throw new Error(`${name}.md is not in canonical form. Run: npm run -s coop -- statement ${name}.md --write`);
  const digest = digestOf(bytes);
  const uri = ELSEWHERE.has(name) ? ipfsAddress(digest) : insideAddress(bytes);
  const made = { document: parsed.document, text, digest, uri };
  read.set(name, made);
  return made;
}

/** A statement by its name. */
export function seedStatement(name: StatementName): SeedDocument<StatementDocument> {
  const made = readDocument(name);
  if (made.document.is !== "statement") throw new Error(`${name}.md is no statement.`);
  return made as SeedDocument<StatementDocument>;
}

/** An article by its name. */
export const seedArticle = (name: ArticleName): SeedDocument => readDocument(name);

/** The charter that a statement's head holds. */
export function charterIn(name: StatementName): Charter {
  const { document, digest, uri } = seedStatement(name);
  return charterOf(document, digest, uri);
}

/** All documents as files that the practice network serves beside the pages: digest → text. */
export const seedDocuments = (): ReadonlyMap<Hex, string> => new Map([...STATEMENTS, ...ARTICLES].map(readDocument).map(({ digest, text }) => [digest, text]));
