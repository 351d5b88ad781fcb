import { epochOf } from "#client/chain/clock.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { holdingsOf } from "#client/value/waiting.ts";
import { attesterBudget, creditOf, projectsAttested } from "#client/work/sums.ts";
import { sharersOf } from "#client/work/twoSided.ts";
import { useLedger } from "../../shared/books/books.ts";
import { projectWords } from "../../shared/books/names.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../shared/parts/Row.tsx";
import { meText } from "./meText.ts";

/** A member's own numbers; those with a reason open. */
export function MyNumbers({ me }: { me: MemberId }) {
  const t = useWords(meText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const epoch = epochOf(ledger, now);
  const shares = holdingsOf(ledger, me).reduce((sum, holding) => sum + holding.shares, 0n);
  const credit = [...ledger.work.projects.keys()].reduce((sum, project) => sum + creditOf(ledger, project, epoch, me), 0n);
  const records = [...ledger.work.claims.values()].filter((claim) => (claim.lane === "record" || claim.lane === "joint") && sharersOf(claim).includes(me)).length;
  const show = (micro: bigint) => formatMicro(micro, language);
  return (
    <Section title={t.numbers}>
      <Rows label={t.numbers}>
        <FactRow label={t.shares}><Amount micro={shares} unit="shares" {...(shares > 0n ? { why: `#/why/${me}` } : {})} /></FactRow>
        <FactRow label={t.credit(epoch)}><Amount micro={credit} unit="credit" /></FactRow>
        <FactRow label={t.contributions}><a href={`#/m/${me}`} className="opens reach">{t.contributionsCount(records)}</a></FactRow>
        {projectsAttested(ledger, me, epoch).map((project) => {
          const { left, limit } = attesterBudget(ledger, project, me, epoch);
          return <FactRow key={project} label={t.budget(projectWords(project)[language])}>{t.budgetLeft(show(left), show(limit))}</FactRow>;
        })}
      </Rows>
    </Section>
  );
}
