// What is to be said of an offer, a request or an agreement by itself, from the books and the signatures alone.
import { type Hex, hashTypedData } from "viem";
import { type Holder, type MemberId, NOBODY, type OrderId } from "../chain/ids.ts";
import { offerIdOf, requestIdOf, signableSplit } from "../price/digest.ts";
import { holderOfMember, memberOfHolder } from "../price/holders.ts";
import { partiesOf } from "../price/orders.ts";
import { type Author, authorBy, authorOf } from "./authors.ts";
import type { OfferItem } from "./bundle.ts";
import { bad, type Env, expiryProblem, type Of, signedBy, waits } from "./env.ts";
import { missingIn, offerIn, requestIn, splitIn, UNSIGNED } from "./marketItems.ts";
import type { Verdict } from "./verdicts.ts";

/** Who signed for a purse: a member by the key in force, or an address that is no member's. Twin of Actors._checkHolderSigned. */
async function authorFor(holder: Holder, keyEpoch: number, digest: Hex, signature: Hex, { ledger, hasCode }: Env): Promise<Author> {
  const id = memberOfHolder(holder);
  if (id === NOBODY) return ledger.people.byKey.has(holder) ? { is: "former" } : authorBy(holder, digest, signature, hasCode);
  const member = ledger.people.members.get(id);
  return member ? authorOf(member, keyEpoch, digest, signature, ledger, hasCode) : { is: "nobody" };
}

/** What is to be said of an offer: the seller first, then every beneficiary who signed, then who is missing. */
export async function checkOffer(item: Of<"offer">, env: Env): Promise<Verdict> {
  const { ledger, deployment, now } = env;
  if (!ledger.people.members.has(item.seller as MemberId)) return bad("nobody");
  const offer = offerIn(item);
  const id = offerIdOf(offer, deployment);
  const author = await authorFor(holderOfMember(offer.seller), offer.keyEpoch, id, item.signature, env);
  if (author.is === "nobody") return bad("notSigned");
  const known = ledger.price.offers.get(id);
  if (known?.cancelledAt != null || offer.round !== (ledger.price.rounds.get(holderOfMember(offer.seller)) ?? 0)) return bad("takenBack");
  if (author.is === "former") return bad("keyReplaced");
  if (now >= offer.closes) return bad("expired");
  if (known) return { is: "done" };
  const others = await beneficiariesProblem(item, id, env);
  if (others) return others;
  const missing = missingIn(item).length;
  return expiryProblem(offer.closes, now) ?? (missing > 0 ? waits({ is: "beneficiaries", missing }) : signedBy(author));
}

async function beneficiariesProblem(item: OfferItem, id: Hex, env: Env): Promise<Verdict | null> {
  if (item.agreed.length !== item.costs.length) return bad("beneficiaryNotSigned");
  for (const [place, { to, keyEpoch }] of item.costs.entries()) {
    const signature = item.agreed[place]!;
    if (signature === UNSIGNED) continue;
    const author = await authorFor(to, keyEpoch, id, signature, env);
    if (author.is === "nobody" || author.is === "former") return bad("beneficiaryNotSigned");
  }
  return null;
}

/** What is to be said of a request. */
export async function checkRequest(item: Of<"request">, env: Env): Promise<Verdict> {
  const { ledger, deployment, now } = env;
  const request = requestIn(item);
  const id = requestIdOf(request, deployment);
  const author = await authorFor(request.buyer, request.keyEpoch, id, item.signature, env);
  if (author.is === "nobody") return bad("notSigned");
  const known = ledger.price.requests.get(id);
  if (known?.cancelledAt != null || request.round !== (ledger.price.rounds.get(request.buyer) ?? 0)) return bad("takenBack");
  if (author.is === "former") return bad("keyReplaced");
  if (now >= request.closes) return bad("expired");
  return known ? { is: "done" } : (expiryProblem(request.closes, now) ?? signedBy(author));
}

/** What is to be said of an agreement: one side signed it, and the other alone can use it. */
export async function checkSplit(item: Of<"split">, env: Env): Promise<Verdict> {
  const { ledger, deployment, now } = env;
  const author = await authorFor(item.party, item.keyEpoch, hashTypedData(signableSplit(splitIn(item), deployment)), item.signature, env);
  if (author.is === "nobody") return bad("notSigned");
  if (author.is === "former") return bad("keyReplaced");
  const expired = expiryProblem(item.expires, now);
  if (expired) return expired;
  const order = ledger.price.orders.get(item.order.toLowerCase() as OrderId);
  if (!order) return waits({ is: "order" });
  const { buyer, seller } = partiesOf(ledger, order, item.party);
  if (order.end?.stage === "split") return { is: "done" };
  return (!buyer && !seller) || order.end || item.back > order.price ? bad("sideUnknown") : waits({ is: "otherSide" });
}
