import { type Abi, encodeFunctionData } from "viem";
import { readContract } from "viem/actions";
import type { ContractName } from "#client/chain/contractNames.ts";
import { abis } from "#client/chain/contracts.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import { isDrawn, type Opened } from "./choice.ts";

/** A question to the node, and what this page says is the answer. */
export interface Question {
  readonly is: "shares" | "lot" | "credit" | "issued";
  readonly contract: ContractName;
  readonly view: string;
  readonly args: readonly unknown[];
  /** What the view answers, in micro-units. */
  readonly here: readonly bigint[];
}

/** What can be asked about a lot. A lot that was not drawn has no shares to ask for, and an open epoch nothing issued. */
export function questionsOf({ explanation: { project, holder, shares }, lot }: Opened): Question[] {
  const { epoch, direct } = lot;
  const asked: Question[] = [{ is: "shares", contract: "shareLedger", view: "sharesOf", args: [project, holder], here: [shares] }];
  if (isDrawn(lot)) asked.push({ is: "lot", contract: "shareLedger", view: "lotOf", args: [project, holder, epoch], here: [lot.shares] });
  if (direct) asked.push({ is: "credit", contract: "contributionLedger", view: "creditOf", args: [project, epoch, holder], here: [direct.lot.credit] });
  if (direct && direct.lot.state === "drawn") asked.push({ is: "issued", contract: "shareLedger", view: "closedEpoch", args: [project, epoch], here: [direct.lot.issued, direct.lot.total] });
  return asked;
}

/** Asks the node, past the books: the answer's first numbers, or null where it gives none. */
export async function askNode({ contract, view, args, here }: Question): Promise<readonly bigint[] | null> {
  const { client, deployment } = networkStore.get();
  if (!client || !deployment) return null;
  try {
    const answer = await readContract(client, { address: deployment.contracts[contract], abi: abis[contract] as Abi, functionName: view, args: [...args] });
    return (Array.isArray(answer) ? answer : [answer]).slice(0, here.length).map((value) => BigInt(value as bigint));
  } catch {
    return null;
  }
}

/** The same question as a command for any shell. */
export function commandOf({ contract, view, args }: Question): string {
  const { deployment, rpc } = networkStore.get();
  const data = encodeFunctionData({ abi: abis[contract] as Abi, functionName: view, args: [...args] });
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_call", params: [{ to: deployment?.contracts[contract], data }, "latest"] });
  return `curl -s ${rpc ?? "NODE"} -H 'content-type: application/json' -d '${body}'`;
}
