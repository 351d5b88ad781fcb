import type { MemberId } from "#client/chain/ids.ts";
import { holdingsOf } from "#client/value/waiting.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { buttonClass } from "../../shared/parts/Button.tsx";
import { Card } from "../../shared/parts/Card.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { ProjectName } from "../work/projects/ProjectName.tsx";
import { issuedBy } from "../work/projects/views.ts";
import { sharesText } from "./text.ts";

/** A member's drawn shares by project; each number opens. */
export function Holdings({ member }: { member: MemberId }) {
  const t = useWords(sharesText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const holdings = holdingsOf(ledger, member);
  if (holdings.length === 0) return <EmptyState sentence={t.none} hint={t.noneHint} action={<a href="#/contribute" className={buttonClass("second")}>{t.record}</a>} />;
  return (
    <Card>
      <h2 className="text-xl">{t.mine}</h2>
      <p className="text-sm text-ink-2">{t.held(holdings.length)}</p>
      <ul className="mt-2 [&>li:last-child]:border-b-0">
        {holdings.map(({ project, shares }) => (
          <li key={project} className="flex min-h-17 flex-wrap items-center justify-between gap-x-4 border-b border-line py-2.5">
            <span className="min-w-0">
              <ProjectName id={project} />
              <span className="block text-sm text-ink-2">{t.outOf(formatMicro(issuedBy(ledger, project), language))}</span>
            </span>
            <Amount micro={shares} unit="shares" size="row" why={`#/why/${member}/${project}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
