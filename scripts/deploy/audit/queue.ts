import { AbiCoder, Contract, Interface, keccak256, toBeHex, type Provider, ZeroHash } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import type { DeploymentRecord } from "../record.ts";
import type { Finding } from "./finding.ts";
import { readLogs } from "./logs.ts";

/** The timelock holds nothing but what the governor's proposals put there. */
export async function findStrayOperations(provider: Provider, { contracts, genesisBlock }: DeploymentRecord): Promise<Finding> {
  const [governor, timelock] = [new Interface(readArtifact("governor").abi), new Interface(readArtifact("timelock").abi)];
  const read = async (address: string, reader: Interface, event: string) => {
    const logs = await readLogs(provider, { address, topics: [reader.getEvent(event)!.topicHash] }, genesisBlock);
    return logs.map((log) => reader.parseLog(log)!.args);
  };
  const known = new Set(
    // A proposal sends no ether: the governor refuses one that would.
    (await read(contracts.governor, governor, "ProposalCreated")).map(({ proposalId, targets, calldatas }) => operationOf([...targets], [...targets].map(() => 0n), [...calldatas], toBeHex(proposalId, 32))),
  );
  const scheduled = new Set((await read(contracts.timelock, timelock, "CallScheduled")).map(({ id }) => String(id)));
  const faults: Both[] = [];
  const holder = new Contract(contracts.timelock, timelock, provider);
  for (const id of scheduled) {
    if (known.has(id) || !(await holder.getFunction("isOperation")(id))) continue;
    faults.push(tell(`时间锁里有一件事${id}，不来自任何表决。`, `The timelock holds an operation ${id} that comes from no vote.`));
  }
  return { looked: scheduled.size, faults };
}

/** As the timelock's hashOperationBatch says. */
const operationOf = (targets: readonly string[], values: readonly bigint[], payloads: readonly string[], salt: string): string =>
  keccak256(AbiCoder.defaultAbiCoder().encode(["address[]", "uint256[]", "bytes[]", "bytes32", "bytes32"], [targets, values, payloads, ZeroHash, salt]));
