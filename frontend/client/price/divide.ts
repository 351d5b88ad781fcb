import { checkProject, checkWhole } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkToken } from "./checks.ts";

/** Divides what arrived in epochs that are final and closed, in order; anyone may. Errors: InputFault. */
export const parseDivide = ({ project, token, most }: { project: number; token: string; most: number }): Intent =>
  intend("surplusPool", "divide", [checkProject("project", project), checkToken("token", token), BigInt(checkWhole("most", most, 1, 1_000))], "SurplusDivided");
