import { intend, type Intent } from "../chain/intent.ts";
import { checkSellingProject, checkToken } from "../price/checks.ts";

/** Takes the reserve of a closed project into the commons, once its last order is long past; anyone may. Errors: InputFault. */
export const parseSweep = ({ project, token }: { project: number; token: string }): Intent =>
  intend("commonsPool", "sweep", [checkSellingProject("project", project), checkToken("token", token)], "Swept");
