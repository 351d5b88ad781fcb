import type { Hex } from "viem";
import { type ContributionId, type MemberId, NOBODY, type ProjectId } from "../chain/ids.ts";
import { type Batch, type HistoryRecord, sharesOf as sharesOfRecord } from "../work/batch.ts";
import { keyOf } from "../work/fold.ts";
import { earnedBy, smaller, type Sums, sumsOf } from "../work/sums.ts";
import { sharersOf } from "../work/twoSided.ts";
import type { BatchClaim, Claim, RecordClaim } from "../work/types.ts";
import { ExplanationFault, explainBatch, explainRecord, type Manifests, mustBe, type RecordWhy, type RoundWhy, sum } from "./explainClaim.ts";
import { type LeafWaiting, leavesWaiting, type PendingWhy, pendingOf, unreadBatches } from "./explainWaiting.ts";
import type { Draw, DrawnLeaf, ValueBooks } from "./fold.ts";
import { leafTerms } from "./leaves.ts";
import { directLot, drawsOf, type Lot, sharesOf } from "./lots.ts";
import { ofCredit, ofLeaf, type LeafTerms } from "./shares.ts";

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
  /** Of the batch; null where nobody challenged it. */
  readonly round: RoundWhy | null;
  /** What its shares were computed from; null where the data is not at hand. */
  readonly terms: LeafTerms | null;
  /** The person's records, which add up to the leaf's value; null where the data is not at hand. */
  readonly records: readonly { readonly record: HistoryRecord; readonly share: bigint }[] | null;
}

/** What an epoch issues, and from what: all members' credit up to the stop, and what all batches count for. */
export interface IssueWhy extends Sums {
  /** min(budget, total). */
  readonly issued: bigint;
  readonly closed: boolean;
  /** How many members have credit in it, and how many batches count. */
  readonly members: number;
  readonly histories: number;
}

/** One epoch. `shares`: drawn, both lanes. */
export interface LotWhy {
  readonly epoch: number;
  readonly shares: bigint;
  readonly issue: IssueWhy;
  readonly direct: DirectWhy | null;
  readonly leaves: readonly LeafWhy[];
}

/** Why a holder's shares in a project are what they are. The lots add up to `shares`, each number to the one above it. */
export interface Explanation {
  readonly project: ProjectId;
  readonly holder: MemberId;
  readonly shares: bigint;
  /** Shares that could be drawn now, of epochs that are final; leaves whose data is at hand among them. */
  readonly drawable: bigint;
  /** Shares of epochs that are not final, if nothing changed. */
  readonly open: bigint;
  /** Newest epoch first; those not drawn yet are among them, with shares 0. */
  readonly lots: readonly LotWhy[];
  /** Records that are no credit yet. */
  readonly pending: readonly PendingWhy[];
  readonly leaves: readonly LeafWaiting[];
  /** Batches that may hold a leaf of the holder, and whose data is not at hand. */
  readonly unread: readonly BatchClaim[];
}

/** What is at hand of batches' published data: the tree tells what a leaf is worth, the records why. */
export type Histories = ReadonlyMap<ContributionId, Pick<Batch, "tree"> & Partial<Pick<Batch, "records" | "equation">>>;

/** What lies beside the books while they are explained. */
export interface AtHand {
  readonly histories?: Histories;
  readonly manifests?: Manifests;
}

/** Takes a holder's shares apart, down to the evidence, and what is not shares yet. Holder 0 is the reserve. Errors: ExplanationFault. */
export function explain(books: ValueBooks, holder: MemberId, project: ProjectId, now: number, { histories = new Map(), manifests = new Map() }: AtHand = {}): Explanation {
  const epochs = books.work.creditedEpochs.get(project) ?? [];
  const byEpoch = sealedByEpoch(books, project);
  const lots = epochs.flatMap((epoch) => explainLot(books, holder, project, epoch, now, byEpoch.get(epoch) ?? [], { histories, manifests }) ?? []);
  const shares = sharesOf(books, project, holder);
  mustBe(sum(lots.map((lot) => lot.shares)), shares, "lots");
  const pending = holder === NOBODY ? [] : pendingOf(books, holder, project, now, manifests);
  const leaves = leavesWaiting(books, holder, project, now, ({ id }) => histories.get(id)?.tree);
  const unread = unreadBatches(books, holder, project, ({ id }) => Boolean(histories.get(id)?.tree));
  const direct = lots.flatMap((lot) => (lot.direct ? [lot.direct.lot] : []));
  const inState = (state: "open" | "drawable") => sum([...direct, ...leaves.map(({ lot }) => lot)].filter((lot) => lot.state === state).map((lot) => lot.shares));
  return { project, holder, shares, drawable: inState("drawable"), open: inState("open"), lots: lots.toReversed(), pending, leaves, unread };
}

/** The sealed records and batches of a project, by the epoch in which they count. */
function sealedByEpoch({ work }: ValueBooks, project: ProjectId): Map<number, (RecordClaim | BatchClaim)[]> {
  const found = new Map<number, (RecordClaim | BatchClaim)[]>();
  for (const claim of work.claims.values()) {
    if (claim.project !== project || claim.sealedAt === null || claim.lane === "binding") continue;
    const row = found.get(claim.epoch);
    if (row) row.push(claim);
    else found.set(claim.epoch, [claim]);
  }
  return found;
}

