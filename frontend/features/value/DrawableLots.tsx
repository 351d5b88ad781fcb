import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useWords } from "../../shared/language/language.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { ProjectName } from "../work/projects/ProjectName.tsx";
import { proposeDraw } from "./drawProposal.ts";
import { LotRow } from "./LotRow.tsx";
import { sharesText } from "./text.ts";
import { lotGroups } from "./views.ts";

/** Lots of final epochs that were not drawn yet: one by one, or all of a project in one transaction. */
export function DrawableLots({ member }: { member: MemberId }) {
  const t = useWords(sharesText);
  const { ledger, now } = useLedger();
  const groups = lotGroups(ledger, member, now, "drawable");
  if (groups.length === 0)
    return (
      <Section title={t.drawable}>
        <p className="text-ink-2">{t.nothingDrawable}</p>
      </Section>
    );
  return (
    <Section title={t.drawable} note={t.drawableNote}>
      {groups.map((group) => (
        <div key={group.project} className="mt-5 first:mt-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <h3 className="text-lg"><ProjectName id={group.project} /></h3>
            {group.lots.length > 1 && <Button small onClick={() => proposeDraw(ledger, group.lots)}>{t.drawAll(group.lots.length)}</Button>}
          </div>
          <ul>
            {group.lots.map((lot) => (
              <LotRow key={lot.epoch} lot={lot}>
                <Button small look={group.lots.length > 1 ? "second" : "primary"} onClick={() => proposeDraw(ledger, [lot])}>{t.drawOne}</Button>
              </LotRow>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
