import { checkProject, checkUint32 } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkAddress, checkToken } from "./checks.ts";
import { MOST_COUNTED } from "./drawDividends.ts";

/** Draws the acting member's dividends of one project and token straight to an address. Errors: InputFault. */
export function parseDrawOut({ project, token, epochs, to }: { project: number; token: string; epochs: readonly number[]; to: string }): Intent {
  if (epochs.length > MOST_COUNTED) throw new InputFault("epochs", { zh: `一次最多计入${MOST_COUNTED}期。`, en: `At most ${MOST_COUNTED} epochs can be counted at once.` });
  const [of, payee] = [checkToken("token", token), checkAddress("to", to)];
  if (payee === of) throw new InputFault("to", { zh: "这是代币合约自己的地址，付到那里就取不回来了。", en: "This is the token's own address; what is paid there is lost." });
  const args = [checkProject("project", project), of, epochs.map((epoch) => checkUint32("epochs", epoch)), payee] as const;
  // Where lots are counted of which nothing is owed yet, nothing is paid.
  return { ...intend("surplusPool", "drawOut", args, "DividendPaidOut"), or: "LotsCounted" };
}
