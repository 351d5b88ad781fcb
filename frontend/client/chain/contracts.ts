import type { Abi } from "viem";
import { challengesAbi } from "../abi/Challenges.ts";
import { commonsPoolAbi } from "../abi/CommonsPool.ts";
import { contributionLedgerAbi } from "../abi/ContributionLedger.ts";
import { coopGovernorAbi } from "../abi/CoopGovernor.ts";
import { coopTimelockAbi } from "../abi/CoopTimelock.ts";
import { guardiansAbi } from "../abi/Guardians.ts";
import { marketAbi } from "../abi/Market.ts";
import { memberRegistryAbi } from "../abi/MemberRegistry.ts";
import { parametersAbi } from "../abi/Parameters.ts";
import { projectRegistryAbi } from "../abi/ProjectRegistry.ts";
import { projectReviewsAbi } from "../abi/ProjectReviews.ts";
import { relayAbi } from "../abi/Relay.ts";
import { shareLedgerAbi } from "../abi/ShareLedger.ts";
import { surplusPoolAbi } from "../abi/SurplusPool.ts";
import type { ContractName } from "./contractNames.ts";

/**
 * What each contract understands, tells and refuses with, by its name in the deployment record. For whoever writes, asks or explains
 * a refusal: reading the log takes eventAbis.ts, a fifth of it, and the first page loads no more.
 */
export const abis = {
  timelock: coopTimelockAbi,
  parameters: parametersAbi,
  memberRegistry: memberRegistryAbi,
  guardians: guardiansAbi,
  relay: relayAbi,
  projectRegistry: projectRegistryAbi,
  projectReviews: projectReviewsAbi,
  contributionLedger: contributionLedgerAbi,
  challenges: challengesAbi,
  shareLedger: shareLedgerAbi,
  surplusPool: surplusPoolAbi,
  market: marketAbi,
  commonsPool: commonsPoolAbi,
  governor: coopGovernorAbi,
} as const satisfies Record<ContractName, Abi>;

export type Abis = typeof abis;
