import { timelineOf } from "#client/timeline.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { eventWords } from "./eventWords.ts";
import { claimText } from "./text.ts";

/** All that happened to a claim, oldest first, each with its block and transaction. */
export function ClaimHistory({ claim }: { claim: Claim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const events = timelineOf(ledger, { claim: claim.id }).toReversed();
  return (
    <Section title={t.history}>
      <ol aria-label={t.history}>
        {events.map((event) => {
          const said = eventWords(ledger, claim, event, language);
          return said === null ? null : (
            <li key={`${event.tx}-${event.logIndex}`} className="border-b border-line py-2.5 last:border-b-0">
              <p>{said}</p>
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
                <time dateTime={new Date(event.at * 1000).toISOString()}>{formatMoment(event.at, language, now)}</time>
                <span className="num">{t.block(formatWhole(event.block, language))}</span>
                <Hash hash={event.tx} label={t.tx} />
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
