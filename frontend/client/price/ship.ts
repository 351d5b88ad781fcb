import { intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Says that an order was shipped, or done; the seller may. Errors: InputFault. */
export const parseShip = ({ order }: { order: Order }): Intent => intend("market", "ship", [checkOrder(order)], "OrderShipped");
