import type { ContractEventName, ContractFunctionArgs, ContractFunctionName } from "viem";
import type { ContractName } from "./contractNames.ts";
import type { Abis } from "./contracts.ts";
import type { Both } from "./words.ts";

/** What a member wants to do, as plain data: a screen explains it, a key signs it, anyone may carry it. */
export interface Intent {
  readonly contract: ContractName;
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** The event of that contract that must be in the receipt; without it the act did not happen. */
  readonly expects: string;
  /** How many of them. */
  readonly times: number;
  /** Another event that counts as well, where each part of an act is told by one of two. */
  readonly or?: string;
}

type WriteName<C extends ContractName> = ContractFunctionName<Abis[C], "nonpayable" | "payable">;

/** Makes an intent whose function, arguments and event fit the contract. */
export function intend<C extends ContractName, const F extends WriteName<C>>(
  contract: C,
  functionName: F,
  args: ContractFunctionArgs<Abis[C], "nonpayable" | "payable", F>,
  expects: ContractEventName<Abis[C]>,
  times = 1,
): Intent {
  return { contract, functionName, args: args as readonly unknown[], expects, times };
}

/** An entry that no contract would take, found at the door. `field` names the input it came from. */
export class InputFault extends Error {
  readonly field: string;
  readonly say: Both;
  constructor(field: string, say: Both) {
    super(`${field}: ${say.en}`);
    this.name = "InputFault";
    this.field = field;
    this.say = say;
  }
}
