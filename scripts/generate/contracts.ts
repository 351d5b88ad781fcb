/** The contracts that pages, scripts and tests talk to. Each has its interface in frontend/client/abi. */
export const generatedContracts = ["Parameters", "MemberRegistry", "ProjectRegistry", "ProjectReviews", "ContributionLedger", "Challenges", "ShareLedger", "CoopGovernor", "CoopTimelock", "Relay"] as const;
