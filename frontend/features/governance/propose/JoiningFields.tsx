import { nameOf } from "#client/people/names.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Select, TextArea } from "../../../shared/parts/Field.tsx";
import { KeyWarnings } from "../proposal/NamedKeys.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { proposeText } from "./text.ts";
import { readKeys } from "./writing.ts";

/** Who was expelled and should be a member again. */
export function ReadmitField({ writing, change, faults, leave }: FieldProps) {
  const { ledger } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  const expelled = [...ledger.people.members.values()].filter(({ standing }) => standing === "expelled");
  if (expelled.length === 0) return <p id={fieldId("member")} tabIndex={-1} className="prose">{t.expelledNone}</p>;
  const chosen = expelled.some(({ id }) => id === writing.member) ? writing.member! : "";
  return (
    <>
      <Select id={fieldId("member")} label={t.expelledMember} error={faults.member} value={chosen} onChange={(event) => change({ member: Number(event.target.value) })} onBlur={() => leave("member")}>
        <option value="" disabled>{t.choose}</option>
        {expelled.map((member) => (
          <option key={member.id} value={member.id}>{`${nameOf(member)[language]} · ${member.id}`}</option>
        ))}
      </Select>
      <p className="prose text-ink-2">{t.readmitLead}</p>
    </>
  );
}

/** Whom a vote would name: addresses, pasted, with a warning for each that could be taken for another. */
export function NameFields({ writing, change, faults, leave }: FieldProps) {
  const t = useWords(proposeText);
  const { keys } = readKeys(writing.keys);
  return (
    <>
      <p className="prose text-ink-2">{t.nameLead}</p>
      <TextArea id={fieldId("keys")} label={t.keys} hint={t.keysHint} error={faults.keys} rows={6} value={writing.keys} spellCheck={false} autoComplete="off" className="font-mono text-sm" onChange={(event) => change({ keys: event.target.value })} onBlur={() => leave("keys")} />
      {keys.length > 0 && <p role="status" className="num text-sm text-ink-2">{t.keysFound(keys.length)}</p>}
      <KeyWarnings keys={keys} />
    </>
  );
}
