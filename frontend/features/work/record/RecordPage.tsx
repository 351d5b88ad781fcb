import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ContributionId, ProjectId } from "#client/chain/ids.ts";
import { epochOf } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import { charterIn } from "#client/work/charters.ts";
import { verifyManifest } from "#client/work/evidence.ts";
import { isTwoSided } from "#client/work/twoSided.ts";
import { kinds } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Page } from "../../../shared/parts/Page.tsx";
import { Skeleton } from "../../../shared/parts/Skeleton.tsx";
import { findManifest } from "../evidence/manifests.ts";
import { dayOf } from "./check.ts";
import { emptyDraft, loadDraft, type RecordDraft } from "./draft.ts";
import { RecordForm } from "./RecordForm.tsx";
import { recordText } from "./text.ts";

/** What the address may ask for: a project, words of an example, a record to be made anew. */
interface Wanted {
  readonly project?: number;
  readonly what?: string;
  readonly again?: string;
}

/** Where a contribution is written, counted and reviewed before it is recorded. */
export function RecordPage() {
  const t = useWords(recordText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Loaded />}</BooksGate>
    </Page>
  );
}

function Loaded() {
  const wanted = useSearch({ strict: false }) as Wanted;
  const { ledger, now } = useLedger();
  const practice = Boolean(useNetwork().deployment?.practice);
  const [start, setStart] = useState<{ draft: RecordDraft; savedAt: number | null } | null>(null);
  useEffect(() => {
    let gone = false;
    void begin(wanted, ledger, now, practice).then((found) => !gone && setStart((before) => before ?? found));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- a form begins once; the books go on
  }, []);
  return start ? <RecordForm start={start.draft} restoredAt={start.savedAt} practice={practice} /> : <Skeleton rows={4} />;
}

/** The draft to begin with: a record made anew, the one that was kept, or an empty one; the address's wishes on top where nothing is written. */
async function begin({ project, what, again }: Wanted, ledger: Ledger, now: number, practice: boolean): Promise<{ draft: RecordDraft; savedAt: number | null }> {
  const before = again === undefined ? null : await draftAgain(ledger, String(again), practice);
  if (before) return { draft: before, savedAt: null };
  const kept = await loadDraft();
  if (kept) return kept;
  const known = typeof project === "number" && ledger.work.projects.has(project as ProjectId) ? project : null;
  const open = known === null ? [] : kinds.filter((kind) => charterIn(ledger.work.projects.get(known as ProjectId)!, epochOf(ledger, now)).rates[kind] > 0n);
  const draft = { ...emptyDraft(practice), project: known, kind: open[0] ?? null, what: typeof what === "string" ? what.slice(0, 120) : "", day: dayOf(now) };
  return { draft, savedAt: null };
}

/** A record that came to nothing, as a draft; with its own evidence where this browser or these pages have the manifest. */
async function draftAgain(ledger: Ledger, id: string, practice: boolean): Promise<RecordDraft | null> {
  const claim = ledger.work.claims.get(id as ContributionId);
  if (!claim || (claim.lane !== "record" && claim.lane !== "joint")) return null;
  const found = await findManifest(claim.evidence);
  const verdict = found && verifyManifest(found.bytes, claim.evidence);
  const manifest = verdict?.is === "matches" ? verdict.found : null;
  const [mine, ...rest] = claim.split;
  const [other, people] = isTwoSided(claim.kind) ? [rest[0], rest.slice(1)] : [undefined, rest];
  return {
    ...emptyDraft(practice),
    project: claim.project,
    kind: claim.kind,
    quantity: String(claim.quantity),
    day: dayOf(claim.occurredAt),
    ...(other ? { other: { member: other.member, parts: String(other.parts || 1) }, otherShares: other.parts > 0 } : {}),
    people: people.map(({ member, parts }) => ({ member, parts: String(parts) })),
    myParts: String(mine?.parts ?? 1),
    ...(manifest ? { what: manifest.title, note: manifest.note, files: manifest.files, salt: manifest.salt } : {}),
  };
}