/** What a holder has of an epoch; null for nothing. Errors: ExplanationFault. */
function explainLot(books: ValueBooks, holder: MemberId, project: ProjectId, epoch: number, now: number, claims: readonly Claim[], atHand: Required<AtHand>): LotWhy | null {
  const direct = explainDirect(books, holder, project, epoch, now, claims, atHand.manifests);
  const draws = drawsOf(books, project, holder, epoch);
  const leaves = draws.flatMap((draw) => (draw.leaf ? [explainLeaf(books, draw, draw.leaf, now, atHand.histories)] : []));
  const shares = sum(draws.map((draw) => draw.shares));
  mustBe((direct?.lot.state === "drawn" ? direct.lot.shares : 0n) + sum(leaves.map(({ draw }) => draw.shares)), shares, `epoch ${epoch}`);
  // The sums of an epoch walk all members: only for those who have something of it.
  return direct || leaves.length > 0 ? { epoch, shares, issue: explainIssue(books, project, epoch, claims), direct, leaves } : null;
}

/** What an epoch issues: each sum from its parts. Errors: ExplanationFault. */
function explainIssue(books: ValueBooks, project: ProjectId, epoch: number, claims: readonly Claim[]): IssueWhy {
  const sums = sumsOf(books, project, epoch);
  const credits = [...books.people.members.keys()].map((member) => smaller(earnedBy(books, project, epoch, member), sums.stop));
  mustBe(sum(credits), sums.direct, `credit of all members in epoch ${epoch}`);
  const batches = claims.filter(({ lane, inForce }) => lane === "batch" && inForce > 0n);
  mustBe(sum(batches.map(({ inForce }) => inForce)), sums.batches, `credit of all batches in epoch ${epoch}`);
  const issued = smaller(sums.total, sums.budget);
  const closed = books.value.closed.get(keyOf(project, epoch));
  if (closed) {
    mustBe(closed.credit, sums.total, `credit of epoch ${epoch} when it was closed`);
    mustBe(closed.issued, issued, `issue of epoch ${epoch}`);
  }
  return { ...sums, issued, closed: closed !== undefined, members: credits.filter((credit) => credit > 0n).length, histories: batches.length };
}

function explainDirect(books: ValueBooks, member: MemberId, project: ProjectId, epoch: number, now: number, claims: readonly Claim[], manifests: Manifests): DirectWhy | null {
  const lot = directLot(books, project, epoch, member, now);
  const earned = earnedBy(books, project, epoch, member);
  const records = recordsOf(books, claims, member, now, manifests);
  mustBe(sum(records.map(({ part }) => part)), earned, `records of epoch ${epoch}`);
  if (!lot) {
    if (drawsOf(books, project, member, epoch).some(({ leaf }) => leaf === null)) throw new ExplanationFault(`drawn without credit in epoch ${epoch}`);
    return null;
  }
  mustBe(ofCredit(lot.credit, lot.issued, lot.total), lot.shares, `shares of epoch ${epoch}`);
  const rest = (lot.credit * lot.issued) % lot.total;
  return { lot, earned, stop: sumsOf(books, project, epoch).stop, overStop: earned - lot.credit, rest, records };
}

/** The records that make a member's credit of an epoch, largest part first; those in force at nothing are among them. */
function recordsOf(books: ValueBooks, claims: readonly Claim[], member: MemberId, now: number, manifests: Manifests): RecordWhy[] {
  const own = claims.filter((claim): claim is RecordClaim => (claim.lane === "record" || claim.lane === "joint") && sharersOf(claim).includes(member));
  return own.map((claim) => explainRecord(books, claim, member, now, manifests)).sort((a, b) => (a.part === b.part ? 0 : a.part > b.part ? -1 : 1));
}

function explainLeaf(books: ValueBooks, draw: Draw, leaf: DrawnLeaf, now: number, histories: Histories): LeafWhy {
  const batch = books.work.claims.get(leaf.batch) as BatchClaim;
  const round = explainBatch(batch, now);
  mustBe(draw.shares, draw.holder === leaf.holder ? leaf.shares : leaf.toReserve, `drawing of leaf ${leaf.index}`);
  const history = histories.get(leaf.batch);
  const found = history?.tree?.leaves[Number(leaf.index)];
  if (!history || found?.identity !== leaf.identity) return { draw, leaf, batch, round, terms: null, records: null };
  const { value } = found;
  const terms = leafTerms(books, batch, value, leaf.holder);
  const { shares, withheld } = ofLeaf(terms);
  mustBe(shares, leaf.shares, `leaf ${leaf.index}`);
  mustBe(withheld, leaf.toReserve, `rest of leaf ${leaf.index}`);
  const { records: all, equation } = history;
  if (!all || !equation) return { draw, leaf, batch, round, terms, records: null };
  const records = recordsOfPerson(all, leaf.identity, (record) => sharesOfRecord(record, equation));
  mustBe(sum(records.map(({ share }) => share)), value, `records of leaf ${leaf.index}`);
  return { draw, leaf, batch, round, terms, records };
}

function recordsOfPerson(records: readonly HistoryRecord[], identity: Hex, share: (record: HistoryRecord) => { identity: Hex; value: bigint }[]): { record: HistoryRecord; share: bigint }[] {
  return records
    .filter((record) => record.people.includes(identity))
    .map((record) => ({ record, share: share(record).find((part) => part.identity === identity)!.value }));
}
