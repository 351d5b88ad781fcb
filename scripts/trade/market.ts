// `coop market`: offers, requests and orders, read only.
import { parseArgs } from "node:util";
import type { Ledger } from "#client/ledger.ts";
import { surplusPerUnit } from "#client/price/math.ts";
import { unmetRequests } from "#client/price/industry.ts";
import { readItem } from "#client/price/item.ts";
import { openOffers } from "#client/price/may.ts";
import { clocksOf, offerOfOrder, stageOfOrder } from "#client/price/orders.ts";
import type { OfferRecord, OrderRecord, RequestRecord } from "#client/price/types.ts";
import { flowWords, orderStageWords } from "#client/price/words.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { speechOf } from "../coop/speech.ts";
import { showHolder, showMoney, tokensOf } from "./facts.ts";
import { tradeWords } from "./text.ts";

/** Everything that a line is told with. */
interface Telling {
  readonly ledger: Ledger;
  readonly now: number;
  readonly tokens: Awaited<ReturnType<typeof tokensOf>>;
  readonly language: Language;
}

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = tradeWords[language];
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, json: { type: "boolean", default: false } } });
  if (values.help) {
    console.log(words.marketHelp);
    return EXIT.done;
  }
  const [what = "", id, ...more] = positionals;
  const named = what === "offer" || what === "request" || what === "order";
  if (more.length > 0 || !(named ? id !== undefined : what === "list" && id === undefined)) throw new Failure(words.marketUsage, EXIT.badInput);
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await cooperative.read();
  const telling: Telling = { ledger, now, tokens: await tokensOf(cooperative, ledger), language };
  if (what === "offer") console.log(tellOffer(find(ledger.price.offers, "offer", id!, language), telling));
  else if (what === "request") console.log(tellRequest(find(ledger.price.requests, "request", id!, language), telling));
  else if (what === "order") console.log(tellOrder(find(ledger.price.orders, "order", id!, language), telling));
  else console.log(values.json ? listJson(telling) : list(telling));
  return EXIT.done;
}

function find<R>(records: ReadonlyMap<string, R>, what: "offer" | "request" | "order", typed: string, language: Language): R {
  const words = tradeWords[language];
  const start = typed.toLowerCase().startsWith("0x") ? typed.toLowerCase() : `0x${typed.toLowerCase()}`;
  const found = [...records].filter(([id]) => id.startsWith(start));
  if (found.length === 0) throw new Failure(words.none(words.words[what], typed), EXIT.badInput);
  if (found.length > 1) throw new Failure(words.several(words.words[what], typed), EXIT.badInput);
  return found[0]![1];
}

function nameOf({ uri, terms }: OfferRecord | RequestRecord, language: Language): string {
  const item = readItem(uri, terms.item);
  if (!item) return flowWords[terms.flow][language];
  return language === "zh" ? `${item.name}（${item.unit}）` : `${item.name} (${item.unit})`;
}

function list(telling: Telling): string {
  const { ledger, now, language } = telling;
  const words = tradeWords[language];
  const [offers, requests] = [openOffers(ledger, now), unmetRequests(ledger, now)];
  return [words.offers(offers.length), ...offers.map((offer) => offerLine(offer, telling)), words.requests(requests.length), ...requests.map((request) => requestLine(request, telling))].join("\n");
}

function listJson({ ledger, now }: Telling): string {
  const shown = ({ id, terms, filled }: OfferRecord | RequestRecord) => ({ id, project: terms.project, token: terms.token, flow: terms.flow, price: String(terms.price), left: String(terms.quantity - filled), closes: terms.closes });
  return JSON.stringify({ offers: openOffers(ledger, now).map(shown), requests: unmetRequests(ledger, now).map(shown) });
}

function offerLine(offer: OfferRecord, { ledger, tokens, language }: Telling): string {
  const { terms, filled, id } = offer;
  return tradeWords[language].offerLine(id.slice(0, 10), nameOf(offer, language), showMoney(tokens, terms.token, terms.price), String(terms.quantity - filled), showHolder(ledger, holderOfMember(terms.seller), language));
}

function requestLine(request: RequestRecord, { ledger, tokens, language }: Telling): string {
  const { terms, filled, id } = request;
  return tradeWords[language].requestLine(id.slice(0, 10), nameOf(request, language), showMoney(tokens, terms.token, terms.price), String(terms.quantity - filled), showHolder(ledger, terms.buyer, language));
}

const days = (seconds: number): string => String(Math.floor(seconds / 8_640) / 10);

function tellOffer(offer: OfferRecord, telling: Telling): string {
  const { ledger, tokens, language } = telling;
  const words = tradeWords[language];
  const speech = speechOf(ledger);
  const { terms, reachedAt, filled, orders, id } = offer;
  const lines = [
    words.of(speech.project(terms.project)[language]),
    `${words.closes(speech.time(terms.closes)[language])}, ${words.ships(days(terms.window))}`,
    ...(terms.target === 0n ? [] : [words.group(String(filled), String(terms.target), reachedAt !== null)]),
    ...terms.costs.map(({ amount, flow, to }) => words.line(showMoney(tokens, terms.token, amount), flowWords[flow][language], showHolder(ledger, to, language))),
    words.surplus(showMoney(tokens, terms.token, surplusPerUnit(terms.price, terms.costs))),
    words.orders(orders.length),
  ];
  return [offerLine(offer, telling).trimStart(), `    ${id}`, ...lines.map((line) => `    ${line}`), ...orders.map((order) => `      ${order.slice(0, 10)}  ${orderStageWords[stageOfOrder(ledger, ledger.price.orders.get(order)!)][language]}`)].join("\n");
}

function tellRequest(request: RequestRecord, telling: Telling): string {
  const { ledger, language } = telling;
  const words = tradeWords[language];
  const { terms, orders, id } = request;
  return [requestLine(request, telling).trimStart(), `    ${id}`, `    ${words.closes(speechOf(ledger).time(terms.closes)[language])}, ${words.ships(days(terms.window))}`, `    ${words.orders(orders.length)}`].join("\n");
}

function tellOrder(order: OrderRecord, { ledger, tokens, language }: Telling): string {
  const words = tradeWords[language];
  const offer = offerOfOrder(ledger, order);
  const { token } = offer.terms;
  const when = (at: number) => speechOf(ledger).time(at)[language];
  const { due, silence, disputeEnds } = clocksOf(ledger, order);
  const stage = stageOfOrder(ledger, order);
  const clocks = [
    ...(stage === "funded" && due !== null ? [words.due(when(due))] : []),
    ...((stage === "shipped" || stage === "delivered") && silence !== null ? [words.silent(when(silence))] : []),
    ...(disputeEnds === null ? [] : [words.disputeEnds(when(disputeEnds))]),
    ...(order.end ? [words.ended(showMoney(tokens, token, order.end.back), showMoney(tokens, token, order.end.surplus))] : []),
    ...(order.rating ? [words.stars(order.rating.stars)] : []),
  ];
  const head = `${nameOf(offer, language)}: ${orderStageWords[stage][language]}`;
  return [head, `    ${order.id}`, `    ${words.bought(showHolder(ledger, order.buyer, language), String(order.quantity), showMoney(tokens, token, order.price))}`, ...clocks.map((line) => `    ${line}`)].join("\n");
}
