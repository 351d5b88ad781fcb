import type { MemberId, ProjectId } from "../../chain/ids.ts";
import { type Kind, kinds } from "../types.ts";
import { bytesOf, canonicalText, MOST_BYTES, textOf } from "./canonical.ts";
import type { Cid } from "./cid.ts";
import { type Fault, faultAt } from "./faults.ts";
import { type Difference, Fields, type Told, writeAmount, writeDifference } from "./fields.ts";
import { joinHead, type Parts, shown, splitHead } from "./head.ts";
import { articleKeys, statementKeys } from "./keys.ts";

/**
 * A project statement (项目说): a Markdown text under a head of `key: value` lines, one line each, between two lines `---`:
 *
 *     ---
 *     gongsheng: statement/1
 *     title.zh: 渡口书船                          titles in one language or both; all else is told in the same ones
 *     title.en: Ferry Library
 *     summary.zh: …                              and summary.en; likewise free.zh, free.en
 *     industry: 9101
 *     proposer: 7
 *     cofounders: 3, 11                          may be left out, like `previous: bafkrei…` and `amends: 2`
 *     differs: #2 | how it differs               once a neighbour, by number or in words; or once `differs: none`
 *     budget: 1800                               units of value, at most six decimals
 *     rate.work: 9                               for each of the four kinds; 0: not recorded here
 *     unit.work.zh: 小时                          for each kind that is recorded
 *     minSurplus: 20
 *     salesCap: 0
 *     stewards: 7, 3
 *     ---
 *
 * The order in which entries are written is that of `keys.ts`; they are read in any.
 */
export interface StatementDocument {
  readonly is: "statement";
  readonly title: Told;
  readonly summary: Told;
  /** A code that the text explains. */
  readonly industry: number;
  readonly proposer: MemberId;
  readonly cofounders: readonly MemberId[];
  readonly previous: Cid | null;
  /** The project that it would amend; null: it would be a new one. */
  readonly amends: ProjectId | null;
  /** Empty: the proposer looked and found no neighbour. */
  readonly differs: readonly Difference[];
  /** What users get for nothing. */
  readonly free: Told;
  /** Micro-units an epoch. */
  readonly budget: bigint;
  /** Micro-units for one unit of quantity; 0: not recorded here. */
  readonly rates: Readonly<Record<Kind, bigint>>;
  /** What one unit of quantity is; null where nothing was said, which only a kind that is not recorded may. */
  readonly units: Readonly<Record<Kind, Told | null>>;
  /** Percent of price. */
  readonly minSurplus: number;
  /** For each settlement token and epoch while on probation, in the token's smallest unit. */
  readonly salesCap: bigint;
  readonly stewards: readonly MemberId[];
  /** Markdown. */
  readonly body: string;
}

/** An article of concurrent learning (并发学习): the same kind of document with a smaller head, in one language. */
export interface ArticleDocument {
  readonly is: "article";
  readonly language: "zh" | "en";
  readonly title: string;
  readonly summary: string;
  readonly author: MemberId;
  readonly coauthors: readonly MemberId[];
  readonly previous: Cid | null;
  readonly body: string;
}

export type AnyDocument = StatementDocument | ArticleDocument;

/** What a text turned out to be: a document, or all that is wrong with it, by line. */
export type Parsed<D extends AnyDocument = AnyDocument> = { readonly is: "document"; readonly document: D } | { readonly is: "faulty"; readonly faults: readonly Fault[] };

/** The first entry of a head, by what it announces. */
export const formats = { statement: "statement/1", article: "article/1" } as const;

/** The bounds of what a head says; the numbers of the charter are the contract's own. */
export const MOST = {
  title: 120,
  summary: 1_000,
  free: 1_000,
  unit: 24,
  cofounders: 7,
  stewards: 7,
  industry: 2n ** 32n - 1n,
  budget: 2n ** 48n - 1n,
  rate: 2n ** 40n - 1n,
  surplus: 50n,
  salesCap: 2n ** 128n - 1n,
} as const;
const LEAST_SURPLUS = 5n;

/** Reads a document from its bytes or its text, canonical or as an editor left it. Never throws. */
export function parseDocument(source: Uint8Array | string): Parsed {
  // Normal form can make a text shorter, so that the exact limit is for what comes of it.
  if (source.length > 2 * MOST_BYTES) return faulty([faultAt(1, null, "tooLarge", source.length, MOST_BYTES)]);
  const raw = typeof source === "string" ? source : textOf(source);
  if (raw === null) return faulty([faultAt(1, null, "notText")]);
  const text = canonicalText(raw);
  const size = bytesOf(text).length;
  if (size > MOST_BYTES) return faulty([faultAt(1, null, "tooLarge", size, MOST_BYTES)]);
  const parts = splitHead(text);
  return "faults" in parts ? faulty(parts.faults) : readParts(parts);
}

/** The same for a statement alone; an article is faulty here. */
export function parseStatement(source: Uint8Array | string): Parsed<StatementDocument> {
  const parsed = parseDocument(source);
  if (parsed.is === "faulty") return parsed;
  const { document } = parsed;
  return document.is === "statement" ? { is: "document", document } : faulty([faultAt(2, "gongsheng", "formatUnknown", formats.article)]);
}

