import type { Abi, Address } from "viem";
import { abis } from "./contracts.ts";
import type { Deployment } from "./deployment.ts";
import type { Intent } from "./intent.ts";

/** A call as a wallet takes it. */
export interface ContractCall {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
}

/** The intent as a call to the contract of a deployment. */
export function callOf({ contracts }: Pick<Deployment, "contracts">, { contract, functionName, args }: Intent): ContractCall {
  return { address: contracts[contract], abi: abis[contract] as Abi, functionName, args };
}
