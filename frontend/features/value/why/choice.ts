import type { ProjectId } from "#client/chain/ids.ts";
import type { Explanation, LeafWhy, LotWhy } from "#client/value/explain.ts";
import type { RecordWhy } from "#client/value/explainClaim.ts";

/** What the reader opened, column by column; what is not said is chosen for them. */
export interface Choice {
  readonly project?: number;
  readonly epoch?: number;
  /** Of an epoch of which a leaf was drawn and the rest was not: the rest. */
  readonly waiting?: boolean;
  readonly record?: string;
  readonly answer?: string;
  readonly file?: string;
}

/** A record of the direct lane, or a leaf of a history. */
export type Source = { readonly is: "record"; readonly id: string; readonly why: RecordWhy } | { readonly is: "leaf"; readonly id: string; readonly why: LeafWhy };

/** What is open in each column. */
export interface Opened {
  readonly explanation: Explanation;
  readonly lot: LotWhy;
  /** Whether the lot was drawn; lots that were not stand in columns of their own. */
  readonly drawn: boolean;
  readonly sources: readonly Source[];
  readonly source: Source;
}

/** Parts of an explanation by what was drawn: an epoch whose leaf was drawn, and whose direct lane was not, stands twice. */
export function splitLots(explanation: Explanation): Explanation {
  const split = (lot: LotWhy): LotWhy[] => {
    const half = lot.direct !== null && lot.direct.lot.state !== "drawn" && lot.leaves.length > 0;
    return half ? [{ ...lot, direct: null }, { ...lot, shares: 0n, leaves: [] }] : [lot];
  };
  return { ...explanation, lots: explanation.lots.flatMap(split) };
}

/** All that a lot is made of, records first. */
export function sourcesOf(lot: LotWhy): Source[] {
  const records = (lot.direct?.records ?? []).map((why): Source => ({ is: "record", id: why.claim.id, why }));
  const leaves = lot.leaves.map((why): Source => ({ is: "leaf", id: `${why.leaf.batch}.${why.leaf.index}`, why }));
  return [...records, ...leaves];
}

/** Shares of a lot, drawn or as they would be. */
export const sharesOfLot = (lot: LotWhy): bigint => (isDrawn(lot) ? lot.shares : (lot.direct?.lot.shares ?? 0n));

/** Whether anything of the lot was drawn. */
export const isDrawn = (lot: LotWhy): boolean => lot.leaves.length > 0 || lot.direct?.lot.state === "drawn";

/** Settles what is open: what was chosen where it exists, else the largest piece and the newest drawn epoch. Null where there is nothing. */
export function openChoice(explanations: readonly Explanation[], choice: Choice): Opened | null {
  const largest = [...explanations].sort((a, b) => (a.shares === b.shares ? a.project - b.project : a.shares > b.shares ? -1 : 1));
  const explanation = explanations.find(({ project }) => project === (choice.project as ProjectId)) ?? largest[0];
  if (!explanation) return null;
  const { lots } = explanation;
  const ofEpoch = lots.filter(({ epoch }) => epoch === choice.epoch);
  const lot = ofEpoch.find((lot) => !isDrawn(lot) === (choice.waiting ?? false)) ?? ofEpoch[0] ?? lots.find((lot) => lot.shares > 0n) ?? lots[0];
  if (!lot) return null;
  const sources = sourcesOf(lot);
  const source = sources.find(({ id }) => id === choice.record) ?? sources[0];
  return source ? { explanation, lot, drawn: isDrawn(lot), sources, source } : null;
}
