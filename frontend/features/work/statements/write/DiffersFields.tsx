import { statementOf } from "#client/work/statements.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { CloseIcon } from "../../../../shared/look/icons.tsx";
import { Button, IconButton } from "../../../../shared/parts/Button.tsx";
import { Field, Select, TextArea } from "../../../../shared/parts/Field.tsx";
import { FieldFault } from "../../record/FieldFault.tsx";
import { Tick } from "../Tick.tsx";
import { fieldId, type WriteProps } from "./fieldProps.ts";
import { writeText } from "./text.ts";
import { type Neighbour, neighboursIn, oneLine, writeNeighbours } from "./writing.ts";

/** The nearest neighbours and how this differs from each; or the word that there are none. */
export function DiffersFields({ writing, setField, faults, leave }: WriteProps) {
  const t = useWords(writeText);
  const value = writing.fields.differs;
  const none = value?.trim() === "none";
  const rows = neighboursIn(value);
  const write = (next: readonly Neighbour[]) => setField("differs", writeNeighbours(next));
  const replace = (place: number, part: Partial<Neighbour>) => write(rows.map((row, at) => (at === place ? { ...row, ...part } : row)));
  return (
    <fieldset id={fieldId("differs")} tabIndex={-1} className="flex min-w-0 flex-col gap-4">
      <legend className="font-serif text-xl font-bold">{t.differs}</legend>
      <p className="text-sm text-ink-3">{t.differsHint}</p>
      {!none &&
        rows.map((row, place) => (
          <div key={place} className="flex items-start gap-2 border-b border-line pb-4">
            <div className="flex min-w-0 flex-1 flex-col gap-3">
              <NeighbourField row={row} onChange={(neighbour) => replace(place, { neighbour })} />
              <TextArea label={t.how} rows={2} value={row.how} onChange={(event) => replace(place, { how: oneLine(event.target.value) })} onBlur={() => leave("differs")} />
            </div>
            <IconButton label={t.removeNeighbour(place + 1)} onClick={() => write(rows.filter((_, at) => at !== place))} className="mt-6">
              <CloseIcon size={18} />
            </IconButton>
          </div>
        ))}
      <FieldFault text={faults.differs} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {!none && rows.length < 12 && (
          <Button small look="second" onClick={() => write([...rows, { neighbour: "", how: "" }])}>
            {t.addNeighbour}
          </Button>
        )}
        {(rows.length === 0 || none) && <Tick checked={none} onChange={(checked) => setField("differs", checked ? "none" : "")}>{t.none}</Tick>}
      </div>
    </fieldset>
  );
}

function NeighbourField({ row, onChange }: { row: Neighbour; onChange: (neighbour: string) => void }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(writeText);
  const numbered = /^#\d+$/.test(row.neighbour);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Select label={t.neighbour} value={numbered ? row.neighbour : ""} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.neighbourWords}</option>
        {[...ledger.work.projects.values()].map((project) => (
          <option key={project.id} value={`#${project.id}`}>
            {`${statementOf(project).title[language]} · ${project.id}`}
          </option>
        ))}
      </Select>
      {!numbered && <Field label={t.neighbourName} value={row.neighbour} onChange={(event) => onChange(event.target.value.replace(/^#/, ""))} />}
    </div>
  );
}
