import type { Holder } from "#client/chain/ids.ts";
import type { Item } from "#client/offnet/bundle.ts";
import { memberOfHolder } from "#client/price/holders.ts";
import { memberWords } from "../../shared/books/names.ts";
import type { Both } from "../../shared/language/words.ts";
import { shortHex } from "../../shared/parts/Address.tsx";

/** The member who signed, by number; null where an address signed that is no member's yet. */
export function signingMember(item: Item): number | null {
  if (item.kind === "act" || item.kind === "ballot") return item.member;
  if (item.kind === "offer") return item.seller;
  if (item.kind === "request" || item.kind === "split") return memberOfHolder(holderOf(item)) || null;
  return item.kind === "vouch" ? item.sponsor : null;
}

/** Whose purse is named, of what is signed for one. */
const holderOf = (item: Extract<Item, { kind: "request" | "split" }>): Holder => (item.kind === "request" ? item.buyer : item.party);

/** The address that signed, of what names one. */
function signingAddress(item: Item): string {
  if (item.kind === "application") return item.applicant;
  if (item.kind === "keyConsent") return item.newKey;
  if (item.kind === "request" || item.kind === "split") return holderOf(item);
  if (item.kind === "guardianConsent") return item.guardian;
  return "signer" in item ? item.signer : "0x";
}

/** Who signed it, in words. */
export function signerWords(item: Item): Both {
  const member = signingMember(item);
  if (member !== null) return memberWords(member);
  const address = shortHex(signingAddress(item));
  return { zh: address, en: address };
}
