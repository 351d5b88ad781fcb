import { intend, type Intent } from "../chain/intent.ts";
import { checkToken } from "../price/checks.ts";

/** Takes into the commons what surpluses brought in epochs that are final; anyone may. Errors: InputFault. */
export const parsePull = ({ token }: { token: string }): Intent => intend("commonsPool", "pull", [checkToken("token", token)], "Pulled");
