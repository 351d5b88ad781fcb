import { nameOf } from "#client/people/names.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { CloseIcon } from "../../../shared/look/icons.tsx";
import { IconButton } from "../../../shared/parts/Button.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { proposeText } from "./text.ts";

const MOST = 7;

/** The whole new list of stewards: those chosen, and one more to choose. Expelled members are not offered. */
export function StewardsField({ writing, change, faults, leave }: FieldProps) {
  const { ledger } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  const { stewards } = writing;
  const write = (list: readonly number[]) => {
    change({ stewards: list });
    leave("stewards");
  };
  const free = [...ledger.people.members.values()].filter(({ id, expelled }) => expelled === null && !stewards.includes(id));
  return (
    <div>
      {stewards.length > 0 && (
        <ul aria-label={t.stewards} className="mb-2 flex flex-wrap gap-x-5">
          {stewards.map((id) => (
            <li key={id} className="inline-flex items-center">
              <MemberName id={id} link={false} />
              <IconButton label={t.remove(memberWords(id)[language])} onClick={() => write(stewards.filter((other) => other !== id))}>
                <CloseIcon size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Select id={fieldId("stewards")} label={t.stewards} hint={t.stewardsHint} error={faults.stewards} value="" disabled={stewards.length >= MOST} onChange={(event) => write([...stewards, Number(event.target.value)])}>
        <option value="" disabled>{stewards.length === 0 ? t.choose : t.addMember}</option>
        {free.map((member) => (
          <option key={member.id} value={member.id}>{`${nameOf(member)[language]} · ${member.id}`}</option>
        ))}
      </Select>
    </div>
  );
}
