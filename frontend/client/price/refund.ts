import { intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Gives the whole price back: by the seller before shipping, by the buyer once the time to ship is over, or of a group buy that was missed. Errors: InputFault. */
export const parseRefund = ({ order }: { order: Order }): Intent => intend("market", "refund", [checkOrder(order)], "OrderEnded");
