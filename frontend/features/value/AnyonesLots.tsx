import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { memberWords } from "../../shared/books/names.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Button } from "../../shared/parts/Button.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { MemberName } from "../people/MemberName.tsx";
import { ProjectName } from "../work/projects/ProjectName.tsx";
import { proposeDraw } from "./drawProposal.ts";
import { sharesText } from "./text.ts";
import { drawableOfOthers } from "./views.ts";

/** What others have not drawn yet: anyone may do it for them. */
export function AnyonesLots({ me }: { me: MemberId | null }) {
  const t = useWords(sharesText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const groups = drawableOfOthers(ledger, me, now);
  return (
    <Section title={t.anyone} note={t.anyoneNote}>
      {groups.length === 0 && <p className="text-ink-2">{t.anyoneNone}</p>}
      <ul>
        {groups.map((group) => (
          <li key={`${group.member}.${group.project}`} className="flex min-h-17 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0">
            <span className="min-w-0 flex-1 basis-40">
              <MemberName id={group.member} number={false} />
              <span className="block text-sm text-ink-2">
                <ProjectName id={group.project} /> · {t.epochList(group.lots.map(({ epoch }) => epoch))}
              </span>
            </span>
            <Amount micro={group.shares} unit="shares" why={`#/why/${group.member}/${group.project}`} />
            <Button small look="second" aria-label={t.drawFor(memberWords(group.member)[language])} onClick={() => proposeDraw(ledger, group.lots)}>{t.drawOne}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
