import { nameOf } from "#client/people/names.ts";
import { keyWords } from "#client/work/statement/keys.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { CloseIcon } from "../../../../shared/look/icons.tsx";
import { IconButton } from "../../../../shared/parts/Button.tsx";
import { Select } from "../../../../shared/parts/Field.tsx";
import { MemberName } from "../../../people/MemberName.tsx";
import { memberRows, orderMembers } from "../../../people/members.ts";
import { fieldId, type WriteProps } from "./fieldProps.ts";
import { writeText } from "./text.ts";
import { membersIn } from "./writing.ts";

/** Members named in one line of the head: those chosen, and one more to choose. `but` may not be among them. */
export function MembersField({ name, hint, but, writing, setField, faults, leave }: WriteProps & { name: string; hint: string; but?: MemberId | null }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(writeText);
  const chosen = membersIn(writing.fields[name]);
  const write = (ids: readonly number[]) => {
    setField(name, ids.join(", "));
    leave(name);
  };
  const free = orderMembers(memberRows(ledger, now), "name", language).filter(({ member }) => member.id !== but && !chosen.includes(member.id));
  return (
    <div>
      {chosen.length > 0 && (
        <ul aria-label={keyWords(name)[language]} className="mb-2 flex flex-wrap gap-x-5">
          {chosen.map((id) => {
            const member = ledger.people.members.get(id as MemberId);
            return (
              <li key={id} className="inline-flex items-center">
                <MemberName id={id} link={false} />
                <IconButton label={t.remove(member ? nameOf(member)[language] : String(id))} onClick={() => write(chosen.filter((other) => other !== id))}>
                  <CloseIcon size={16} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      <Select id={fieldId(name)} label={keyWords(name)[language]} hint={hint} error={faults[name]} value="" disabled={chosen.length >= 7} onChange={(event) => write([...chosen, Number(event.target.value)])}>
        <option value="" disabled>
          {chosen.length === 0 ? t.choose : t.addMember}
        </option>
        {free.map(({ member, name: known }) => (
          <option key={member.id} value={member.id}>
            {`${known[language]} · ${member.id}`}
          </option>
        ))}
      </Select>
    </div>
  );
}
