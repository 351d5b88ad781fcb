import type { ProjectId } from "#client/chain/ids.ts";
import { epochOf } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import { charterIn } from "#client/work/charters.ts";
import { statementOf } from "#client/work/statements.ts";
import { isEnrolled } from "#client/work/sums.ts";
import { type Charter, kinds, type Project } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { projectWords } from "../acts/names.ts";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { FieldFault } from "./FieldFault.tsx";
import { recordText } from "./text.ts";

/** Where, of which kind, and what: the words, and who may read them. */
export function WhatFields(props: FieldProps) {
  const { draft, change, faults, leave } = props;
  const t = useWords(recordText);
  const { ledger } = useLedger();
  const project = draft.project === null ? undefined : ledger.work.projects.get(draft.project as ProjectId);
  return (
    <>
      <ProjectField {...props} />
      {project && <KindField {...props} project={project} />}
      <div>
        <Field
          id={fieldId("what")}
          label={t.what}
          hint={t.whatHint}
          error={faults.what}
          value={draft.what}
          autoComplete="off"
          onChange={(event) => change({ what: event.target.value })}
          onBlur={() => leave("what")}
        />
        <label className="mt-2 flex min-h-11 items-center gap-3">
          <input type="checkbox" checked={draft.publicWords} onChange={(event) => change({ publicWords: event.target.checked })} className="size-5 shrink-0 accent-ink" />
          {t.publicWords}
        </label>
        <p className="text-sm text-ink-3">{draft.publicWords ? t.publicOn : t.publicOff}</p>
      </div>
    </>
  );
}

/** Projects, those in which the member attests or has recorded first. */
function ProjectField({ draft, change, faults, leave }: FieldProps) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const language = useLanguage();
  const t = useWords(recordText);
  const all = [...ledger.work.projects.keys()];
  const known = new Set<ProjectId>();
  if (me !== null) {
    for (const claim of ledger.work.claims.values()) if (claim.owners.includes(me)) known.add(claim.project);
    for (const project of all) if (isEnrolled(ledger, project, me, epochOf(ledger, now))) known.add(project);
  }
  const mine = all.filter((project) => known.has(project));
  const others = all.filter((project) => !known.has(project));
  const option = (project: ProjectId) => (
    <option key={project} value={project}>
      {projectWords(ledger, project)[language]}
    </option>
  );
  return (
    <Select
      id={fieldId("project")}
      label={t.project}
      error={faults.project}
      value={draft.project ?? ""}
      onChange={(event) => change({ project: Number(event.target.value), kind: keptKind(draft, ratesNow(ledger, Number(event.target.value) as ProjectId, now)) })}
      onBlur={() => leave("project")}
    >
      <option value="" disabled>
        {t.projectChoose}
      </option>
      {mine.length > 0 && others.length > 0 ? (
        <>
          <optgroup label={t.projectsMine}>{mine.map(option)}</optgroup>
          <optgroup label={t.projectsOther}>{others.map(option)}</optgroup>
        </>
      ) : (
        all.map(option)
      )}
    </Select>
  );
}

/** The rates of a project in this epoch. */
function ratesNow(ledger: Ledger, id: ProjectId, now: number): Charter["rates"] | undefined {
  const project = ledger.work.projects.get(id);
  return project && charterIn(project, epochOf(ledger, now)).rates;
}

/** A kind stays chosen where the new project has a rate for it; where only one can be recorded, it is chosen. */
function keptKind({ kind }: FieldProps["draft"], rates: Charter["rates"] | undefined): FieldProps["draft"]["kind"] {
  const open = kinds.filter((one) => rates && rates[one] > 0n);
  if (kind !== null && open.includes(kind)) return kind;
  return open.length === 1 ? open[0]! : null;
}

function KindField({ draft, change, faults, project }: FieldProps & { project: Project }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(recordText);
  const { rates } = charterIn(project, epochOf(ledger, now));
  const { units } = statementOf(project);
  const options = kinds.map((kind) => {
    const rate = rates[kind];
    const closed = rate === 0n ? t.kindNoRate : undefined;
    return { value: kind, label: kindWords[kind][language], ...(closed ? { closed } : { note: t.kindRate(formatMicro(rate, language), units[kind][language]) }) };
  });
  return (
    <div id={fieldId("kind")} tabIndex={-1}>
      <Choice legend={t.kind} value={draft.kind} options={options.sort((a, b) => Number("closed" in a) - Number("closed" in b))} onChoose={(kind) => change({ kind })} wide />
      <FieldFault text={faults.kind} />
    </div>
  );
}
