import type { Address, Hex } from "viem";
import type { Draft } from "../chain/draft.ts";
import type { ChainEvent } from "../chain/events.ts";
import type { ProjectId, Token } from "../chain/ids.ts";
import type { PriceBooks } from "../price/fold.ts";

/** What happened to guarantee capital. `capital`: what was there after it, in the token's smallest unit. */
export type CapitalMove = {
  readonly token: Token;
  readonly amount: bigint;
  readonly capital: bigint;
  readonly at: number;
  readonly tx: Hex;
} & ({ readonly is: "pulled" } | { readonly is: "swept"; readonly project: ProjectId } | { readonly is: "released"; readonly target: Address });

/** A contract that a vote adopted, or let go. */
export interface AdoptedContract {
  readonly target: Address;
  /** The hash of the code that a vote saw. */
  readonly codeHash: Hex;
  readonly adopted: boolean;
  readonly at: number;
  readonly tx: Hex;
}

/** The guarantee capital as the log tells it. */
export interface CommonsState {
  /** What was taken in and not released. */
  readonly capital: ReadonlyMap<Token, bigint>;
  /** By lower-case address: what was last decided of it. */
  readonly contracts: ReadonlyMap<string, AdoptedContract>;
  /** Oldest first; those of nothing are left out. */
  readonly moves: readonly CapitalMove[];
}

/** What a reader of the commons needs. */
export interface CommonsBooks extends PriceBooks {
  readonly commons: CommonsState;
}

export const emptyCommons = (): CommonsState => ({ capital: new Map(), contracts: new Map(), moves: [] });

/** Adds an event to the commons. */
export function applyToCommons(draft: Draft<CommonsState>, event: ChainEvent): void {
  if (event.contract !== "commonsPool") return;
  if (event.name === "ContractAdopted") {
    const { target, codeHash, adopted } = event.args;
    draft.map("contracts").set(target.toLowerCase(), { target, codeHash, adopted, at: event.at, tx: event.tx });
    return;
  }
  const { amount, capital } = event.args;
  const token = event.args.token.toLowerCase() as Token;
  draft.map("capital").set(token, capital);
  if (amount === 0n) return;
  const move = { token, amount, capital, at: event.at, tx: event.tx };
  if (event.name === "Pulled") draft.list("moves").push({ ...move, is: "pulled" });
  else if (event.name === "Swept") draft.list("moves").push({ ...move, is: "swept", project: event.args.project as ProjectId });
  else draft.list("moves").push({ ...move, is: "released", target: event.args.target });
}
