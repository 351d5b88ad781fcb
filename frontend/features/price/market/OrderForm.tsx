import { type FormEvent, useState } from "react";
import type { OrderRecord } from "#client/price/types.ts";
import { purseOf } from "#client/price/accounts.ts";
import { fundObstacle, pledgedBy } from "#client/price/may.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { formatMoney, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { FactRow } from "../../../shared/parts/Row.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { proposeFund } from "./acts.ts";
import { marketText } from "./text.ts";
import { leftOf, type OfferView, thingOf, useActor } from "./views.ts";
import { useSellerSignature } from "./useSignature.ts";

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** How much, what it comes to, and out of which purse: the one thing to do on an offer's page. */
export function OrderForm({ offer }: { offer: OfferView }) {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const me = useActor();
  const signature = useSellerSignature(offer);
  const [written, setWritten] = useState("1");
  const { terms, record } = offer;
  useTokenFacts(terms.token);
  const group = terms.target > 0n;
  const thing = thingOf(offer.uri, terms, language);
  const mine = me && record ? pledgedBy(ledger, me, record) : 0n;
  const most = group ? least(leftOf(offer), terms.most - mine) : leftOf(offer);
  const quantity = /^\d{1,18}$/.test(written.normalize("NFKC").trim()) ? BigInt(written.normalize("NFKC").trim()) : null;
  const total = terms.price * (quantity ?? 0n);
  const purse = me ? purseOf(ledger, me, terms.token) : 0n;
  const obstacle = me && quantity ? fundObstacle(ledger, terms, me, quantity, now, record ?? undefined) : null;
  const short = me !== null && total > purse;
  const closed = whyNot();
  function whyNot(): string | undefined {
    if (signature === undefined) return t.looking;
    if (signature === null) return t.noSignature;
    if (obstacle && obstacle !== "PurseTooSmall") return (t.obstacles as Readonly<Record<string, string>>)[obstacle] ?? t.obstacles.other;
    return short ? t.purseShort(formatMoney(terms.token, total - purse, language, true)) : undefined;
  }
  const wrong = quantity === null || quantity === 0n ? t.fault.whole : quantity > most ? t.upTo(formatWhole(most, language)) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (me === null) return askForSigner();
    if (!wrong && !closed && quantity && signature) proposeFund(ledger, offer, signature, quantity, me, now);
  };
  return (
    <Card>
      <h2 className="text-xl">{group ? t.join : t.order}</h2>
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <Field label={t.quantity} inputMode="numeric" value={written} unit={thing.unit} hint={t.upTo(formatWhole(most, language))} error={written === "" ? undefined : wrong} onChange={(event) => setWritten(event.target.value)} />
        <ul className="[&>li]:border-b [&>li]:border-line">
          <FactRow label={t.held}><Money token={terms.token} amount={total} size="card" exact /></FactRow>
          {me !== null && <FactRow label={t.purseNow}><Money token={terms.token} amount={purse} exact /></FactRow>}
          {me !== null && !short && <FactRow label={t.purseAfter}><Money token={terms.token} amount={purse - total} exact /></FactRow>}
        </ul>
        <p className="text-sm text-ink-2">{group ? t.joinNote(formatMoment(terms.closes, language, now)) : t.orderNote}</p>
        <Button type="submit" wide closed={me === null ? undefined : closed}>{group ? t.join : t.ordering}</Button>
        {short && <a href="#/purse" className="inline-flex min-h-11 items-center self-start underline underline-offset-4">{t.toPurse}</a>}
      </form>
    </Card>
  );
}

/** The orders of an offer that are the reader's, newest first. */
export const mineOf = (orders: readonly (OrderRecord | undefined)[], me: string | null): OrderRecord[] => orders.filter((order): order is OrderRecord => order !== undefined && order.buyer === me).toReversed();
