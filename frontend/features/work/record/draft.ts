import type { Hex } from "viem";
import { isHash } from "#client/chain/ids.ts";
import { drawSalt, type EvidenceFile } from "#client/work/evidence.ts";
import { type Kind, kinds } from "#client/work/types.ts";
import { chainKey } from "../../../shared/chain/deployment.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import { database } from "../../../shared/store/database.ts";

/** One more who shares in it, as the form has it; 0: not chosen yet. */
export interface DraftPerson {
  readonly member: number;
  readonly parts: string;
}

/** A contribution that is being written. What is typed stays as it was typed. */
export interface RecordDraft {
  readonly project: number | null;
  readonly kind: Kind | null;
  readonly what: string;
  readonly publicWords: boolean;
  readonly quantity: string;
  /** yyyy-mm-dd, in the reader's zone. */
  readonly day: string;
  /** Of an experience or a learning its other side, and whether it shares in the value or only confirms. */
  readonly other: DraftPerson;
  readonly otherShares: boolean;
  readonly people: readonly DraftPerson[];
  readonly myParts: string;
  /** Descriptions only; the files stay where they are. */
  readonly files: readonly EvidenceFile[];
  readonly note: string;
  /** Fixed with the draft, so that the digest shown is the digest sent. */
  readonly salt: Hex;
}

/** Nobody is chosen yet. */
const nobodyYet: DraftPerson = { member: 0, parts: "1" };

/** An empty draft. Words are public unless the reader says otherwise on a practice network; elsewhere only by choice. */
export function emptyDraft(practice: boolean): RecordDraft {
  return { project: null, kind: null, what: "", publicWords: practice, quantity: "", day: "", other: nobodyYet, otherShares: false, people: [], myParts: "1", files: [], note: "", salt: drawSalt() };
}

/** Whether anything was written that would be a pity to lose. */
export const isWritten = (draft: RecordDraft): boolean => draft.what.trim() !== "" || draft.note.trim() !== "" || draft.files.length > 0 || draft.quantity !== "";

function place(): { key: string; chain: string } | null {
  const { deployment } = networkStore.get();
  return deployment && { key: `${chainKey(deployment)}/record`, chain: chainKey(deployment) };
}

/** The draft that this browser keeps for this chain, and when it was saved (milliseconds); null where there is none. */
export async function loadDraft(): Promise<{ draft: RecordDraft; savedAt: number } | null> {
  const at = place();
  const kept = at && (await database().then((db) => db.get("drafts", at.key)).catch(() => undefined));
  const draft = kept && readDraft(kept.content);
  return kept && draft ? { draft, savedAt: kept.savedAt } : null;
}

/** Saves the draft. False where the browser refuses. */
export async function saveDraft(draft: RecordDraft): Promise<boolean> {
  const at = place();
  if (!at) return false;
  return database()
    .then((db) => db.put("drafts", { ...at, savedAt: Date.now(), content: draft }))
    .then(
      () => true,
      () => false,
    );
}

/** Forgets the draft. */
export async function dropDraft(): Promise<void> {
  const at = place();
  if (at) await database().then((db) => db.delete("drafts", at.key)).catch(() => undefined);
}

/** Reads what a browser kept, perhaps by an earlier release; null for what does not fit. */
function readDraft(content: unknown): RecordDraft | null {
  const draft = content as Partial<RecordDraft> | null;
  if (typeof draft !== "object" || draft === null || !isHash(draft.salt)) return null;
  const texts = [draft.what, draft.quantity, draft.day, draft.note, draft.myParts];
  const fits = texts.every((text) => typeof text === "string") && Array.isArray(draft.people) && Array.isArray(draft.files) && typeof draft.publicWords === "boolean";
  const kind = draft.kind === null || kinds.includes(draft.kind as Kind);
  return fits && kind ? { ...(draft as RecordDraft), other: readOther(draft.other), otherShares: draft.otherShares === true } : null;
}

/** Drafts of earlier releases have no other side. */
function readOther(other: Partial<DraftPerson> | undefined): DraftPerson {
  return typeof other?.member === "number" && typeof other.parts === "string" ? { member: other.member, parts: other.parts } : nobodyYet;
}
