import type { ProjectId } from "#client/chain/ids.ts";
import { statementOf } from "#client/work/statements.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Field } from "../../../shared/parts/Field.tsx";
import { dayBounds } from "./check.ts";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { recordText } from "./text.ts";

/** How much, in the charter's unit, and on which day by the chain's time. */
export function WhenFields({ draft, change, faults, leave }: FieldProps) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(recordText);
  const project = draft.project === null ? undefined : ledger.work.projects.get(draft.project as ProjectId);
  const unit = project && draft.kind ? statementOf(project).units[draft.kind][language] : undefined;
  const { earliest, latest } = dayBounds(now);
  const told = (day: string) => formatDate(new Date(`${day}T12:00:00`).getTime() / 1000, language, now);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        id={fieldId("quantity")}
        label={t.quantity}
        inputMode="numeric"
        autoComplete="off"
        value={draft.quantity}
        unit={unit}
        error={faults.quantity}
        onChange={(event) => change({ quantity: event.target.value })}
        onBlur={() => leave("quantity")}
      />
      <Field
        id={fieldId("when")}
        label={t.when}
        type="date"
        min={earliest}
        max={latest}
        hint={t.whenHint(told(earliest), told(latest))}
        value={draft.day}
        error={faults.when}
        onChange={(event) => change({ day: event.target.value })}
        onBlur={() => leave("when")}
      />
    </div>
  );
}
