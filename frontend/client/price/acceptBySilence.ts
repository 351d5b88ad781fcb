import { intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Accepts in the buyer's silence, once the time to ship and the days of silence are over; seller, buyer or a beneficiary may. Errors: InputFault. */
export const parseAcceptBySilence = ({ order }: { order: Order }): Intent => intend("market", "acceptBySilence", [checkOrder(order)], "OrderEnded");