/** The same for an article alone. */
export function parseArticle(source: Uint8Array | string): Parsed<ArticleDocument> {
  const parsed = parseDocument(source);
  if (parsed.is === "faulty") return parsed;
  const { document } = parsed;
  return document.is === "article" ? { is: "document", document } : faulty([faultAt(2, "gongsheng", "formatUnknown", formats.statement)]);
}

function faulty(faults: readonly Fault[]): { is: "faulty"; faults: readonly Fault[] } {
  return { is: "faulty", faults: [...faults].sort((a, b) => a.line - b.line) };
}

function readParts(parts: Parts): Parsed {
  const first = parts.entries[0];
  if (first?.key !== "gongsheng") return faulty([faultAt(first?.line ?? parts.end, "gongsheng", "keyMissing", "gongsheng")]);
  if (first.value !== formats.statement && first.value !== formats.article) return faulty([faultAt(first.line, "gongsheng", "formatUnknown", shown(first.value))]);
  const isStatement = first.value === formats.statement;
  const fields = new Fields(parts.entries, Object.keys(isStatement ? statementKeys : articleKeys), isStatement ? ["differs"] : [], parts.end);
  const document = isStatement ? readStatement(fields, parts.body) : readArticle(fields, parts.body);
  if (parts.body === "") fields.faults.push(faultAt(parts.end, null, "bodyMissing"));
  return fields.faults.length > 0 ? faulty(fields.faults) : { is: "document", document };
}

/** What is null here has left a fault, and then nobody sees the document. */
function readStatement(fields: Fields, body: string): StatementDocument {
  const proposer = fields.member("proposer")!;
  const cards = kinds.map((kind) => [kind, fields.rate(kind, MOST.rate, MOST.unit)] as const);
  return {
    is: "statement",
    title: fields.title(MOST.title),
    summary: fields.told("summary", MOST.summary)!,
    industry: Number(fields.whole("industry", 0n, MOST.industry)),
    proposer,
    cofounders: fields.members("cofounders", 0, MOST.cofounders, proposer),
    previous: fields.previous(),
    amends: fields.amends(),
    differs: fields.differs(),
    free: fields.told("free", MOST.free)!,
    budget: fields.amount("budget", 1n, MOST.budget)!,
    rates: Object.fromEntries(cards.map(([kind, { rate }]) => [kind, rate])) as Record<Kind, bigint>,
    units: Object.fromEntries(cards.map(([kind, { unit }]) => [kind, unit])) as Record<Kind, Told | null>,
    minSurplus: Number(fields.whole("minSurplus", LEAST_SURPLUS, MOST.surplus)),
    salesCap: fields.whole("salesCap", 0n, MOST.salesCap)!,
    stewards: fields.members("stewards", 1, MOST.stewards),
    body,
  };
}

function readArticle(fields: Fields, body: string): ArticleDocument {
  const author = fields.member("author")!;
  return {
    is: "article",
    language: fields.language()!,
    title: fields.words("title", MOST.title)!,
    summary: fields.words("summary", MOST.summary)!,
    author,
    coauthors: fields.members("coauthors", 0, MOST.cofounders, author),
    previous: fields.previous(),
    body,
  };
}

/** The one canonical text of a document; its bytes are what is hashed and published. `parseDocument` tells whether they are in order. */
export function serialise(document: AnyDocument): string {
  return joinHead(entriesOf(document), document.body);
}

/** The bytes of the canonical text. */
export const documentBytes = (document: AnyDocument): Uint8Array => bytesOf(serialise(document));

/** A head's entries as they are written, in their one order. */
export function entriesOf(document: AnyDocument): (readonly [key: string, value: string])[] {
  const values = document.is === "statement" ? statementValues(document) : articleValues(document);
  const order = Object.keys(document.is === "statement" ? statementKeys : articleKeys);
  return order.flatMap((key) => [values.get(key) ?? []].flat().map((value) => [key, value] as const));
}

function statementValues(document: StatementDocument): Map<string, string | readonly string[]> {
  const values = new Map<string, string | readonly string[]>([
    ["gongsheng", formats.statement],
    ["industry", String(document.industry)],
    ["proposer", String(document.proposer)],
    ["cofounders", writeMembers(document.cofounders)],
    ["previous", document.previous ?? []],
    ["amends", document.amends === null ? [] : String(document.amends)],
    ["differs", document.differs.length === 0 ? "none" : document.differs.map(writeDifference)],
    ["budget", writeAmount(document.budget)],
    ["minSurplus", String(document.minSurplus)],
    ["salesCap", String(document.salesCap)],
    ["stewards", writeMembers(document.stewards)],
  ]);
  const tell = (key: string, told: Told | null) => {
    for (const language of ["zh", "en"] as const) values.set(`${key}.${language}`, told?.[language] ?? []);
  };
  tell("title", document.title);
  tell("summary", document.summary);
  tell("free", document.free);
  for (const kind of kinds) {
    values.set(`rate.${kind}`, writeAmount(document.rates[kind]));
    tell(`unit.${kind}`, document.units[kind]);
  }
  return values;
}

function articleValues(document: ArticleDocument): Map<string, string | readonly string[]> {
  return new Map<string, string | readonly string[]>([
    ["gongsheng", formats.article],
    ["language", document.language],
    ["title", document.title],
    ["summary", document.summary],
    ["author", String(document.author)],
    ["coauthors", writeMembers(document.coauthors)],
    ["previous", document.previous ?? []],
  ]);
}

const writeMembers = (members: readonly MemberId[]): string | readonly string[] => (members.length === 0 ? [] : members.join(", "));
