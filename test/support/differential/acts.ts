import { id as hashOf } from "ethers";
import type { Work } from "../model/work.ts";
import { attemptWork, type WorkAct } from "../model/workActs.ts";
import type { ProvedLeaf } from "./tree.ts";

/** What can be done on a stage: leaves come with their proofs, and newcomers by the number that they will have. */
export type StagedAct =
  | Exclude<WorkAct, { readonly is: "drawLeaf" | "join" }>
  | { readonly is: "drawLeaf"; readonly batch: string; readonly leaf: ProvedLeaf }
  | { readonly is: "join"; readonly newcomer: number; readonly sponsors: readonly number[] };

/** Does an act in a model: the rule that refuses it; empty: done. */
export function attemptStaged(work: Work, act: StagedAct): string {
  return attemptWork(work, act.is === "join" ? { is: "join", key: hashOf(`newcomer ${act.newcomer}`), sponsors: act.sponsors } : act);
}

/** At a second, one after another. */
export interface Scene {
  readonly at: number;
  readonly acts: readonly StagedAct[];
}
