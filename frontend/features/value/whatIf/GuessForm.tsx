import type { ProjectId } from "#client/chain/ids.ts";
import { epochOf } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import { nameOf } from "#client/people/names.ts";
import { charterIn } from "#client/work/charters.ts";
import { statementOf } from "#client/work/statements.ts";
import { type Kind, kinds, type ProjectCharter } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { projectWords } from "../../work/acts/names.ts";
import { hasOther } from "../../work/record/check.ts";
import type { RecordDraft } from "../../work/record/draft.ts";
import { OtherFields } from "../../work/record/OtherFields.tsx";
import { PeopleFields } from "../../work/record/PeopleFields.tsx";
import { asDraft, faultsOfGuess, type Guess } from "./guess.ts";
import { whatIfText } from "./text.ts";

interface FormProps {
  readonly guess: Guess;
  readonly change: (part: Partial<Guess>) => void;
}

/** The charter in force of the project that was chosen. */
function charterOf(ledger: Ledger, project: number | null, now: number): ProjectCharter | null {
  const found = project === null ? undefined : ledger.work.projects.get(project as ProjectId);
  return found ? charterIn(found, epochOf(ledger, now)) : null;
}

/** The kinds of a project for which there is a rate. */
export const openKinds = (charter: ProjectCharter | null): Kind[] => (charter ? kinds.filter((kind) => charter.rates[kind] > 0n) : []);

/** What would be recorded, by whom, and under which terms. */
export function GuessForm({ guess, change }: FormProps) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(whatIfText);
  const charter = charterOf(ledger, guess.project, now);
  const unit = guess.kind && guess.project !== null && charter ? statementOf(ledger.work.projects.get(guess.project as ProjectId)!).units[guess.kind][language] : undefined;
  const faults = faultsOfGuess(guess);
  const people = faults.people && { people: t.bad.people };
  const parts = { draft: asDraft(guess), change: (part: Partial<RecordDraft>) => change(part as Partial<Guess>), faults: people ?? {}, leave: () => undefined };
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="flex min-w-0 flex-col gap-6">
      <ProjectField guess={guess} change={change} />
      {charter && <KindField guess={guess} change={change} charter={charter} />}
      <Field label={t.quantity} inputMode="numeric" autoComplete="off" unit={unit} value={guess.quantity} error={faults.quantity && t.bad.quantity} onChange={(event) => change({ quantity: event.target.value })} />
      <WhoField guess={guess} change={change} />
      {guess.by !== 0 && hasOther(parts.draft) && <OtherFields {...parts} faults={{}} />}
      {guess.by !== 0 && <PeopleFields {...parts} />}
      {charter && <TermsFields guess={guess} change={change} charter={charter} />}
    </form>
  );
}

function ProjectField({ guess, change }: FormProps) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(whatIfText);
  const choose = (project: number) => {
    const open = openKinds(charterOf(ledger, project, now));
    change({ project, kind: guess.kind && open.includes(guess.kind) ? guess.kind : (open[0] ?? null), budget: "", rate: "" });
  };
  return (
    <Select label={t.project} value={guess.project ?? ""} onChange={(event) => choose(Number(event.target.value))}>
      {guess.project === null && <option value="" disabled>{t.projectChoose}</option>}
      {[...ledger.work.projects.keys()].map((id) => (
        <option key={id} value={id}>{projectWords(ledger, id)[language]}</option>
      ))}
    </Select>
  );
}

function KindField({ guess, change, charter }: FormProps & { charter: ProjectCharter }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(whatIfText);
  const { units } = statementOf(ledger.work.projects.get(guess.project as ProjectId)!);
  const open = openKinds(charter);
  if (open.length === 0) return <p className="text-ink-2">{t.kindNone}</p>;
  const options = open.map((kind) => ({ value: kind, label: kindWords[kind][language], note: t.kindRate(formatMicro(charter.rates[kind], language), units[kind][language]) }));
  return <Choice legend={t.kind} value={guess.kind} options={options} onChoose={(kind) => change({ kind, rate: "" })} />;
}

function WhoField({ guess, change }: FormProps) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(whatIfText);
  return (
    <Select label={t.who} value={guess.by} hint={guess.by === 0 ? t.nobodyNote : undefined} error={faultsOfGuess(guess).by && t.bad.who} onChange={(event) => change({ by: Number(event.target.value), ...(event.target.value === "0" ? { people: [] } : {}) })}>
      <option value={0}>{t.nobody}</option>
      {[...ledger.people.members.values()].map((member) => (
        <option key={member.id} value={member.id}>{`${nameOf(member)[language]} · ${member.id}`}</option>
      ))}
    </Select>
  );
}

/** Other terms than the charter's, for this reckoning alone. */
function TermsFields({ guess, change, charter }: FormProps & { charter: ProjectCharter }) {
  const language = useLanguage();
  const t = useWords(whatIfText);
  const faults = faultsOfGuess(guess);
  const said = (field: "budget" | "rate" | "others") => (faults[field] === "budget" ? t.bad.budget : faults[field] && t.bad.amount);
  const field = (name: "budget" | "rate" | "others", hint: string) => (
    <Field label={t[name]} hint={hint} error={said(name)} optional inputMode="decimal" autoComplete="off" unit={t.credit} value={guess[name]} onChange={(event) => change({ [name]: event.target.value })} />
  );
  return (
    <details open={guess.budget + guess.rate + guess.others !== "" || undefined} className="min-w-0">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t.terms}</summary>
      <p className="mb-3 text-sm text-ink-3">{t.termsNote}</p>
      <div className="flex flex-col gap-4">
        {field("budget", t.is(formatMicro(charter.budget, language)))}
        {guess.kind && field("rate", t.is(formatMicro(charter.rates[guess.kind], language)))}
        {field("others", t.othersHint)}
      </div>
    </details>
  );
}
