import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** What goes back to the buyer: at most the price. */
export function checkBack({ offer, quantity }: Order, back: bigint): bigint {
  if (back >= 0n && back <= offer.price * quantity) return back;
  throw new InputFault("back", { zh: "退给买方的不能超过货款。", en: "What goes back to the buyer cannot be more than the price." });
}

/** Ends a dispute as its arbiter sees it. `back`: to the buyer, in the token's smallest unit. Errors: InputFault. */
export const parseArbitrate = ({ order, back }: { order: Order; back: bigint }): Intent => intend("market", "arbitrate", [checkOrder(order), checkBack(order, back)], "OrderEnded");
