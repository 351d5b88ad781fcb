import { useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import { DAY, epochStart, finalAt } from "#client/chain/epoch.ts";
import { refreshBooks, useBooks } from "../books/books.ts";
import { useWords } from "../language/language.ts";
import { Button } from "../parts/Button.tsx";
import { ErrorNote } from "../parts/Notice.tsx";
import { useChainNow } from "./clock.ts";
import { useNetwork } from "./network.ts";
import { chainText } from "./text.ts";
import { canMoveTime, moveTimeTo } from "./timeMachine.ts";

function useMover() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const move = async (to: number) => {
    setBusy(true);
    setFailed(null);
    try {
      await moveTimeTo(to);
      await refreshBooks();
    } catch (error) {
      setFailed(String(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failed, move };
}

/** A button that moves a practice network's time past a moment (seconds since 1970) which blocks the next step. Elsewhere it draws nothing. */
export function MoveTime({ to, label }: { to: number; label?: string }) {
  useNetwork();
  const now = useChainNow();
  const t = useWords(chainText);
  const { busy, failed, move } = useMover();
  if (!canMoveTime() || to < now) return null;
  return (
    <div className="my-2">
      <button
        type="button"
        aria-busy={busy || undefined}
        onClick={() => !busy && void move(to + 1)}
        className="inline-flex min-h-11 items-center rounded-sm bg-practice-wash px-3 text-sm font-semibold text-practice hover:brightness-95"
      >
        {busy ? t.timeMoving : (label ?? t.timeTo)}
      </button>
      {failed && <ErrorNote title={t.timeFailed} details={failed} />}
    </div>
  );
}

/** All the ways to move a practice network's time on. Elsewhere it draws nothing. */
export function TimeMachine() {
  useNetwork();
  const now = useChainNow();
  const { ledger } = useBooks();
  const t = useWords(chainText);
  const { busy, failed, move } = useMover();
  if (!canMoveTime() || !ledger) return null;
  const { genesis } = ledger.clock;
  const epoch = epochOf(ledger, now);
  const ways: readonly (readonly [string, number])[] = [
    [t.timeDay, now + DAY],
    [t.timeWeek, now + 7 * DAY],
    [t.timeEpoch, epochStart(genesis, epoch + 1) + 1],
    [t.timeFinal(epoch), finalAt(genesis, epoch) + 1],
  ];
  return (
    <section aria-label={t.timeTitle}>
      <h2 className="text-xl">{t.timeTitle}</h2>
      <p className="mt-1 text-sm text-ink-2">{t.timeNote}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {ways.map(([label, to]) => (
          <Button key={label} small look="second" busy={busy} onClick={() => void move(to)}>
            {label}
          </Button>
        ))}
      </div>
      {failed && <div className="mt-3"><ErrorNote title={t.timeFailed} details={failed} /></div>}
    </section>
  );
}
