import type { ReactNode } from "react";

/** A piece of a column: a project, an epoch, a record, an attester, a file. */
export interface WhyBlock {
  id: string;
  label: string;
  /** Its size in the column; heights are in this proportion. Pieces of one size get equal weights. */
  weight: bigint;
  /** What it counts for, micro-units, where it counts. */
  micro?: bigint;
  /** A word beside the number: the middle, hash matches. */
  note?: string;
  /** What stands in the chosen piece: a picture, a button. */
  body?: ReactNode;
  /** Where to read more of it. */
  href?: string;
}

/** One column: the chosen piece of the column before it, opened. */
export interface WhyStep {
  id: string;
  title: string;
  /** The column's total, drawn by the caller: an Amount, or “2 files”. */
  total: ReactNode;
  blocks: readonly WhyBlock[];
  chosen: string | null;
}

/** A block with its place in the column: top and height as parts of the column's height (0 to 1). */
export interface PlacedBlock {
  block: WhyBlock;
  top: number;
  height: number;
}

/** What a column shows at once, and how many pieces are on its further pages. */
export interface ColumnPage {
  placed: readonly PlacedBlock[];
  /** The piece that stands for all the smaller ones, if they do not fit. */
  rest: { top: number; height: number; blocks: readonly WhyBlock[] } | null;
}

/**
 * Lays pieces out so that heights are true and nothing is too small to press. Pieces that would be lower than `least` pixels are
 * put together in one, which is itself re-opened at full height. Only that one may be
 * drawn higher than it is, at `least`.
 */
export function layOut(blocks: readonly WhyBlock[], height: number, least: number): ColumnPage {
  const sum = blocks.reduce((total, block) => total + block.weight, 0n);
  const share = (weight: bigint) => (sum === 0n ? 1 / Math.max(1, blocks.length) : Number((weight * 1_000_000n) / sum) / 1_000_000);
  const bySize = [...blocks].sort((a, b) => (a.weight === b.weight ? 0 : a.weight > b.weight ? -1 : 1));
  let fitting = bySize.filter((block) => share(block.weight) * height >= least);
  // Where all are of one size and too many, a page holds as many as there is room for.
  if (fitting.length === 0) fitting = bySize.slice(0, Math.max(1, Math.floor(height / least) - 1));
  const shown = new Set(fitting);
  const small = blocks.filter((block) => !shown.has(block));
  const smallTrue = small.reduce((total, block) => total + share(block.weight), 0);
  const restHeight = small.length === 0 ? 0 : Math.min(1 - least / height, Math.max(least / height, smallTrue));
  const scale = (1 - restHeight) / Math.max(1e-9, 1 - smallTrue);
  let top = 0;
  const placed = blocks.filter((block) => shown.has(block)).map((block) => {
    const at = { block, top, height: share(block.weight) * scale };
    top += at.height;
    return at;
  });
  return { placed, rest: small.length === 0 ? null : { top, height: restHeight, blocks: small } };
}

/** The pages of a column, largest pieces first; every piece is on exactly one. */
export function pagesOf(blocks: readonly WhyBlock[], height: number, least: number): readonly ColumnPage[] {
  const pages: ColumnPage[] = [];
  let left: readonly WhyBlock[] = blocks;
  while (left.length > 0) {
    const page = layOut(left, height, least);
    pages.push(page);
    left = page.rest?.blocks ?? [];
  }
  return pages;
}
