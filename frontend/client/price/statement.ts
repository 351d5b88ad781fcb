// Statements of account: what a purse or a project's money was, what came, what went, and what it is. Amounts in the token's smallest unit.
import { formatUnits, type Hex } from "viem";
import { epochStart } from "../chain/epoch.ts";
import { COOPERATIVE, type Holder, NOBODY, type ProjectId, type Token } from "../chain/ids.ts";
import type { PriceBooks } from "./fold.ts";
import type { PurseReason } from "./types.ts";

/** From a second on, until before another; seconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The span of whole epochs, both included. */
export const epochSpan = (genesis: number, first: number, last: number): Span => ({ from: epochStart(genesis, first), until: epochStart(genesis, last + 1) });

/** The accounts of a project in a token; `capital`: of project 0, guarantee capital that waits to be pulled. */
export type ProjectAccount = "dividend" | "reserve" | "pocket" | "capital";
/** Why an account of a project changed. */
export type ProjectReason =
  | { readonly is: "arrived"; readonly order: Hex }
  /** A dividend for which there were no shares joined the reserve. */
  | { readonly is: "joined" }
  | { readonly is: "drawn"; readonly member: number }
  | { readonly is: "spent"; readonly to: Holder; readonly cause: Hex }
  | { readonly is: "taken" };

/** One line: what came (above zero) or went, why, and what was there after it. */
export interface StatementLine<R> {
  readonly reason: R;
  readonly amount: bigint;
  readonly balance: bigint;
  readonly at: number;
  readonly tx: Hex;
}

/** A statement: opening, what came by source, what went by purpose, closing. opening + came − went = closing, exactly. */
export interface Statement<R extends { readonly is: string }> {
  readonly token: Token;
  readonly span: Span;
  readonly opening: bigint;
  readonly came: Readonly<Partial<Record<R["is"], bigint>>>;
  readonly went: Readonly<Partial<Record<R["is"], bigint>>>;
  readonly closing: bigint;
  readonly lines: readonly StatementLine<R>[];
}

type Change<R> = Omit<StatementLine<R>, "balance">;

function statementOf<R extends { readonly is: string }>(token: Token, span: Span, changes: readonly Change<R>[]): Statement<R> {
  let balance = 0n;
  const all = changes.map((change) => ({ ...change, balance: (balance += change.amount) }));
  const opening = all.findLast(({ at }) => at < span.from)?.balance ?? 0n;
  const lines = all.filter(({ at }) => at >= span.from && at < span.until);
  const sums = (sign: 1n | -1n): Partial<Record<R["is"], bigint>> => {
    const found: Partial<Record<R["is"], bigint>> = {};
    for (const { reason, amount } of lines) if (amount * sign > 0n) found[reason.is as R["is"]] = (found[reason.is as R["is"]] ?? 0n) + amount * sign;
    return found;
  };
  return { token, span, opening, came: sums(1n), went: sums(-1n), closing: lines.at(-1)?.balance ?? opening, lines };
}

/** A purse between two moments. */
export function purseStatement({ price }: PriceBooks, holder: Holder, token: Token, span: Span): Statement<PurseReason> {
  const entries = (price.entries.get(holder) ?? []).filter((entry) => entry.token === token);
  return statementOf(token, span, entries);
}

/** All purses of a holder, one statement for each token that it ever had. */
export function purseStatements(books: PriceBooks, holder: Holder, span: Span): Statement<PurseReason>[] {
  const tokens = new Set((books.price.entries.get(holder) ?? []).map(({ token }) => token));
  return [...tokens].map((token) => purseStatement(books, holder, token, span));
}

/** One account of a project between two moments. */
export function projectStatement(books: PriceBooks, project: ProjectId, token: Token, account: ProjectAccount, span: Span): Statement<ProjectReason> {
  const changes = [...arrivedIn(books, project, token, account), ...joined(books, project, token, account), ...gone(books, project, token, account)];
  // Of the same second, what came stands before what went.
  return statementOf(token, span, changes.toSorted((a, b) => a.at - b.at || (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1)));
}

