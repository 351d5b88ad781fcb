import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import { contributionLedgerAbi } from "../abi/ContributionLedger.ts";
import type { ContractFunctionArgs } from "viem";
import { kinds, type RecordClaim } from "./types.ts";

/** A record as the contract takes it. */
export type Report = ContractFunctionArgs<typeof contributionLedgerAbi, "nonpayable", "record">[0];

const { inputs } = contributionLedgerAbi.find((item): item is Extract<(typeof contributionLedgerAbi)[number], { type: "function"; name: "record" }> => item.type === "function" && item.name === "record")!;

/** What a confirmation names: the hash of all that a record says. Twin of ContributionLedger.reportDigest. */
export const reportDigest = (report: Report): Hex => keccak256(encodeAbiParameters(inputs, [report]));

/** What was recorded, as it was sent. */
export function reportOf({ project, kind, quantity, evidence, occurredAt, split, uri }: RecordClaim): Report {
  return { project, kind: kinds.indexOf(kind), quantity, evidence, occurredAt, split: split.map(({ member, parts }) => ({ member, parts })), uri };
}
