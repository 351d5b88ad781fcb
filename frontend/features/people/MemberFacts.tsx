import { useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import type { Member } from "#client/people/fold.ts";
import { guardiansAt, guardOf, neededToOpen } from "#client/people/foldGuards.ts";
import { learnedOf } from "#client/people/names.ts";
import { keyOf } from "#client/work/fold.ts";
import { projectsAttested } from "#client/work/sums.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Address, Hash } from "../../shared/parts/Address.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../shared/parts/Row.tsx";
import { checkDocument, type DocumentCheck } from "./document.ts";
import { ProjectTitles } from "./ProjectTitles.tsx";
import { LearnedList } from "./LearnedList.tsx";
import { MemberName } from "./MemberName.tsx";
import { standingWords } from "./standing.ts";
import { peopleText } from "./text.ts";

/** What the chain says of a member: profile, key, seat, enrolments. */
export function MemberFacts({ member }: { member: Member }) {
  const t = useWords(peopleText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  return (
    <div className="mt-8">
      <Section title={t.facts}>
        <Rows>
          <Profile member={member} />
          <Key address={member.key} of={String(member.id)} />
          <FactRow label={t.keySince}>{t.keySinceText(formatDate(member.keySince, language, now), member.keyEpoch)}</FactRow>
          <FactRow label={t.joinedWhen}>{member.joinCount === 1 ? formatDate(member.joinedAt, language, now) : t.joinedTimes(member.joinCount, formatDate(member.joinedAt, language, now))}</FactRow>
          <FactRow label={t.standing}>{standingWords(ledger, member, language, now)}</FactRow>
          <Sponsors member={member} />
          <Guards member={member} />
          <Learned member={member} />
          <Enrolments member={member} />
          {member.expelled && <FactRow label={t.cause}><Hash hash={member.expelled.cause} label={t.cause} /></FactRow>}
          {member.expelled && <FactRow label={t.wayBack}><a href={`#/decide/new?type=readmit&member=${member.id}`} className="opens">{t.proposeReadmit}</a></FactRow>}
        </Rows>
      </Section>
    </div>
  );
}

const said: Record<DocumentCheck, "profileMatches" | "profileDiffers" | "profileUnavailable"> = {
  matches: "profileMatches",
  differs: "profileDiffers",
  unavailable: "profileUnavailable",
};

function Profile({ member: { profile } }: { member: Member }) {
  const t = useWords(peopleText);
  if (!profile) return <FactRow label={t.profile}>{t.profileNone}</FactRow>;
  return (
    <FactRow label={t.profile}>
      <span className="block">{t[said[checkDocument(profile.uri, profile.digest)]]}</span>
      <span className="flex flex-wrap items-center justify-end gap-x-3 font-normal">
        <Hash hash={profile.digest} label={t.digest} />
        <a href={`#/verify?q=${profile.digest}`} className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
          {t.profileCheck}
        </a>
      </span>
    </FactRow>
  );
}

function Key({ address, of }: { address: string; of: string }) {
  const t = useWords(peopleText);
  const [whole, setWhole] = useState(false);
  return (
    <FactRow label={t.key}>
      <span className="font-normal">
        <Address address={address} of={of} />
        <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)} className="min-h-11 text-sm underline underline-offset-4">
          {whole ? t.hideAddress : t.fullAddress}
        </button>
        {whole && <span className="block font-mono text-sm break-all">{address}</span>}
      </span>
    </FactRow>
  );
}

function Sponsors({ member: { sponsors } }: { member: Member }) {
  const t = useWords(peopleText);
  return <FactRow label={t.sponsors}>{sponsors.length === 0 ? t.sponsorsNone : sponsors.map((id) => <span key={id} className="block"><MemberName id={id} /></span>)}</FactRow>;
}

function Guards({ member }: { member: Member }) {
  const t = useWords(peopleText);
  const { ledger, now } = useLedger();
  const guard = guardOf(ledger, member.id);
  const { length } = guardiansAt(guard, now);
  return <FactRow label={t.guardians}>{length === 0 ? t.guardiansNone : <a href={`#/recover?member=${member.id}`} className="opens">{t.guardiansCount(length, neededToOpen(guard, now).needed)}</a>}</FactRow>;
}

function Learned({ member }: { member: Member }) {
  const t = useWords(peopleText);
  const learned = learnedOf(member);
  return learned.length > 0 && <FactRow label={t.learned}><LearnedList ids={learned} /></FactRow>;
}

function Enrolments({ member }: { member: Member }) {
  const { ledger, now } = useLedger();
  const t = useWords(peopleText);
  const epoch = epochOf(ledger, now);
  const projects = projectsAttested(ledger, member.id, epoch);
  if (projects.length === 0) return <FactRow label={t.enrolments}>{t.enrolledNone}</FactRow>;
  return (
    <FactRow label={t.enrolments}>
      {projects.map((project) => {
        const through = ledger.work.terms.get(keyOf(project, member.id))?.at(-1)?.through ?? epoch;
        return (
          <span key={project} className="block">
            <ProjectTitles ids={[project]} />
            <span className="ms-2 text-sm font-normal text-ink-2">{t.untilEpoch(through)}</span>
          </span>
        );
      })}
    </FactRow>
  );
}
