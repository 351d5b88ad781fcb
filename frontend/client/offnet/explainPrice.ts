import type { Hex } from "viem";
import { type Holder, NOBODY, type OrderId, type Token } from "../chain/ids.ts";
import { type Both, tell } from "../chain/words.ts";
import { orderIdIn, offerIdOf } from "../price/digest.ts";
import { canonical, holderFrom, memberOfHolder } from "../price/holders.ts";
import { readItem } from "../price/item.ts";
import { offerFrom, type RawOffer, requestFrom, type RawRequest, type Unbranded } from "../price/terms.ts";
import type { Offer, Request } from "../price/types.ts";
import { flowWords } from "../price/words.ts";
import type { OfferItem, RequestItem, SplitItem } from "./bundle.ts";
import { addressWords, type CallTexts, type Context, does, quoted, short } from "./teller.ts";

/** Whose purse it is: a member by name, or an address. */
export function holderWords(context: Context, holder: Holder): Both {
  const owner = canonical(context.ledger, holder);
  const id = memberOfHolder(owner);
  return id === NOBODY ? addressWords(context, holder) : context.speech.member(id);
}

/** An amount of a token; in its smallest unit where nobody said how it is written. */
function money({ speech }: Context, token: string, amount: bigint): Both {
  return speech.money?.(token.toLowerCase() as Token, amount) ?? tell(`${amount}（代币${short(token as Hex)}的最小单位）`, `${amount} (smallest units of the token ${short(token as Hex)})`);
}

/** What is sold or asked for, in its describer's own words, or by its digest. */
function itemWords(uri: string, { item, flow }: Pick<Offer, "item" | "flow">): Both {
  const found = readItem(uri, item);
  if (!found) return tell(`${flowWords[flow].zh}（描述${short(item)}）`, `${flowWords[flow].en} (described by ${short(item)})`);
  const [name, unit] = [quoted(found.name, 80), quoted(found.unit, 20)];
  return tell(`${name.zh}（单位${unit.zh}）`, `${name.en} (unit ${unit.en})`);
}

const uriOf = ({ ledger, deployment }: Context, offer: Offer, uri: string): string => (uri === "" ? (ledger.price.offers.get(offerIdOf(offer, deployment))?.uri ?? "") : uri);

/** What an offer offers. */
function offered(context: Context, offer: Offer, uri: string): Both {
  const [what, price, where] = [itemWords(uriOf(context, offer, uri), offer), money(context, offer.token, offer.price), context.speech.project(offer.project)];
  const group = offer.target > 0n ? tell(`，满${offer.target}份成团`, `, made once ${offer.target} are pledged`) : tell("", "");
  return tell(`${what.zh}，每份${price.zh}，${where.zh}，共${offer.quantity}份${group.zh}`, `${what.en} at ${price.en} each, of ${where.en}, ${offer.quantity} in all${group.en}`);
}

/** An offer in a sentence. */
export function offerWords(context: Context, item: OfferItem): Both {
  const what = offered(context, item, item.uri);
  return does({ who: context.speech.member(item.seller) }, `报价：${what.zh}`, `offers ${what.en}`);
}

function asked(context: Context, request: Request, uri: string): Both {
  const [what, price] = [itemWords(uri, request), money(context, request.token, request.price)];
  return tell(`${request.quantity}份${what.zh}，每份至多${price.zh}`, `${request.quantity} of ${what.en} at ${price.en} each at most`);
}

/** A request in a sentence. */
export function requestWords(context: Context, item: RequestItem): Both {
  const what = asked(context, item, item.uri);
  return does({ who: holderWords(context, item.buyer) }, `求购${what.zh}`, `asks for ${what.en}`);
}

/** An order as the object of a sentence. */
function orderWords({ ledger, ...rest }: Context, id: Hex): Both {
  const order = ledger.price.orders.get(id.toLowerCase() as OrderId);
  const offer = order && ledger.price.offers.get(order.offer);
  if (!order || !offer) return tell(`编号${short(id)}的订单（这里没有读到）`, `the order ${short(id)}, which was not read here`);
  const context = { ledger, ...rest };
  const [what, buyer] = [itemWords(offer.uri, offer.terms), holderWords(context, order.buyer)];
  return tell(`${buyer.zh}的订单：${order.quantity}份${what.zh}`, `the order of ${buyer.en} for ${order.quantity} of ${what.en}`);
}

/** An agreement in a sentence. */
export function splitWords(context: Context, item: SplitItem): Both {
  const { ledger } = context;
  const order = ledger.price.orders.get(item.order.toLowerCase() as OrderId);
  const token = order && ledger.price.offers.get(order.offer)?.terms.token;
  const back = token ? money(context, token, item.back) : tell(String(item.back), String(item.back));
  const which = orderWords(context, item.order);
  return does({ who: holderWords(context, item.party) }, `同意这样了结${which.zh}：退给买方${back.zh}`, `agrees to end ${which.en} with ${back.en} back to the buyer`);
}

type RawOrder = { readonly offer: Unbranded<RawOffer>; readonly buyer: Hex; readonly quantity: bigint; readonly place: number };

/** An order by the terms with which the market is asked. */
function named(context: Context, { offer, buyer, quantity, place }: RawOrder): Both {
  return orderWords(context, orderIdIn(offerIdOf(offerFrom(offer), context.deployment), holderFrom(buyer), quantity, place));
}

const onOrder = (zh: string, en: string) => ([order]: readonly [RawOrder, ...unknown[]], t: Context & { who: Both }): Both => {
  const which = named(t, order);
  return does(t, `${zh}${which.zh}`, `${en} ${which.en}`);
};

