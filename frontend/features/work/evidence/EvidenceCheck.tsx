import { plainText } from "#client/chain/plain.ts";
import { type Manifest, MOST_NOTE, titleOf } from "#client/work/evidence.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { EvidenceFiles } from "./EvidenceFiles.tsx";
import { saveManifest } from "./manifests.ts";
import { OpenFile } from "./OpenFile.tsx";
import { evidenceText } from "./text.ts";
import { type EvidenceState, useEvidence } from "./useEvidence.ts";
import { VerdictLine } from "./VerdictLine.tsx";

/** The evidence of a record: its manifest found and hashed again in this browser, what it says, and its files. */
export function EvidenceCheck({ claim }: { claim: RecordClaim }) {
  const t = useWords(evidenceText);
  const { state, open } = useEvidence(claim.evidence);
  const manifest = state.is === "checked" && state.verdict.is === "matches" ? state.verdict.found : null;
  return (
    <Section title={t.title}>
      <div aria-live="polite" className="flex flex-col gap-1">
        <Said state={state} />
      </div>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
        {t.digest}
        <Hash hash={claim.evidence} label={t.digest} />
      </p>
      {manifest && <Contents manifest={manifest} claim={claim} />}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {state.is !== "looking" && !manifest && <OpenFile label={state.is === "none" ? t.open : t.another} accept=".json,application/json" onFiles={([file]) => file && void open(file)} />}
        {manifest && state.is === "checked" && state.from === "browser" && (
          <Button look="text" onClick={() => saveManifest(claim.evidence, manifest)}>
            {t.save}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Said({ state }: { state: EvidenceState }) {
  const t = useWords(evidenceText);
  if (state.is === "looking") return <p className="text-ink-2">{t.looking}</p>;
  if (state.is === "none")
    return (
      <>
        <VerdictLine verdict="undecided">{`${t.undecided} · ${t.none}`}</VerdictLine>
        <p className="prose text-ink-2">{t.noneHint}</p>
      </>
    );
  if (state.is === "tooLarge") return <VerdictLine verdict="undecided">{`${t.undecided} · ${t.tooLarge}`}</VerdictLine>;
  const { verdict, from } = state;
  if (verdict.is === "undecided") return <VerdictLine verdict="undecided">{`${t.undecided} · ${t.why[verdict.why]}`}</VerdictLine>;
  return (
    <>
      <VerdictLine verdict={verdict.is}>{verdict.is === "matches" ? t.matches : t.differs}</VerdictLine>
      <p className="text-sm text-ink-2">{verdict.is === "differs" ? t.differsHint : verdict.found === null ? t.matchesUnread : t.from[from]}</p>
    </>
  );
}

/** What a manifest says. Anybody's words: text only. */
function Contents({ manifest, claim }: { manifest: Manifest; claim: RecordClaim }) {
  const t = useWords(evidenceText);
  const told = readUri(claim.uri);
  const other = told?.is === "words" && told.words !== titleOf(manifest);
  const note = plainText(manifest.note, MOST_NOTE);
  return (
    <div className="mt-3 rounded-md bg-sheet p-5">
      <p className="text-sm text-ink-2">{t.whatItSays}</p>
      <p className="font-serif text-lg font-bold">{titleOf(manifest)}</p>
      {note && <p className="prose mt-1">{note}</p>}
      {other && <div className="mt-3"><Notice>{t.differsFromPublic}</Notice></div>}
      <div className="mt-3">
        <EvidenceFiles manifest={manifest} />
      </div>
    </div>
  );
}
