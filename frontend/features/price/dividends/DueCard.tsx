import type { MemberId } from "#client/chain/ids.ts";
import { allDividendsOf } from "#client/price/accounts.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { byToken } from "./propose.ts";
import { dividendsText } from "./text.ts";

/** That a member can draw dividends, and where; nothing where there are none. */
export function DueCard({ member }: { member: MemberId }) {
  const t = useWords(dividendsText);
  const { ledger, now } = useLedger();
  const owed = allDividendsOf(ledger, member, now).filter((one) => one.owed > 0n);
  if (owed.length === 0) return null;
  return (
    <section className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-md bg-price-wash px-5 py-4 sm:px-7">
      <div className="min-w-0 flex-1 basis-44">
        <h2 className="text-lg">{t.cardTitle}</h2>
        <p className="text-sm text-ink-2">{t.cardNote(new Set(owed.map(({ project }) => project)).size)}</p>
      </div>
      <p className="flex flex-wrap gap-x-4">{[...byToken(owed)].map(([token, amount]) => <Money key={token} token={token} amount={amount} size="row" />)}</p>
      <a href="#/ledgers/dividends" className={buttonClass("second", true)}>{t.cardGo}</a>
    </section>
  );
}
