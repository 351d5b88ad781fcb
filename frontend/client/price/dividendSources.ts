// What dividends came of: the surpluses of each epoch, and the part of the member's shares in all shares of that time.
import { COOPERATIVE, type MemberId, type ProjectId, type Token } from "../chain/ids.ts";
import { lotOf } from "../value/lots.ts";
import { accountOf, dividable, sharesThrough } from "./accounts.ts";
import type { PriceBooks } from "./fold.ts";
import type { Surplus } from "./types.ts";

/** What an epoch's surpluses give a member. The contract carries what each division leaves, so that a sum of draws may be a smallest unit more. */
export interface DividendSource {
  readonly epoch: number;
  /** Divided among all shares, in the token's smallest unit. */
  readonly dividend: bigint;
  /** The member's shares of this epoch and those before it, micro-units, and all. */
  readonly mine: bigint;
  readonly all: bigint;
  /** dividend × mine ÷ all, rounded down. */
  readonly amount: bigint;
  /** Whether the chain has divided it; else the next draw does. */
  readonly divided: boolean;
  /** The orders' surpluses that it is the sum of. */
  readonly surpluses: readonly { readonly surplus: Surplus; readonly part: bigint }[];
}

/** Epoch by epoch what a member's dividends of a project and token come of; newest first. Those that give nothing are left out. */
export function dividendSources(books: PriceBooks, project: ProjectId, token: Token, member: MemberId, now: number): DividendSource[] {
  const account = accountOf(books, project, token);
  const ready = new Set(dividable(books, project, token, now));
  const epochs = [
    ...account.divisions.map(({ epoch, dividend, shares }) => ({ epoch, dividend, all: shares, divided: true })),
    ...account.arrivals.filter(({ epoch }) => ready.has(epoch)).map(({ epoch, dividend }) => ({ epoch, dividend, all: sharesThrough(books, project, epoch).total, divided: false })),
  ];
  const lots = (books.work.creditedEpochs.get(project) ?? []).map((epoch) => ({ epoch, shares: lotOf(books, project, member, epoch) }));
  const sources = epochs.filter(({ all, dividend }) => all > 0n && dividend > 0n).map((one) => {
    const mine = lots.filter(({ epoch }) => epoch <= one.epoch).reduce((sum, { shares }) => sum + shares, 0n);
    return { ...one, mine, amount: (one.dividend * mine) / one.all, surpluses: surplusesOf(books, project, token, one.epoch) };
  });
  return sources.filter(({ amount }) => amount > 0n).toReversed();
}

/** Of the cooperative itself the commons' part of every project's surplus counts. */
function surplusesOf({ price }: PriceBooks, project: ProjectId, token: Token, epoch: number): DividendSource["surpluses"] {
  const here = price.surpluses.filter((one) => one.token === token && one.epoch === epoch && (project === COOPERATIVE || one.project === project));
  return here.map((surplus) => ({ surplus, part: project === COOPERATIVE ? surplus.commons : surplus.dividend })).filter(({ part }) => part > 0n);
}
