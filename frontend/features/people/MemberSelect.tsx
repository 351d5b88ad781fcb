import { nameOf } from "#client/people/names.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Select } from "../../shared/parts/Field.tsx";
import { keysText } from "./keys/text.ts";

/** One of all members, whatever their standing, by name and number. */
export function MemberSelect({ label, hint, value, onChoose }: { label: string; hint?: string; value: number | null; onChoose: (id: number) => void }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger } = useLedger();
  return (
    <Select label={label} hint={hint} value={value ?? ""} onChange={(event) => onChoose(Number(event.target.value))}>
      <option value="" disabled>{t.choose}</option>
      {[...ledger.people.members.values()].map((member) => (
        <option key={member.id} value={member.id}>{`${nameOf(member)[language]} · ${member.id}`}</option>
      ))}
    </Select>
  );
}
