import { useParams } from "@tanstack/react-router";
import type { ContributionId } from "#client/chain/ids.ts";
import { isOpen } from "#client/work/stage.ts";
import type { Claim } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { claimNote, claimTitle } from "../../people/claimWords.ts";
import { MemberName } from "../../people/MemberName.tsx";
import { memberWords } from "../acts/names.ts";
import { BatchData } from "../batches/BatchData.tsx";
import { BatchFacts } from "../batches/BatchFacts.tsx";
import { EvidenceCheck } from "../evidence/EvidenceCheck.tsx";
import { ProjectName } from "../projects/ProjectName.tsx";
import { ClaimFacts } from "./ClaimFacts.tsx";
import { ClaimHistory } from "./ClaimHistory.tsx";
import { evidencePlace } from "./EvidenceLink.tsx";
import { FirstAnswers } from "./FirstAnswers.tsx";
import { SecondRound } from "./SecondRound.tsx";
import { StatusCard } from "./StatusCard.tsx";
import { claimText } from "./text.ts";

/** One claim: a record, an imported history or a binding. Where it stands, who answered, its evidence and all that happened. */
export function ClaimPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const t = useWords(claimText);
  const { ledger } = useBooks();
  const claim = ledger?.work.claims.get(id.toLowerCase() as ContributionId);
  if (!ledger) return <Page title={t.title}><BooksGate>{() => null}</BooksGate></Page>;
  if (!claim)
    return (
      <Page title={t.noClaim}>
        <EmptyState sentence={t.noClaimHint} action={<a className={buttonClass()} href="#/contribute">{t.toContribute}</a>} />
      </Page>
    );
  return <Known key={claim.id} claim={claim} />;
}

function Known({ claim }: { claim: Claim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const project = ledger.work.projects.get(claim.project);
  const title = claim.lane === "batch" ? t.batchTitle : claim.lane === "binding" ? t.bindingTitle(memberWords(ledger, claim.member)[language]) : claimTitle(claim, language);
  const day = formatDate(claim.lane === "record" || claim.lane === "joint" ? claim.occurredAt : claim.madeAt, language, now);
  return (
    <Page
      title={title}
      aside={claim.lane === "batch" && <a href={`#/batches/${claim.id}`} className={buttonClass("second")}>{t.toBatch}</a>}
      lead={
        <span className="[text-autospace:no-autospace]">
          <MemberName id={claim.by} number={false} />
          {" · "}
          <ProjectName id={claim.project} />
          {[claimNote(claim, project, language), day].filter(Boolean).map((part) => ` · ${part}`)}
        </span>
      }
    >
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <StatusCard claim={claim} />
          <div className="mt-10">
            {claim.round && <SecondRound claim={claim} round={claim.round} />}
            {/* Whoever is asked to answer looks at the evidence first. */}
            {!isOpen(claim) && <FirstAnswers claim={claim} />}
            <div id={evidencePlace} className="mt-10 first:mt-0">
              {claim.lane === "batch" && <BatchData batch={claim} />}
              {(claim.lane === "record" || claim.lane === "joint") && <EvidenceCheck claim={claim} />}
            </div>
            {isOpen(claim) && <div className={claim.lane === "binding" ? "" : "mt-10"}><FirstAnswers claim={claim} /></div>}
          </div>
        </div>
        <div className="min-w-0">
          {claim.lane === "batch" ? <BatchFacts batch={claim} /> : <ClaimFacts claim={claim} />}
          <ClaimHistory claim={claim} />
        </div>
      </div>
    </Page>
  );
}
