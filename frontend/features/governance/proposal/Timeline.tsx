import { timelineOfProposal } from "#client/governance/state.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatAgo, formatMoment, formatSpan } from "../../../shared/language/time.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { partsText } from "../../../shared/parts/text.ts";
import { CalendarButton } from "../Calendar.tsx";
import { governanceText } from "../text.ts";
import { proposalText } from "./text.ts";

/** From its making to its end, every moment by the chain's clock: what was, what is to come, what is not fixed yet. */
export function Timeline({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const parts = useWords(partsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const comma = language === "zh" ? "，" : ", ";
  return (
    <Section title={t.timeline} note={shared.chainTime}>
      <ol>
        {timelineOfProposal(proposal, ledger, now).map(({ is, at, planned }) => {
          const over = at <= now && !planned;
          // Without a place in the queue this moment follows from the one at which somebody asks.
          const about = is === "executable" && proposal.eta === null;
          return (
            <li key={is} className="flex gap-3 border-b border-line py-2.5 last:border-b-0">
              <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="mt-1.5 shrink-0" fill={over ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.5">
                <circle cx="8" cy="8" r="6" strokeDasharray={about ? "2 2" : undefined} />
              </svg>
              <span className="min-w-0 flex-1">
                <span className="block leading-snug">{t.step[is]}</span>
                <time dateTime={new Date(at * 1000).toISOString()} className="block text-sm text-ink-2">
                  <span className="keep">{formatMoment(at, language, now)}</span>
                  {comma}
                  <span className="keep">{over ? formatAgo(now - at, language) : parts.left(formatSpan(at - now, language))}</span>
                  {about && comma + t.step.about}
                </time>
                {is === "closes" && proposal.closesAt > proposal.plannedEnd && <span className="block text-sm text-ink-2">{t.step.extended(formatMoment(proposal.plannedEnd, language, now))}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      <CalendarButton proposals={[proposal]} />
    </Section>
  );
}
