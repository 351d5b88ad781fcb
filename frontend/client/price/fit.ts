import { COOPERATIVE } from "../chain/ids.ts";
import type { Offer, Request } from "./types.ts";

/** In what a request and an offer do not fit, as the market numbers it; 0 where they do. Twin of OfferTerms.misfit. */
export function misfit(offer: Offer, request: Request): number {
  if (request.project !== COOPERATIVE && request.project !== offer.project) return 1;
  if (request.token !== offer.token) return 2;
  if (request.flow !== offer.flow) return 3;
  if (request.schema !== offer.schema) return 4;
  if (request.item !== offer.item) return 5;
  if (offer.price > request.price) return 6;
  if (offer.window > request.window) return 7;
  if (request.arbiter !== offer.arbiter) return 8;
  return offer.target === 0n ? 0 : 9;
}
