import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkAddress, checkToken, checkTokens } from "./checks.ts";

/** Pays tokens of the acting holder's purse out to an address. Errors: InputFault. */
export function parseWithdraw({ token, amount, to }: { token: string; amount: bigint; to: string }): Intent {
  const [of, payee] = [checkToken("token", token), checkAddress("to", to)];
  if (payee === of) throw new InputFault("to", { zh: "这是代币合约自己的地址，付到那里就取不回来了。", en: "This is the token's own address; what is paid there is lost." });
  return intend("surplusPool", "withdraw", [of, checkTokens("amount", amount), payee], "Withdrawn");
}
