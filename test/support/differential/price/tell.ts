// Says to the contracts of price what an act of the model is. Digests are made by another library than the contracts', and from the words.
import { TypedDataEncoder, type TypedDataField, id as hashOf, keccak256, ZeroHash } from "ethers";
import type { StepName } from "../../../../scripts/deploy/record.ts";
import { type Holder, nameOf, type Offer, type Order, type Request } from "../../model/priceTerms.ts";
import { MARKET_TYPES } from "../../trade.ts";
import { encode, faceOf, selector, type Value, word } from "../abi.ts";
import { keyOf, type Stage } from "../stage.ts";
import { type Call, Teller } from "../tell.ts";
import { isOfValue, type MoneyAct } from "./acts.ts";
import { actorOf, TOKENS } from "./cast.ts";

const EVERYONE = "";
const CAUSE = hashOf("cause");
const GARBAGE = `0x${"11".repeat(64)}1b`;
const bare = (address: string): string => address.slice(2).toLowerCase();
const called = (signature: string): string => hashOf(signature).slice(2, 10);

/** A purse as the contracts name it. */
export const purseName = (holder: Holder): string =>
  typeof holder === "number" ? `0x${holder.toString(16).padStart(40, "0")}` : holder;

/** An offer or a request in the contracts' words. */
const wordsOf = (offer: Offer): object => ({
  ...offer,
  arbiter: purseName(offer.arbiter),
  costs: offer.costs.map((line) => ({ ...line, to: purseName(line.to) })),
});
const requestWords = (request: Request): object => ({
  ...request,
  buyer: purseName(request.buyer),
  arbiter: purseName(request.arbiter),
});
const orderWords = (order: Order): object => ({ ...order, offer: wordsOf(order.offer), buyer: purseName(order.buyer) });

export class MoneyTeller {
  private readonly stage: Stage;
  private readonly beneath: Teller;
  private readonly digests = new Map<string, string>();
  private readonly signatures = new Map<string, string>();

  constructor(stage: Stage) {
    this.stage = stage;
    this.beneath = new Teller(stage);
  }

  place = (contract: StepName): string => this.beneath.place(contract);

  // --- ids ---

  offerId = (offer: Offer): string => this.digest(`offer ${nameOf(offer)}`, MARKET_TYPES.offer, () => wordsOf(offer));
  requestId = (request: Request): string =>
    this.digest(`request ${nameOf(request)}`, MARKET_TYPES.request, () => requestWords(request));
  orderId = (order: Order): string =>
    keccak256(`0x${encode([this.offerId(order.offer), purseName(order.buyer), order.quantity, order.place])}`);

  private digest(name: string, types: Record<string, TypedDataField[]>, words: () => object): string {
    const domain = {
      name: "Gongsheng",
      version: "1",
      chainId: 31337,
      verifyingContract: this.stage.record.contracts.market,
    };
    const known = this.digests.get(name) ?? TypedDataEncoder.hash(domain, types, words());
    this.digests.set(name, known);
    return known;
  }
  private sign(digest: string, signer: string): string {
    const actor = actorOf(signer);
    if (actor === 0) return GARBAGE;
    const name = `${digest} ${actor}`;
    const known = this.signatures.get(name) ?? keyOf(actor).signingKey.sign(digest).serialized;
    this.signatures.set(name, known);
    return known;
  }

  // --- calls ---

  async call(act: MoneyAct, now: number): Promise<Call> {
    if (isOfValue(act)) return this.beneath.call(act, now);
    switch (act.is) {
      case "stray":
        return {
          actor: EVERYONE,
          to: bare(act.token),
          data: called("stray(address,uint256)") + encode([this.stage.record.contracts.surplusPool, act.amount]),
        };
      case "mood":
        return { actor: EVERYONE, to: bare(TOKENS.moody), data: called("setMood(uint256)") + encode([act.mood]) };
      case "deposit":
        return act.permit
          ? this.pool(act.by, "depositWithPermit", act.token, act.amount, now, 27, CAUSE, CAUSE)
          : this.pool(act.by, "deposit", act.token, act.amount);
      case "withdraw":
        return this.pool(act.by, "withdraw", act.token, act.amount, act.to);
      case "adopt":
        return this.pool(EVERYONE, "adopt", act.former, act.token);
      case "list":
        return this.voted("surplusPool", "list", act.token, act.listed ? 1 : 0);
      case "divide":
        return this.pool(EVERYONE, "divide", act.project, act.token, act.most);
      case "drawDividends":
        return {
          actor: EVERYONE,
          to: this.place("surplusPool"),
          data: faceOf("surplusPool").encodeFunctionData("draw", [act.claims]).slice(2),
        };
      case "drawOut":
        return this.pool(act.by, "drawOut", act.project, act.token, { list: act.epochs }, act.to);
      case "spendReserve":
      case "spendPocket":
        return this.voted("surplusPool", act.is, act.project, act.token, purseName(act.to), act.amount, CAUSE);
      case "pull":
        return this.says("commonsPool", EVERYONE, "pull", act.token);
      case "sweep":
        return this.says("commonsPool", EVERYONE, "sweep", act.project, act.token);
      case "adoptCode":
        return this.voted("commonsPool", "adopt", act.target, act.code || ZeroHash, act.adopted ? 1 : 0);
      case "release":
        return this.voted("commonsPool", "release", act.token, act.target, act.amount);
      default:
        return this.dealing(act);
    }
  }

