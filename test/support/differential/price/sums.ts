// What must add up in the model whatever was done, and what everybody has in the end.
import type { Book } from "../../model/priceBooks.ts";
import type { Price } from "../../model/price.ts";
import { ACTORS, addressOf, EVERY_TOKEN } from "./cast.ts";

const Q64 = 2n ** 64n;
const sum = (list: readonly bigint[]): bigint => list.reduce((all, amount) => all + amount, 0n);
const projects = (price: Price): number[] => Array.from({ length: price.work.charters.count }, (_, project) => project);
const members = (price: Price): number[] => Array.from({ length: price.work.people.count + 1 }, (_, member) => member);

/** What was divided among shares, and of that what was drawn. */
const divided = ({ divisions }: Book): bigint =>
  sum(divisions.filter(({ shares }) => shares > 0n).map(({ dividend }) => dividend));
const drawn = (price: Price, project: number, token: string): bigint =>
  sum(members(price).map((member) => price.books.countedOf(project, token, member).drawn));

/** Sentences about whatever does not add up in a token. */
export function unsound(price: Price, token: string): string[] {
  const found: string[] = [];
  const { books, purses, market } = price;
  const parts = projects(price).map((project) => {
    const book = books.of(project, token);
    return (
      sum(book.waiting.map(({ dividend, kept }) => dividend + kept)) +
      book.reserve +
      book.pocket +
      divided(book) -
      drawn(price, project, token)
    );
  });
  const all = purses.sum(token) + market.escrowOf(token) + books.capitalOf(token) + sum(parts);
  if (all !== purses.held(token)) found.push(`Of ${token}, ${purses.held(token)} are held, and ${all} are somebody's.`);
  for (const project of projects(price)) found.push(...owedTooMuch(price, project, token));
  return found;
}

/** What shares bring in all is never more than was divided, and less by no more than a unit a holder and the one that is carried. */
function owedTooMuch(price: Price, project: number, token: string): string[] {
  const { books, work } = price;
  const book = books.of(project, token);
  const due = sum(members(price).map((member) => books.due(project, token, member)));
  const found: string[] = [];
  if (due > divided(book)) found.push(`Project ${project} owes ${due} of ${token}, and divided ${divided(book)}.`);
  if (book.remainder >= 2n ** 64n) found.push(`Project ${project} carries ${book.remainder}.`);
  const shares = book.divisions.at(-1)?.shares ?? 0n;
  const whole = book.divisions.every(
    (division) => division.shares === countedBy(price, project, token, division.epoch),
  );
  const holders = BigInt(
    members(price).filter((member) => books.countedOf(project, token, member).lots.length > 0).length,
  );
  // Dust is told only where all shares are counted: what is not counted is owed all the same.
  if (whole && shares > 0n && work.charters.count > project && divided(book) - due > holders + 1n)
    found.push(`Project ${project} keeps ${divided(book) - due} of ${token} among ${holders}.`);
  return found;
}
const countedBy = (price: Price, project: number, token: string, epoch: number): bigint =>
  sum(
    members(price).flatMap((member) =>
      price.books
        .countedOf(project, token, member)
        .lots.filter((lot) => lot.epoch <= epoch)
        .map(({ shares }) => shares),
    ),
  );

/** What each lot brings by exact division, against what the member drew: never more, and less by no more than a unit for each division. */
export function unfair(price: Price, token: string): string[] {
  const found: string[] = [];
  for (const project of projects(price)) {
    const { divisions } = price.books.of(project, token);
    for (const member of members(price)) {
      const { lots, drawn: paid } = price.books.countedOf(project, token, member);
      // In 2^64ths, rounded up at each division.
      const most = sum(
        lots.flatMap(({ epoch, shares }) =>
          divisions
            .filter((division) => division.epoch >= epoch && division.shares > 0n)
            .map((division) => (division.dividend * shares * Q64) / division.shares + 1n),
        ),
      );
      const carried = sum(divisions.map(() => 2n));
      if (paid * Q64 > most + carried * Q64 || (paid + 1n + carried) * Q64 < most)
        found.push(`Member ${member} drew ${paid} of ${token} in project ${project}, and ${most / Q64} are due.`);
    }
  }
  return found;
}

/** What everybody and everything has in the end: in purses or paid out, in books, and with the commons. */
export function wealth(price: Price): Record<string, bigint> {
  const { books, purses, actors, commons } = price;
  const found: Record<string, bigint> = {};
  const add = (name: string, amount: bigint): void => void (found[name] = (found[name] ?? 0n) + amount);
  for (const token of EVERY_TOKEN) {
    const holders = [...members(price), ...Array.from({ length: ACTORS }, (_, place) => addressOf(place + 1))];
    for (const holder of holders)
      add(`${token}: ${actors.today(holder)}`, purses.of(holder, token) + purses.paidOut(holder, token));
    add(
      `${token}: commons`,
      books.capitalOf(token) + commons.capitalOf(token) + purses.paidOut(price.addresses.commons, token),
    );
    for (const project of projects(price)) {
      const { reserve, pocket, remainder, divisions } = books.of(project, token);
      add(`${token}: reserve of ${project}`, reserve);
      add(`${token}: pocket of ${project}`, pocket);
      add(`${token}: carried in ${project}`, remainder);
      add(`${token}: a share of ${project}`, sum(divisions.map(({ step }) => step)));
    }
  }
  return found;
}
