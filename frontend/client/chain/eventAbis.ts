import type { AbiEvent } from "viem";
import { challengesEvents, commonsPoolEvents, contributionLedgerEvents, coopGovernorEvents, coopTimelockEvents, guardiansEvents, marketEvents, memberRegistryEvents, parametersEvents, projectRegistryEvents, projectReviewsEvents, relayEvents, shareLedgerEvents, surplusPoolEvents } from "../abi/events.ts";
import type { ContractName } from "./contractNames.ts";

/** What each contract tells: all that reading the log takes. The whole interfaces stand in contracts.ts, for whoever writes. */
export const eventAbis: Readonly<Record<ContractName, readonly AbiEvent[]>> = {
  timelock: coopTimelockEvents,
  parameters: parametersEvents,
  memberRegistry: memberRegistryEvents,
  guardians: guardiansEvents,
  relay: relayEvents,
  projectRegistry: projectRegistryEvents,
  projectReviews: projectReviewsEvents,
  contributionLedger: contributionLedgerEvents,
  challenges: challengesEvents,
  shareLedger: shareLedgerEvents,
  surplusPool: surplusPoolEvents,
  market: marketEvents,
  commonsPool: commonsPoolEvents,
  governor: coopGovernorEvents,
};
