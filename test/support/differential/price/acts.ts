import type { StagedAct } from "../acts.ts";
import type { PriceAct } from "../../model/priceActs.ts";

/** What is done about work and value here: no record is taken back, and no second round is asked for. */
export type ValueAct = Extract<
  StagedAct,
  {
    readonly is:
      | "enrol"
      | "record"
      | "attest"
      | "postBatch"
      | "proposeBinding"
      | "close"
      | "draw"
      | "drawLeaf"
      | "join"
      | "seat"
      | "leave"
      | "number"
      | "admit"
      | "amend"
      | "stewards"
      | "closeProject";
  }
>;
/** What tokens do by themselves. */
export type TokenAct =
  | { readonly is: "stray"; readonly token: string; readonly amount: bigint }
  | { readonly is: "mood"; readonly mood: number };
export type MoneyAct = PriceAct | ValueAct | TokenAct;

/** At a second, one after another, with what became of each: the rule that refused it; empty: done. */
export interface MoneyScene {
  readonly at: number;
  readonly acts: readonly { readonly act: MoneyAct; readonly rule: string }[];
}

const OF_VALUE: readonly string[] = [
  "enrol",
  "record",
  "attest",
  "postBatch",
  "proposeBinding",
  "close",
  "draw",
  "drawLeaf",
  "join",
  "seat",
  "leave",
  "number",
  "admit",
  "amend",
  "stewards",
  "closeProject",
];
export const isOfValue = (act: MoneyAct): act is ValueAct => OF_VALUE.includes(act.is);
