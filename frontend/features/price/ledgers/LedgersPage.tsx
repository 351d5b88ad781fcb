import { useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import type { Token } from "#client/chain/ids.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { Freshness } from "../../../shared/chain/Freshness.tsx";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Dialog } from "../../../shared/parts/Dialog.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { PriceSide } from "./PriceSide.tsx";
import { ledgersText } from "./text.ts";
import { ValueSide } from "./ValueSide.tsx";
import { epochState, type Span, tokensByOrders } from "./views.ts";

/** The two ledgers side by side, never added: where each came from, where it went, and its newest rows. */
export function LedgersPage() {
  const t = useWords(ledgersText);
  const [asking, setAsking] = useState(false);
  const lead = (
    <>
      {t.lead}{" "}
      <button type="button" className="opens reach" onClick={() => setAsking(true)}>{t.whyTwo}</button>
    </>
  );
  return (
    <Page title={t.title} lead={lead}>
      <BooksGate>{() => <Ledgers />}</BooksGate>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t.whyTwoTitle}>
        {[t.whyTwoBody.value, t.whyTwoBody.price, t.whyTwoBody.why].map((text) => <p key={text} className="prose mb-3">{text}</p>)}
      </Dialog>
      <PracticeFoot />
    </Page>
  );
}

function Ledgers() {
  const t = useWords(ledgersText);
  const { ledger, now } = useLedger();
  const [span, setSpan] = useState<Span>(null);
  const tokens = tokensByOrders(ledger);
  const [token, setToken] = useState<Token | undefined>(tokens[0]);
  const epochs = Array.from({ length: epochOf(ledger, now) + 1 }, (_, at) => at).toReversed();
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="w-full sm:w-72">
          <Select label={t.period} value={span ?? "all"} onChange={({ target }) => setSpan(target.value === "all" ? null : Number(target.value))}>
            <option value="all">{t.all}</option>
            {epochs.map((epoch) => <option key={epoch} value={epoch}>{t.epochOption(epoch, t.state[epochState(ledger, epoch, now)])}</option>)}
          </Select>
        </div>
        {tokens.length > 1 && token && (
          <div className="w-full sm:w-56">
            <Select label={t.token} value={token} onChange={({ target }) => setToken(target.value as Token)}>
              {tokens.map((one) => <TokenOption key={one} token={one} />)}
            </Select>
          </div>
        )}
        <Freshness />
      </div>
      <div className="mt-6 grid gap-4 xl:grid-cols-2">
        <ValueSide key={`value/${span}`} span={span} />
        <PriceSide key={`price/${token}/${span}`} token={token ?? null} span={span} />
      </div>
      <Section title={t.ways}>
        <Rows>
          <LinkRow href="#/ledgers/dividends" title={t.dividends} />
          <LinkRow href="#/ledgers/statement" title={t.statement} />
          <LinkRow href="#/commons" title={t.commons} />
          <LinkRow href="#/industry" title={t.industry} />
        </Rows>
      </Section>
    </>
  );
}

function TokenOption({ token }: { token: Token }) {
  const { symbol, name } = useTokenFacts(token);
  return <option value={token}>{`${symbol} · ${name}`}</option>;
}
