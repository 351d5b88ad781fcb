import { checkDate, checkWhole } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkBack } from "./arbitrate.ts";
import { checkOrder, checkSignature } from "./checks.ts";
import type { Order } from "./types.ts";

/** What the other side signed. */
export interface SplitInput {
  readonly order: Order;
  /** To the buyer, in the token's smallest unit. */
  readonly back: bigint;
  /** Of the other side's key; 0 for an address. */
  readonly keyEpoch: number;
  readonly expires: number;
  readonly signature: string;
}

/** Ends an order as both agree: the other side signed it. Errors: InputFault. */
export function parseSplit({ order, back, keyEpoch, expires, signature }: SplitInput): Intent {
  const args = [checkOrder(order), checkBack(order, back), checkWhole("keyEpoch", keyEpoch, 0, 65_535), checkDate("expires", expires), checkSignature("signature", signature)] as const;
  return intend("market", "split", args, "OrderEnded");
}
