import { checkHash, checkMember, checkProject } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Says that an identity of a batch is a member. Errors: InputFault. */
export function parseProposeBinding({ project, identity, member }: { project: number; identity: string; member: number }): Intent {
  const args = [checkProject("project", project), checkHash("identity", identity), checkMember("member", member)] as const;
  return intend("contributionLedger", "proposeBinding", args, "BindingProposed");
}
