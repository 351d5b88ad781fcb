import { useState } from "react";
import type { ProjectId } from "#client/chain/ids.ts";
import { type Situation, stageOf } from "#client/work/stage.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhen } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { claimLink, claimNote, claimTitle } from "../../people/claimWords.ts";
import { MemberName } from "../../people/MemberName.tsx";
import { situationText } from "../../people/situationText.ts";
import { projectText } from "./text.ts";
import { recordsOf } from "./views.ts";

const order: readonly Situation[] = ["unconfirmed", "waiting", "window", "round", "standing", "final", "nothing", "withdrawn", "lapsed", "void"];
const first = 8;

/** What was recorded in a project, newest first, by state. */
export function ProjectRecords({ project }: { project: ProjectId }) {
  const { ledger, now } = useLedger();
  const t = useWords(projectText);
  const words = useWords(situationText);
  const [wanted, setWanted] = useState<Situation | "all">("all");
  const [whole, setWhole] = useState(false);
  const all = recordsOf(ledger, project).map((claim) => ({ claim, situation: stageOf(ledger, claim, now).situation }));
  const fitting = all.filter(({ situation }) => wanted === "all" || situation === wanted);
  const present = order.filter((one) => one === wanted || all.some(({ situation }) => situation === one));
  if (all.length === 0)
    return (
      <Section title={t.records}>
        <EmptyState sentence={t.recordsNone} action={<a href={`#/contribute/new?project=${project}`} className={buttonClass("second")}>{t.record}</a>} />
      </Section>
    );
  return (
    <Section title={t.records} aside={<span className="num text-ink-2">{t.recordsCount(fitting.length, all.length)}</span>}>
      <div className="max-w-80">
        <Select label={t.filter} value={wanted} onChange={(event) => setWanted(event.target.value as Situation | "all")}>
          <option value="all">{t.all}</option>
          {present.map((situation) => (
            <option key={situation} value={situation}>
              {words[situation]}
            </option>
          ))}
        </Select>
      </div>
      {fitting.length === 0 && <p className="py-4 text-ink-2">{t.recordsFilterNone}</p>}
      <Rows label={t.records}>
        {(whole ? fitting : fitting.slice(0, first)).map(({ claim, situation }) => (
          <RecordRow key={claim.id} claim={claim} state={words[situation]} />
        ))}
      </Rows>
      {!whole && fitting.length > first && (
        <Button look="text" onClick={() => setWhole(true)}>
          {t.showAll(fitting.length)}
        </Button>
      )}
    </Section>
  );
}

function RecordRow({ claim, state }: { claim: RecordClaim; state: string }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const sealed = claim.stage === "sealed" || claim.stage === "challenged";
  return (
    <LinkRow
      href={claimLink(claim)}
      title={claimTitle(claim, language)}
      note={
        <>
          <MemberName id={claim.by} link={false} number={false} />
          {` · ${claimNote(claim, ledger.work.projects.get(claim.project), language)} · ${formatWhen(claim.madeAt, language, now)}`}
        </>
      }
      end={
        <span className="shrink-0 text-end">
          <Amount micro={sealed ? claim.inForce : claim.value} unit="credit" plain={!sealed} />
          <span className="block text-sm text-ink-2">{state}</span>
        </span>
      }
    />
  );
}
