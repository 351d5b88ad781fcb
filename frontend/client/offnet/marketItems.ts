// Offers, requests and agreements on an order as they are handed on.
import type { Hex } from "viem";
import type { Offer, Request, Split } from "../price/types.ts";
import type { OfferItem, RequestItem, SplitItem } from "./bundle.ts";

/** Where somebody has not signed yet. */
export const UNSIGNED: Hex = "0x";

/** The terms of an offer alone, as its parties sign them. */
export function offerIn({ project, seller, keyEpoch, token, flow, schema, item, price, costs, quantity, closes, window, arbiter, target, most, round, salt }: OfferItem): Offer {
  return { project, seller, keyEpoch, token, flow, schema, item, price, costs, quantity, closes, window, arbiter, target, most, round, salt };
}

/** The terms of a request alone. */
export function requestIn({ buyer, keyEpoch, project, token, flow, schema, item, price, quantity, closes, window, arbiter, round, salt }: RequestItem): Request {
  return { buyer, keyEpoch, project, token, flow, schema, item, price, quantity, closes, window, arbiter, round, salt };
}

/** The terms of an agreement alone. */
export const splitIn = ({ order, back, party, keyEpoch, expires }: SplitItem): Split => ({ order, back, party, keyEpoch, expires });

/** An offer with its seller's signature, and none of its beneficiaries'. */
export const offerItem = (offer: Offer, uri: string, signature: Hex): OfferItem => ({ kind: "offer", ...offer, uri, signature, agreed: offer.costs.map(() => UNSIGNED) });

/** The places of the cost lines whose beneficiaries have not signed. */
export const missingIn = ({ costs, agreed }: Pick<OfferItem, "costs" | "agreed">): number[] => costs.flatMap((_, place) => ((agreed[place] ?? UNSIGNED) === UNSIGNED ? [place] : []));

/** The offer with one more signature, at its place. */
export const withAgreed = (item: OfferItem, place: number, signature: Hex): OfferItem => ({ ...item, agreed: item.costs.map((_, at) => (at === place ? signature : (item.agreed[at] ?? UNSIGNED))) });

/** Two copies of the same offer that went to different people, as one with the signatures of both. */
export function merged(one: OfferItem, other: OfferItem): OfferItem {
  return { ...one, agreed: one.costs.map((_, at) => ((one.agreed[at] ?? UNSIGNED) === UNSIGNED ? (other.agreed[at] ?? UNSIGNED) : one.agreed[at]!)) };
}

/** The signatures as the market takes them: the seller's first. */
export const signaturesOf = ({ signature, agreed }: Pick<OfferItem, "signature" | "agreed">): Hex[] => [signature, ...agreed];
