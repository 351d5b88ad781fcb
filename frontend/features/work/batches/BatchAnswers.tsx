import type { BatchClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { batchText } from "./text.ts";

/** Who said yes or no to a history. */
export function BatchAnswers({ batch }: { batch: BatchClaim }) {
  const { now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  return (
    <Section title={t.answers} note={t.answersWhy} aside={<span className="num text-ink-2">{t.answersNeeded(batch.answers.length, batch.needed)}</span>}>
      {batch.answers.length === 0 ? (
        <p className="py-2 text-ink-2">{t.answersNone}</p>
      ) : (
        <Rows label={t.answers}>
          {batch.answers.map(({ attester, quantity, at }) => (
            <FactRow key={attester} label={<MemberName id={attester} />}>
              <span className="me-3 text-sm font-normal text-ink-2">{formatDate(at, language, now)}</span>
              {quantity === 1 ? t.yes : t.no}
            </FactRow>
          ))}
        </Rows>
      )}
    </Section>
  );
}
