import type { Member } from "#client/people/fold.ts";
import { guardOf } from "#client/people/foldGuards.ts";
import { mayVeto } from "#client/people/mayGuard.ts";
import { nameOf } from "#client/people/names.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { proposeVeto } from "../acts/keys.ts";
import { proposeFinishRecovery } from "../acts/recovery.ts";
import { recoverText } from "./text.ts";

/** An open recovery: until when, which key, and what may be done by whom. Draws nothing where none is open. */
export function RecoveryCard({ member }: { member: Member }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const mine = useMe() === member.id;
  const { recovery } = guardOf(ledger, member.id);
  if (!recovery) return null;
  const over = now >= recovery.due;
  return (
    <div className="mb-8">
      <Card>
        <h2 className="text-xl">{mine ? t.openMine : t.openTitle(nameOf(member)[language])}</h2>
        <p className="num text-sm text-ink-2">{t.openedAt(formatDate(recovery.openedAt, language, now))}</p>
        {mine && !over && <p className="prose mt-2">{t.openMineNote}</p>}
        <p className="mt-3 text-sm text-ink-2">{t.newKeyIs}</p>
        <code className="block font-mono text-sm break-all">{recovery.newKey}</code>
        {over ? (
          <p className="prose mt-3">{t.due}</p>
        ) : (
          <div className="mt-3">
            {!recovery.stands && <p className="text-sm text-ink-2">{t.vetoUntil}</p>}
            <Deadline at={recovery.due} />
            <p className="num text-sm text-ink-2">{recovery.stands ? t.standsOpen : t.finishFrom(formatMoment(recovery.due, language, now))}</p>
            <MoveTime to={recovery.due} label={t.move} />
          </div>
        )}
        <p className="mt-4 flex flex-wrap gap-3 empty:hidden">
          {mine && mayVeto(ledger, member.id, now) === null && <Button onClick={() => proposeVeto(ledger, member, now)}>{t.veto}</Button>}
          {over && <Button onClick={() => proposeFinishRecovery(member.id, recovery)}>{t.finish}</Button>}
        </p>
      </Card>
    </div>
  );
}
