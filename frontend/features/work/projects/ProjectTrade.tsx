import type { ProjectId, Token } from "#client/chain/ids.ts";
import { reserveWithArrivals } from "#client/price/accounts.ts";
import { ordersOfProjects } from "#client/price/industry.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import { projectTrade } from "#client/price/trade.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Money } from "../../../shared/parts/Money.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { tradeText } from "../../people/trade/text.ts";
import { TradeRows } from "../../people/trade/TradeRows.tsx";

/** How a project's trade goes: orders, surplus and reserve token by token, how long things take, what buyers said. */
export function ProjectTrade({ project }: { project: ProjectId }) {
  const t = useWords(tradeText);
  const { ledger } = useLedger();
  const orders = ordersOfProjects(ledger, [project]);
  const tokens = [...ledger.price.tokens.keys()];
  const surplus = (token: Token) => ledger.price.surpluses.filter((one) => one.project === project && one.token === token).reduce((sum, one) => sum + one.rebate + one.dividend + one.commons + one.capital + one.reserve, 0n);
  const sold = (token: Token) => orders.filter((order) => order.stage === "accepted" && offerOfOrder(ledger, order).terms.token === token).reduce((sum, { price }) => sum + price, 0n);
  if (orders.length === 0) return <Section title={t.trade}><p className="text-ink-2">{t.tradeNone}</p></Section>;
  return (
    <Section title={t.trade} note={t.projectNote} aside={<a href={`#/ledgers/statement?project=${project}`} className="opens reach text-sm">{t.statement}</a>}>
      <Rows>
        <TradeRows trade={projectTrade(ledger, project)} />
        <MoneyRow label={t.accepted} tokens={tokens} amount={sold} />
        <MoneyRow label={t.surplus} tokens={tokens} amount={surplus} />
        <MoneyRow label={t.reserve} tokens={tokens} amount={(token) => reserveWithArrivals(ledger, project, token)} />
      </Rows>
    </Section>
  );
}

/** One line of money, token by token; nothing where there is none. */
function MoneyRow({ label, tokens, amount }: { label: string; tokens: readonly Token[]; amount: (token: Token) => bigint }) {
  const some = tokens.filter((token) => amount(token) > 0n);
  if (some.length === 0) return null;
  return <FactRow label={label}>{some.map((token) => <span key={token} className="ms-3"><Money token={token} amount={amount(token)} /></span>)}</FactRow>;
}
