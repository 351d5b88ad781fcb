import { bindingCountsFrom } from "#client/work/stage.ts";
import type { BindingClaim, Claim, RecordClaim } from "#client/work/types.ts";
import { otherSideOf, sharersOf } from "#client/work/twoSided.ts";
import { readUri } from "#client/work/uri.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { amountWords } from "../acts/names.ts";
import { ProjectName } from "../projects/ProjectName.tsx";
import { claimText } from "./text.ts";

/** What a record or a binding says. */
export function ClaimFacts({ claim }: { claim: Exclude<Claim, { lane: "batch" }> }) {
  const { now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const when = claim.stage === "sealed" || claim.stage === "challenged";
  return (
    <Section title={t.facts}>
      <Rows label={t.facts}>
        {claim.lane === "binding" ? <BindingFacts claim={claim} /> : <RecordFacts claim={claim} />}
        <FactRow label={t.recordedAt}>
          <span className="font-normal">{formatMoment(claim.madeAt, language, now)}</span>
        </FactRow>
        {when && claim.lane !== "binding" && <FactRow label={t.epoch}>{t.epochNo(claim.epoch)}</FactRow>}
        <FactRow label={t.id}>
          <Hash hash={claim.id} label={t.id} />
        </FactRow>
      </Rows>
    </Section>
  );
}

function RecordFacts({ claim }: { claim: RecordClaim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const amount = amountWords(ledger, claim, claim.quantity)[language];
  const show = (micro: bigint) => formatMicro(micro, language);
  const other = otherSideOf(claim);
  const parts = claim.split.reduce((sum, part) => sum + part.parts, 0);
  const told = readUri(claim.uri);
  return (
    <>
      <FactRow label={t.who}>
        <MemberName id={claim.by} />
        {sharersOf(claim).length > 1 && <span className="num ms-2 font-normal text-ink-2">{t.part(claim.split[0]!.parts, parts)}</span>}
      </FactRow>
      {claim.split.slice(1).map((part) => (
        <FactRow key={part.member} label={part.member === other ? t.otherSide[claim.kind === "learning" ? "learning" : "experience"] : t.together}>
          <MemberName id={part.member} />
          {part.parts === 0 ? <span className="block font-normal text-ink-2">{t.noPart}</span> : <span className="num ms-2 font-normal text-ink-2">{t.part(part.parts, parts)}</span>}
        </FactRow>
      ))}
      {other !== null && (
        <FactRow label={t.confirmed}>
          <span className="font-normal">{claim.confirmedAt === null ? t.notConfirmed : formatMoment(claim.confirmedAt, language, now)}</span>
        </FactRow>
      )}
      <FactRow label={t.project}>
        <ProjectName id={claim.project} />
      </FactRow>
      <FactRow label={t.kind}>{kindWords[claim.kind][language]}</FactRow>
      <FactRow label={t.value}>
        <span className="num font-normal">{t.valueSum(amount, show(claim.value / BigInt(claim.quantity)), show(claim.value))}</span>
      </FactRow>
      <FactRow label={t.happened}>
        <span className="font-normal">{formatDate(claim.occurredAt, language, now)}</span>
      </FactRow>
      {told?.is === "link" && (
        <FactRow label={t.link}>
          <a href={told.href} rel="noopener noreferrer nofollow" target="_blank" className="opens font-normal break-all">
            {t.linkGoes(told.host)}
          </a>
        </FactRow>
      )}
    </>
  );
}

function BindingFacts({ claim }: { claim: BindingClaim }) {
  const { now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const counts = bindingCountsFrom(claim);
  return (
    <>
      <FactRow label={t.identity}>
        <Hash hash={claim.identity} label={t.identity} />
      </FactRow>
      <FactRow label={t.isMember}>
        <MemberName id={claim.member} />
      </FactRow>
      <FactRow label={t.proposedBy}>
        <MemberName id={claim.by} />
      </FactRow>
      <FactRow label={t.project}>
        <ProjectName id={claim.project} />
      </FactRow>
      {counts !== null && (
        <FactRow label={t.countsFrom}>
          <span className="font-normal">{formatDate(counts, language, now)}</span>
        </FactRow>
      )}
    </>
  );
}
