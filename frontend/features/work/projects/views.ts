import { epochOf } from "#client/chain/clock.ts";
import { finalAt } from "#client/chain/epoch.ts";
import { type MemberId, type ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { issueOf } from "#client/value/lots.ts";
import { isEnrolled, sumsOf } from "#client/work/sums.ts";
import type { BatchClaim, RecordClaim } from "#client/work/types.ts";

/** What an epoch of a project holds, micro-units. */
export interface EpochRow {
  readonly epoch: number;
  readonly direct: bigint;
  readonly batches: bigint;
  readonly total: bigint;
  /** What it issues: min(budget, credit); before it is closed, what closing would give now. */
  readonly issued: bigint;
  readonly closed: boolean;
  readonly finalAt: number;
}

/** Epochs of a project that hold credit, newest first. */
export function epochRows(ledger: Ledger, project: ProjectId): EpochRow[] {
  const epochs = [...(ledger.work.creditedEpochs.get(project) ?? [])].sort((a, b) => b - a);
  return epochs.map((epoch) => {
    const { direct, batchPart, total } = sumsOf(ledger, project, epoch);
    const { issued, closed } = issueOf(ledger, project, epoch);
    return { epoch, direct, batches: batchPart, total, issued, closed, finalAt: finalAt(ledger.clock.genesis, epoch) };
  });
}

/** Records of a project, newest first. */
export function recordsOf({ work }: Ledger, project: ProjectId): RecordClaim[] {
  const claims = [...work.claims.values()].filter((claim): claim is RecordClaim => claim.project === project && (claim.lane === "record" || claim.lane === "joint"));
  return claims.sort((a, b) => b.madeAt - a.madeAt);
}

/** Imported histories of a project, newest first. */
export function batchesOf({ work }: Ledger, project: ProjectId): BatchClaim[] {
  const claims = [...work.claims.values()].filter((claim): claim is BatchClaim => claim.project === project && claim.lane === "batch");
  return claims.sort((a, b) => b.madeAt - a.madeAt);
}

/** A member of the project's share register; holder 0 is the reserve. */
export interface Holding {
  readonly holder: MemberId;
  readonly shares: bigint;
}

/** Who holds drawn shares of a project, the largest first. */
export function holdingsOfProject({ value }: Ledger, project: ProjectId): Holding[] {
  const holdings: Holding[] = [];
  for (const [key, shares] of value.shares) {
    const [of, holder] = key.split(".");
    if (Number(of) === project && shares > 0n) holdings.push({ holder: Number(holder) as MemberId, shares });
  }
  return holdings.sort((a, b) => (a.shares === b.shares ? a.holder - b.holder : a.shares > b.shares ? -1 : 1));
}

/** Who attests in a project now. */
export function attestersOf(ledger: Ledger, project: ProjectId, now: number): MemberId[] {
  const epoch = epochOf(ledger, now);
  return [...ledger.people.members.keys()].filter((member) => isEnrolled(ledger, project, member, epoch));
}

/** What happened in a project in the epoch under way, micro-units. */
export interface EpochNow {
  readonly epoch: number;
  readonly recorded: bigint;
  readonly records: number;
  /** Value in force of what was sealed this epoch, before any stop. */
  readonly sealed: bigint;
  readonly seals: number;
}

/** Recorded and sealed in the epoch under way. */
export function epochNow(ledger: Ledger, project: ProjectId, now: number): EpochNow {
  const epoch = epochOf(ledger, now);
  let [recorded, records, sealed, seals] = [0n, 0, 0n, 0];
  for (const claim of recordsOf(ledger, project)) {
    if (epochOf(ledger, claim.madeAt) === epoch && claim.stage !== "withdrawn") [recorded, records] = [recorded + claim.value, records + 1];
    if (claim.sealedAt !== null && claim.epoch === epoch) [sealed, seals] = [sealed + claim.inForce, seals + 1];
  }
  return { epoch, recorded, records, sealed, seals };
}

/** Shares of a project that closed epochs issued, micro-units. */
export const issuedBy = ({ value }: Ledger, project: ProjectId): bigint => value.closedUntil.get(project)?.total ?? 0n;

/** Credit of the epoch under way, micro-units. */
export const creditNow = (ledger: Ledger, project: ProjectId, now: number): bigint => sumsOf(ledger, project, epochOf(ledger, now)).total;

/** Parts of a hundred with one decimal, cut: 12.5. */
export function percentOf(part: bigint, whole: bigint): string {
  if (whole === 0n) return "0";
  const tenths = (part * 1000n) / whole;
  return tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`;
}

