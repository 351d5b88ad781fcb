import type { Client } from "viem";
import { getBlock, getChainId } from "viem/actions";
import type { Deployment } from "./deployment.ts";
import { Failure } from "./failure.ts";
import { toFailure } from "./toFailure.ts";

/** Checks that a node serves the chain of a deployment. Errors: Failure of the network, `otherChain` or `restarted` where it does not. */
export async function checkChain(client: Client, deployment: Deployment): Promise<void> {
  try {
    if ((await getChainId(client)) !== deployment.chainId) throw new Failure({ kind: "network", problem: "otherChain" });
    const block = await getBlock(client, { blockNumber: deployment.genesisBlock }).catch((error: Error) => {
      if (error.name === "BlockNotFoundError") return null;
      throw error;
    });
    if (block?.hash !== deployment.genesisHash) throw new Failure({ kind: "network", problem: deployment.practice ? "restarted" : "otherChain" });
  } catch (error) {
    throw toFailure(error);
  }
}
