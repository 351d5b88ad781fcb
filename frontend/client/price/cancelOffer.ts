import { intend, type Intent } from "../chain/intent.ts";
import { checkOffer } from "./checks.ts";
import type { Offer } from "./types.ts";

/** Takes back an offer; its seller may, unless its group buy was reached. Errors: InputFault. */
export const parseCancelOffer = ({ offer }: { offer: Offer }): Intent => intend("market", "cancelOffer", [checkOffer(offer)], "OfferCancelled");
