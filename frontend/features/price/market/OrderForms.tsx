import { type FormEvent, useState } from "react";
import type { SplitItem } from "#client/offnet/bundle.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { signableSplit } from "#client/price/digest.ts";
import { memberOfHolder } from "#client/price/holders.ts";
import { offerOfOrder, partiesOf } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { formatMoney, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatPercent, parseTokens, writeTokens } from "../../../shared/language/money.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Field, TextArea } from "../../../shared/parts/Field.tsx";
import { HOLDS } from "../../people/pass/holds.ts";
import { linkTo } from "../../people/pass/link.ts";
import { PassOn } from "../../people/pass/PassOn.tsx";
import { SignButton } from "../../people/pass/SignButton.tsx";
import { TakeIn } from "../../people/pass/TakeIn.tsx";
import { useSigning } from "../../people/pass/useSigning.ts";
import { proposeArbitrate, proposeDispute, proposeRate, proposeSplit } from "./orderActs.ts";
import { orderText } from "./orderText.ts";
import { marketItemsIn, useShelf } from "./shelf.ts";
import { holderName, useActor } from "./views.ts";

/** An objection with its reason in words. */
export function DisputeForm({ order }: { order: OrderRecord }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") proposeDispute(ledger, order, reason.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3 [&>div]:w-full">
      <TextArea label={t.causeField} hint={t.causeHint} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit">{t.acts.dispute}</Button>
    </form>
  );
}

/** One to five stars; none is chosen beforehand. */
export function RateForm({ order }: { order: OrderRecord }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const [stars, setStars] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stars) proposeRate(ledger, order, Number(stars));
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-4">
      <Choice legend={t.rateTitle} value={stars} onChoose={setStars} options={["1", "2", "3", "4", "5"].map((value) => ({ value, label: t.stars(Number(value)) }))} />
      <Button type="submit">{t.acts.rate}</Button>
    </form>
  );
}

/** How much goes back, as an amount and as a part of the price; the two fields follow each other. */
function useBack(order: OrderRecord) {
  const { ledger } = useLedger();
  const { token } = offerOfOrder(ledger, order).terms;
  const { decimals } = useTokenFacts(token);
  const [entry, setEntry] = useState<{ in: "amount" | "percent"; text: string }>({ in: "amount", text: "" });
  const hundredths = entry.in === "percent" ? parseTokens(entry.text, 2) : null;
  const amount = entry.in === "amount" ? parseTokens(entry.text, decimals) : hundredths === null ? null : (order.price * hundredths) / 10_000n;
  const back = amount !== null && amount <= order.price ? amount : null;
  // What is being written stays as it is; the other field follows it.
  const written = entry.in === "amount" ? entry.text : amount === null ? "" : writeTokens(amount, decimals);
  const percent = entry.in === "percent" ? entry.text : amount === null ? "" : writeTokens((amount * 10_000n) / order.price, 2);
  return { token, written, percent, back, setWritten: (text: string) => setEntry({ in: "amount", text }), fromPercent: (text: string) => setEntry({ in: "percent", text }) };
}

/** The form by which both sides agree, or the arbiter decides, how an order ends. */
export function SplitForm({ order, arbiter }: { order: OrderRecord; arbiter: boolean }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const { token, written, setWritten, back, percent, fromPercent } = useBack(order);
  const rest = back === null ? null : order.price - back;
  return (
    <div className="flex flex-col gap-4">
      <h3 className="text-lg">{arbiter ? t.arbitrateTitle : t.splitTitle}</h3>
      {!arbiter && <p className="prose text-ink-2">{t.splitLead}</p>}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t.backField} inputMode="decimal" value={written} error={written !== "" && back === null ? t.fault : undefined} onChange={(event) => setWritten(event.target.value)} />
        <Field label={t.percentField} inputMode="decimal" value={percent} unit="%" onChange={(event) => fromPercent(event.target.value)} />
      </div>
      {rest !== null && <p className="num text-sm text-ink-2">{t.keeps(formatMoney(token, rest, language, true))}</p>}
      {arbiter ? <Button className="self-start" closed={back === null ? t.fault : undefined} onClick={() => back !== null && proposeArbitrate(ledger, order, back)}>{t.acts.arbitrate}</Button> : <Agree order={order} back={back} />}
    </div>
  );
}

/** One side signs and hands it on; the other brings it in and acts. */
function Agree({ order, back }: { order: OrderRecord; back: bigint | null }) {
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(orderText);
  const me = useActor();
  const signing = useSigning();
  const shelf = useShelf();
  const [mine, setMine] = useState<SplitItem | null>(null);
  const theirs = shelf?.items.filter((item): item is SplitItem => item.kind === "split" && item.order === order.id && item.party !== me && isSide(item)) ?? [];
  function isSide({ party }: SplitItem): boolean {
    const { buyer, seller } = partiesOf(ledger, order, party);
    return buyer || seller;
  }
  const sign = async () => {
    if (back === null || me === null || !deployment) return;
    const id = memberOfHolder(me);
    const terms = { order: order.id, back, party: me, keyEpoch: ledger.people.members.get(id)?.keyEpoch ?? 0, expires: now + HOLDS };
    const signature = await signing.sign(signableSplit(terms, deployment));
    if (signature) setMine({ kind: "split", ...terms, signature });
  };
  const take = (text: string) => {
    const items = deployment ? marketItemsIn(text, deployment).filter((item) => item.kind === "split" && item.order === order.id) : [];
    if (items.length > 0) shelf?.add(items);
    return items.length > 0 ? null : { zh: orderText.zh.splitTakeNone, en: orderText.en.splitTakeNone };
  };
  const bundle = mine && deployment ? writeBundle([mine], deployment) : null;
  return (
    <>
      <SignButton look="second" signing={signing} closed={back === null ? t.fault : undefined} onPress={() => void sign()}>{t.splitSign}</SignButton>
      {bundle && (
        <div>
          <p className="prose mb-3">{t.splitGive}</p>
          <PassOn text={bundle} about={t.splitAbout} file={`split-${order.id.slice(2, 10)}`} link={linkTo("/market", bundle)} />
        </div>
      )}
      {theirs.map((item) => <Theirs key={item.signature} item={item} order={order} />)}
      <TakeIn label={t.splitTake} onText={take} />
    </>
  );
}

function Theirs({ item, order }: { item: SplitItem; order: OrderRecord }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const { token } = offerOfOrder(ledger, order).terms;
  return (
    <div className="rounded-md bg-well p-4">
      <p>{t.theirs(holderName(item.party)[language], formatMoney(token, item.back, language, true), formatPercent(item.back, order.price, language))}</p>
      <p className="mt-3"><Button onClick={() => proposeSplit(ledger, order, item)}>{t.agree}</Button></p>
    </div>
  );
}
