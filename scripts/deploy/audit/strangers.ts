import { id as hashOf, getAddress, getCreateAddress, type Provider } from "ethers";
import { type DeploymentRecord } from "../record.ts";

/** The address that sent the first contract; null where the node does not tell. */
export async function findDeployer(provider: Provider, { contracts, genesisBlock }: DeploymentRecord): Promise<string | null> {
  const block = await provider.getBlock(genesisBlock, true);
  for (const { from, to, nonce } of block?.prefetchedTransactions ?? []) if (to === null && getCreateAddress({ from, nonce }) === getAddress(contracts.timelock)) return getAddress(from);
  return null;
}

/** Ten addresses that should have no power: the deployer, contracts of the cooperative itself, and strangers. The timelock and its governor are not among them. */
export function strangersOf({ contracts }: DeploymentRecord, deployer: string | null): readonly string[] {
  const invented = (name: string): string => getAddress(`0x${hashOf(name).slice(-40)}`);
  const ours = [contracts.parameters, contracts.memberRegistry, contracts.projectRegistry, contracts.shareLedger, contracts.surplusPool];
  const others = ["0x000000000000000000000000000000000000dEaD", ...["first", "second", "third", "fourth", "fifth"].map(invented)];
  return [...(deployer === null ? [] : [deployer]), ...ours, ...others].slice(0, 10);
}
