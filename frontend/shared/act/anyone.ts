import type { ContractName } from "#client/chain/contractNames.ts";
import type { Intent } from "#client/chain/intent.ts";

/** What anyone may send: no member's signature makes it more true, so there is nothing to sign for later. */
const anyones: Partial<Record<ContractName, readonly string[]>> = {
  memberRegistry: ["join", "takeSeat"],
  guardians: ["openRecovery", "cancelRecovery", "finishRecovery"],
  relay: ["carry", "carryMany"],
  shareLedger: ["draw", "drawLeaf", "close"],
  market: ["open", "openRequest", "answer"],
  surplusPool: ["adopt", "divide", "draw"],
  commonsPool: ["pull", "sweep"],
  governor: ["queue", "execute", "castBallots"],
};

/** Whether an act is done in nobody's name. */
export const isAnyones = ({ contract, functionName }: Pick<Intent, "contract" | "functionName">): boolean => anyones[contract]?.includes(functionName) ?? false;
