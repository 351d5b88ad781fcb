// What is checked of an input of price before it becomes an intent. Each throws InputFault with the field and what to do.
import { type Address, type Hex, isAddress, isHex, zeroAddress } from "viem";
import { checkAmount, checkDate, checkProject, checkUint32, checkWhole } from "../chain/checks.ts";
import { COOPERATIVE, type ProjectId, type Token } from "../chain/ids.ts";
import { InputFault } from "../chain/intent.ts";
import { MOST_TOKENS } from "./math.ts";
import { type RawOffer, rawOffer, rawOrder, type RawRequest, rawRequest } from "./terms.ts";
import type { Offer, Order, Request } from "./types.ts";

/** At most so many cost lines. */
export const MOST_COSTS = 8;
/** The longest time to ship, in seconds: a year. */
export const MOST_WINDOW = 365 * 86_400;
const MOST_UNITS = 2n ** 64n - 1n;
const MOST_URI = 4_000;

/** An address that is not zero, whatever its letters' case. */
export function checkAddress(field: string, value: string): Address {
  if (isAddress(value, { strict: false }) && value !== zeroAddress) return value.toLowerCase() as Address;
  throw new InputFault(field, { zh: "这里需要一个地址：0x和40位十六进制数。", en: "An address is needed here: 0x and 40 hexadecimal digits." });
}

export const checkToken = (field: string, value: string): Token => checkAddress(field, value) as Token;

/** An amount of tokens above zero, in the smallest unit. */
export function checkTokens(field: string, value: bigint): bigint {
  if (value > 0n && value <= MOST_TOKENS) return value;
  throw new InputFault(field, { zh: "数额须大于零，也不能超出合约能记的数。", en: "The amount must be above zero, and within what can be held." });
}

/** Units of an offer or a request. */
export function checkUnits(field: string, value: bigint): bigint {
  if (value > 0n && value <= MOST_UNITS) return value;
  throw new InputFault(field, { zh: "数量须至少为1。", en: "The quantity must be one at least." });
}

/** A project that sells: not the cooperative itself. */
export function checkSellingProject(field: string, value: number): ProjectId {
  const project = checkProject(field, value);
  if (project !== COOPERATIVE) return project;
  throw new InputFault(field, { zh: "合作社本身不卖东西，请选一个项目。", en: "The cooperative itself sells nothing; choose a project." });
}

/** Bytes of a signature, of a key or of a wallet. */
export function checkSignature(field: string, value: string): Hex {
  if (isHex(value) && value.length > 2 && value.length % 2 === 0) return value;
  throw new InputFault(field, { zh: "这里需要一份签名。", en: "A signature is needed here." });
}

/** 32 bytes that may be all zero: no text. */
export function checkCause(field: string, value: string): Hex {
  if (/^0x[0-9a-fA-F]{64}$/.test(value)) return value.toLowerCase() as Hex;
  throw new InputFault(field, { zh: "这里需要一个完整的摘要（0x和64位十六进制数）。", en: "A whole digest is needed here: 0x and 64 hexadecimal digits." });
}

/** Where a description lies, or the description itself; short enough for a log. */
export function checkDescription(field: string, uri: string): string {
  if (uri.length <= MOST_URI) return uri;
  throw new InputFault(field, { zh: `描述太长，最多${MOST_URI}个字符；内容还在，请缩短。`, en: `The description is too long, ${MOST_URI} characters at most; it is still here, please shorten it.` });
}

/** Price, quantity and window, as the market measures them. */
function checkMeasure({ price, quantity, window }: Pick<Offer, "price" | "quantity" | "window">): void {
  checkTokens("price", price);
  checkUnits("quantity", quantity);
  checkWhole("window", window, 1, MOST_WINDOW);
  if (price * quantity > MOST_TOKENS) throw new InputFault("quantity", { zh: "价格乘数量超出了合约能记的数。", en: "Price times quantity is more than can be held." });
}

/** The offer as the market takes it. What depends on the charter is told by `offerObstacle`. */
export function checkOffer(offer: Offer): RawOffer {
  checkSellingProject("project", offer.project);
  checkToken("token", offer.token);
  checkMeasure(offer);
  checkDate("closes", offer.closes);
  checkUint32("round", offer.round);
  if (offer.costs.length > MOST_COSTS) throw new InputFault("costs", { zh: `费用至多${MOST_COSTS}笔。`, en: `At most ${MOST_COSTS} cost lines.` });
  offer.costs.forEach(({ amount }) => checkAmount("costs", amount, 0n, MOST_TOKENS));
  checkGroup(offer);
  return rawOffer(offer);
}

function checkGroup({ target, most, quantity }: Offer): void {
  if (target === 0n && most === 0n) return;
  if (target === 0n || target > quantity) throw new InputFault("target", { zh: "拼单的目标须在1到报价总数之间。", en: "The target of a group buy must be from one to what is offered." });
  checkUnits("most", most);
}

/** One signature for the seller, and where it was not seen before, one for each cost line. */
export function checkSignatures(field: string, signatures: readonly string[], offer: Offer, opened: boolean): Hex[] {
  const needed = opened ? 1 : offer.costs.length + 1;
  if (signatures.length < needed) throw new InputFault(field, { zh: `需要${needed}份签名，现在有${signatures.length}份。`, en: `${needed} signatures are needed, and there are ${signatures.length}.` });
  return signatures.map((signature) => checkSignature(field, signature));
}

/** The request as the market takes it. */
export function checkRequest(request: Request): RawRequest {
  checkAddress("buyer", request.buyer);
  checkProject("project", request.project);
  checkToken("token", request.token);
  checkMeasure(request);
  checkDate("closes", request.closes);
  checkUint32("round", request.round);
  return rawRequest(request);
}

/** The order as the market takes it. */
export function checkOrder(order: Order): ReturnType<typeof rawOrder> {
  checkAddress("buyer", order.buyer);
  checkUnits("quantity", order.quantity);
  checkUint32("place", order.place);
  return rawOrder(order);
}
