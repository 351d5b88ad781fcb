/** The contracts' names, in the order of deployment. */
export const contractNames = [
  "timelock",
  "parameters",
  "memberRegistry",
  "guardians",
  "relay",
  "projectRegistry",
  "projectReviews",
  "contributionLedger",
  "challenges",
  "shareLedger",
  "surplusPool",
  "market",
  "commonsPool",
  "governor",
] as const;

export type ContractName = (typeof contractNames)[number];
