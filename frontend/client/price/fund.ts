import { intend, type Intent } from "../chain/intent.ts";
import { checkDescription, checkOffer, checkSignatures, checkUnits } from "./checks.ts";
import type { Offer } from "./types.ts";

/** An offer with its signatures: the seller's first, then one for each cost line. */
export interface SignedOffer {
  readonly offer: Offer;
  readonly signatures: readonly string[];
  /** Where its description lies, or the description itself. */
  readonly uri: string;
  /** Whether the offer is on record: then the seller's signature alone is needed. */
  readonly opened?: boolean;
}

/** Orders units of an offer out of the acting holder's purse; of a group buy, pledges them. Errors: InputFault. */
export function parseFund({ offer, signatures, uri, opened = false, quantity }: SignedOffer & { readonly quantity: bigint }): Intent {
  const args = [checkOffer(offer), checkSignatures("signatures", signatures, offer, opened), checkDescription("uri", uri), checkUnits("quantity", quantity)] as const;
  return intend("market", "fund", args, "OrderFunded");
}
