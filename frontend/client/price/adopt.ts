import { intend, type Intent } from "../chain/intent.ts";
import { checkAddress, checkToken } from "./checks.ts";

/** Moves the purse of an address that is or was a member's key to that member; anyone may. Errors: InputFault. */
export const parseAdopt = ({ former, token }: { former: string; token: string }): Intent => intend("surplusPool", "adopt", [checkAddress("former", former), checkToken("token", token)], "Adopted");