const back = (context: Context, order: RawOrder, amount: bigint): Both => money(context, order.offer.token, amount);

/** Acts on the market. */
export const marketCalls: CallTexts<"market"> = {
  fund: ([offer, , uri, quantity], t) => {
    const terms = offerFrom(offer);
    const [what, sum] = [offered(t, terms, uri), money(t, terms.token, terms.price * quantity)];
    return does(t, `订${quantity}份，从钱袋付${sum.zh}：${what.zh}`, `orders ${quantity}, with ${sum.en} out of the purse: ${what.en}`);
  },
  answer: ([offer, , uri, request, , quantity], t) => {
    const [what, buyer] = [offered(t, offerFrom(offer), uri), holderWords(t, holderFrom(request.buyer))];
    return does(t, `用报价满足${buyer.zh}的求购，${quantity}份：${what.zh}`, `meets a request of ${buyer.en} with ${quantity} of an offer: ${what.en}`);
  },
  open: ([offer, , uri], t) => {
    const what = offered(t, offerFrom(offer), uri);
    return does(t, `把一份报价登上链：${what.zh}`, `puts an offer on record: ${what.en}`);
  },
  openRequest: ([request, , uri], t) => {
    const what = asked(t, requestFrom(request as Unbranded<RawRequest>), uri);
    return does(t, `把一份求购登上链：${what.zh}`, `puts a request on record: ${what.en}`);
  },
  ship: onOrder("说已经发出：", "says that it shipped"),
  deliver: onOrder("说已经收到：", "says that it got"),
  accept: onOrder("验收，货款付给卖方：", "accepts and pays for"),
  acceptBySilence: onOrder("因买方没有回音而验收：", "accepts in the buyer's silence"),
  refund: onOrder("全数退回买方：", "gives the whole price back of"),
  dispute: onOrder("提出异议：", "objects to"),
  endDispute: onOrder("按所处阶段了结争议：", "ends by its stage the dispute about"),
  split: ([order, amount], t) => {
    const [which, sum] = [named(t, order), back(t, order, amount)];
    return does(t, `按双方商定了结${which.zh}：退给买方${sum.zh}`, `ends as both agreed, with ${sum.en} back to the buyer, ${which.en}`);
  },
  arbitrate: ([order, amount], t) => {
    const [which, sum] = [named(t, order), back(t, order, amount)];
    return does(t, `裁决${which.zh}：退给买方${sum.zh}`, `settles as arbiter, with ${sum.en} back to the buyer, ${which.en}`);
  },
  rate: ([order, stars], t) => {
    const which = named(t, order);
    return does(t, `评${stars}颗星：${which.zh}`, `gives ${stars} of five stars to ${which.en}`);
  },
  cancelOffer: ([offer], t) => {
    const what = offered(t, offerFrom(offer), "");
    return does(t, `收回报价：${what.zh}`, `takes back an offer: ${what.en}`);
  },
  cancelRequest: ([request], t) => {
    const what = asked(t, requestFrom(request as Unbranded<RawRequest>), "");
    return does(t, `收回求购：${what.zh}`, `takes back a request: ${what.en}`);
  },
  cancelAll: (_, t) => does(t, "一次收回到目前为止签过的全部报价和求购", "takes back at once every offer and request signed until now"),
  nameSeller: ([project, seller, yes], t) => {
    const [where, whom] = [t.speech.project(project), t.speech.member(seller)];
    return yes ? does(t, `指定${whom.zh}为${where.zh}的卖方`, `names ${whom.en} a seller of ${where.en}`) : does(t, `不再让${whom.zh}作${where.zh}的卖方`, `names ${whom.en} a seller of ${where.en} no more`);
  },
};

/** Acts on purses and dividends. */
export const surplusPoolCalls: CallTexts<"surplusPool"> = {
  // The key's own tokens are asked for, and a carried act comes from the member: deposits are carried as well.
  deposit: ([token, amount], t) => {
    const sum = money(t, token, amount);
    return does(t, `往钱袋里存入${sum.zh}`, `puts ${sum.en} into the purse`);
  },
  depositWithPermit: ([token, amount], t) => {
    const sum = money(t, token, amount);
    return does(t, `用一份签好的授权往钱袋里存入${sum.zh}`, `puts ${sum.en} into the purse with a signed approval`);
  },
  withdraw: ([token, amount, to], t) => {
    const [sum, where] = [money(t, token, amount), addressWords(t, to)];
    return does(t, `从钱袋取出${sum.zh}，付到${where.zh}`, `takes ${sum.en} out of the purse, to ${where.en}`);
  },
  adopt: ([former, token], t) => {
    const whose = addressWords(t, former);
    return does(t, `把${whose.zh}的旧钱袋（代币${short(token)}）并到成员名下`, `moves the purse of ${whose.en} (token ${short(token)}) to the member`);
  },
  divide: ([project], t) => {
    const where = t.speech.project(project);
    return does(t, `分配${where.zh}已到期的盈余`, `divides what is due of the surplus of ${where.en}`);
  },
  draw: ([claims], t) => does(t, `领取${claims.length}处的盈余分配，进各自的钱袋`, `draws the dividends of ${claims.length} ${claims.length === 1 ? "account" : "accounts"} into their purses`),
  drawOut: ([project, , , to], t) => {
    const [where, payee] = [t.speech.project(project), addressWords(t, to)];
    return does(t, `领取${where.zh}的盈余分配，直接付到${payee.zh}`, `draws the dividends of ${where.en} straight out to ${payee.en}`);
  },
  escrow: null,
  settle: null,
  list: null,
  spendReserve: null,
  spendPocket: null,
  takeCapital: null,
  takeReserve: null,
};
