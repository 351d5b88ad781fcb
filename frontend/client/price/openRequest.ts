import { intend, type Intent } from "../chain/intent.ts";
import { checkDescription, checkRequest, checkSignature } from "./checks.ts";
import type { Request } from "./types.ts";

/** A request with its buyer's signature. */
export interface SignedRequest {
  readonly request: Request;
  readonly signature: string;
}

/** Puts a request on record that is not; anyone may. Errors: InputFault. */
export const parseOpenRequest = ({ request, signature, uri }: SignedRequest & { readonly uri: string }): Intent =>
  intend("market", "openRequest", [checkRequest(request), checkSignature("signature", signature), checkDescription("uri", uri)], "RequestOpened");
