import { zeroHash } from "viem";
import { checkWhole } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkCause, checkOrder } from "./checks.ts";
import type { Order } from "./types.ts";

/** Rates an order that was accepted, once. `comment`: digest of a text; null: none. Errors: InputFault. */
export const parseRate = ({ order, stars, comment }: { order: Order; stars: number; comment: string | null }): Intent =>
  intend("market", "rate", [checkOrder(order), checkWhole("stars", stars, 1, 5), checkCause("comment", comment ?? zeroHash)], "OrderRated");
