// What became of mutants, as it is kept in docs/results/mutants.json: a line for each, added as it comes.
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../lib/files.ts";
import { asJson } from "../economy/page.ts";
import type { Mutant } from "./mutant.ts";

export const VERDICTS = ["died", "survived", "not compiled", "same code", "undecided"] as const;
/**
 * Died: a spec failed, or took four times as long as without the fault. Same code: the optimiser makes the same program of it.
 * Undecided: the program is larger than a chain takes, or the specs broke off.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Fate extends Omit<Mutant, "change"> {
  readonly contract: string;
  readonly verdict: Verdict;
  /** The spec that failed, or what else says so. */
  readonly by?: string;
}

/**
 * A contract as it was when its mutants were made. `sources`: the digest of all that it is compiled from; `possible`: how many mutants could be made; `most`: how many of
 * them were chosen. */
export interface Tested {
  readonly contract: string;
  readonly sources: string;
  readonly seed: number;
  readonly possible: number;
  readonly most: number;
}

export interface Results {
  readonly contracts: readonly Tested[];
  readonly mutants: readonly Fate[];
}

export const FILE = "docs/results/mutants.json";

export function read(file = join(root, FILE)): Results {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : { contracts: [], mutants: [] };
}

/** Results with one more; an older one of the same mutant goes. What other sources of the contract gave is forgotten. */
export function add(results: Results, tested: Tested, fates: readonly Fate[]): Results {
  const known = results.contracts.find(({ contract }) => contract === tested.contract);
  const stale = known !== undefined && known.sources !== tested.sources;
  const kept = results.mutants.filter(({ contract, id }) => contract !== tested.contract || (!stale && !fates.some((fate) => fate.id === id)));
  const order = (a: Fate, b: Fate): number => a.contract.localeCompare(b.contract) || a.file.localeCompare(b.file) || a.line - b.line || a.id.localeCompare(b.id);
  const most = Math.max(tested.most, stale ? 0 : (known?.most ?? 0));
  const contracts = [...results.contracts.filter(({ contract }) => contract !== tested.contract), { ...tested, most }];
  return { contracts: contracts.sort((a, b) => a.contract.localeCompare(b.contract)), mutants: [...kept, ...fates].sort(order) };
}

/** Adds to the file while another part of the campaign may do the same. */
export async function keep(tested: Tested, fates: readonly Fate[], file = join(root, FILE)): Promise<void> {
  const lock = `${file}.lock`;
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      // Nobody holds it for longer than a moment: what is left after five seconds belongs to a campaign that was ended.
      if (tries === 100) break;
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  try {
    writeFileSync(`${file}.new`, asJson(add(read(file), tested, fates)));
    renameSync(`${file}.new`, file);
  } finally {
    rmdirSync(lock);
  }
}
