// Records and their confirmations among acts that are not carried yet: what one says is told by the other.
import { decodeFunctionData, type Hex, toFunctionSelector } from "viem";
import { contributionLedgerAbi } from "../abi/ContributionLedger.ts";
import type { ContributionId, MemberId } from "../chain/ids.ts";
import type { Ledger } from "../ledger.ts";
import { claimId } from "../work/foldClaims.ts";
import { type Report, reportDigest, reportOf } from "../work/report.ts";
import type { Item } from "./bundle.ts";

/** An act that records something, or confirms what was recorded. */
export type Recording =
  | { readonly is: "record"; readonly id: ContributionId; readonly digest: Hex; readonly report: Report }
  | { readonly is: "confirm"; readonly id: ContributionId; readonly digest: Hex };

/** The records that lie beside what is to be told, by their digest. */
export type Reports = ReadonlyMap<Hex, Report>;

const selectorOf = (name: string): Hex => toFunctionSelector(contributionLedgerAbi.find((item) => item.type === "function" && item.name === name)! as never);
const selectors = [selectorOf("record"), selectorOf("confirm")];

/** What an act of a member records or confirms; null for any other act. */
export function readRecording({ member, data }: Pick<Extract<Item, { kind: "act" }>, "member" | "data">): Recording | null {
  if (!selectors.includes(data.slice(0, 10).toLowerCase() as Hex)) return null;
  try {
    const { functionName, args } = decodeFunctionData({ abi: contributionLedgerAbi, data });
    if (functionName === "record") return { is: "record", id: claimId(member as MemberId, args[0].evidence), digest: reportDigest(args[0]), report: args[0] };
    return functionName === "confirm" ? { is: "confirm", id: claimId(args[0] as MemberId, args[1]), digest: args[2] } : null;
  } catch {
    return null; // Not its arguments: the contract would refuse it.
  }
}

/** The records among items. */
export function reportsIn(items: readonly Item[]): Reports {
  const recordings = items.flatMap((item) => (item.kind === "act" ? (readRecording(item) ?? []) : []));
  return new Map(recordings.flatMap((found) => (found.is === "record" ? [[found.digest, found.report]] : [])));
}

/** What a confirmation is about, by its digest: on the chain, beside it, something else than was recorded, or not at hand. */
export type Confirmed = { readonly is: "recorded" | "beside"; readonly report: Report } | { readonly is: "otherwise" } | { readonly is: "unknown" };

/** Looks for the record that a confirmation means. */
export function confirmedBy({ ledger, reports }: { readonly ledger: Ledger; readonly reports?: Reports | undefined }, id: ContributionId, digest: Hex): Confirmed {
  const claim = ledger.work.claims.get(id);
  const recorded = claim && (claim.lane === "record" || claim.lane === "joint") ? reportOf(claim) : null;
  if (recorded && reportDigest(recorded) === digest.toLowerCase()) return { is: "recorded", report: recorded };
  const beside = reports?.get(digest.toLowerCase() as Hex);
  if (beside) return { is: "beside", report: beside };
  return { is: claim ? "otherwise" : "unknown" };
}
