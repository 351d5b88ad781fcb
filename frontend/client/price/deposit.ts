import { intend, type Intent } from "../chain/intent.ts";
import { checkToken, checkTokens } from "./checks.ts";

/** Puts tokens of the acting key into its holder's purse; the key must have approved the pool in the token before. Errors: InputFault. */
export const parseDeposit = ({ token, amount }: { token: string; amount: bigint }): Intent =>
  intend("surplusPool", "deposit", [checkToken("token", token), checkTokens("amount", amount)], "Deposited");
