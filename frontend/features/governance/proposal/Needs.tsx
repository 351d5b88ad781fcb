import { arithmeticOf } from "#client/governance/arithmetic.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { governanceText } from "../text.ts";
import { proposalText } from "./text.ts";

/** What passes it, in plain words: who votes, how many must take part and why so many, how many of them must be for it. */
export function Needs({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { electorate, settled, quorum } = arithmeticOf(proposal, ledger, now);
  const moment = formatMoment(proposal.opensAt, language, now);
  const why = () => {
    const { percent, needed } = quorum;
    const { small, percent: byPercent, five, third } = t.quorumWhy;
    if (electorate < 10) return small(electorate, needed);
    const part = Math.ceil((electorate * percent) / 100);
    if (needed === part) return byPercent(electorate, percent, part);
    return needed === 5 ? `${byPercent(electorate, percent, part)}${language === "zh" ? "，" : ", "}${five}` : third(electorate, needed);
  };
  const facts = [
    [t.electorate, settled ? t.electorateText(electorate, moment) : t.electorateLater(electorate, moment)],
    [t.quorum, `${quorum.needed}${language === "zh" ? "人：" : ": "}${why()}${language === "zh" ? "。" : ". "}${t.counted}`],
    [t.majority, `${shared.majority[proposal.majority]}${language === "zh" ? "。" : ". "}${t.needsNote[proposal.matter === "none" ? "terms" : proposal.matter]}`],
    [t.lateLabel, t.late],
  ] as const;
  return (
    <Section title={t.needs}>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label} className="border-b border-line py-2.5 last:border-b-0">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="num">{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
