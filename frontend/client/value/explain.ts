import type { Hex } from "viem";
import type { ContributionId, MemberId, ProjectId } from "../chain/ids.ts";
import { type Batch, type HistoryRecord, sharesOf as sharesOfRecord } from "../work/batch.ts";
import { shareOut } from "../work/split.ts";
import { earnedBy, sumsOf } from "../work/sums.ts";
import type { Answer, BatchClaim, RecordClaim } from "../work/types.ts";
import type { Draw, DrawnLeaf, ValueBooks } from "./fold.ts";
import { leafTerms } from "./leaves.ts";
import { directLot, drawsOf, type Lot, sharesOf } from "./lots.ts";
import { ofCredit, ofLeaf, type LeafTerms } from "./shares.ts";

/** A record as a part of somebody's credit. Micro-units. */
export interface RecordWhy {
  readonly claim: RecordClaim;
  /** The member's part of what the record counts for. */
  readonly part: bigint;
  /** Value per unit when it was recorded. */
  readonly rate: bigint;
  /** The first answers; `middle`: this answer named the quantity that was sealed. */
  readonly answers: readonly (Answer & { readonly middle: boolean })[];
}

/** The direct lane of a lot: records add up to what was earned; of that at most the stop counts; credit · issued / total gives shares. */
export interface DirectWhy {
  readonly lot: Lot;
  /** Sum of `part` over the records. */
  readonly earned: bigint;
  readonly stop: bigint;
  /** earned − credit. */
  readonly overStop: bigint;
  /** What rounding left: (credit · issued) mod total, of `total`. The shares times total, and this, make credit · issued. */
  readonly rest: bigint;
  readonly records: readonly RecordWhy[];
}

/** A leaf as a part of a lot. `share` of its records is known where the published data is at hand. */
export interface LeafWhy {
  readonly draw: Draw;
  readonly leaf: DrawnLeaf;
  readonly batch: BatchClaim;
  /** What its shares were computed from; null where the data is not at hand. */
  readonly terms: LeafTerms | null;
  /** The person's records, which add up to the leaf's value; null where the data is not at hand. */
  readonly records: readonly { readonly record: HistoryRecord; readonly share: bigint }[] | null;
}

/** One epoch. `shares`: drawn, both lanes. */
export interface LotWhy {
  readonly epoch: number;
  readonly shares: bigint;
  readonly direct: DirectWhy | null;
  readonly leaves: readonly LeafWhy[];
}

/** Why a holder's shares in a project are what they are. The lots add up to `shares`, each number to the one above it. */
export interface Explanation {
  readonly project: ProjectId;
  readonly holder: MemberId;
  readonly shares: bigint;
  /** Newest epoch first; those not drawn yet are among them, with shares 0. */
  readonly lots: readonly LotWhy[];
}

/** What is at hand of batches' published data: the tree tells what a leaf is worth, the records why. */
export type Histories = ReadonlyMap<ContributionId, Pick<Batch, "tree"> & Partial<Pick<Batch, "records" | "equation">>>;

/** A number that does not decompose: either this client or the node is wrong, and no such number may be shown as explained. */
export class ExplanationFault extends Error {}

