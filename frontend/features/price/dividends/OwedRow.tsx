import { useMemo } from "react";
import { COOPERATIVE, type MemberId } from "#client/chain/ids.ts";
import type { Dividends } from "#client/price/accounts.ts";
import { type DividendSource, dividendSources } from "#client/price/dividendSources.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { formatMoney, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicroExactly } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { ProjectName } from "../../work/projects/ProjectName.tsx";
import { orderLink, orderTitle } from "../ledgers/titles.ts";
import { proposeDivide, proposeDividends } from "./propose.ts";
import { dividendsText } from "./text.ts";

/** What a member can draw of one project and token, the act, and on asking what it came of. */
export function OwedRow({ member, dividends, alone }: { member: MemberId; dividends: Dividends; alone: boolean }) {
  const t = useWords(dividendsText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const { project, token, owed, uncounted, drawn, divideFirst } = dividends;
  useTokenFacts(token);
  const notes = [drawn > 0n && t.drawn(formatMoney(token, drawn, language)), uncounted.length > 0 && t.uncounted(uncounted.length), divideFirst && t.divideFirst].filter(Boolean);
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <span className="min-w-0 flex-1 basis-40">
          <span className="block text-lg leading-snug"><ProjectName id={project} /></span>
          <span className="block text-sm text-ink-2">{notes.join(language === "zh" ? "；" : "; ")}</span>
        </span>
        <Money token={token} amount={owed} size="row" />
        {divideFirst ? (
          <Button small onClick={() => proposeDivide(project, token)}>{t.divide}</Button>
        ) : (
          <Button small look={alone ? "primary" : "second"} aria-label={t.drawOf(projectWords(project)[language])} onClick={() => proposeDividends(ledger, member, [dividends])}>{t.drawOne}</Button>
        )}
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.sources}</summary>
        <Sources member={member} dividends={dividends} />
      </details>
    </li>
  );
}

function Sources({ member, dividends: { project, token } }: { member: MemberId; dividends: Dividends }) {
  const t = useWords(dividendsText);
  const { ledger, now } = useLedger();
  const minute = Math.floor(now / 60);
  const sources = useMemo(() => dividendSources(ledger, project, token, member, minute * 60), [ledger, project, token, member, minute]);
  return (
    <div className="border-s-2 border-line ps-4">
      <p className="text-sm text-ink-2">{project === COOPERATIVE ? t.cooperative : t.ownPart}</p>
      {sources.map((source) => <Source key={source.epoch} source={source} token={token} />)}
    </div>
  );
}

/** An epoch's dividend as a sum that can be done again, then the orders behind it. */
function Source({ source, token }: { source: DividendSource; token: Dividends["token"] }) {
  const t = useWords(dividendsText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const show = (amount: bigint) => formatMoney(token, amount, language, true);
  const shares = (micro: bigint) => formatMicroExactly(micro, language);
  return (
    <div className="mt-3">
      <h3 className="font-sans text-base font-semibold">
        {t.sourceEpoch(source.epoch)} <Money token={token} amount={source.amount} />
        {!source.divided && <span className="ms-2 text-sm font-normal text-ink-2">{t.notDivided}</span>}
      </h3>
      <p className="num text-sm text-ink-2">{t.sourceSum(show(source.dividend), shares(source.mine), shares(source.all), show(source.amount))}</p>
      <p className="mt-1 text-sm text-ink-2">{t.fromOrders(source.surpluses.length)}</p>
      <ul>
        {source.surpluses.map(({ surplus, part }) => {
          const order = ledger.price.orders.get(surplus.order);
          return (
            <li key={surplus.order} className="flex min-h-11 items-center justify-between gap-4 text-sm">
              <a href={orderLink(surplus.order)} className="opens">{order ? orderTitle(ledger, order, language) : surplus.order.slice(0, 10)}</a>
              <Money token={token} amount={part} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
