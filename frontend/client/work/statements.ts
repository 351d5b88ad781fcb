import { readInline, safeName } from "../people/names.ts";
import { plainText } from "../chain/plain.ts";
import type { Both } from "../chain/words.ts";
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

/** Reads a project statement that is its own address; the digest on chain is checked. */
export function statementOf(project: Pick<Project, "id" | "uri" | "statement">): Statement {
  const document = readInline(project.uri, project.statement);
  const number: Both = { zh: `${project.id}号项目`, en: `Project ${project.id}` };
  const units = (document?.units ?? {}) as Record<string, unknown>;
  return {
    title: both(document?.title, safeName) ?? number,
    summary: both(document?.summary, (text) => (typeof text === "string" ? plainText(text, 1_000) : null)) ?? { zh: "", en: "" },
    units: Object.fromEntries(kinds.map((kind) => [kind, both(units[kind], safeName) ?? UNIT])) as Statement["units"],
    known: document !== null,
  };
}

function both(value: unknown, read: (text: unknown) => string | null): Both | null {
  if (typeof value !== "object" || value === null) return null;
  const [zh, en] = [read((value as Both).zh), read((value as Both).en)];
  return zh === null && en === null ? null : { zh: zh ?? en!, en: en ?? zh! };
}
