import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { keyOf } from "#client/work/fold.ts";
import { attesterBudget, enrolledIn, isEnrolled } from "#client/work/sums.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { enrolling, proposeEnrol } from "../acts/enrol.ts";
import { EnrolWay } from "../claim/EnrolWay.tsx";
import { ProjectName } from "../projects/ProjectName.tsx";
import { attestText } from "./text.ts";

/** Every project: whether the member attests there, until when, and what of the budget is spent. */
export function Enrolments({ me }: { me: MemberId }) {
  const { ledger } = useLedger();
  const t = useWords(attestText);
  return (
    <Section title={t.mine} note={t.mineNote}>
      <ul aria-label={t.mine} className="[&>li]:border-b [&>li]:border-line [&>li:last-child]:border-b-0">
        {[...ledger.work.projects.keys()].map((project) => (
          <Enrolment key={project} project={project} me={me} />
        ))}
      </ul>
    </Section>
  );
}

function Enrolment({ project, me }: { project: ProjectId; me: MemberId }) {
  const { ledger, now } = useLedger();
  const t = useWords(attestText);
  const epoch = epochOf(ledger, now);
  const on = isEnrolled(ledger, project, me, epoch);
  const last = ledger.work.terms.get(keyOf(project, me))?.at(-1);
  const coming = !on && last && last.from > epoch;
  const state = enrolling(ledger, project, me, now);
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <ProjectName id={project} />
        <span className="text-sm text-ink-2">{t.attesters(enrolledIn(ledger, project, epoch))}</span>
      </p>
      <p className="text-sm text-ink-2">{on && last ? t.enrolled(last.through) : coming ? t.fromNext(last.from) : t.notEnrolled}</p>
      {on && <Budget project={project} me={me} epoch={epoch} />}
      {!on && !coming && <div className="mt-2 flex flex-col items-start gap-1"><EnrolWay project={project} me={me} small /></div>}
      {on && state.is === "open" && (
        <Button small look="second" className="mt-2" onClick={() => proposeEnrol(ledger, project, me, now)}>
          {t.renew}
        </Button>
      )}
    </li>
  );
}

/** What of an attester's budget is spent: a bar and the numbers. */
function Budget({ project, me, epoch }: { project: ProjectId; me: MemberId; epoch: number }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(attestText);
  const { spent, limit } = attesterBudget(ledger, project, me, epoch);
  const part = limit === 0n ? 0 : Number((spent * 1000n) / limit) / 10;
  return (
    <>
      <div aria-hidden="true" className="mt-2 h-1.5 overflow-hidden rounded-sm bg-well">
        <span className="block h-full bg-ink" style={{ width: `${part}%` }} />
      </div>
      <p className="num mt-1 flex justify-between gap-4 text-sm text-ink-2">
        <span>{t.budget}</span>
        <span>{t.spent(formatMicro(spent, language), formatMicro(limit, language))}</span>
      </p>
    </>
  );
}
