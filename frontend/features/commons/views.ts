import { epochOf } from "#client/chain/clock.ts";
import { epochAt, isFinal } from "#client/chain/epoch.ts";
import { COOPERATIVE, type Holder, type ProjectId, type Token } from "#client/chain/ids.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { unclosed } from "#client/value/lots.ts";
import { accountOf, dividable, reserveGoneFrom, reserveWithArrivals, tenthLeft } from "#client/price/accounts.ts";

/** Guarantee capital of a token. */
export interface Capital {
  readonly token: Token;
  readonly inForce: bigint;
  /** Of epochs that are final: anyone may take it in. */
  readonly waiting: bigint;
  /** Of epochs that are not. */
  readonly coming: bigint;
  /** What a vote may still release in this epoch. */
  readonly mostNow: bigint;
}

/** A project's reserve in a token. */
export interface Reserve {
  readonly project: ProjectId;
  readonly token: Token;
  readonly inForce: bigint;
  /** Of epochs that are final and not divided. */
  readonly waiting: bigint;
  readonly coming: bigint;
  readonly pocket: bigint;
  /** From when on it may be taken into the commons; null: its project is open. */
  readonly goneFrom: number | null;
}

/** Something that anyone may do. */
export type Chore =
  | { readonly is: "pull"; readonly token: Token; readonly amount: bigint }
  | { readonly is: "sweep"; readonly project: ProjectId; readonly token: Token; readonly amount: bigint }
  | { readonly is: "close"; readonly project: ProjectId; readonly token: Token; readonly count: number }
  | { readonly is: "divide"; readonly project: ProjectId; readonly token: Token; readonly epochs: readonly number[] };

/** What a vote spent: out of a reserve, its pocket, or the capital. */
export interface Spent {
  readonly from: "reserve" | "pocket" | "capital";
  readonly project: ProjectId | null;
  readonly token: Token;
  readonly amount: bigint;
  readonly to: Holder;
  readonly at: number;
  readonly tx: string;
}

function parts(ledger: Ledger, project: ProjectId, token: Token, now: number): { ready: bigint; later: bigint } {
  const epochs = new Set(dividable(ledger, project, token, now));
  const sum = (ready: boolean) => accountOf(ledger, project, token).arrivals.filter(({ epoch }) => epochs.has(epoch) === ready).reduce((all, { kept }) => all + kept, 0n);
  return { ready: sum(true), later: sum(false) };
}

/** Guarantee capital, token by token. */
export function capitals(ledger: Ledger, now: number): Capital[] {
  return [...ledger.price.tokens.keys()].map((token) => {
    const { ready, later } = parts(ledger, COOPERATIVE, token, now);
    const waiting = (ledger.price.capital.get(token) ?? 0n) + ready;
    const inForce = ledger.commons.capital.get(token) ?? 0n;
    return { token, inForce, waiting, coming: later, mostNow: tenthLeft(inForce + waiting, releasedNow(ledger, token, now)) };
  }).filter(({ inForce, waiting, coming }) => inForce + waiting + coming > 0n);
}

function releasedNow(ledger: Ledger, token: Token, now: number): bigint {
  const epoch = epochOf(ledger, now);
  const here = ledger.commons.moves.filter((move) => move.is === "released" && move.token === token && epochAt(ledger.clock.genesis, move.at) === epoch);
  return here.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Reserves of projects, those of nothing left out. */
export function reserves(ledger: Ledger, now: number): Reserve[] {
  const found = [...ledger.price.accounts.keys()].map((key): Reserve => {
    const dot = key.indexOf(".");
    const [project, token] = [Number(key.slice(0, dot)) as ProjectId, key.slice(dot + 1) as Token];
    const { reserve, pocket } = accountOf(ledger, project, token);
    // What the cooperative itself keeps of its arrivals is guarantee capital.
    const { ready, later } = project === COOPERATIVE ? { ready: 0n, later: 0n } : parts(ledger, project, token, now);
    return { project, token, inForce: reserve, waiting: ready, coming: later, pocket, goneFrom: reserveGoneFrom(ledger, project) };
  });
  return found.filter(({ inForce, waiting, coming, pocket }) => inForce + waiting + coming + pocket > 0n).sort((a, b) => a.project - b.project);
}

/** What anyone may do now that changes the books. */
export function chores(ledger: Ledger, now: number): Chore[] {
  const list: Chore[] = capitals(ledger, now).filter(({ waiting }) => waiting > 0n).map(({ token, waiting }) => ({ is: "pull", token, amount: waiting }));
  for (const { project, token, goneFrom } of reserves(ledger, now)) {
    const amount = reserveWithArrivals(ledger, project, token);
    if (project !== COOPERATIVE && goneFrom !== null && now >= goneFrom && amount > 0n) list.push({ is: "sweep", project, token, amount });
  }
  for (const key of ledger.price.accounts.keys()) {
    const dot = key.indexOf(".");
    const [project, token] = [Number(key.slice(0, dot)) as ProjectId, key.slice(dot + 1) as Token];
    const epochs = dividable(ledger, project, token, now);
    const [count, first] = [unclosed(ledger, project, now), accountOf(ledger, project, token).arrivals[0]];
    const holdsUp = first !== undefined && isFinal(ledger.clock.genesis, first.epoch, now) && epochs.length === 0;
    if (count > 0 && holdsUp && !list.some((chore) => chore.is === "close" && chore.project === project)) list.push({ is: "close", project, token, count });
    if (epochs.length > 0) list.push({ is: "divide", project, token, epochs });
  }
  return list;
}

/** What votes spent, newest first. */
export function spentByVotes({ price, commons }: Ledger): Spent[] {
  const spendings = price.spendings.map(({ project, token, amount, to, fromPocket, at, tx }): Spent => ({ from: fromPocket ? "pocket" : "reserve", project, token, amount, to, at, tx }));
  const released = commons.moves.flatMap((move): Spent[] => (move.is === "released" ? [{ from: "capital", project: null, token: move.token, amount: move.amount, to: move.target.toLowerCase() as Holder, at: move.at, tx: move.tx }] : []));
  return [...spendings, ...released].sort((a, b) => b.at - a.at);
}

/** The vote that was carried out at that moment: what only a vote can do happened by it. */
export const voteAt = ({ governance }: Ledger, at: number): Proposal | undefined => [...governance.proposals.values()].find(({ executedAt }) => executedAt === at);
