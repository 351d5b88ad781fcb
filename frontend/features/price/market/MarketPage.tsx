import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { openOffers, openRequests } from "#client/price/may.ts";
import { ordersOf } from "#client/price/orders.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useWords } from "../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { Rows } from "../../../shared/parts/Row.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { bundleIn } from "../../people/pass/link.ts";
import { proposeCancelAll } from "./acts.ts";
import { BringOffer } from "./BringOffer.tsx";
import { type Chosen, Filters, passes, unfiltered } from "./Filters.tsx";
import { useOrderNote } from "./orderNote.ts";
import { OfferRow, OrderRow, RequestRow } from "./rows.tsx";
import { marketItemsIn, pathOf, useShelf } from "./shelf.ts";
import { marketText } from "./text.ts";
import { offerOfRecord, offersOnShelf, requestOfRecord, requestsOnShelf, standOfOffer, useActor } from "./views.ts";

type Tab = "offers" | "requests" | "groups" | "orders";
const paths: Readonly<Record<Tab, string>> = { offers: "#/market", requests: "#/market/requests", groups: "#/market/groups", orders: "#/market/orders" };

/** What is offered. */
export const OffersPage = () => <MarketPage tab="offers">{() => <Offers groups={false} />}</MarketPage>;
/** What is asked for. */
export const RequestsPage = () => <MarketPage tab="requests">{() => <Requests />}</MarketPage>;
/** What is made once enough is pledged. */
export const GroupsPage = () => <MarketPage tab="groups">{() => <Offers groups />}</MarketPage>;
/** The reader's orders, as buyer, seller, beneficiary or arbiter. */
export const OrdersPage = () => <MarketPage tab="orders">{() => <Orders />}</MarketPage>;

function MarketPage({ tab, children }: { tab: Tab; children: () => ReactNode }) {
  const t = useWords(marketText);
  const aside = tab === "requests" ? <a href="#/market/ask" className={buttonClass("primary")}>{t.askLong}</a> : <a href="#/market/sell" className={buttonClass("primary")}>{t.sellLong}</a>;
  return (
    <Page title={t.title} lead={t.lead} aside={tab === "orders" ? undefined : aside}>
      <div className="max-w-200">
        <nav aria-label={t.tabs} className="no-print mb-6">
          <ul className="flex flex-wrap border-b border-line">
            {(["offers", "requests", "groups", "orders"] as const).map((one) => (
              <li key={one}>
                <a href={paths[one]} aria-current={one === tab ? "page" : undefined} className={`flex min-h-12 items-center px-3 sm:px-4 ${one === tab ? "-mb-px border-b-2 border-ink font-semibold" : "text-ink-2 hover:text-ink"}`}>{t[one]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <BooksGate>{() => <><Link />{children()}</>}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

/** Takes in what a link brought along, and goes where it is shown. */
function Link() {
  const { b } = useSearch({ strict: false }) as { b?: unknown };
  const { deployment } = useNetwork();
  const shelf = useShelf();
  const go = useNavigate();
  const ready = shelf !== null && deployment !== null;
  useEffect(() => {
    if (!shelf || !deployment || b === undefined) return;
    const items = marketItemsIn(bundleIn(b), deployment);
    if (items.length === 0) return;
    shelf.add(items);
    void go({ to: items.length === 1 ? pathOf(items[0]!, deployment) : "/market", search: {}, replace: true });
    // eslint-disable-next-line react/exhaustive-deps -- once for each link, as soon as the shelf is read
  }, [b, ready]);
  return null;
}

/** Items that are in this browser and not on record. */
function useBrought() {
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  const items = useShelf()?.items ?? [];
  if (!deployment) return { offers: [], requests: [] };
  return {
    offers: [...offersOnShelf(items, deployment)].filter(([id]) => !ledger.price.offers.has(id)).map(([id, item]) => ({ id, terms: item, uri: item.uri, record: null, item })),
    requests: [...requestsOnShelf(items, deployment)].filter(([id]) => !ledger.price.requests.has(id)).map(([id, item]) => ({ id, terms: item, uri: item.uri, record: null, item })),
  };
}

function Offers({ groups }: { groups: boolean }) {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const [chosen, setChosen] = useState<Chosen>(unfiltered);
  const open = groups ? [...ledger.price.offers.values()].toReversed() : openOffers(ledger, now);
  const all = open.map((record) => offerOfRecord(record)).filter((offer) => offer.terms.target > 0n === groups);
  // Group buys under way and missed ones stay in sight for those who pledged.
  const sorted = groups ? all.toSorted((a, b) => Number(standOfOffer(ledger, b, now) === "open") - Number(standOfOffer(ledger, a, now) === "open")) : all;
  const shown = sorted.filter(({ terms }) => passes(ledger, terms, chosen));
  const brought = useBrought().offers.filter(({ terms }) => terms.target > 0n === groups);
  return (
    <>
      {all.length > 1 && <Filters of={all.map(({ terms }) => terms)} chosen={chosen} onChoose={setChosen} />}
      {all.length === 0 && <EmptyState sentence={groups ? t.noGroups : t.noOffers} hint={groups ? t.noGroupsHint : t.noOffersHint} />}
      {all.length > 0 && shown.length === 0 && <p className="py-6 text-ink-2">{t.noneFits}</p>}
      <Rows label={groups ? t.groups : t.offers}>{shown.map((offer) => <OfferRow key={offer.id} offer={offer} />)}</Rows>
      {brought.length > 0 && <Section title={t.brought} note={t.broughtNote}><Rows>{brought.map((offer) => <OfferRow key={offer.id} offer={offer} />)}</Rows></Section>}
      <BringOffer />
    </>
  );
}

function Requests() {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const [chosen, setChosen] = useState<Chosen>(unfiltered);
  const all = openRequests(ledger, now).map((record) => requestOfRecord(record));
  const shown = all.filter(({ terms }) => passes(ledger, terms, chosen));
  const brought = useBrought().requests;
  return (
    <>
      {all.length > 1 && <Filters of={all.map(({ terms }) => terms)} chosen={chosen} onChoose={setChosen} />}
      {all.length === 0 && <EmptyState sentence={t.noRequests} hint={t.noRequestsHint} />}
      {all.length > 0 && shown.length === 0 && <p className="py-6 text-ink-2">{t.noneFits}</p>}
      <Rows label={t.requests}>{shown.map((request) => <RequestRow key={request.id} request={request} />)}</Rows>
      {brought.length > 0 && <Section title={t.brought} note={t.broughtNote}><Rows>{brought.map((request) => <RequestRow key={request.id} request={request} />)}</Rows></Section>}
      <BringOffer />
    </>
  );
}

function Orders() {
  const { ledger } = useLedger();
  const t = useWords(marketText);
  const me = useActor();
  const note = useOrderNote();
  if (me === null) return <EmptyState sentence={t.noOrdersVisitor} action={<Button onClick={askForSigner}>{t.takeSeat}</Button>} />;
  const orders = ordersOf(ledger, me);
  if (orders.length === 0) return <EmptyState sentence={t.noOrders} hint={t.noOrdersHint} action={<a href="#/market" className={buttonClass("second")}>{t.toOffers}</a>} />;
  const sorted = orders.toSorted((a, b) => Number(a.end !== null) - Number(b.end !== null));
  return (
    <>
      <Rows label={t.orders}>{sorted.map((order) => <OrderRow key={order.id} order={order} note={note(order)} />)}</Rows>
      <p className="mt-6"><Button look="text" onClick={proposeCancelAll}>{t.cancelAll}</Button></p>
    </>
  );
}
