import { useParams } from "@tanstack/react-router";
import { NO_ONE } from "#client/price/holders.ts";
import { arbiterIsPaid, cancelOfferObstacle } from "#client/price/may.ts";
import { flowWords } from "#client/price/words.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatMoment, formatSpan } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { ProjectName } from "../../work/projects/ProjectName.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { proposeCancelOffer } from "./acts.ts";
import { BringOffer } from "./BringOffer.tsx";
import { mineOf, OrderForm } from "./OrderForm.tsx";
import { PriceParts } from "./PriceParts.tsx";
import { HolderName, OrderRow, useDealings } from "./rows.tsx";
import { ShareOffer, Signatures } from "./Signatures.tsx";
import { useShelf } from "./shelf.ts";
import { marketText } from "./text.ts";
import { useSellerSignature } from "./useSignature.ts";
import { findOffer, holderName, leftOf, type OfferView, standOfOffer, thingOf, useActor } from "./views.ts";

/** An offer or a group buy: what, of what its price is made, how to order it, who has signed. */
export function OfferPage() {
  const t = useWords(marketText);
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  return <BooksGate>{() => <Found key={id} id={id} missing={t.notHere} />}</BooksGate>;
}

function Found({ id, missing }: { id: string; missing: string }) {
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const shelf = useShelf();
  const offer = deployment && findOffer(ledger, id, shelf?.items ?? [], deployment);
  if (!offer)
    return (
      <Page title={missing}>
        <EmptyState sentence={missing} hint={t.notHereHint} action={<a href="#/market" className={buttonClass("second")}>{t.toOffers}</a>} />
        <BringOffer />
      </Page>
    );
  const thing = thingOf(offer.uri, offer.terms, language);
  return (
    <Page title={thing.name} lead={thing.text}>
      <View offer={offer} />
      <PracticeFoot />
    </Page>
  );
}

function View({ offer }: { offer: OfferView }) {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const me = useActor();
  const signature = useSellerSignature(offer);
  const { terms, record, item } = offer;
  const thing = thingOf(offer.uri, terms, language);
  const stand = standOfOffer(ledger, offer, now);
  const group = terms.target > 0n;
  const orders = record?.orders.map((order) => ledger.price.orders.get(order)) ?? [];
  const mine = mineOf(orders, me);
  const seller = me !== null && me === `0x${terms.seller.toString(16).padStart(40, "0")}`;
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
      <div className="order-2 min-w-0 lg:order-1">
        {stand !== "open" && !group && stand !== "waits" && <Notice>{{ takenBack: t.takenBackWord, closed: t.closedWord, soldOut: t.soldOut }[stand as "closed"]}</Notice>}
        <Section title={t.made} note={t.madeNote(thing.unit)}>
          <PriceParts project={terms.project} token={terms.token} price={terms.price} costs={terms.costs} buyer />
        </Section>
        <Section title={t.facts}><Facts offer={offer} /></Section>
        {!record && item && <Signatures item={item} />}
        {orders.length > 0 && <Section title={t.offerOrders}><Rows>{orders.map((order) => order && <OrderRow key={order.id} order={order} note={holderName(order.buyer)[language]} />)}</Rows></Section>}
        <ShareOffer offer={offer} signature={signature ?? null} />
        {seller && record && cancelOfferObstacle(record, me) === null && <p className="mt-6"><Button look="second" onClick={() => proposeCancelOffer(offer)}>{t.takeBack}</Button></p>}
      </div>
      <div className="order-1 flex min-w-0 flex-col gap-4 lg:sticky lg:top-6 lg:order-2">
        <p>
          <Money token={terms.token} amount={terms.price} size="hero" />
          <span className="ms-2 text-ink-2">{t.perUnit(thing.unit)}</span>
        </p>
        {group && <Group offer={offer} stand={stand} track={mine[0]?.id ?? null} />}
        {stand === "open" && <OrderForm offer={offer} />}
      </div>
    </div>
  );
}

function Facts({ offer }: { offer: OfferView }) {
  const t = useWords(marketText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const { terms } = offer;
  const thing = thingOf(offer.uri, terms, language);
  const dealings = useDealings(terms.project);
  return (
    <ul className="[&>li]:border-b [&>li]:border-line">
      <FactRow label={t.seller}><MemberName id={terms.seller} /></FactRow>
      <FactRow label={t.project}><ProjectName id={terms.project} /></FactRow>
      <FactRow label={t.record}>{dealings || <span className="font-normal text-ink-2">{t.recordNone}</span>}</FactRow>
      {thing.place && <FactRow label={t.place}>{thing.place}</FactRow>}
      <FactRow label={t.flow}>{flowWords[terms.flow][language]}</FactRow>
      <FactRow label={t.window}>{formatSpan(terms.window, language)}</FactRow>
      <FactRow label={t.leftWord}><span className="num">{formatWhole(leftOf(offer), language)} / {formatWhole(terms.quantity, language)}</span></FactRow>
      <FactRow label={t.closes}><Deadline at={terms.closes} closedWord={t.closedWord} stacked /></FactRow>
      <FactRow label={t.arbiter}>{terms.arbiter === NO_ONE ? t.noArbiter : <HolderName holder={terms.arbiter} />}</FactRow>
      {arbiterIsPaid(ledger, terms) && <li className="py-3"><Notice>{t.arbiterPaid}</Notice></li>}
      {!thing.known && <FactRow label={t.itemDigest}><Hash hash={terms.item} label={t.itemDigest} /></FactRow>}
    </ul>
  );
}

/** How far a group buy has come, and each of its honest ends. */
function Group({ offer, stand, track }: { offer: OfferView; stand: ReturnType<typeof standOfOffer>; track: string | null }) {
  const { now } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const { terms, record } = offer;
  const have = record?.filled ?? 0n;
  const missing = terms.target > have ? terms.target - have : 0n;
  const part = (amount: bigint) => `${Math.min(100, Number((amount * 1000n) / terms.target) / 10)}%`;
  const whole = (amount: bigint) => formatWhole(amount, language);
  return (
    <section aria-label={t.group} className="rounded-md bg-sheet p-5">
      <p className="font-serif text-xl">{stand === "reached" ? t.reachedWord : stand === "missed" ? t.missedWord : stand === "takenBack" ? t.takenBackWord : t.groupMissing(whole(missing))}</p>
      <div aria-hidden="true" className="mt-3 h-3 overflow-hidden rounded-sm bg-well"><span className="block h-full bg-price-mid" style={{ width: part(have) }} /></div>
      <p className="num mt-2">{t.groupState(whole(have), whole(terms.target))} · {t.groupMost(whole(terms.most))}</p>
      {stand === "open" && <p className="mt-2"><Deadline at={terms.closes} /></p>}
      <p className="prose mt-2 text-sm text-ink-2">
        {stand === "reached" ? t.groupReached(formatMoment(record!.reachedAt!, language, now)) : stand === "missed" || stand === "takenBack" ? t.groupMissed : t.groupIfMissed(formatMoment(terms.closes, language, now))}
      </p>
      {track && <p className="mt-3"><a href={`#/market/order/${track}`} className={buttonClass("second", true)}>{stand === "missed" || stand === "takenBack" ? t.refundNow : t.track}</a></p>}
    </section>
  );
}
