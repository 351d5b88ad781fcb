import { checkMember } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkSellingProject } from "./checks.ts";

/** Names a seller of a project, or names him no more; a steward may. Errors: InputFault. */
export const parseNameSeller = ({ project, seller, named }: { project: number; seller: number; named: boolean }): Intent =>
  intend("market", "nameSeller", [checkSellingProject("project", project), checkMember("seller", seller), named], "SellerNamed");
