import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { memberRows, orderMembers } from "../../people/members.ts";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { recordText } from "./text.ts";

/** The other side of an experience or a learning: who it is, and whether it shares in the value. */
export function OtherFields({ draft, change, faults, leave }: FieldProps) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const language = useLanguage();
  const t = useWords(recordText);
  const { other } = draft;
  const kind = draft.kind === "learning" ? "learning" : "experience";
  const rows = orderMembers(memberRows(ledger, now), "name", language).filter(({ member }) => member.id !== me);
  return (
    <fieldset className="min-w-0">
      <Select
        id={fieldId("other")}
        label={t.otherIs[kind]}
        hint={t.otherWho[kind]}
        error={faults.other}
        value={other.member || ""}
        onChange={(event) => change({ other: { ...other, member: Number(event.target.value) } })}
        onBlur={() => leave("other")}
      >
        <option value="" disabled>
          {t.choosePerson}
        </option>
        {rows.map(({ member, name }) => (
          <option key={member.id} value={member.id}>
            {`${name[language]} · ${member.id}`}
          </option>
        ))}
      </Select>
      <label className="mt-2 flex min-h-11 items-center gap-3">
        <input type="checkbox" checked={draft.otherShares} onChange={(event) => change({ otherShares: event.target.checked })} className="size-5 shrink-0 accent-ink" />
        {t.otherShares}
      </label>
      {draft.otherShares ? (
        <div className="mt-1 max-w-40">
          <Field label={t.otherParts} inputMode="numeric" autoComplete="off" value={other.parts} onChange={(event) => change({ other: { ...other, parts: event.target.value } })} onBlur={() => leave("other")} />
        </div>
      ) : (
        <p className="text-sm text-ink-3">{t.otherOnly}</p>
      )}
    </fieldset>
  );
}
