import type { Address, Client } from "viem";
import { estimateContractGas, getGasPrice, simulateContract } from "viem/actions";
import type { Deployment } from "./deployment.ts";
import { toFailure } from "./toFailure.ts";
import { callOf } from "./call.ts";
import type { Intent } from "./intent.ts";

/** What a rehearsal says. */
export interface Rehearsal {
  /** What the function would return. */
  readonly result: unknown;
  readonly gas: bigint;
  /** The fee at today's price, in the smallest unit of the chain's coin. */
  readonly fee: bigint;
}

/** Lets the node try an act without sending it. Errors: Failure; nothing was sent. */
export async function simulate(client: Client, deployment: Deployment, intent: Intent, account: Address): Promise<Rehearsal> {
  // A practice chain makes no blocks while nothing happens: the block to come has today's time, the latest may be days old.
  const request = { ...callOf(deployment, intent), account, blockTag: deployment.practice ? "pending" : "latest" } as const;
  try {
    const { result } = await simulateContract(client, request);
    const [gas, price] = await Promise.all([estimateContractGas(client, request), getGasPrice(client)]);
    return { result, gas, fee: gas * price };
  } catch (error) {
    throw toFailure(error);
  }
}
