import type { Client } from "viem";
import type { Deployment } from "./chain/deployment.ts";
import { Failure } from "./chain/failure.ts";
import { type Checkpoint, readEvents, type ReadOptions } from "./chain/logs.ts";
import { applyEvents, emptyLedger, type Ledger } from "./ledger.ts";
import { holderFrom } from "./price/holders.ts";

/** The books, and how far the chain was read for them. */
export interface Reading {
  readonly ledger: Ledger;
  readonly checkpoint: Checkpoint;
  /** Whether the chain had changed its mind, so that everything was read anew. */
  readonly anew: boolean;
}

/**
 * Reads the cooperative's books from the chain, or goes on from an earlier reading. A chain that changed its mind, or was
 * started anew, is read again from the beginning. Errors: Failure of the network.
 */
export async function readLedger(client: Client, deployment: Deployment, before?: Reading, options: Omit<ReadOptions, "from"> = {}): Promise<Reading> {
  try {
    const { events, checkpoint } = await readEvents(client, deployment, { ...options, from: before?.checkpoint });
    const ledger = before?.ledger ?? emptyLedger(deployment.genesis, holderFrom(deployment.contracts.commonsPool));
    return { ledger: events.length > 0 || !before ? applyEvents(ledger, events) : ledger, checkpoint, anew: false };
  } catch (error) {
    const reorganised = error instanceof Failure && error.data.kind === "network" && error.data.problem === "reorganised";
    if (!reorganised || !before) throw error;
    return { ...(await readLedger(client, deployment, undefined, options)), anew: true };
  }
}
