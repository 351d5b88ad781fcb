import type { Hex } from "viem";
import type { Draft } from "../chain/draft.ts";
import type { ChainEvent } from "../chain/events.ts";
import type { ContributionId, MemberId, ProjectId } from "../chain/ids.ts";
import { keyOf, type WorkBooks } from "../work/fold.ts";

/** What an epoch of a project issued, micro-units. */
export interface ClosedEpoch {
  readonly issued: bigint;
  /** All credit that counted in it. */
  readonly credit: bigint;
  /** All shares of the project up to and with this epoch. */
  readonly total: bigint;
  readonly at: number;
}

/** One drawing: of the direct lane, or of a leaf. Holder 0 is the project's reserve. */
export interface Draw {
  readonly project: ProjectId;
  readonly holder: MemberId;
  readonly epoch: number;
  readonly shares: bigint;
  /** The holder's shares after it. */
  readonly balance: bigint;
  readonly leaf: DrawnLeaf | null;
  readonly at: number;
  readonly tx: Hex;
  readonly logIndex: number;
}

/** A leaf that was drawn. */
export interface DrawnLeaf {
  readonly batch: ContributionId;
  readonly index: bigint;
  /** Of the tree, above this leaf: with the index it is the leaf's place. */
  readonly depth: number;
  readonly identity: Hex;
  readonly holder: MemberId;
  readonly shares: bigint;
  /** What the stop withheld. */
  readonly toReserve: bigint;
}

export interface ValueState {
  /** By project.epoch. */
  readonly closed: ReadonlyMap<string, ClosedEpoch>;
  /** How many epochs with credit of a project are closed, and all shares they issued. */
  readonly closedUntil: ReadonlyMap<ProjectId, { readonly count: number; readonly total: bigint }>;
  /** By project.holder: the holder's shares. */
  readonly shares: ReadonlyMap<string, bigint>;
  /** By project.epoch.holder: all drawings of the lot. */
  readonly draws: ReadonlyMap<string, readonly Draw[]>;
  /** By batch.identity: the leaves drawn; one, unless a tree was made with an identity twice. */
  readonly drawnLeaves: ReadonlyMap<string, readonly DrawnLeaf[]>;
  /** How many leaves of a batch were drawn. */
  readonly drawnCounts: ReadonlyMap<ContributionId, number>;
  /** Drawings whose lane is told by a later log of the same transaction. */
  readonly latest: readonly Draw[];
}

/** What a reader of value needs. */
export interface ValueBooks extends WorkBooks {
  readonly value: ValueState;
}

export const emptyValue = (): ValueState => ({
  closed: new Map(),
  closedUntil: new Map(),
  shares: new Map(),
  draws: new Map(),
  drawnLeaves: new Map(),
  drawnCounts: new Map(),
  latest: [],
});

/** The key of a leaf in `drawnLeaves`. */
export const leafKey = (batch: ContributionId, identity: Hex): string => `${batch}.${identity}`;

/** Adds an event to value. */
export function applyToValue(draft: Draft<ValueState>, event: ChainEvent): void {
  if (event.contract !== "shareLedger") return;
  if (event.name === "EpochClosed") {
    const { epoch, issued, credit, total } = event.args;
    const project = event.args.project as ProjectId;
    draft.map("closed").set(keyOf(project, epoch), { issued, credit, total, at: event.at });
    draft.map("closedUntil").set(project, { count: (draft.state.closedUntil.get(project)?.count ?? 0) + 1, total });
  } else if (event.name === "Drawn") {
    const { epoch, shares, balance } = event.args;
    const [project, holder] = [event.args.project as ProjectId, event.args.holder as MemberId];
    const draw: Draw = { project, holder, epoch, shares, balance, leaf: null, at: event.at, tx: event.tx, logIndex: event.logIndex };
    const key = keyOf(project, epoch, holder);
    draft.map("draws").set(key, [...(draft.state.draws.get(key) ?? []), draw]);
    draft.map("shares").set(keyOf(project, holder), balance);
    draft.state.latest = [...draft.state.latest.slice(-1), draw];
  } else if (event.name === "LeafDrawn") {
    const { index, identity, shares, toReserve, depth } = event.args;
    const batch = event.args.batch as ContributionId;
    const leaf: DrawnLeaf = { batch, index, depth, identity, holder: event.args.holder as MemberId, shares, toReserve };
    const place = leafKey(batch, identity);
    draft.map("drawnLeaves").set(place, [...(draft.state.drawnLeaves.get(place) ?? []), leaf]);
    draft.map("drawnCounts").set(batch, (draft.state.drawnCounts.get(batch) ?? 0) + 1);
    for (const draw of draft.state.latest.slice(toReserve > 0n ? -2 : -1)) label(draft, draw, leaf);
    draft.state.latest = [];
  }
}

/** The contract gives a leaf's shares first and says whose leaf it was afterwards. */
function label(draft: Draft<ValueState>, draw: Draw, leaf: DrawnLeaf): void {
  const key = keyOf(draw.project, draw.epoch, draw.holder);
  const draws = draft.state.draws.get(key) ?? [];
  draft.map("draws").set(key, draws.map((other) => (other === draw ? { ...draw, leaf } : other)));
}
