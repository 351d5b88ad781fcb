// What credit became: shares, or credit above the budget. Micro-units.
import type { ProjectId } from "../chain/ids.ts";
import { sumsOf } from "../work/sums.ts";
import type { BatchClaim, Claim, RecordClaim } from "../work/types.ts";
import type { Source } from "./flows.ts";
import type { ValueBooks } from "./fold.ts";
import { issueOf } from "./lots.ts";

/** A claim that counts as credit. */
export type CreditedClaim = RecordClaim | BatchClaim;

/** What became of the value in force of a project: shares, credit above the budget, or what the limits of one member and of batches leave out. */
export type CreditEnd = "shares" | "overBudget" | "limited";

export interface CreditEnds {
  readonly ends: readonly { readonly project: ProjectId; readonly end: CreditEnd; readonly amount: bigint }[];
  /** Shares that the credit gave, or gives as it stands. */
  readonly issued: bigint;
  /** Credit that counts. */
  readonly credit: bigint;
  /** Whether all of these epochs are closed. */
  readonly closed: boolean;
}

/** Where a claim's value comes from. */
export const sourceOf = (claim: CreditedClaim): Source => (claim.lane === "batch" ? "history" : claim.kind);

/** The claims in force of some epochs, both included; the newest first. */
export function creditedClaims({ work }: ValueBooks, first: number, last: number): CreditedClaim[] {
  const counts = (claim: Claim): claim is CreditedClaim => claim.lane !== "binding" && claim.sealedAt !== null && claim.inForce > 0n && claim.epoch >= first && claim.epoch <= last;
  return [...work.claims.values()].filter(counts).sort((a, b) => b.sealedAt! - a.sealedAt!);
}

/** What the value of some epochs became, by project: of each its ends are its value in force, exactly. */
export function creditEnds(books: ValueBooks, first: number, last: number): CreditEnds {
  const claimed = new Map<ProjectId, bigint>();
  for (const { project, inForce } of creditedClaims(books, first, last)) claimed.set(project, (claimed.get(project) ?? 0n) + inForce);
  const results = [...claimed].map(([project, amount]) => ({ project, amount, ...issuedIn(books, project, first, last) }));
  const ends = results.flatMap(({ project, amount, credit, issued }) => [
    { project, end: "shares" as const, amount: issued },
    { project, end: "overBudget" as const, amount: credit - issued },
    { project, end: "limited" as const, amount: amount - credit },
  ]);
  const sum = (field: "issued" | "credit") => results.reduce((all, one) => all + one[field], 0n);
  return { ends: ends.filter(({ amount }) => amount > 0n), issued: sum("issued"), credit: sum("credit"), closed: results.every(({ closed }) => closed) };
}

function issuedIn(books: ValueBooks, project: ProjectId, first: number, last: number): { issued: bigint; credit: bigint; closed: boolean } {
  const epochs = (books.work.creditedEpochs.get(project) ?? []).filter((epoch) => epoch >= first && epoch <= last);
  const issues = epochs.map((epoch) => ({ ...issueOf(books, project, epoch), credit: sumsOf(books, project, epoch).total }));
  return {
    issued: issues.reduce((sum, one) => sum + one.issued, 0n),
    credit: issues.reduce((sum, one) => sum + one.credit, 0n),
    closed: issues.every(({ closed }) => closed),
  };
}
