import type { Holder, Token } from "#client/chain/ids.ts";
import { listedTokens, purseOf } from "#client/price/accounts.ts";
import { canonical, memberOfHolder } from "#client/price/holders.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useWords } from "../../../shared/language/language.ts";
import { CoinGlyph } from "../../../shared/look/icons.tsx";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { useActor } from "../market/views.ts";
import { proposeAdopt } from "./acts.ts";
import { Deposit } from "./Deposit.tsx";
import { Entries } from "./Entries.tsx";
import { purseText } from "./text.ts";
import { Withdraw } from "./Withdraw.tsx";

/** What the reader has here, how it came and went, and how to put in and take out. */
export function PursePage() {
  const t = useWords(purseText);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-200">
        <BooksGate>{() => <Purse />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Purse() {
  const { ledger } = useLedger();
  const t = useWords(purseText);
  const me = useActor();
  if (me === null) return <EmptyState sentence={t.visitor} action={<Button onClick={askForSigner}>{t.takeSeat}</Button>} />;
  const listed = listedTokens(ledger);
  const tokens = [...listed, ...[...ledger.price.tokens.keys()].filter((token) => !listed.includes(token) && purseOf(ledger, me, token) > 0n)];
  return (
    <>
      {memberOfHolder(me) === 0 && <Notice action={<a href="#/join" className={buttonClass("second", true)}>{t.strangerJoin}</a>}><strong>{t.stranger}</strong> {t.strangerNote}</Notice>}
      {tokens.length === 0 && <EmptyState sentence={t.noTokens} />}
      {tokens.map((token) => <TokenPurse key={`${me}${token}`} me={me} token={token} listed={listed.includes(token)} />)}
      <Adopt me={me} />
      <Section title={t.history}><Entries entries={ledger.price.entries.get(me) ?? []} /></Section>
    </>
  );
}

/** Of a holder's open orders in a token, their price. */
function useEscrow(me: Holder, token: Token): bigint {
  const { ledger } = useLedger();
  let sum = 0n;
  for (const order of ledger.price.orders.values()) if (order.end === null && canonical(ledger, order.buyer) === me && offerOfOrder(ledger, order).terms.token === token) sum += order.price;
  return sum;
}

function TokenPurse({ me, token, listed }: { me: Holder; token: Token; listed: boolean }) {
  const { ledger } = useLedger();
  const t = useWords(purseText);
  const escrow = useEscrow(me, token);
  return (
    <section aria-label={t.holds} className="mt-5 rounded-md bg-price-wash p-5 first:mt-0 sm:p-7">
      <h2 className="flex items-center gap-2 font-sans text-base font-semibold text-price"><CoinGlyph />{t.holds}</h2>
      <p className="mt-2"><Money token={token} amount={purseOf(ledger, me, token)} size="hero" /></p>
      {escrow > 0n && <p className="mt-1 text-ink-2">{t.escrow} <Money token={token} amount={escrow} /></p>}
      {!listed && <p className="mt-2 text-ink-2">{t.delisted}</p>}
      <div className="mt-5 grid gap-6 rounded-md bg-sheet p-5 md:grid-cols-2">
        {listed && <Deposit me={me} token={token} />}
        <Withdraw me={me} token={token} />
      </div>
    </section>
  );
}

/** Purses that lie by an address that was a key of the reader's. */
function Adopt({ me }: { me: Holder }) {
  const { ledger } = useLedger();
  const t = useWords(purseText);
  const signer = useSigner();
  const found = [...ledger.price.purses].flatMap(([key, amount]) => {
    const [former, token] = key.split(".") as [Holder, Token];
    return amount > 0n && former !== me && canonical(ledger, former) === me ? [{ former, token, amount }] : [];
  });
  if (found.length === 0 || !signer) return null;
  return (
    <Section title={t.adopt} note={t.adoptNote}>
      <ul>
        {found.map(({ former, token, amount }) => (
          <li key={former + token} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <Money token={token} amount={amount} size="row" />
            <Button look="second" small onClick={() => proposeAdopt(ledger, former, me, token)}>{t.adopt}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
