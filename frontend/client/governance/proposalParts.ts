import { type Address, encodeAbiParameters, type Hex, keccak256, toBytes } from "viem";
import type { ProposalId } from "../chain/ids.ts";
import type { Proposal } from "./types.ts";

/** What the contract finds a proposal by: its actions and the hash of its words. A proposal sends no ether. */
export function partsOf({ targets, calldatas, description }: Pick<Proposal, "targets" | "calldatas" | "description">): readonly [Address[], bigint[], Hex[], Hex] {
  return [[...targets], targets.map(() => 0n), [...calldatas], keccak256(toBytes(description))];
}

/** A proposal's number: the hash of its actions and its words. */
export function proposalIdOf(proposal: Pick<Proposal, "targets" | "calldatas" | "description">): ProposalId {
  return idOfParts(...partsOf(proposal));
}

/** The same from the parts themselves. */
export function idOfParts(targets: readonly Address[], values: readonly bigint[], calldatas: readonly Hex[], descriptionHash: Hex): ProposalId {
  const types = [{ type: "address[]" }, { type: "uint256[]" }, { type: "bytes[]" }, { type: "bytes32" }] as const;
  return BigInt(keccak256(encodeAbiParameters(types, [targets, values, calldatas, descriptionHash]))) as ProposalId;
}
