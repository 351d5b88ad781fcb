// What purses hold, what is owed, and what will be. Amounts in the token's smallest unit.
import { parameterAt } from "../chain/clock.ts";
import { DAY, epochAt, epochStart, finalAt } from "../chain/epoch.ts";
import { COOPERATIVE, type Holder, type MemberId, NOBODY, type ProjectId, type Token } from "../chain/ids.ts";
import { directLot, isDrawn, issueOf, lotOf } from "../value/lots.ts";
import type { PriceBooks } from "./fold.ts";
import { accumulatorBefore, emptyAccount, emptyCounted } from "./foldSurplus.ts";
import { accountKey, countedKey, purseKey, sellerKey, soldKey } from "./keys.ts";
import { addDebt, advance, divideOver, owed, type SurplusTerms } from "./math.ts";
import type { Account, Counted, Division } from "./types.ts";

/** What a purse holds. */
export const purseOf = ({ price }: PriceBooks, holder: Holder, token: Token): bigint => price.purses.get(purseKey(holder, token)) ?? 0n;

/** What a project has in a token. */
export const accountOf = ({ price }: PriceBooks, project: ProjectId, token: Token): Account => price.accounts.get(accountKey(project, token)) ?? emptyAccount;

/** The shares of a member that are counted in a project and token. Member 0 is the reserve. */
export const countedOf = ({ price }: PriceBooks, project: ProjectId, token: Token, member: MemberId): Counted => price.counted.get(countedKey(project, token, member)) ?? emptyCounted;

/** Tokens that a vote lists now. */
export const listedTokens = ({ price }: PriceBooks): Token[] => [...price.tokens.values()].filter(({ listed }) => listed).map(({ token }) => token);

/** Whom stewards named as sellers of a project, in the order in which they were. */
export const sellersOf = ({ price }: PriceBooks, project: ProjectId): MemberId[] =>
  [...price.sellers].flatMap(([key, { named }]) => {
    const [of, member] = key.split(".").map(Number);
    return named && of === project ? [member as MemberId] : [];
  });

/** Whether a steward named the member as a seller of the project. */
export const isNamedSeller = ({ price }: PriceBooks, project: ProjectId, seller: MemberId): boolean => price.sellers.get(sellerKey(project, seller))?.named ?? false;

/** The numbers by which a surplus of a project is parted in an epoch. */
export function surplusTermsIn(books: PriceBooks, project: ProjectId, epoch: number): SurplusTerms {
  const footing = books.work.projects.get(project);
  const own = footing && epoch < footing.probationUntil ? footing.commonsPercent : 0;
  return {
    reservePercent: parameterAt(books, "reservePercent", epoch),
    commonsPercent: own === 0 ? parameterAt(books, "commonsPercent", epoch) : own,
    rebatePercent: parameterAt(books, "rebatePercent", epoch),
    commonsTwelfths: parameterAt(books, "commonsTwelfths", epoch),
  };
}

/** How much more a project on probation may sell for in a token now; null: it is not on probation. */
export function salesLeft(books: PriceBooks, project: ProjectId, token: Token, now: number): bigint | null {
  const epoch = epochAt(books.clock.genesis, now);
  const found = books.work.projects.get(project);
  if (!found || epoch >= found.probationUntil) return null;
  // An amendment changes it at once.
  const cap = found.charters.at(-1)!.salesCap;
  const sold = books.price.sold.get(soldKey(project, token, epoch)) ?? 0n;
  return cap > sold ? cap - sold : 0n;
}

/** From when on a closed project's reserve belongs to the commons; null: the project is open. */
export function reserveGoneFrom(books: PriceBooks, project: ProjectId): number | null {
  const { genesis } = books.clock;
  const closing = books.work.projects.get(project)?.closing;
  if (!closing) return null;
  const last = Math.max(closing.fromEpoch, books.price.clocksEnd.get(project) ?? 0);
  return epochStart(genesis, last) + 90 * DAY;
}

/** How much of a reserve, or of the capital, a vote may spend now: a tenth an epoch of what was in force. */
export function tenthLeft(inForce: bigint, spent: bigint): bigint {
  const most = (inForce + spent) / 10n;
  return most > spent ? most - spent : 0n;
}

/** So many epochs a draw divides by itself. */
const FEW = 8;

/** The first epoch that is not final. */
const firstOpen = (genesis: number, now: number): number => Math.max(0, epochAt(genesis, now) - 1);

/** All shares of a project up to and with an epoch, and whether that is final: all its epochs that hold credit are closed. */
export function sharesThrough(books: PriceBooks, project: ProjectId, epoch: number): { known: boolean; total: bigint } {
  const credited = (books.work.creditedEpochs.get(project) ?? []).filter((credit) => credit <= epoch);
  const closed = credited.map((credit) => books.value.closed.get(`${project}.${credit}`));
  return { known: closed.every(Boolean), total: closed.findLast(Boolean)?.total ?? 0n };
}

/** The epochs that could be divided now, in order. */
export function dividable(books: PriceBooks, project: ProjectId, token: Token, now: number): number[] {
  const until = firstOpen(books.clock.genesis, now);
  const due = accountOf(books, project, token).arrivals.filter(({ epoch }) => epoch < until);
  const stop = due.findIndex(({ epoch }) => !sharesThrough(books, project, epoch).known);
  return (stop < 0 ? due : due.slice(0, stop)).map(({ epoch }) => epoch);
}

