import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkDescription, checkOffer, checkRequest, checkSignature, checkSignatures, checkUnits } from "./checks.ts";
import { misfit } from "./fit.ts";
import type { SignedOffer } from "./fund.ts";
import type { SignedRequest } from "./openRequest.ts";
import { misfitWords } from "./words.ts";

/** Brings a request together with an offer that fits: an order out of the request's buyer's purse; anyone may. Errors: InputFault. */
export function parseAnswer({ offer, signatures, uri, opened = false, request, signature, quantity }: SignedOffer & SignedRequest & { readonly quantity: bigint }): Intent {
  const which = misfit(offer, request);
  if (which !== 0) throw new InputFault("offer", { zh: `对不上：${misfitWords[which]!.zh}。`, en: `They do not fit: ${misfitWords[which]!.en}.` });
  const signed = [checkOffer(offer), checkSignatures("signatures", signatures, offer, opened), checkDescription("uri", uri)] as const;
  const asked = [checkRequest(request), checkSignature("signature", signature)] as const;
  return intend("market", "answer", [...signed, ...asked, checkUnits("quantity", quantity)], "RequestAnswered");
}
