import { intend, type Intent } from "../chain/intent.ts";
import { checkDescription, checkOffer, checkSignatures } from "./checks.ts";
import type { SignedOffer } from "./fund.ts";

/** Puts an offer on record that is not; anyone may. Errors: InputFault. */
export const parseOpenOffer = ({ offer, signatures, uri }: SignedOffer): Intent =>
  intend("market", "open", [checkOffer(offer), checkSignatures("signatures", signatures, offer, false), checkDescription("uri", uri)], "OfferOpened");
