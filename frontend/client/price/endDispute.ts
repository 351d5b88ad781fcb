import { intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Ends a dispute after 30 days, by the stage it began in; seller, buyer or a beneficiary may. Errors: InputFault. */
export const parseEndDispute = ({ order }: { order: Order }): Intent => intend("market", "endDispute", [checkOrder(order)], "OrderEnded");
