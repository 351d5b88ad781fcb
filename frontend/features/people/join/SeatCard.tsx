import type { Member } from "#client/people/fold.ts";
import { JOIN_TIMES, maySit } from "#client/people/mayJoin.ts";
import { nameOf } from "#client/people/names.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { proposeTakeSeat } from "../acts/joining.ts";
import { joinText } from "./text.ts";

/** When a member's seat comes; once it may be taken, the button, for anyone. Draws nothing for one who does not wait. */
export function SeatCard({ member }: { member: Member }) {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const mine = useMe() === member.id;
  const obstacle = maySit(ledger, member.id, now);
  if (obstacle?.is === "SeatNotWaiting") return null;
  const from = member.joinedAt + JOIN_TIMES.seat;
  return (
    <Card>
      <h2 className="text-xl">{mine ? t.seatTitle : t.seatTitleOf(nameOf(member)[language])}</h2>
      <p className="num mt-1 font-semibold">{t.seatFrom(formatMoment(from, language, now))}</p>
      <p className="prose mt-1 text-ink-2">{obstacle ? t.seatLater : t.seatNow}</p>
      {obstacle ? <MoveTime to={from} label={t.seatMove} /> : <Button className="mt-4" onClick={() => proposeTakeSeat(ledger, member.id)}>{t.takeSeat}</Button>}
    </Card>
  );
}
