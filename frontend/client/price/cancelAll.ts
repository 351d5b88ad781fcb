import { intend, type Intent } from "../chain/intent.ts";

/** Takes back every offer and request that the acting holder signed until now. */
export const parseCancelAll = (): Intent => intend("market", "cancelAll", [], "AllCancelled");
