// Whether what stands on a chain is the cooperative, whole and without a master.
import type { Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { findClockFaults, findCodeFaults } from "./audit/code.ts";
import { type Agreed, findFoundingFaults } from "./audit/founding.ts";
import { findPowers } from "./audit/roles.ts";
import { findWireFaults } from "./audit/wires.ts";
import type { DeploymentRecord } from "./record.ts";

/** What was found to be otherwise than it must be; one sentence each. */
export class DeploymentFault extends Error {
  readonly faults: readonly Both[];
  constructor(faults: readonly Both[]) {
    super(`This deployment cannot be trusted:\n${faults.map(({ en }) => `- ${en}`).join("\n")}\nDo not use it; deploy anew.`);
    this.faults = faults;
  }
}

/**
 * Checks a deployment against its record, and against what its founders agreed on, by reading alone. Throws DeploymentFault with all
 * that it found. `coop audit` looks further.
 */
export async function checkDeployment(provider: Provider, record: DeploymentRecord, agreed?: Agreed): Promise<void> {
  const faults = [...(await findChainFaults(provider, record))];
  if (faults.length === 0) faults.push(...(await findCodeFaults(provider, record)).faults);
  // Views of other code than ours would prove nothing.
  if (faults.length === 0) faults.push(...(await findClockFaults(provider, record)).faults, ...(await findWireFaults(provider, record)).faults, ...(await findPowers(provider, record)).faults);
  if (faults.length === 0 && agreed) faults.push(...(await findFoundingFaults(provider, record, agreed)).faults);
  if (faults.length > 0) throw new DeploymentFault(faults);
}

/** Whether the chain is the record's. */
export async function findChainFaults(provider: Provider, record: DeploymentRecord): Promise<readonly Both[]> {
  const chainId = Number((await provider.getNetwork()).chainId);
  if (chainId !== record.chainId) return [tell(`这是${chainId}号链，而记录写的是${record.chainId}号。`, `The chain is ${chainId}, and the record is of ${record.chainId}.`)];
  const block = await provider.getBlock(record.genesisBlock);
  if (block?.hash === record.genesisHash) return [];
  return [tell(`第${record.genesisBlock}块不是记录里的那一块：这条链重新启动过，或是另一条。`, `Block ${record.genesisBlock} is not the record's: the chain was started anew, or is another.`)];
}
