import { type Abi, type Address, decodeFunctionData, encodeFunctionData, type Hex } from "viem";
import type { ContractName } from "../chain/contractNames.ts";
import { abis } from "../chain/contracts.ts";
import type { Deployment } from "../chain/deployment.ts";
import { contractAt } from "../governance/actions.ts";
import { governorCalls } from "./explainGovernance.ts";
import { guardiansCalls, memberRegistryCalls, relayCalls } from "./explainPeople.ts";
import { marketCalls, surplusPoolCalls } from "./explainPrice.ts";
import { challengesCalls, contributionLedgerCalls, projectRegistryCalls, projectReviewsCalls } from "./explainWork.ts";
import type { AnyCallTexts } from "./teller.ts";

/** The contracts that take acts from the Relay, and their functions in words. */
export const callTexts = {
  memberRegistry: memberRegistryCalls,
  guardians: guardiansCalls,
  relay: relayCalls,
  projectRegistry: projectRegistryCalls,
  projectReviews: projectReviewsCalls,
  contributionLedger: contributionLedgerCalls,
  challenges: challengesCalls,
  surplusPool: surplusPoolCalls,
  market: marketCalls,
  governor: governorCalls,
} as const;

/** A contract that takes acts from the Relay. */
export type ActContract = keyof typeof callTexts;

export const takesActs = (contract: ContractName): contract is ActContract => Object.hasOwn(callTexts, contract);

/** The words of a contract's functions; undefined where it takes no acts. */
export const textsOf = (contract: ContractName): AnyCallTexts | undefined => (takesActs(contract) ? (callTexts[contract] as unknown as AnyCallTexts) : undefined);

/** What an act asks for, as far as it can be read. */
export type Call =
  | { readonly is: "call"; readonly contract: ContractName; readonly functionName: string; readonly args: readonly unknown[] }
  /** Of this cooperative, but none of the contract's functions, or not exactly its arguments. */
  | { readonly is: "unknownCall"; readonly contract: ContractName }
  | { readonly is: "otherContract" };

/** Reads what an act asks for. Data that is not exactly what the function takes, to the last byte, is unknown: two readers might understand it differently. */
export function readCall(to: Address, data: Hex, deployment: Pick<Deployment, "contracts">): Call {
  const contract = contractAt(deployment, to);
  if (contract === null) return { is: "otherContract" };
  const abi = abis[contract] as Abi;
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data });
    const item = abi.find((entry) => entry.type === "function" && entry.name === functionName);
    const writes = item?.type === "function" && (item.stateMutability === "nonpayable" || item.stateMutability === "payable");
    if (!writes || encodeFunctionData({ abi, functionName, args }) !== data.toLowerCase()) return { is: "unknownCall", contract };
    return { is: "call", contract, functionName, args };
  } catch {
    return { is: "unknownCall", contract };
  }
}

/** Whether a member may ask for it at all: the others are for votes, or for contracts among themselves. */
export const isForMembers = ({ contract, functionName }: Extract<Call, { is: "call" }>): boolean => Boolean(textsOf(contract)?.[functionName]);
