import type { MemberId } from "#client/chain/ids.ts";
import { guardOf } from "#client/people/foldGuards.ts";
import { mayVeto } from "#client/people/mayGuard.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { proposeVeto } from "../acts/keys.ts";
import { recoverText } from "./text.ts";

/** What stands above every page of a member whose key others are about to change: until when, to which, and the way to say no. */
export function RecoveryAlarm({ me }: { me: MemberId }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { recovery } = guardOf(ledger, me);
  const member = ledger.people.members.get(me);
  if (!recovery || !member) return null;
  const may = mayVeto(ledger, me, now) === null;
  const then = may ? t.alarmUntil(formatMoment(recovery.due, language, now)) : recovery.stands && now < recovery.due ? t.standsOpen : t.due;
  return (
    <div className="no-print pt-3">
      <ErrorNote
        title={t.openMine}
        advice={<span className="num">{`${t.alarm(formatDate(recovery.openedAt, language, now), shortHex(recovery.newKey, 6))}${language === "zh" ? "" : " "}${then}`}</span>}
        action={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {may && <Button small onClick={() => proposeVeto(ledger, member, now)}>{t.veto}</Button>}
            <a href={`#/recover?member=${me}`} className={buttonClass("text", true)}>{t.see}</a>
          </span>
        }
      />
    </div>
  );
}
