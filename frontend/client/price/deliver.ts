import { intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Says that an order came; its buyer may. Errors: InputFault. */
export const parseDeliver = ({ order }: { order: Order }): Intent => intend("market", "deliver", [checkOrder(order)], "OrderDelivered");
