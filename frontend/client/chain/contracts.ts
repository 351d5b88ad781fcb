import { challengesAbi } from "../abi/Challenges.ts";
import { contributionLedgerAbi } from "../abi/ContributionLedger.ts";
import { coopGovernorAbi } from "../abi/CoopGovernor.ts";
import { coopTimelockAbi } from "../abi/CoopTimelock.ts";
import { guardiansAbi } from "../abi/Guardians.ts";
import { memberRegistryAbi } from "../abi/MemberRegistry.ts";
import { parametersAbi } from "../abi/Parameters.ts";
import { projectRegistryAbi } from "../abi/ProjectRegistry.ts";
import { projectReviewsAbi } from "../abi/ProjectReviews.ts";
import { relayAbi } from "../abi/Relay.ts";
import { shareLedgerAbi } from "../abi/ShareLedger.ts";

/** What each contract understands, by its name in the deployment record. */
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
  governor: coopGovernorAbi,
} as const;

export type Abis = typeof abis;
export type ContractName = keyof Abis;

/** The contracts' names, in the order of deployment. */
export const contractNames = Object.keys(abis) as ContractName[];
