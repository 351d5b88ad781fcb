/** The contracts that pages, scripts and tests talk to. Each has its interface in frontend/client/abi. */
export const generatedContracts = ["Parameters", "MemberRegistry", "Guardians", "Relay", "ProjectRegistry", "ProjectReviews", "ContributionLedger", "Challenges", "ShareLedger", "SurplusPool", "Market", "CommonsPool", "CoopGovernor", "CoopTimelock"] as const;
