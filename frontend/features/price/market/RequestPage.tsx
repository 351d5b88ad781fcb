import { useParams } from "@tanstack/react-router";
import { misfit } from "#client/price/fit.ts";
import { NO_ONE } from "#client/price/holders.ts";
import { cancelRequestObstacle, openOffers } from "#client/price/may.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { flowWords } from "#client/price/words.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatSpan } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { linkTo } from "../../people/pass/link.ts";
import { PassOn } from "../../people/pass/PassOn.tsx";
import { ProjectName } from "../../work/projects/ProjectName.tsx";
import { proposeCancelRequest, proposeMeet, proposeOpenRequest } from "./acts.ts";
import { BringOffer } from "./BringOffer.tsx";
import { HolderName, OfferRow, OrderRow } from "./rows.tsx";
import { ShowAtRelay } from "./ShowAtRelay.tsx";
import { useShelf } from "./shelf.ts";
import { marketText } from "./text.ts";
import { useBuyerSignature, useSellerSignature } from "./useSignature.ts";
import { findRequest, leftOf, offerOfRecord, type OfferView, type RequestView, thingOf, useActor } from "./views.ts";

/** A request: what is wanted, which offers fit, and how to meet it. */
export function RequestPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  return <BooksGate>{() => <Found key={id} id={id} />}</BooksGate>;
}

function Found({ id }: { id: string }) {
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const shelf = useShelf();
  const request = deployment && findRequest(ledger, id, shelf?.items ?? [], deployment);
  if (!request)
    return (
      <Page title={t.requestNotHere}>
        <EmptyState sentence={t.requestNotHere} hint={t.notHereHint} action={<a href="#/market/requests" className={buttonClass("second")}>{t.requests}</a>} />
        <BringOffer />
      </Page>
    );
  const thing = thingOf(request.uri, request.terms, language);
  return (
    <Page title={thing.name} lead={thing.text}>
      <div className="max-w-200"><View request={request} /></div>
      <PracticeFoot />
    </Page>
  );
}

function View({ request }: { request: RequestView }) {
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const me = useActor();
  const signature = useBuyerSignature(request);
  const { terms, record, item, uri, id } = request;
  const thing = thingOf(uri, terms, language);
  const left = terms.quantity - (record?.filled ?? 0n);
  const open = record?.cancelledAt == null && now < terms.closes && left > 0n;
  const fits = open ? openOffers(ledger, now).filter((offer) => misfit(offer.terms, terms) === 0 && offer.terms.target === 0n).map((offer) => offerOfRecord(offer)) : [];
  const orders = record?.orders.flatMap((order) => ledger.price.orders.get(order) ?? []) ?? [];
  const bundle = deployment && signature ? writeBundle([item ?? { kind: "request", ...terms, uri, signature }], deployment) : null;
  return (
    <>
      <p><span className="me-2 text-ink-2">{t.atMost}</span><Money token={terms.token} amount={terms.price} size="hero" /><span className="ms-2 text-ink-2">{t.perUnit(thing.unit)}</span></p>
      <Section title={t.facts}>
        <ul className="[&>li]:border-b [&>li]:border-line">
          <FactRow label={t.buyer}><HolderName holder={terms.buyer} /></FactRow>
          <FactRow label={t.project}>{terms.project === 0 ? t.anyProjectField : <ProjectName id={terms.project} />}</FactRow>
          {thing.place && <FactRow label={t.place}>{thing.place}</FactRow>}
          <FactRow label={t.flow}>{flowWords[terms.flow][language]}</FactRow>
          <FactRow label={t.quantityAll}><span className="num">{t.wants(formatWhole(left, language), thing.unit)}</span></FactRow>
          <FactRow label={t.window}>{formatSpan(terms.window, language)}</FactRow>
          <FactRow label={t.closes}><Deadline at={terms.closes} closedWord={t.closedWord} stacked /></FactRow>
          <FactRow label={t.arbiter}>{terms.arbiter === NO_ONE ? t.noArbiter : <HolderName holder={terms.arbiter} />}</FactRow>
          {!thing.known && <FactRow label={t.itemDigest}><Hash hash={terms.item} label={t.itemDigest} /></FactRow>}
        </ul>
      </Section>
      {open && (
        <Section title={t.fits}>
          {fits.length === 0 && <p className="prose text-ink-2">{t.fitsNone} <a href="#/market/sell" className="underline underline-offset-4">{t.sellLong}</a></p>}
          <Rows>{fits.map((offer) => <OfferRow key={offer.id} offer={offer} />)}</Rows>
          {fits.map((offer) => <Meet key={offer.id} request={request} offer={offer} buyer={signature ?? null} left={left} />)}
        </Section>
      )}
      {orders.length > 0 && <Section title={t.offerOrders}><Rows>{orders.map((order) => <OrderRow key={order.id} order={order} />)}</Rows></Section>}
      <p className="mt-6 flex flex-wrap gap-3">
        {!record && item && <Button onClick={() => proposeOpenRequest(item, `#/market/request/${id}`)}>{t.putOnRecord}</Button>}
        {record && me !== null && open && cancelRequestObstacle(ledger, record, me) === null && <Button look="second" onClick={() => proposeCancelRequest(request)}>{t.takeBackRequest}</Button>}
      </p>
      {bundle && <Section title={t.requestAbout(thing.name)}><PassOn text={bundle} about={t.requestAbout(thing.name)} file={`request-${id.slice(2, 10)}`} link={record ? linkTo(`/market/request/${id}`) : linkTo("/market", bundle)} /><ShowAtRelay bundle={bundle} /></Section>}
    </>
  );
}

/** Brings the request and an offer that fits together, for as much as both allow. */
function Meet({ request, offer, buyer, left }: { request: RequestView; offer: OfferView; buyer: `0x${string}` | null; left: bigint }) {
  const t = useWords(marketText);
  const seller = useSellerSignature(offer) ?? null;
  const most = leftOf(offer) < left ? leftOf(offer) : left;
  return <Button look="second" small className="mt-2" closed={buyer && seller ? undefined : t.looking} onClick={() => buyer && seller && proposeMeet(request, buyer, offer, seller, most)}>{t.meet}</Button>;
}
