import type { MemberId } from "#client/chain/ids.ts";
import { holdingsOf } from "#client/value/waiting.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useWords } from "../../shared/language/language.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Card } from "../../shared/parts/Card.tsx";
import { ProjectTitles } from "./ProjectTitles.tsx";
import { peopleText } from "./text.ts";

/** A member's shares by project. Each number opens. */
export function MemberShares({ member }: { member: MemberId }) {
  const { ledger } = useLedger();
  const t = useWords(peopleText);
  const holdings = holdingsOf(ledger, member);
  return (
    <Card>
      <h2 className="text-xl">{t.shares}</h2>
      {holdings.length === 0 ? (
        <p className="mt-2 text-ink-2">
          {t.sharesNone} {t.sharesNoneHint}
        </p>
      ) : (
        <>
          <ul className="mt-2 [&>li:last-child]:border-b-0">
            {holdings.map(({ project, shares }) => (
              <li key={project} className="flex min-h-13 flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2.5">
                <ProjectTitles ids={[project]} />
                <Amount micro={shares} unit="shares" size="row" why={`#/why/${member}/${project}`} />
              </li>
            ))}
          </ul>
          <p className="text-sm text-ink-2">{t.reserveNote}</p>
        </>
      )}
    </Card>
  );
}
