import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { Ledger } from "#client/ledger.ts";
import { MOST_NOTE, MOST_TITLE } from "#client/work/evidence.ts";
import { previewRecord, type RecordPreview } from "#client/work/preview.ts";
import { isTwoSided } from "#client/work/twoSided.ts";
import type { Part } from "#client/work/types.ts";
import type { Language } from "../../../shared/language/words.ts";
import type { RecordDraft } from "./draft.ts";
import { recordText } from "./text.ts";

/** The form's fields, in the order in which they stand. */
export const fields = ["project", "kind", "what", "quantity", "when", "other", "people", "note"] as const;
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

/** Whether the draft is of a kind with two sides. */
export const hasOther = ({ kind }: RecordDraft): boolean => kind !== null && isTwoSided(kind);

/** Whether others have a part of the value, so that the recorder's own parts matter. */
export const isShared = (draft: RecordDraft): boolean => draft.people.length > 0 || (hasOther(draft) && draft.otherShares);

/** All the record's people with their parts, the recorder first and the other side second; empty when alone. Null where a row is not filled in. */
export function splitOf(draft: RecordDraft, me: MemberId): Part[] | null {
  const [two, { other }] = [hasOther(draft), draft];
  if (draft.people.length === 0 && !two) return [];
  const partsOf = (parts: string): number => wholeOf(parts) ?? Number.NaN;
  const mine = { member: me, parts: isShared(draft) ? partsOf(draft.myParts) : 1 };
  const beside = two ? [{ member: other.member as MemberId, parts: draft.otherShares ? partsOf(other.parts) : 0 }] : [];
  const split = [mine, ...beside, ...draft.people.map(({ member, parts }) => ({ member: member as MemberId, parts: partsOf(parts) }))];
  const members = new Set(split.map(({ member }) => member));
  const good = members.size === split.length && split.every(({ member, parts }) => member > 0 && parts <= 255) && split.length <= 7;
  return good ? split : null;
}

/** What is wrong with the draft, field by field. */
export function faultsOf(draft: RecordDraft, ledger: Ledger, me: MemberId | null, now: number, language: Language): Faults {
  const { bad } = recordText[language];
  const faults: Faults = {};
  if (draft.project === null || !ledger.work.projects.has(draft.project as ProjectId)) faults.project = bad.project;
  if (draft.kind === null) faults.kind = bad.kind;
  if (draft.what.trim() === "") faults.what = bad.what;
  else if ([...draft.what.trim()].length > MOST_TITLE) faults.what = bad.whatLong(MOST_TITLE);
  if (wholeOf(draft.quantity) === null) faults.quantity = bad.quantity;
  const { earliest, latest } = dayBounds(now);
  if (secondOf(draft.day, now) === null) faults.when = bad.when;
  else if (draft.day < earliest) faults.when = bad.whenEarly;
  else if (draft.day > latest) faults.when = bad.whenLate;
  const other = otherFault(draft, me, language);
  if (other) faults.other = other;
  const people = peopleFault(draft, me, language);
  if (people) faults.people = people;
  if ([...draft.note.trim()].length > MOST_NOTE) faults.note = bad.noteLong(MOST_NOTE);
  return faults;
}

function otherFault(draft: RecordDraft, me: MemberId | null, language: Language): string | null {
  const { bad } = recordText[language];
  if (!hasOther(draft)) return null;
  const { member, parts } = draft.other;
  if (member === 0 || member === me) return bad.other;
  const count = wholeOf(parts);
  return !draft.otherShares || (count !== null && count <= 255) ? null : bad.parts;
}

function peopleFault(draft: RecordDraft, me: MemberId | null, language: Language): string | null {
  const { bad } = recordText[language];
  if (!isShared(draft)) return null;
  const beside = hasOther(draft) ? [draft.other.member] : [];
  if (draft.people.length + beside.length > 6) return bad.many;
  const chosen = [...beside.filter((member) => member > 0), ...draft.people.map(({ member }) => member)];
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
  const recorder = me ?? NOBODY;
  const people = draft.people.flatMap(({ member }) => (member > 0 ? [member as MemberId] : []));
  const other = isTwoSided(kind) && draft.other.member > 0 ? [draft.other.member as MemberId] : [];
  // Nobody is named twice, whatever stands in the rows so far.
  const owners = [...new Set([recorder, ...other, ...people])];
  const sharers = owners.filter((owner) => draft.otherShares || !other.includes(owner));
  return previewRecord(ledger, { project: project as ProjectId, kind, quantity, owners, sharers }, now);
}
