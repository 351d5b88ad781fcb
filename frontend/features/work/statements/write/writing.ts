import type { MemberId } from "#client/chain/ids.ts";
import { bytesOf, canonicalText, digestOf } from "#client/work/statement/canonical.ts";
import { type Cid, cidOf } from "#client/work/statement/cid.ts";
import { type Draft, draftText } from "#client/work/statement/draft.ts";
import type { Fault } from "#client/work/statement/faults.ts";
import { type AnyDocument, documentBytes, parseDocument } from "#client/work/statement/format.ts";
import type { Hex } from "viem";

/** Languages in which a statement is told. */
export type Spoken = "both" | "zh" | "en";

/** A document that is being written: the fields as they were typed, and what the writer chose about them. */
export interface Writing extends Draft {
  readonly spoken: Spoken;
  /** Points of the twelve that the writer ticked for himself. */
  readonly ticked: readonly number[];
  /** Where it will be read: in the act itself, or at an address that the writer gives. */
  readonly keep: "act" | "address";
  readonly address: string;
}

/** What a writing comes to now. `document` is null while there are faults; size and digest are told all the same. */
export interface Composed {
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: Hex;
  readonly cid: Cid;
  readonly document: AnyDocument | null;
  readonly faults: readonly Fault[];
}

/** A blank page. The other rates are 0, since only these two kinds can be recorded by one member. */
export function blank(is: Draft["is"], language: "zh" | "en"): Writing {
  const fields: Record<string, string> =
    is === "article" ? { language } : { industry: "", "rate.work": "", "rate.experience": "0", "rate.sharing": "0", "rate.learning": "0", minSurplus: "10", salesCap: "0" };
  return { is, fields, body: "", spoken: language, ticked: [], keep: "act", address: "" };
}

/** Whether anything was written that would be a pity to lose. */
export const isWritten = ({ body, fields }: Writing): boolean =>
  body.trim() !== "" || ["title", "title.zh", "title.en", "summary", "summary.zh", "summary.en", "free.zh", "free.en", "differs"].some((key) => (fields[key] ?? "").trim() !== "");

/** The languages of a draft that was read from a document. */
export function spokenOf(fields: Readonly<Record<string, string>>): Spoken {
  const [zh, en] = [Boolean(fields["title.zh"]), Boolean(fields["title.en"])];
  return zh && en ? "both" : en ? "en" : "zh";
}

/** The document of a writing by its author: what would be hashed, or all that is in the way. */
export function compose(writing: Writing, author: MemberId | null): Composed {
  const { is, spoken, body } = writing;
  const own = { [is === "statement" ? "proposer" : "author"]: author === null ? "" : String(author) };
  const silent = spoken === "both" || is === "article" ? null : spoken === "zh" ? ".en" : ".zh";
  const fields = Object.fromEntries(Object.entries({ ...writing.fields, ...own }).filter(([key]) => silent === null || !key.endsWith(silent)));
  const parsed = parseDocument(draftText({ is, fields, body }));
  const document = parsed.is === "document" ? parsed.document : null;
  const bytes = document ? documentBytes(document) : bytesOf(canonicalText(draftText({ is, fields, body })));
  const digest = digestOf(bytes);
  return { text: new TextDecoder().decode(bytes), bytes: bytes as Uint8Array<ArrayBuffer>, digest, cid: cidOf(digest), document, faults: parsed.is === "faulty" ? parsed.faults : [] };
}

/** One line, whatever was pasted: the head has no values over lines. */
export const oneLine = (text: string): string => text.replace(/\s*\r?\n\s*/g, " ");

/** Members' numbers as a field has them. */
export const membersIn = (value: string | undefined): number[] => (value ?? "").split(",").map(Number).filter((id) => Number.isInteger(id) && id > 0);

/** A neighbour as the form has it: `#3` or words, and the difference. */
export interface Neighbour {
  readonly neighbour: string;
  readonly how: string;
}

/** The neighbours in a field; a line without a bar is one that is still being written. */
export function neighboursIn(value: string | undefined): Neighbour[] {
  if (!value || value.trim() === "none") return [];
  return value.split("\n").map((line) => {
    const bar = line.indexOf("|");
    return bar < 0 ? { neighbour: line.trim(), how: "" } : { neighbour: line.slice(0, bar).trim(), how: line.slice(bar + 1).replace(/^ /, "") };
  });
}

/** Neighbours as the field keeps them, one a line. A bar inside words would end them. */
export const writeNeighbours = (rows: readonly Neighbour[]): string =>
  rows.map(({ neighbour, how }) => `${oneLine(neighbour).replaceAll("|", "/")} | ${oneLine(how)}`).join("\n");

/** Reads what a browser kept, perhaps by an earlier release; null for what does not fit. */
export function readWriting(content: unknown): Writing | null {
  const kept = content as Partial<Writing> | null;
  if (typeof kept !== "object" || kept === null || typeof kept.fields !== "object" || kept.fields === null) return null;
  const words = Object.values(kept.fields).every((value) => typeof value === "string");
  const whole = words && typeof kept.body === "string" && Array.isArray(kept.ticked) && typeof kept.address === "string";
  const known = (kept.is === "statement" || kept.is === "article") && ["both", "zh", "en"].includes(kept.spoken ?? "") && ["act", "address"].includes(kept.keep ?? "");
  return whole && known ? (kept as Writing) : null;
}
