import type { ProposalId } from "#client/chain/ids.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { OutboxEntry } from "../../../shared/outbox/entry.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { partsText } from "../../../shared/parts/text.ts";
import { offnetText } from "../text.ts";

/** One thing that waits: what it does, until when it holds, what is in its way if anything is. */
export function OutboxRow({ entry, checked }: { entry: OutboxEntry; checked: CheckedItem | null }) {
  const t = useWords(offnetText);
  const { states } = useWords(partsText);
  const language = useLanguage();
  const until = useUntil(entry);
  const act = entry.act[language];
  const obstacle = checked && checked.verdict.is === "bad" ? checked.say[language] : null;
  const failed = entry.carriage && !entry.carriage.done ? t.lastTry(entry.carriage.reason?.[language] ?? t.noReason) : null;
  return (
    <li className="flex min-h-17 items-start gap-3 border-b border-line py-3 last:border-b-0">
      <span className="mt-1"><StateMark state={obstacle ? "failed" : "signed"} /></span>
      <div className="min-w-0 flex-1">
        <p className="leading-snug">{act}</p>
        <p className="text-sm text-ink-2">{`${states.signed}${language === "zh" ? "，" : ", "}${until}`}</p>
        {entry.before && !obstacle && <p className="text-sm text-ink-2">{t.withRecord}</p>}
        {(obstacle ?? failed) && <p className="mt-1 text-sm text-fail">{obstacle ?? failed}</p>}
      </div>
      <a href={`#/offnet?item=${entry.digest}`} aria-label={t.openOne(act)} className={buttonClass("second", true)}>{t.open}</a>
    </li>
  );
}

/** Until when it can be carried, in words. */
export function useUntil({ until, ballot }: OutboxEntry): string {
  const t = useWords(offnetText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const vote = ballot && ledger.governance.proposals.get(BigInt(ballot.proposal) as ProposalId);
  if (vote) return t.untilVote(formatMoment(vote.closesAt, language, now));
  return until === undefined ? t.unknownNow : t.until(formatMoment(until, language, now));
}