function mustBe(left: bigint, right: bigint, what: string): void {
  if (left !== right) throw new ExplanationFault(`${what}: ${left} is not ${right}`);
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

/** Takes a holder's shares apart, down to the evidence. Holder 0 is the reserve. Errors: ExplanationFault. */
export function explain(books: ValueBooks, holder: MemberId, project: ProjectId, now: number, histories: Histories = new Map()): Explanation {
  const epochs = books.work.creditedEpochs.get(project) ?? [];
  const lots = epochs.map((epoch) => explainLot(books, holder, project, epoch, now, histories)).filter((lot) => lot.direct !== null || lot.leaves.length > 0);
  const shares = sharesOf(books, project, holder);
  mustBe(sum(lots.map((lot) => lot.shares)), shares, "lots");
  return { project, holder, shares, lots: lots.toReversed() };
}

/** One lot. Errors: ExplanationFault. */
export function explainLot(books: ValueBooks, holder: MemberId, project: ProjectId, epoch: number, now: number, histories: Histories = new Map()): LotWhy {
  const direct = explainDirect(books, holder, project, epoch, now);
  const draws = drawsOf(books, project, holder, epoch);
  const leaves = draws.flatMap((draw) => (draw.leaf ? [explainLeaf(books, draw, draw.leaf, histories)] : []));
  const shares = sum(draws.map((draw) => draw.shares));
  mustBe((direct?.lot.state === "drawn" ? direct.lot.shares : 0n) + sum(leaves.map(({ draw }) => draw.shares)), shares, `epoch ${epoch}`);
  return { epoch, shares, direct, leaves };
}

function explainDirect(books: ValueBooks, member: MemberId, project: ProjectId, epoch: number, now: number): DirectWhy | null {
  const lot = directLot(books, project, epoch, member, now);
  if (!lot) return null;
  const earned = earnedBy(books, project, epoch, member);
  const records = recordsOf(books, member, project, epoch);
  mustBe(sum(records.map(({ part }) => part)), earned, `records of epoch ${epoch}`);
  mustBe(ofCredit(lot.credit, lot.issued, lot.total), lot.shares, `shares of epoch ${epoch}`);
  const rest = (lot.credit * lot.issued) % lot.total;
  return { lot, earned, stop: sumsOf(books, project, epoch).stop, overStop: earned - lot.credit, rest, records };
}

/** The records that make a member's credit of an epoch, largest part first; those in force at nothing are among them. */
function recordsOf(books: ValueBooks, member: MemberId, project: ProjectId, epoch: number): RecordWhy[] {
  const records: RecordWhy[] = [];
  for (const claim of books.work.claims.values()) {
    const counts = claim.project === project && claim.epoch === epoch && claim.sealedAt !== null && claim.owners.includes(member);
    if (!counts || claim.lane === "batch" || claim.lane === "binding") continue;
    const answers = claim.answers.map((answer) => ({ ...answer, middle: answer.quantity === claim.named }));
    records.push({ claim, part: partOf(claim, member), rate: claim.value / BigInt(claim.quantity), answers });
  }
  return records.sort((a, b) => Number(b.part - a.part));
}

/** A member's part of what a record counts for now. */
export function partOf(claim: RecordClaim, member: MemberId): bigint {
  if (claim.lane === "record") return claim.by === member ? claim.inForce : 0n;
  const place = claim.split.findIndex((part) => part.member === member);
  return place < 0 ? 0n : shareOut(claim.split.map(({ parts }) => parts), claim.inForce)[place]!;
}

function explainLeaf(books: ValueBooks, draw: Draw, leaf: DrawnLeaf, histories: Histories): LeafWhy {
  const batch = books.work.claims.get(leaf.batch) as BatchClaim;
  const history = histories.get(leaf.batch);
  const value = history?.tree?.leaves[history.tree.indexOf(leaf.identity)]?.value;
  if (!history || value === undefined) return { draw, leaf, batch, terms: null, records: null };
  const terms = leafTerms(books, batch, value, leaf.holder);
  const { shares, withheld } = ofLeaf(terms);
  mustBe(shares, leaf.shares, `leaf ${leaf.index}`);
  mustBe(withheld, leaf.toReserve, `rest of leaf ${leaf.index}`);
  const { records: all, equation } = history;
  if (!all || !equation) return { draw, leaf, batch, terms, records: null };
  const records = recordsOfPerson(all, leaf.identity, (record) => sharesOfRecord(record, equation));
  mustBe(sum(records.map(({ share }) => share)), value, `records of leaf ${leaf.index}`);
  return { draw, leaf, batch, terms, records };
}

function recordsOfPerson(records: readonly HistoryRecord[], identity: Hex, share: (record: HistoryRecord) => { identity: Hex; value: bigint }[]): { record: HistoryRecord; share: bigint }[] {
  return records
    .filter((record) => record.people.includes(identity))
    .map((record) => ({ record, share: share(record).find((part) => part.identity === identity)!.value }));
}
