import { epochOf } from "#client/chain/clock.ts";
import type { ProjectId, Token } from "#client/chain/ids.ts";
import { surplusTermsIn } from "#client/price/accounts.ts";
import { splitSurplus, surplusPerUnit } from "#client/price/math.ts";
import type { CostLine } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatPercent } from "../../../shared/language/money.ts";
import { Money } from "../../../shared/parts/Money.tsx";
import { HolderName } from "./rows.tsx";
import { marketText } from "./text.ts";

/** What a price is made of, before anyone orders: who is paid and for what, and how the rest will be shared. `buyer`: the reader would be the buyer. */
export function PriceParts({ project, token, price, costs, buyer }: { project: ProjectId; token: Token; price: bigint; costs: readonly Pick<CostLine, "to" | "flow" | "amount">[]; buyer: boolean }) {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const surplus = surplusPerUnit(price, costs);
  const parts = splitSurplus(surplus, surplusTermsIn(ledger, project, epochOf(ledger, now)));
  const shared = [
    [buyer ? t.rebate : t.rebateOf, parts.rebate],
    [t.dividend, parts.dividend],
    [t.commons, parts.commons + parts.capital],
    [t.reserve, parts.reserve],
  ] as const;
  return (
    <>
      <Bars price={price} costs={costs} surplus={surplus} />
      <ul className="[&>li]:border-b [&>li]:border-line">
        {costs.map((line, place) => (
          <Part key={place} label={<>{t.line} <HolderName holder={line.to} /> <span className="text-ink-2">{flowWords[line.flow][language]}</span></>} share={formatPercent(line.amount, price, language)}>
            <Money token={token} amount={line.amount} exact />
          </Part>
        ))}
        <Part label={<span className="font-semibold">{t.surplus}</span>} share={formatPercent(surplus, price, language)}>
          <Money token={token} amount={surplus} exact />
        </Part>
      </ul>
      <p className="mt-3 text-sm text-ink-2">{t.surplusNote}</p>
      <ul className="ms-4 [&>li]:border-b [&>li]:border-line [&>li]:last:border-b-0">
        {shared.map(([label, amount]) => (
          <Part key={label} label={label} share={formatPercent(amount, price, language)}>
            <Money token={token} amount={amount} exact />
          </Part>
        ))}
      </ul>
    </>
  );
}

function Part({ label, share, children }: { label: React.ReactNode; share: string; children: React.ReactNode }) {
  return (
    <li className="flex min-h-11 items-baseline justify-between gap-3 py-2">
      <span className="min-w-0">{label}</span>
      <span className="keep flex items-baseline gap-3">
        <span className="num text-sm text-ink-2">{share}</span>
        <span className="min-w-20 text-end">{children}</span>
      </span>
    </li>
  );
}

/** The same as a bar; the rows below say it in words. */
function Bars({ price, costs, surplus }: { price: bigint; costs: readonly { readonly amount: bigint }[]; surplus: bigint }) {
  const width = (amount: bigint) => `${price === 0n ? 0 : Number((amount * 1000n) / price) / 10}%`;
  return (
    <div aria-hidden="true" className="mb-2 flex h-3 gap-0.5 overflow-hidden rounded-sm bg-well">
      {costs.map(({ amount }, place) => <span key={place} className="bg-price-mid opacity-60" style={{ width: width(amount) }} />)}
      <span className="bg-price" style={{ width: width(surplus) }} />
    </div>
  );
}
