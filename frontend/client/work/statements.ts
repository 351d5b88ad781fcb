import type { Hex } from "viem";
import { plainText } from "../chain/plain.ts";
import type { Both } from "../chain/words.ts";
import { safeName } from "../people/names.ts";
import { readAddress } from "./statement/address.ts";
import { toldTo } from "./statement/fields.ts";
import { type AnyDocument, parseDocument } from "./statement/format.ts";
import { verify } from "./statement/store.ts";
import { type Kind, kinds, type Project, type StatementRecord } from "./types.ts";

/** What a project says of itself, as far as it is known; `known` is false where its statement cannot be read here. */
export interface Statement {
  readonly title: Both;
  readonly summary: Both;
  /** What one unit of quantity is. */
  readonly units: Readonly<Record<Kind, Both>>;
  readonly known: boolean;
}

const UNIT: Both = { zh: "单位", en: "unit" };
const MOST_TITLE = 120;
const MOST_SUMMARY = 1_000;
const MOST_KEPT = 500;
/** Nobody is asked for an address that contains its document, so that it does not matter where this is. */
const NOWHERE = "https://nowhere.invalid/";

const read = new Map<string, AnyDocument | null>();

/** A document that its own address contains, if its bytes are what the digest says; null for any other, which must be fetched first. */
export function documentInside(uri: string, digest: Hex): AnyDocument | null {
  const key = `${digest} ${uri}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const place = readAddress(uri, digest, NOWHERE);
  const outcome = typeof place !== "string" && place.is === "inside" ? verify(place.bytes, digest, "inside") : null;
  const parsed = outcome?.is === "verified" ? parseDocument(outcome.bytes) : null;
  const document = parsed?.is === "document" ? parsed.document : null;
  // Names are asked for at every row of every list; a digest's document never changes.
  if (read.size >= MOST_KEPT) read.delete(read.keys().next().value!);
  read.set(key, document);
  return document;
}

/** Reads a project statement that is its own address; the digest on chain is checked. */
export function statementOf(project: Pick<Project, "id" | "uri" | "statement">): Statement {
  const found = documentInside(project.uri, project.statement);
  const document = found?.is === "statement" ? found : null;
  const number: Both = { zh: `${project.id}号项目`, en: `Project ${project.id}` };
  return {
    title: (document && shown(toldTo(document.title), safeTitle)) ?? number,
    summary: (document && shown(toldTo(document.summary), (text) => plainText(text, MOST_SUMMARY))) ?? { zh: "", en: "" },
    units: Object.fromEntries(kinds.map((kind) => [kind, unitOf(document?.units[kind] ?? null)])) as Statement["units"],
    known: document !== null,
  };
}

/** What a statement or an article is called; `known` is false where it cannot be read here, and it is named by its first letters. */
export function titleOf(record: Pick<StatementRecord, "id" | "kind" | "uri" | "document">): Both & { readonly known: boolean } {
  const document = documentInside(record.uri, record.document);
  const told = document?.is === "article" ? { zh: document.title, en: document.title } : document && toldTo(document.title);
  const title = told && shown(told, safeTitle);
  if (title) return { ...title, known: true };
  const place = record.id.slice(2, 8);
  return record.kind === "article" ? { zh: `文章${place}`, en: `article ${place}`, known: false } : { zh: `项目说${place}`, en: `statement ${place}`, known: false };
}

const unitOf = (told: Parameters<typeof toldTo>[0] | null): Both => (told && shown(toldTo(told), safeName)) ?? UNIT;

function safeTitle(text: string): string | null {
  const clean = plainText(text, MOST_TITLE, "NFKC");
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

function shown({ zh, en }: Both, clean: (text: string) => string | null): Both | null {
  const [one, two] = [clean(zh), clean(en)];
  return one === null && two === null ? null : { zh: one ?? two!, en: two ?? one! };
}
