import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import type { Outcome } from "../acts/carry.ts";
import type { Refused } from "../acts/weigh.ts";
import { Hands } from "../done/Hands.tsx";
import { offnetText } from "../text.ts";

/** What became of each thing that was sent, by its receipt: done, or why not; who signed it and who carried it. And what was not sent at all. */
export function Outcomes({ outcomes, refused }: { outcomes: readonly Outcome[]; refused: readonly Refused[] }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const done = outcomes.filter(({ carriage }) => carriage.done).length;
  return (
    <Section title={t.result}>
      {outcomes.length > 0 && <p role="status" className="num font-serif text-lg">{t.resultLead(done, outcomes.length)}</p>}
      <ul aria-label={t.result} className="mb-8">
        {outcomes.map(({ item, carriage }, at) => (
          <li key={at} className="flex gap-3 border-b border-line py-3 last:border-b-0">
            <span className="mt-1"><StateMark state={carriage.done ? "inBlock" : "failed"} /></span>
            <span className="min-w-0 flex-1">
              <span className="block leading-snug">{item.what[language]}</span>
              <span className={`block text-sm ${carriage.done ? "" : "text-fail"}`}>{carriage.done ? t.resultDone : t.resultNot(carriage.reason?.[language] ?? t.noReason)}</span>
              <Hands item={item.item} carrier={carriage.carrier} tx={carriage.tx} />
            </span>
          </li>
        ))}
        {refused.map(({ item, say }, at) => (
          <li key={`refused ${at}`} className="flex gap-3 border-b border-line py-3 last:border-b-0">
            <span className="mt-1"><StateMark state="failed" /></span>
            <span className="min-w-0 flex-1">
              <span className="block leading-snug">{item.what[language]}</span>
              <span className="block text-sm text-fail">{t.notSent(say[language])}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
