// What a deployment leaves behind for everyone who reads the chain: the dApp, the scripts and the indexer read this one file.

/** The contracts, in the order in which they are deployed; each has the next nonce of the deployer. */
export const STEPS = [
  { name: "timelock", contract: "CoopTimelock", folder: "governance" },
  { name: "parameters", contract: "Parameters", folder: "base" },
  { name: "memberRegistry", contract: "MemberRegistry", folder: "people" },
  { name: "guardians", contract: "Guardians", folder: "people" },
  { name: "relay", contract: "Relay", folder: "people" },
  { name: "projectRegistry", contract: "ProjectRegistry", folder: "work" },
  { name: "projectReviews", contract: "ProjectReviews", folder: "work" },
  { name: "contributionLedger", contract: "ContributionLedger", folder: "work" },
  { name: "challenges", contract: "Challenges", folder: "work" },
  { name: "shareLedger", contract: "ShareLedger", folder: "value" },
  { name: "surplusPool", contract: "SurplusPool", folder: "price" },
  { name: "market", contract: "Market", folder: "price" },
  { name: "commonsPool", contract: "CommonsPool", folder: "commons" },
  { name: "governor", contract: "CoopGovernor", folder: "governance" },
] as const;

/** A contract of the cooperative, as the record names it. */
export type StepName = (typeof STEPS)[number]["name"];

/** Where the contracts stand. */
export type Addresses = Record<StepName, string>;

/** The record of a deployment, as `deployments/<chainId>.json` holds it. */
export interface DeploymentRecord {
  /** The cooperative's name, in both languages. */
  name: string;
  chainId: number;
  /** The block of the first contract: nothing before it concerns the cooperative. */
  genesisBlock: number;
  /** That block's hash: a chain that was started anew has another. */
  genesisHash: string;
  /** The first second of epoch 0, in seconds since 1970. */
  genesis: number;
  /** Whether this is a chain to practise on, whose time may be moved and whose keys are known to all. */
  practice: boolean;
  /** Of a practice network: where the token to practise with stands. A real cooperative has none: a vote lists what it deals in. */
  practiceToken?: string;
  contracts: Addresses;
}