/** What a member has to come of a project and token. */
export interface Dividends {
  readonly project: ProjectId;
  readonly token: Token;
  /** What a draw gives now, with the lots below; arrivals that can be divided now are. */
  readonly owed: bigint;
  /** More epochs wait for their division than a draw divides: `divide` comes before it. */
  readonly divideFirst: boolean;
  /** Epochs of lots that were drawn and are not counted, or not in full. */
  readonly uncounted: readonly number[];
  /** What was drawn until now. */
  readonly drawn: bigint;
  /** What will come of arrivals that cannot be divided yet, if nothing more is earned or arrives, by epoch. */
  readonly coming: readonly { readonly epoch: number; readonly amount: bigint; readonly at: number }[];
}

/** What a member has to come of a project and token; member 0 is the reserve. Twin of SurplusPool.draw. */
export function dividendsOf(books: PriceBooks, project: ProjectId, token: Token, member: MemberId, now: number): Dividends {
  const ready = dividable(books, project, token, now);
  const account = ready.reduce<Progress>((state, epoch) => divideEpoch(books, state, project, epoch), accountOf(books, project, token));
  const undivided = account.arrivals[0]?.epoch ?? Number.MAX_SAFE_INTEGER;
  const counted = countedOf(books, project, token, member);
  // A lot counts only where all that arrived before it is divided.
  const uncounted = lotsNotCounted(books, project, member, counted).filter(([epoch]) => undivided >= epoch);
  const debt = uncounted.reduce((sum, [epoch, fresh]) => addDebt(sum, fresh, accumulatorBefore(account, epoch)), counted.debt);
  const shares = uncounted.reduce((sum, [, fresh]) => sum + fresh, counted.shares);
  return {
    project,
    token,
    owed: owed(shares, account.accumulator, debt).amount,
    divideFirst: ready.length > FEW,
    uncounted: uncounted.map(([epoch]) => epoch),
    drawn: books.price.drawn.get(countedKey(project, token, member)) ?? 0n,
    coming: comingOf(books, account, project, member, now),
  };
}

function lotsNotCounted(books: PriceBooks, project: ProjectId, member: MemberId, counted: Counted): (readonly [number, bigint])[] {
  const epochs = books.work.creditedEpochs.get(project) ?? [];
  const lots = epochs.map((epoch) => [epoch, lotOf(books, project, member, epoch) - (counted.lots.get(epoch) ?? 0n)] as const);
  return lots.filter(([, fresh]) => fresh > 0n);
}

/** An account as far as a draw depends on it. */
interface Progress extends Pick<Account, "accumulator" | "remainder" | "arrivals"> {
  readonly divisions: readonly Pick<Division, "epoch" | "accumulator">[];
}

function divideEpoch(books: PriceBooks, account: Progress, project: ProjectId, epoch: number): Progress {
  const arrival = account.arrivals.find((one) => one.epoch === epoch)!;
  const { total } = sharesThrough(books, project, epoch);
  const arrivals = account.arrivals.filter((one) => one !== arrival);
  const { step, left } = total === 0n ? { step: 0n, left: account.remainder } : divideOver(arrival.dividend, account.remainder, total);
  const accumulator = advance(account.accumulator, step);
  return { accumulator, remainder: left, arrivals, divisions: [...account.divisions, { epoch, accumulator }] };
}

/** By the shares and credit of today; what is still earned in those epochs changes it. */
function comingOf(books: PriceBooks, account: Progress, project: ProjectId, member: MemberId, now: number): Dividends["coming"] {
  return account.arrivals.flatMap(({ epoch, dividend }) => {
    const credited = (books.work.creditedEpochs.get(project) ?? []).filter((credit) => credit <= epoch);
    const total = credited.reduce((sum, credit) => sum + issueOf(books, project, credit).issued, 0n);
    const mine = credited.reduce((sum, credit) => sum + lotThen(books, project, credit, member, now), 0n);
    const amount = total === 0n ? 0n : (dividend * mine) / total;
    return amount === 0n ? [] : [{ epoch, amount, at: finalAt(books.clock.genesis, epoch) }];
  });
}

/** A lot as it is, with what its direct lane would still give. */
function lotThen(books: PriceBooks, project: ProjectId, epoch: number, member: MemberId, now: number): bigint {
  const drawn = lotOf(books, project, member, epoch);
  return isDrawn(books, project, member, epoch) ? drawn : drawn + (directLot(books, project, epoch, member, now)?.shares ?? 0n);
}

/** All dividends of a member, of every project and token of which anything arrived; those with nothing to come are left out. */
export function allDividendsOf(books: PriceBooks, member: MemberId, now: number): Dividends[] {
  const found = [...books.price.accounts.keys()].map((key) => {
    const dot = key.indexOf(".");
    return dividendsOf(books, Number(key.slice(0, dot)) as ProjectId, key.slice(dot + 1) as Token, member, now);
  });
  return found.filter(({ owed, coming, uncounted, drawn }) => owed > 0n || drawn > 0n || coming.length > 0 || uncounted.length > 0);
}

/** What stands in escrow in a token: the price of every order that has not ended. */
export function escrowOf({ price }: PriceBooks, token: Token): bigint {
  let sum = 0n;
  for (const order of price.orders.values()) if (order.end === null && price.offers.get(order.offer)!.terms.token === token) sum += order.price;
  return sum;
}

/** What a project's reserve holds with what has arrived for it and is not divided. Of project 0 its reserve holds dividends without shares. */
export function reserveWithArrivals(books: PriceBooks, project: ProjectId, token: Token): bigint {
  const account = accountOf(books, project, token);
  return project === COOPERATIVE ? account.reserve : account.arrivals.reduce((sum, { kept }) => sum + kept, account.reserve);
}

/** Whether a holder of shares is the reserve. */
export const isReserve = (member: MemberId): boolean => member === NOBODY;
