import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { MoveTime } from "../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import { formatMoment } from "../../shared/language/time.ts";
import { Section } from "../../shared/parts/Page.tsx";
import { ProjectName } from "../work/projects/ProjectName.tsx";
import { LotRow } from "./LotRow.tsx";
import { sharesText } from "./text.ts";
import { lotGroups } from "./views.ts";

/** Credit of epochs that are not final: when they will be, and what the credit gives as the books stand. */
export function ComingLots({ member }: { member: MemberId }) {
  const t = useWords(sharesText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const groups = lotGroups(ledger, member, now, "open");
  const lots = groups.flatMap((group) => group.lots);
  if (lots.length === 0)
    return (
      <Section title={t.coming}>
        <p className="text-ink-2">{t.nothingComing}</p>
      </Section>
    );
  const first = lots.reduce((earliest, lot) => (lot.finalAt < earliest.finalAt ? lot : earliest));
  return (
    <Section title={t.coming} note={t.comingNote}>
      {groups.map((group) => (
        <div key={group.project} className="mt-5 first:mt-0">
          <h3 className="text-lg"><ProjectName id={group.project} /></h3>
          <ul>
            {group.lots.map((lot) => (
              <LotRow key={lot.epoch} lot={lot} note={<>{t.credit(formatMicro(lot.credit, language))} · {t.finalFrom(formatMoment(lot.finalAt, language, now))}</>} />
            ))}
          </ul>
        </div>
      ))}
      <MoveTime to={first.finalAt} label={t.toFinal(first.epoch)} />
    </Section>
  );
}
