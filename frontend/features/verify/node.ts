import { type Abi, encodeFunctionData } from "viem";
import { readContract } from "viem/actions";
import type { ContractName } from "#client/chain/contractNames.ts";
import { abis } from "#client/chain/contracts.ts";
import { networkStore } from "../../shared/chain/network.ts";

/** Asks the node itself, past the books. Null where it does not answer or refuses. */
export async function ask(contract: ContractName, functionName: string, args: readonly unknown[]): Promise<unknown> {
  const { client, deployment } = networkStore.get();
  if (!client || !deployment) return null;
  try {
    return await readContract(client, { address: deployment.contracts[contract], abi: abis[contract] as Abi, functionName, args: [...args] });
  } catch {
    return null;
  }
}

/** The same question as a command for any shell. */
export function askCommand(contract: ContractName, functionName: string, args: readonly unknown[]): string {
  const { deployment } = networkStore.get();
  const to = deployment?.contracts[contract] ?? "";
  const data = encodeFunctionData({ abi: abis[contract] as Abi, functionName, args: [...args] });
  return rpcCommand("eth_call", [{ to, data }, "latest"]);
}

/** A JSON-RPC request to the node in use as a command. */
export function rpcCommand(method: string, params: readonly unknown[]): string {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  return `curl -s ${networkStore.get().rpc ?? "NODE"} -H 'content-type: application/json' -d '${body}'`;
}

/** A line of JavaScript as a command in the folder of this project, where viem is installed. */
export function nodeCommand(names: string, line: string): string {
  return `npm run -s x -- node --input-type=module -e 'import { ${names} } from "viem"; ${line}'`;
}
