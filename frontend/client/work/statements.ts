import type { Both } from "../chain/words.ts";
import { readAddress } from "./statement/address.ts";
import { toldTo } from "./statement/fields.ts";
import { parseStatement, type StatementDocument } from "./statement/format.ts";
import { verify } from "./statement/store.ts";
import { type Kind, kinds, type Project } from "./types.ts";

/** What a project says of itself, as far as it is known; `known` is false where its statement cannot be read here. */
export interface Statement {
  readonly title: Both;
  readonly summary: Both;
  /** What one unit of quantity is. */
  readonly units: Readonly<Record<Kind, Both>>;
  readonly known: boolean;
}

const UNIT: Both = { zh: "单位", en: "unit" };

/** Statements never change, and every row of a list asks for its title. By digest and address; a few thousand at most are kept. */
const read = new Map<string, StatementDocument | null>();
const MOST_KEPT = 2_000;

/** The statement behind an address that contains it; null where it lies elsewhere, or is not what the digest on chain says. */
export function insideStatement({ uri, statement }: Pick<Project, "uri" | "statement">): StatementDocument | null {
  const key = `${statement} ${uri}`;
  const before = read.get(key);
  if (before !== undefined) return before;
  const place = readAddress(uri, statement, "https://nowhere.invalid/");
  const outcome = typeof place === "object" && place.is === "inside" ? verify(place.bytes, statement, "inside") : null;
  const parsed = outcome?.is === "verified" ? parseStatement(outcome.bytes) : null;
  const document = parsed?.is === "document" ? parsed.document : null;
  if (read.size >= MOST_KEPT) read.clear();
  read.set(key, document);
  return document;
}

/** Reads a project statement that is its own address; the digest on chain is checked. */
export function statementOf(project: Pick<Project, "id" | "uri" | "statement">): Statement {
  const document = insideStatement(project);
  const number: Both = { zh: `${project.id}号项目`, en: `Project ${project.id}` };
  const units = Object.fromEntries(
    kinds.map((kind) => {
      const told = document?.units[kind];
      return [kind, told ? toldTo(told) : UNIT];
    }),
  ) as Statement["units"];
  return {
    title: document ? toldTo(document.title) : number,
    summary: document ? toldTo(document.summary) : { zh: "", en: "" },
    units,
    known: document !== null,
  };
}
