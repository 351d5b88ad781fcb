import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { Ledger } from "#client/ledger.ts";
import { MOST_NOTE, MOST_TITLE } from "#client/work/evidence.ts";
import { previewRecord, type RecordPreview } from "#client/work/preview.ts";
import { recordableKinds } from "#client/work/record.ts";
import type { Part } from "#client/work/types.ts";
import type { Language } from "../../../shared/language/words.ts";
import type { RecordDraft } from "./draft.ts";
import { recordText } from "./text.ts";

/** The form's fields, in the order in which they stand. */
export const fields = ["project", "kind", "what", "quantity", "when", "people", "note"] as const;
export type FieldName = (typeof fields)[number];
export type Faults = Partial<Record<FieldName, string>>;

/** The oldest day that can be recorded, with an hour to spare for sending. */
const EARLIEST = 90 * DAY - 3_600;

/** A whole number above zero as typed; null for anything else. Full-width digits count. */
export function wholeOf(typed: string): number | null {
  const text = typed.normalize("NFKC").trim();
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** yyyy-mm-dd of a moment in the reader's zone. */
export function dayOf(at: number): string {
  const date = new Date(at * 1000);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The days that can be recorded at a moment. */
export const dayBounds = (now: number): { earliest: string; latest: string } => ({ earliest: dayOf(now - EARLIEST), latest: dayOf(now) });

/** The second that a day stands for: its noon, or as near to it as the contract allows now. Null for no day. */
export function secondOf(day: string, now: number): number | null {
  const noon = /^\d{4}-\d\d-\d\d$/.test(day) ? Math.floor(new Date(`${day}T12:00:00`).getTime() / 1000) : Number.NaN;
  return Number.isNaN(noon) ? null : Math.max(now - EARLIEST, Math.min(noon, now - 60));
}

/** All contributors with their parts, the recorder first; empty when alone. Null where a row is not filled in. */
export function splitOf(draft: RecordDraft, me: MemberId): Part[] | null {
  if (draft.people.length === 0) return [];
  const split = [{ member: me, parts: wholeOf(draft.myParts) ?? 0 }, ...draft.people.map(({ member, parts }) => ({ member: member as MemberId, parts: wholeOf(parts) ?? 0 }))];
  const members = new Set(split.map(({ member }) => member));
  const good = members.size === split.length && split.every(({ member, parts }) => member > 0 && parts >= 1 && parts <= 255) && split.length <= 7;
  return good ? split : null;
}

/** What is wrong with the draft, field by field. */
export function faultsOf(draft: RecordDraft, ledger: Ledger, me: MemberId | null, now: number, language: Language): Faults {
  const { bad } = recordText[language];
  const faults: Faults = {};
  if (draft.project === null || !ledger.work.projects.has(draft.project as ProjectId)) faults.project = bad.project;
  if (draft.kind === null || !recordableKinds.includes(draft.kind)) faults.kind = bad.kind;
  if (draft.what.trim() === "") faults.what = bad.what;
  else if ([...draft.what.trim()].length > MOST_TITLE) faults.what = bad.whatLong(MOST_TITLE);
  if (wholeOf(draft.quantity) === null) faults.quantity = bad.quantity;
  const { earliest, latest } = dayBounds(now);
  if (secondOf(draft.day, now) === null) faults.when = bad.when;
  else if (draft.day < earliest) faults.when = bad.whenEarly;
  else if (draft.day > latest) faults.when = bad.whenLate;
  const people = peopleFault(draft, me, language);
  if (people) faults.people = people;
  if ([...draft.note.trim()].length > MOST_NOTE) faults.note = bad.noteLong(MOST_NOTE);
  return faults;
}

function peopleFault(draft: RecordDraft, me: MemberId | null, language: Language): string | null {
  const { bad } = recordText[language];
  if (draft.people.length === 0) return null;
  if (draft.people.length > 6) return bad.many;
  const chosen = draft.people.map(({ member }) => member);
  if (chosen.includes(0) || new Set(chosen).size < chosen.length || (me !== null && chosen.includes(me))) return bad.people;
  const parts = [draft.myParts, ...draft.people.map((person) => person.parts)].map(wholeOf);
  return parts.every((part) => part !== null && part <= 255) ? null : bad.parts;
}

/** What recording the draft would mean; null where too little is filled in. */
export function previewOf(draft: RecordDraft, ledger: Ledger, me: MemberId | null, now: number): RecordPreview | null {
  const quantity = wholeOf(draft.quantity);
  const { project, kind } = draft;
  if (project === null || kind === null || quantity === null || !ledger.work.projects.has(project as ProjectId)) return null;
  // A visitor counts as somebody who has recorded nothing yet.
  const owners = [me ?? NOBODY, ...draft.people.flatMap(({ member }) => (member > 0 ? [member as MemberId] : []))];
  return previewRecord(ledger, { project: project as ProjectId, kind, quantity, owners }, now);
}
