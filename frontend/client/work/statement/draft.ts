import { canonicalText } from "./canonical.ts";
import { criteria } from "./criteria.ts";
import { formats } from "./format.ts";
import { joinHead, trimBody } from "./head.ts";
import { articleKeys, statementKeys } from "./keys.ts";

/** A document while it is written: each entry of the head as its form field has it, and the text. Nothing here has been checked. */
export interface Draft {
  readonly is: "statement" | "article";
  /** By key; of `differs` one line each. An empty one is not written. */
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A draft as the text of a document, for `parseDocument` to say what is still missing. */
export function draftText({ is, fields, body }: Draft): string {
  const entries = Object.keys(is === "statement" ? statementKeys : articleKeys).flatMap((key) => {
    if (key === "gongsheng") return [[key, formats[is]] as const];
    const value = Object.hasOwn(fields, key) ? fields[key]! : "";
    const lines = key === "differs" ? value.split("\n") : [value];
    return lines.filter((line) => line.trim() !== "").map((line) => [key, line] as const);
  });
  return joinHead(entries, body);
}

/** A document's text as a draft, whatever is wrong with it: unknown and broken lines are left out, nothing is refused. */
export function readDraft(text: string): Draft {
  const lines = canonicalText(text).split("\n");
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const fields = new Map<string, string>();
  for (const line of lines.slice(1, Math.max(1, end))) {
    const [, key, value] = /^([A-Za-z][A-Za-z.]*): *(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const before = fields.get(key);
    fields.set(key, before === undefined ? value : `${before}\n${value}`);
  }
  const is = fields.get("gongsheng") === formats.article ? "article" : "statement";
  const known = Object.keys(is === "statement" ? statementKeys : articleKeys);
  return { is, fields: Object.fromEntries(known.flatMap((key) => (fields.has(key) ? [[key, fields.get(key)!]] : []))), body: trimBody(lines.slice(end + 1)) };
}

/** A text to begin with: a heading for each of the twelve points, in the languages that the writer chose. */
export function suggestedBody(languages: readonly ("zh" | "en")[]): string {
  return criteria.map(({ title }) => `## ${languages.map((language) => title[language]).join(" ")}\n`).join("\n");
}
