import { intend, type Intent } from "../chain/intent.ts";
import { checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Accepts what was shipped, delivered or disputed; the buyer may. The seller is paid. Errors: InputFault. */
export const parseAccept = ({ order }: { order: Order }): Intent => intend("market", "accept", [checkOrder(order)], "OrderEnded");
