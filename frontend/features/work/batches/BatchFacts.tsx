import { readDataUri } from "#client/work/batchSource.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { ProjectName } from "../projects/ProjectName.tsx";
import { batchText } from "./text.ts";

/** What the chain has of a history. */
export function BatchFacts({ batch }: { batch: BatchClaim }) {
  const { now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  return (
    <Section title={t.facts}>
      <Rows label={t.facts}>
        <FactRow label={t.project}><ProjectName id={batch.project} /></FactRow>
        <FactRow label={t.root}><Hash hash={batch.evidence} label={t.root} /></FactRow>
        <FactRow label={t.dataDigest}><Hash hash={batch.dataDigest} label={t.dataDigest} /></FactRow>
        <FactRow label={<span className="keep">{t.published}</span>}><Published uri={batch.uri} /></FactRow>
        <FactRow label={t.postedAt}><span className="font-normal">{formatMoment(batch.madeAt, language, now)}</span></FactRow>
        <FactRow label={t.epoch}>{t.epochNo(batch.epoch)}</FactRow>
      </Rows>
    </Section>
  );
}

function Published({ uri }: { uri: string }) {
  const t = useWords(batchText);
  const read = readDataUri(uri);
  const text = read?.is === "link" ? read.host : read ? t.publishedInside : t.publishedNowhere;
  return <span className="font-normal break-words">{text}</span>;
}
