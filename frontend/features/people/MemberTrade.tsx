import type { MemberId } from "#client/chain/ids.ts";
import { purseOf } from "#client/price/accounts.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { sellerTrade } from "#client/price/trade.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useWords } from "../../shared/language/language.ts";
import { Section } from "../../shared/parts/Page.tsx";
import { Rows } from "../../shared/parts/Row.tsx";
import { tradeText } from "./trade/text.ts";
import { TradeRows } from "./trade/TradeRows.tsx";

/** How a member trades: what was sold, how long it takes, what buyers said. A member's purse is public, as all of the ledger is. */
export function MemberTrade({ member }: { member: MemberId }) {
  const t = useWords(tradeText);
  const { ledger } = useLedger();
  const trade = sellerTrade(ledger, member);
  const tokens = [...ledger.price.tokens.keys()];
  const holds = tokens.some((token) => purseOf(ledger, holderOfMember(member), token) > 0n);
  if (trade.orders === 0 && !holds) return null;
  return (
    <Section title={t.trade} aside={<a href={`#/ledgers/statement?member=${member}`} className="opens reach text-sm">{t.memberStatement}</a>}>
      {trade.orders === 0 ? <p className="text-ink-2">{t.tradeNone}</p> : <Rows><TradeRows trade={trade} /></Rows>}
    </Section>
  );
}
