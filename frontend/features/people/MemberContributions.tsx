import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { stageOf } from "#client/work/stage.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatWhen } from "../../shared/language/time.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../shared/parts/Row.tsx";
import { claimLink, claimNote, claimTitle } from "./claimWords.ts";
import { sharersOf } from "#client/work/twoSided.ts";
import { situationText } from "./situationText.ts";
import { peopleText } from "./text.ts";

const first = 6;

/** What a member recorded or has a part in, newest first. */
export function MemberContributions({ member, mine }: { member: MemberId; mine: boolean }) {
  const { ledger } = useLedger();
  const t = useWords(peopleText);
  const [all, setAll] = useState(false);
  const claims = [...ledger.work.claims.values()].filter((claim) => (claim.lane === "record" || claim.lane === "joint") && sharersOf(claim).includes(member)).sort((a, b) => b.madeAt - a.madeAt);
  if (claims.length === 0)
    return (
      <Section title={t.contributions}>
        <EmptyState sentence={t.contributionsNone} {...(mine ? { hint: t.contributionsMineHint, action: <a href="#/contribute/new" className={buttonClass()}>{t.record}</a> } : {})} />
      </Section>
    );
  return (
    <Section title={t.contributions} aside={<span className="num text-ink-2">{claims.length}</span>}>
      <Rows label={t.contributions}>
        {(all ? claims : claims.slice(0, first)).map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </Rows>
      {!all && claims.length > first && (
        <Button look="text" onClick={() => setAll(true)}>
          {t.showAll(claims.length)}
        </Button>
      )}
    </Section>
  );
}

/** One record in a list: title, what and where, state and value. */
function ClaimRow({ claim }: { claim: Claim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const words = useWords(situationText);
  const project = ledger.work.projects.get(claim.project);
  const { situation } = stageOf(ledger, claim, now);
  const sealed = claim.stage === "sealed" || claim.stage === "challenged";
  const note = [claimNote(claim, project, language), project ? statementOf(project).title[language] : "", formatWhen(claim.madeAt, language, now)].filter(Boolean).join(" · ");
  return (
    <LinkRow
      href={claimLink(claim)}
      title={claimTitle(claim, language)}
      note={note}
      end={
        <span className="shrink-0 text-end">
          <Amount micro={sealed ? claim.inForce : claim.value} unit="credit" plain={!sealed} />
          <span className="block text-sm text-ink-2">{words[situation]}</span>
        </span>
      }
    />
  );
}