  private dealing(act: Exclude<MoneyAct, { readonly is: "stray" }>): Call {
    const signed = (offer: Offer, signers: readonly string[]): string[] =>
      signers.map((signer) => this.sign(this.offerId(offer), signer));
    switch (act.is) {
      case "open":
        return this.market(EVERYONE, "open", wordsOf(act.offer), signed(act.offer, act.signers), "");
      case "openRequest":
        return this.market(
          EVERYONE,
          "openRequest",
          requestWords(act.request),
          this.sign(this.requestId(act.request), act.signer),
          "",
        );
      case "fund":
        return this.market(act.by, "fund", wordsOf(act.offer), signed(act.offer, act.signers), "", act.quantity);
      case "answer":
        return this.market(
          EVERYONE,
          "answer",
          wordsOf(act.offer),
          signed(act.offer, act.signers),
          "",
          requestWords(act.request),
          this.sign(this.requestId(act.request), act.signer),
          act.quantity,
        );
      case "nameSeller":
        return this.says("market", act.by, "nameSeller", act.project, act.seller, act.named ? 1 : 0);
      case "cancelOffer":
        return this.market(act.by, "cancelOffer", wordsOf(act.offer));
      case "cancelRequest":
        return this.market(act.by, "cancelRequest", requestWords(act.request));
      case "cancelAll":
        return this.says("market", act.by, "cancelAll");
      case "dispute":
        return this.market(act.by, "dispute", orderWords(act.order), CAUSE);
      case "rate":
        return this.market(act.by, "rate", orderWords(act.order), act.stars, ZeroHash);
      case "arbitrate":
        return this.market(act.by, "arbitrate", orderWords(act.order), act.back);
      case "split":
        return this.market(
          act.by,
          "split",
          orderWords(act.order),
          act.back,
          act.keyEpoch,
          act.expires,
          this.signSplit(act),
        );
      case "ship":
      case "deliver":
      case "accept":
      case "acceptBySilence":
      case "refund":
      case "endDispute":
        return this.market(act.by, act.is, orderWords(act.order));
      default:
        throw new Error(`Nobody says ${act.is} to the market.`);
    }
  }
  /** `other`: who is asked to have signed. */
  private signSplit({
    order,
    back,
    keyEpoch,
    expires,
    signer,
    other,
  }: Extract<MoneyAct, { readonly is: "split" }>): string {
    const words = { order: this.orderId(order), back, party: purseName(other), keyEpoch, expires };
    return this.sign(
      this.digest(
        `split ${words.order} ${back} ${words.party} ${keyEpoch} ${expires}`,
        MARKET_TYPES.split,
        () => words,
      ),
      signer,
    );
  }

  private actor = (by: string): string => (by === EVERYONE ? EVERYONE : bare(by));
  private says = (contract: StepName, by: string, name: string, ...values: Value[]): Call => ({
    actor: this.actor(by),
    to: this.place(contract),
    data: selector(contract, name) + encode(values),
  });
  private pool = (by: string, name: string, ...values: Value[]): Call => this.says("surplusPool", by, name, ...values);
  private market = (by: string, name: string, ...values: unknown[]): Call => ({
    actor: this.actor(by),
    to: this.place("market"),
    data: faceOf("market").encodeFunctionData(name, values).slice(2),
  });
  private voted = (contract: StepName, name: string, ...values: Value[]): Call => ({
    actor: EVERYONE,
    to: this.place("timelock"),
    data: this.place(contract) + selector(contract, name) + encode(values),
  });
}

/** A word of an address or a purse. */
export const addressWord = (address: string): string => word(`0x${bare(address)}`);
