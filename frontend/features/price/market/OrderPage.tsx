import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { OrderId } from "#client/chain/ids.ts";
import { offerOfOrder, type OrderAct, type Step, stageOfOrder } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { FactRow } from "../../../shared/parts/Row.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { DisputeForm, RateForm, SplitForm } from "./OrderForms.tsx";
import { MoneyTimeline } from "./MoneyTimeline.tsx";
import { OrderTimeline } from "./OrderTimeline.tsx";
import { isPlain, proposePlain } from "./orderActs.ts";
import { choicesOf, clockSentence } from "./orderNote.ts";
import { orderText } from "./orderText.ts";
import { StateBar } from "./StateBar.tsx";
import { holderName, thingOf, useActor } from "./views.ts";
import { holderOfMember } from "#client/price/holders.ts";

/** An order: how far it has come, the one next step, where the money is, what happened. */
export function OrderPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  return <BooksGate>{() => <Found key={id} id={id as OrderId} />}</BooksGate>;
}

function Found({ id }: { id: OrderId }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const order = ledger.price.orders.get(id);
  if (!order) return <Page title={t.notHere}><EmptyState sentence={t.notHere} hint={t.notHereHint} action={<a href="#/market/orders" className={buttonClass("second")}>{orderText[language].offer}</a>} /></Page>;
  const { terms, uri } = offerOfOrder(ledger, order);
  const thing = thingOf(uri, terms, language);
  return (
    <Page title={t.title(thing.name, formatWhole(order.quantity, language))} lead={t.lead(holderName(order.buyer)[language], holderName(holderOfMember(terms.seller))[language])}>
      <div className="max-w-200">
        <View order={order} />
        <PracticeFoot />
      </div>
    </Page>
  );
}

function View({ order }: { order: OrderRecord }) {
  const { ledger, now } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const { uri, terms } = offerOfOrder(ledger, order);
  return (
    <>
      <StateBar order={order} />
      <p className="mt-3 font-serif text-lg">{clockSentence(ledger, order, now, language)}</p>
      <div className="mt-5"><Next order={order} /></div>
      <Section title={t.money}><MoneyTimeline order={order} /></Section>
      <Section title={t.timeline}><OrderTimeline order={order} /></Section>
      <ul className="mt-6"><FactRow label={t.offer}><a className="opens" href={`#/market/offer/${order.offer}`}>{thingOf(uri, terms, language).name}</a></FactRow></ul>
    </>
  );
}

const forms: readonly OrderAct[] = ["dispute", "split", "arbitrate", "rate"];

/** The one step that comes first for the reader, and behind "more" whatever else is open to them. */
function Next({ order }: { order: OrderRecord }) {
  const { ledger, now } = useLedger();
  const t = useWords(orderText);
  const signer = useSigner();
  const me = useActor();
  const [open, setOpen] = useState<OrderAct | null>(null);
  if (me === null) return <Card><p>{t.visitor}</p>{!signer && <p className="mt-4"><Button onClick={askForSigner}>{t.next}</Button></p>}</Card>;
  const { role, primary, others } = choicesOf(ledger, order, me, now);
  if (role === null) return <Card><p>{t.stranger}</p></Card>;
  const press = (act: OrderAct) => (isPlain(act) ? proposePlain(ledger, order, act) : setOpen(open === act ? null : act));
  const shown = open ?? (primary && forms.includes(primary.act) ? primary.act : null);
  return (
    <Card>
      <p className="text-sm text-ink-2">{t.roles[role]}</p>
      <h2 className="mt-1 text-xl">{primary ? t.next : t.waiting}</h2>
      {!primary && <p className="mt-1 text-ink-2">{t.waitingFor[stageOfOrder(ledger, order)]}</p>}
      {primary && <p className="prose mt-1 text-ink-2">{t.notes[primary.act]}</p>}
      {primary && shown !== primary.act && <p className="mt-4"><Button onClick={() => press(primary.act)}>{t.acts[primary.act]}</Button></p>}
      {shown && <div className="mt-4"><Form act={shown} order={order} /></div>}
      {others.length > 0 && <More steps={others} onPress={press} />}
    </Card>
  );
}

function Form({ act, order }: { act: OrderAct; order: OrderRecord }) {
  if (act === "rate") return <RateForm order={order} />;
  if (act === "dispute") return <DisputeForm order={order} />;
  return <SplitForm order={order} arbiter={act === "arbitrate"} />;
}

/** What else can be done, now or later, each with what it means. */
function More({ steps, onPress }: { steps: readonly Step[]; onPress: (act: OrderAct) => void }) {
  const { now } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  return (
    <details className="mt-5 border-t border-line pt-2">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t.more}</summary>
      <ul className="[&>li]:border-b [&>li]:border-line [&>li:last-child]:border-b-0">
        {steps.map(({ act, from, until }) => (
          <li key={act} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="min-w-0 flex-1 basis-56">
              <span className="block font-semibold">{t.acts[act]}</span>
              <span className="block text-sm text-ink-2">{t.notes[act]}{until !== null && from === null && ` ${t.until(formatMoment(until, language, now))}`}</span>
            </span>
            {from === null ? <Button look="second" small onClick={() => onPress(act)}>{t.acts[act]}</Button> : <span className="text-sm text-ink-2">{t.from(formatMoment(from, language, now))}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
