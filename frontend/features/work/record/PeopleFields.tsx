import { nameOf } from "#client/people/names.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button, IconButton } from "../../../shared/parts/Button.tsx";
import { CloseIcon } from "../../../shared/look/icons.tsx";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { memberRows, orderMembers } from "../../people/members.ts";
import { hasOther, isShared } from "./check.ts";
import type { DraftPerson } from "./draft.ts";
import { FieldFault } from "./FieldFault.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { recordText } from "./text.ts";

/** Those who did it together, each with a part. */
export function PeopleFields({ draft, change, faults, leave }: FieldProps) {
  const t = useWords(recordText);
  const replace = (place: number, part: Partial<DraftPerson>) => change({ people: draft.people.map((person, at) => (at === place ? { ...person, ...part } : person)) });
  return (
    <fieldset id={fieldId("people")} tabIndex={-1} className="min-w-0">
      <legend className="text-sm text-ink-2">{t.together}</legend>
      <p className="text-sm text-ink-3">{t.togetherHint}</p>
      {isShared(draft) && (
        <div className="mt-2 flex flex-col gap-3">
          <div className="max-w-40">
            <Field label={t.myParts} inputMode="numeric" autoComplete="off" value={draft.myParts} onChange={(event) => change({ myParts: event.target.value })} onBlur={() => leave("people")} />
          </div>
          {draft.people.map((person, place) => (
            <PersonRow key={place} person={person} besides={hasOther(draft) ? draft.other.member : 0} onChange={(part) => replace(place, part)} onLeave={() => leave("people")} onRemove={() => change({ people: draft.people.filter((_, at) => at !== place) })} />
          ))}
        </div>
      )}
      <FieldFault text={faults.people} />
      {draft.people.length < (hasOther(draft) ? 5 : 6) && (
        <Button small look="second" className="mt-2" onClick={() => change({ people: [...draft.people, { member: 0, parts: "1" }] })}>
          {t.addPerson}
        </Button>
      )}
    </fieldset>
  );
}

function PersonRow({ person, besides, onChange, onLeave, onRemove }: { person: DraftPerson; besides: number; onChange: (part: Partial<DraftPerson>) => void; onLeave: () => void; onRemove: () => void }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const language = useLanguage();
  const t = useWords(recordText);
  const rows = orderMembers(memberRows(ledger, now), "name", language).filter(({ member }) => member.id !== me && member.id !== besides);
  const chosen = rows.find(({ member }) => member.id === person.member);
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <Select label={t.person} value={person.member || ""} onChange={(event) => onChange({ member: Number(event.target.value) })} onBlur={onLeave}>
          <option value="" disabled>
            {t.choosePerson}
          </option>
          {rows.map(({ member, name }) => (
            <option key={member.id} value={member.id}>
              {`${name[language]} · ${member.id}`}
            </option>
          ))}
        </Select>
      </div>
      <div className="w-20">
        <Field label={t.parts} inputMode="numeric" autoComplete="off" value={person.parts} onChange={(event) => onChange({ parts: event.target.value })} onBlur={onLeave} />
      </div>
      <IconButton label={chosen ? t.remove(nameOf(chosen.member)[language]) : t.removeWord} onClick={onRemove} className="mb-2">
        <CloseIcon size={18} />
      </IconButton>
    </div>
  );
}
