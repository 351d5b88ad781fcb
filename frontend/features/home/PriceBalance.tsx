import type { MemberId, Token } from "#client/chain/ids.ts";
import { purseOf } from "#client/price/accounts.ts";
import { moneyFlows } from "#client/price/flows.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useWords } from "../../shared/language/language.ts";
import { PriceCard } from "../../shared/parts/LedgerCards.tsx";
import { Money } from "../../shared/parts/Money.tsx";
import { priceText } from "./priceText.ts";

const ever = { from: 0, until: Number.MAX_SAFE_INTEGER };

/** The price card of Home: what a member's purse holds, or what all orders paid; each token by itself. */
export function PriceBalance({ me }: { me: MemberId | null }) {
  const t = useWords(priceText);
  const { ledger } = useLedger();
  const tokens = [...ledger.price.tokens.keys()];
  const amounts = tokens.map((token) => ({ token, amount: me === null ? moneyFlows(ledger, token, ever).total : purseOf(ledger, holderOfMember(me), token) })).filter(({ amount }) => amount > 0n);
  const foot = me === null ? { href: "#/ledgers", word: t.toLedgers } : { href: "#/purse", word: t.toPurse };
  if (amounts.length === 0) return <PriceCard line={me === null ? t.nothingPaid : t.purseEmpty} foot={foot} />;
  return <PriceCard amount={<Amounts amounts={amounts} />} line={me === null ? t.paid : t.purse} foot={foot} />;
}

/** One token large, several below one another. */
function Amounts({ amounts }: { amounts: readonly { token: Token; amount: bigint }[] }) {
  return amounts.map(({ token, amount }) => (
    <span key={token} className={`block leading-tight ${amounts.length === 1 ? "text-[clamp(1.375rem,6.6vw,2.5rem)] sm:text-5xl" : "text-xl sm:text-2xl"} [&_span]:font-normal`}>
      <Money token={token} amount={amount} />
    </span>
  ));
}