const isOf = (project: ProjectId, token: Token) => (one: { readonly project: ProjectId; readonly token: Token }) => one.project === project && one.token === token;

function arrivedIn({ price }: PriceBooks, project: ProjectId, token: Token, account: ProjectAccount): Change<ProjectReason>[] {
  const change = (order: Hex, amount: bigint, at: number, tx: Hex): Change<ProjectReason>[] => (amount === 0n ? [] : [{ reason: { is: "arrived", order }, amount, at, tx }]);
  if (account === "pocket") return price.draws.filter(isOf(project, token)).flatMap(({ member, amount, at, tx }) => (member === NOBODY && amount > 0n ? [{ reason: { is: "drawn" as const, member }, amount, at, tx }] : []));
  const surpluses = price.surpluses.filter((one) => one.token === token);
  if (project === COOPERATIVE && account !== "reserve") return surpluses.flatMap((one) => change(one.order, account === "dividend" ? one.commons : one.capital, one.at, one.tx));
  if (account === "capital" || project === COOPERATIVE) return [];
  return surpluses.filter((one) => one.project === project).flatMap((one) => change(one.order, account === "dividend" ? one.dividend : one.reserve, one.at, one.tx));
}

function joined({ price }: PriceBooks, project: ProjectId, token: Token, account: ProjectAccount): Change<ProjectReason>[] {
  if (account !== "dividend" && account !== "reserve") return [];
  const sign = account === "reserve" ? 1n : -1n;
  const divisions = price.accounts.get(`${project}.${token}`)?.divisions ?? [];
  return divisions.filter(({ shares, dividend }) => shares === 0n && dividend > 0n).map(({ dividend, at, tx }) => ({ reason: { is: "joined" }, amount: sign * dividend, at, tx }));
}

function gone({ price }: PriceBooks, project: ProjectId, token: Token, account: ProjectAccount): Change<ProjectReason>[] {
  const mine = isOf(project, token);
  if (account === "dividend") return price.draws.filter((one) => mine(one) && one.amount > 0n).map(({ member, amount, at, tx }) => ({ reason: { is: "drawn", member }, amount: -amount, at, tx }));
  const takings = account === "capital" || (account === "reserve" && project !== COOPERATIVE) ? price.takings.filter((one) => mine(one) && one.amount > 0n) : [];
  const spendings = account === "capital" ? [] : price.spendings.filter((one) => mine(one) && one.fromPocket === (account === "pocket"));
  return [
    ...takings.map(({ amount, at, tx }) => ({ reason: { is: "taken" as const }, amount: -amount, at, tx })),
    ...spendings.map(({ to, cause, amount, at, tx }) => ({ reason: { is: "spent" as const, to, cause }, amount: -amount, at, tx })),
  ];
}

/** How amounts and reasons are written in the reader's language. */
export interface StatementSpeech<R> {
  readonly heads: readonly [time: string, reason: string, amount: string, balance: string, transaction: string];
  readonly opening: string;
  readonly closing: string;
  readonly reason: (reason: R) => string;
  readonly time: (at: number) => string;
  /** Of the token. */
  readonly decimals: number;
}

/** A statement as rows of words and plain numbers: to be printed, or written as CSV. */
export function statementRows<R extends { readonly is: string }>({ span, opening, closing, lines }: Statement<R>, speech: StatementSpeech<R>): string[][] {
  const money = (amount: bigint) => formatUnits(amount, speech.decimals);
  return [
    [...speech.heads],
    [speech.time(span.from), speech.opening, "", money(opening), ""],
    ...lines.map(({ reason, amount, balance, at, tx }) => [speech.time(at), speech.reason(reason), money(amount), money(balance), tx]),
    [speech.time(span.until), speech.closing, "", money(closing), ""],
  ];
}

/** Rows as CSV (RFC 4180, CRLF). Words that a spreadsheet would take for a formula are written after an apostrophe; plain numbers are not. */
export const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

function cell(text: string): string {
  const harmless = /^-?\d+(\.\d+)?$/.test(text) || !/^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text);
  const safe = harmless ? text : `'${text}`;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
