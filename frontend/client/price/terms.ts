// Offers, requests and orders as the contracts take and tell them: flows by number there, by name here.
import type { Hex } from "viem";
import type { MemberId, ProjectId, Token } from "../chain/ids.ts";
import { holderFrom } from "./holders.ts";
import { flows, type Offer, type Order, type Request } from "./types.ts";

/** An offer as the market takes it. */
export type RawOffer = Omit<Offer, "flow" | "costs"> & { readonly flow: number; readonly costs: readonly { readonly to: Hex; readonly keyEpoch: number; readonly flow: number; readonly amount: bigint }[] };
/** A request as the market takes it. */
export type RawRequest = Omit<Request, "flow"> & { readonly flow: number };

/** The offer in the market's own words. */
export function rawOffer({ flow, costs, ...rest }: Offer): RawOffer {
  return { ...rest, flow: flows.indexOf(flow), costs: costs.map((line) => ({ ...line, flow: flows.indexOf(line.flow) })) };
}

/** The request in the market's own words. */
export const rawRequest = ({ flow, ...rest }: Request): RawRequest => ({ ...rest, flow: flows.indexOf(flow) });

/** The order in the market's own words. */
export const rawOrder = ({ offer, ...rest }: Order): Omit<Order, "offer"> & { offer: RawOffer } => ({ ...rest, offer: rawOffer(offer) });

/** Plain values, as a log or a file gives them: every field is of the right width, nothing is branded. */
export type Unbranded<T> = { readonly [K in keyof T]: T[K] extends number ? number : T[K] extends bigint ? bigint : T[K] extends Hex ? Hex : T[K] };

/** An offer as the log tells it. */
export function offerFrom({ project, seller, keyEpoch, token, flow, schema, item, price, costs, quantity, closes, window, arbiter, target, most, round, salt }: Unbranded<RawOffer>): Offer {
  return {
    project: project as ProjectId, seller: seller as MemberId, keyEpoch, token: token.toLowerCase() as Token, flow: flows[flow]!, schema, item, price,
    costs: costs.map((line) => ({ to: holderFrom(line.to), keyEpoch: line.keyEpoch, flow: flows[line.flow]!, amount: line.amount })),
    quantity, closes, window, arbiter: holderFrom(arbiter), target, most, round, salt,
  };
}

/** A request as the log tells it. */
export function requestFrom({ buyer, keyEpoch, project, token, flow, schema, item, price, quantity, closes, window, arbiter, round, salt }: Unbranded<RawRequest>): Request {
  return {
    buyer: holderFrom(buyer), keyEpoch, project: project as ProjectId, token: token.toLowerCase() as Token, flow: flows[flow]!, schema, item, price,
    quantity, closes, window, arbiter: holderFrom(arbiter), round, salt,
  };
}
