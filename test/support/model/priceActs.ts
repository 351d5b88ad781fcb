import type { Price } from "./price.ts";
import type { Holder, Offer, Order, Request } from "./priceTerms.ts";
import { need } from "./rules.ts";

export interface Claim {
  readonly project: number;
  readonly token: string;
  readonly member: number;
  readonly epochs: readonly number[];
}

/** What someone does about price. `by` and `signer` are addresses; an empty signer signed nothing. */
export type PriceAct =
  | {
      readonly is: "deposit";
      readonly by: string;
      readonly token: string;
      readonly amount: bigint;
      readonly permit: boolean;
    }
  | {
      readonly is: "withdraw";
      readonly by: string;
      readonly token: string;
      readonly amount: bigint;
      readonly to: string;
    }
  | { readonly is: "adopt"; readonly former: string; readonly token: string }
  | { readonly is: "list"; readonly token: string; readonly listed: boolean; readonly noToken?: boolean }
  | { readonly is: "open"; readonly offer: Offer; readonly signers: readonly string[] }
  | { readonly is: "openRequest"; readonly request: Request; readonly signer: string }
  | {
      readonly is: "fund";
      readonly by: string;
      readonly offer: Offer;
      readonly signers: readonly string[];
      readonly quantity: bigint;
    }
  | {
      readonly is: "answer";
      readonly offer: Offer;
      readonly signers: readonly string[];
      readonly request: Request;
      readonly signer: string;
      readonly quantity: bigint;
    }
  | {
      readonly is: "nameSeller";
      readonly by: string;
      readonly project: number;
      readonly seller: number;
      readonly named: boolean;
    }
  | { readonly is: "cancelOffer"; readonly by: string; readonly offer: Offer }
  | { readonly is: "cancelRequest"; readonly by: string; readonly request: Request }
  | { readonly is: "cancelAll"; readonly by: string }
  | {
      readonly is: "ship" | "deliver" | "accept" | "acceptBySilence" | "refund" | "dispute" | "endDispute";
      readonly by: string;
      readonly order: Order;
    }
  | { readonly is: "rate"; readonly by: string; readonly order: Order; readonly stars: number }
  /** `other`: for whom `signer` signed, who may be another than the one who must. */
  | {
      readonly is: "split";
      readonly by: string;
      readonly order: Order;
      readonly back: bigint;
      readonly keyEpoch: number;
      readonly expires: number;
      readonly signer: string;
      readonly other: Holder;
    }
  | { readonly is: "arbitrate"; readonly by: string; readonly order: Order; readonly back: bigint }
  | { readonly is: "divide"; readonly project: number; readonly token: string; readonly most: number }
  | { readonly is: "drawDividends"; readonly claims: readonly Claim[] }
  | {
      readonly is: "drawOut";
      readonly by: string;
      readonly project: number;
      readonly token: string;
      readonly epochs: readonly number[];
      readonly to: string;
    }
  | {
      readonly is: "spendReserve" | "spendPocket";
      readonly project: number;
      readonly token: string;
      readonly to: Holder;
      readonly amount: bigint;
    }
  | { readonly is: "pull"; readonly token: string }
  | { readonly is: "sweep"; readonly project: number; readonly token: string }
  | {
      readonly is: "adoptCode";
      readonly target: string;
      readonly code: string;
      readonly current: string;
      readonly adopted: boolean;
    }
  | {
      readonly is: "release";
      readonly token: string;
      readonly target: string;
      readonly current: string;
      readonly amount: bigint;
    };

/** Does an act. Throws Refused. */
export function performPrice(price: Price, act: PriceAct): void {
  const { purses, market } = price;
  switch (act.is) {
    case "deposit":
      return purses.deposit(act.by, act.token, act.amount, act.permit);
    case "withdraw":
      return purses.withdraw(act.by, act.token, act.amount, act.to);
    case "adopt":
      return purses.adopt(act.former, act.token);
    case "list":
      return purses.list(act.token, act.listed, act.noToken !== true);
    case "open":
      return market.open(act.offer, act.signers);
    case "openRequest":
      return market.openRequest(act.request, act.signer);
    case "fund":
      return market.fund(act.by, act.offer, act.signers, act.quantity);
    case "answer":
      return market.answer(act.offer, act.signers, act.request, act.signer, act.quantity);
    case "nameSeller":
      return market.nameSeller(act.by, act.project, act.seller, act.named);
    case "cancelOffer":
      return market.cancelOffer(act.by, act.offer);
    case "cancelRequest":
      return market.cancelRequest(act.by, act.request);
    case "cancelAll":
      return market.cancelAll(act.by);
    case "rate":
      return market.rate(act.by, act.order, act.stars);
    case "split":
      return market.split(act.by, act.order, act);
    case "arbitrate":
      return market.arbitrate(act.by, act.order, act.back);
    case "ship":
    case "deliver":
    case "accept":
    case "acceptBySilence":
    case "refund":
    case "dispute":
    case "endDispute":
      return market[act.is](act.by, act.order);
    default:
      return performShared(price, act);
  }
}

/** What becomes of a surplus. */
function performShared(
  { actors, purses, books, commons, work }: Price,
  act: Extract<
    PriceAct,
    {
      is:
        | "divide"
        | "drawDividends"
        | "drawOut"
        | "spendReserve"
        | "spendPocket"
        | "pull"
        | "sweep"
        | "adoptCode"
        | "release";
    }
  >,
): void {
  switch (act.is) {
    case "divide":
      return void books.divide(act.project, act.token, act.most);
    case "drawDividends": {
      for (const { project, token, member, epochs } of act.claims) books.drawIn(project, token, member, epochs);
      return;
    }
    case "drawOut": {
      const member = actors.memberOf(act.by);
      const amount = books.draw(act.project, act.token, member, act.epochs);
      if (amount > 0n) purses.payOut(member, act.token, amount, act.to);
      return;
    }
    case "spendReserve": {
      actors.checkPayee(act.to);
      need(work.clock.now < commons.goneFrom(act.project), "ReserveGone");
      return books.spendReserve(act.project, act.token, act.to, act.amount);
    }
    case "spendPocket":
      actors.checkPayee(act.to);
      return books.spendPocket(act.project, act.token, act.to, act.amount);
    case "pull":
      return commons.pull(act.token);
    case "sweep":
      return commons.sweep(act.project, act.token);
    case "adoptCode":
      return commons.adopt(act.target, act.code, act.current, act.adopted);
    case "release":
      return commons.release(act.token, act.target, act.current, act.amount);
  }
}
