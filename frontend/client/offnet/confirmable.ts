// Records that wait for their other side among acts that are not carried yet: who may confirm them, and what stands in the way.
import type { MemberId } from "../chain/ids.ts";
import type { Ledger } from "../ledger.ts";
import { checkSplit } from "../work/record.ts";
import { type Report, reportDigest, reportOf } from "../work/report.ts";
import { canBeMadeAnew, stageOf } from "../work/stage.ts";
import { isTwoSided } from "../work/twoSided.ts";
import { kinds, type RecordClaim } from "../work/types.ts";
import type { Item } from "./bundle.ts";
import { readRecording, type Recording } from "./reports.ts";

/** An act as it was signed. */
export type ActItem = Extract<Item, { kind: "act" }>;

/** What a report says, entry by entry. */
export type ReportEntry = Exclude<keyof Report, "evidence">;

/** Whether a member may confirm what a signed act records. */
export type Confirmable =
  /** It may. `claim`: the same on the chain, where it waits already; null: the record must be carried before the confirmation. */
  | { readonly is: "open"; readonly report: Report; readonly claim: RecordClaim | null }
  /** Work or sharing: nobody confirms it. */
  | { readonly is: "oneSided" }
  /** It names another as its other side. */
  | { readonly is: "notNamed"; readonly other: MemberId }
  /** Its people or its quantity are such as no contract takes. */
  | { readonly is: "malformed" }
  /** The other side's confirmation of just this is signed, and at hand. */
  | { readonly is: "signed"; readonly by: ActItem }
  /** Just this was confirmed on the chain. */
  | { readonly is: "confirmed"; readonly claim: RecordClaim }
  /** The chain has something else on record under its evidence; `differs`: in what. */
  | { readonly is: "otherwise"; readonly claim: RecordClaim; readonly differs: readonly ReportEntry[] }
  /** It was carried, and taken back or given up since: it must be recorded anew. */
  | { readonly is: "over" };

export interface ConfirmableOptions {
  readonly ledger: Ledger;
  readonly now: number;
  /** Who would confirm; null: somebody who is no member. */
  readonly member: MemberId | null;
  /** Whether the act was carried already. */
  readonly carried: boolean;
  /** Everything signed that is at hand. */
  readonly beside: readonly Item[];
}

/** Whether a member may confirm what a signed act records; null: it records nothing. */
export function confirmableIn(act: ActItem, { ledger, now, member, carried, beside }: ConfirmableOptions): Confirmable | null {
  const recording = readRecording(act);
  if (recording?.is !== "record") return null;
  const { report } = recording;
  const kind = kinds[report.kind];
  if (kind === undefined || !isTwoSided(kind)) return { is: "oneSided" };
  const other = report.split[1]?.member;
  if (other === undefined || !isWhole(act.member, report)) return { is: "malformed" };
  const found = onChain(recording, ledger, now, carried);
  if (found.is !== "open") return found;
  const by = beside.find((item): item is ActItem => item.kind === "act" && item.member === other && confirms(item, recording));
  if (by) return { is: "signed", by };
  return other === member ? found : { is: "notNamed", other: other as MemberId };
}

function onChain({ id, report, digest }: Extract<Recording, { is: "record" }>, ledger: Ledger, now: number, carried: boolean): Confirmable {
  const claim = ledger.work.claims.get(id);
  if (!claim || (claim.lane !== "record" && claim.lane !== "joint")) return carried ? { is: "over" } : { is: "open", report, claim: null };
  const { situation } = stageOf(ledger, claim, now);
  if (situation === "void") return { is: "over" };
  if (canBeMadeAnew(ledger, claim, now)) return carried ? { is: "over" } : { is: "open", report, claim: null };
  if (reportDigest(reportOf(claim)) !== digest) return { is: "otherwise", claim, differs: differences(report, reportOf(claim)) };
  return situation === "unconfirmed" ? { is: "open", report, claim } : { is: "confirmed", claim };
}

function confirms(item: ActItem, { id, digest }: Recording): boolean {
  const found = readRecording(item);
  return found?.is === "confirm" && found.id === id && found.digest.toLowerCase() === digest;
}

/** Whether people and quantity are such as the contract takes: the recorder first, each once, parts within bounds. */
function isWhole(by: number, { kind, quantity, split }: Report): boolean {
  try {
    checkSplit(split, kinds[kind]!);
  } catch {
    return false;
  }
  return split[0]?.member === by && quantity > 0;
}

/** In what two reports differ. */
export function differences(one: Report, other: Report): ReportEntry[] {
  const entries: readonly ReportEntry[] = ["project", "kind", "quantity", "occurredAt", "split", "uri"];
  return entries.filter((entry) => JSON.stringify(one[entry]) !== JSON.stringify(other[entry]));
}
