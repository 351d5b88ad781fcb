import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import type { LeafRow } from "./leafRows.ts";
import { batchText } from "./text.ts";

/** Whose a leaf is, or what it waits for. */
export function WhoseLeaf({ row: { whose, lot } }: { row: LeafRow }) {
  const { now } = useLedger();
  const me = useMe();
  const language = useLanguage();
  const t = useWords(batchText);
  const note = (text: string) => <span className="block text-sm text-ink-2">{text}</span>;
  const date = (at: number) => formatDate(at, language, now);
  switch (whose.is) {
    case "member":
      return (
        <span>
          <MemberName id={whose.member} />
          {whose.member === me && <strong className="ms-2 text-sm">{t.mine}</strong>}
          {whose.from !== null && note(t.countsFrom(date(whose.from)))}
          {whose.from !== null && <MoveTime to={whose.from} label={t.moveToCount} />}
          {whose.from === null && lot?.state === "open" && note(t.drawableFrom(date(lot.drawableFrom)))}
        </span>
      );
    case "pending":
      return (
        <span>
          <MemberName id={whose.member} />
          {note(t.bindingWaitsBare)}
        </span>
      );
    case "nobody":
      return (
        <span>
          {t.notJoined}
          {note(t.waitsUntil(date(whose.until)))}
        </span>
      );
    case "reserve":
      return (
        <span>
          {t.toReserve}
          {note(whose.because === "attester" ? t.reserveWhy : t.reserveLate)}
        </span>
      );
  }
}
