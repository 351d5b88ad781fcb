import type { NetworkConnection } from "hardhat/types/network";

/** Words in both languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** The seat of a practice member which any visitor may take. Its key is worth nothing: the chain is for practice. */
export interface PracticeSeat {
  readonly member: number;
  readonly name: Both;
  readonly address: string;
  readonly key: string;
}

/** What a seeded cooperative gives to whoever serves its pages. */
export interface Practice {
  /** The deployment record, as it is written to `deployment.json`. */
  readonly deployment: { readonly name: string | Both; readonly chainId: number; readonly [field: string]: unknown };
  readonly seats: readonly PracticeSeat[];
  /** Evidence manifests: file name under `evidence/` → text. */
  readonly evidence: ReadonlyMap<string, string>;
  /** Statements and articles: file name under `statements/` → Markdown. */
  readonly statements: ReadonlyMap<string, string>;
  /** Signed off-net and not carried yet: file name under `offnet/` → bundle. */
  readonly bundles: ReadonlyMap<string, string>;
}

/**
 * What scripts/seed/seed.ts exports as `seed`: deploys to an empty practice chain and tells the life of the seeded
 * cooperative through the contracts' own functions. `tell` hears each part as it begins.
 */
export type Seed = (chain: NetworkConnection<"l1">, tell: (part: Both) => void) => Promise<Practice>;
