import type { Hex } from "viem";
import { intend, type Intent } from "../chain/intent.ts";
import type { KeyConsentTerms } from "./signing.ts";

/** Makes another key speak for the caller, at once. `signature`: the new key's consent. */
export const parseRotate = ({ newKey, expires, signature }: Pick<KeyConsentTerms, "newKey" | "expires"> & { readonly signature: Hex }): Intent =>
  intend("memberRegistry", "rotate", [newKey, expires, signature], "KeyChanged");
