import { intend, type Intent } from "../chain/intent.ts";
import { checkCause, checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Objects to how an order goes; buyer or seller may. `cause`: digest of the reason. Errors: InputFault. */
export const parseDispute = ({ order, cause }: { order: Order; cause: string }): Intent => intend("market", "dispute", [checkOrder(order), checkCause("cause", cause)], "OrderDisputed");
