import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Section } from "../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../shared/parts/Row.tsx";
import { roundActsOf } from "./attestations.ts";
import { claimLink, claimTitle } from "./claimWords.ts";
import { peopleText } from "./text.ts";

/** What a member did in second rounds. */
export function MemberRounds({ member }: { member: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(peopleText);
  const acts = roundActsOf(ledger, member);
  return (
    <Section title={t.challenges}>
      {acts.length === 0 ? (
        <p className="py-2 text-ink-2">{t.challengesNone}</p>
      ) : (
        <Rows label={t.challenges}>
          {acts.map(({ claim, tenths, at }) => (
            <LinkRow key={`${claim.id}${tenths}`} href={claimLink(claim)} title={claimTitle(claim, language)} note={`${tenths === null ? t.challenged : t.answered(tenths)} · ${formatDate(at, language, now)}`} />
          ))}
        </Rows>
      )}
    </Section>
  );
}
