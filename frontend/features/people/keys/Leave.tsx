import { isSeated, type Member } from "#client/people/fold.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { proposeResign } from "../acts/joining.ts";
import { keysText } from "./text.ts";

/** The way out, and what it means. */
export function Leave({ member }: { member: Member }) {
  const t = useWords(keysText);
  const { ledger } = useLedger();
  const seated = isSeated(ledger, member.id);
  return (
    <Section title={t.leave}>
      <p className="prose mb-3 text-ink-2">{t.leaveLead}</p>
      <Button look="fail" closed={seated && ledger.people.seated === 1 ? t.leaveLast : undefined} onClick={() => proposeResign(ledger, member.id, seated)}>{t.leaveButton}</Button>
    </Section>
  );
}
