// What the verbs of trade ask of tokens and holders, and how they tell it.
import { formatUnits, isAddress } from "viem";
import { type Holder, type MemberId, memberId, type ProjectId, type Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { canonical, holderFrom, holderOfMember, memberOfHolder } from "#client/price/holders.ts";
import { readToken, type TokenFacts } from "#client/price/token.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import type { Cooperative } from "../coop/open.ts";
import { speechOf } from "../coop/speech.ts";
import { tradeWords } from "./text.ts";

/** How every token of the books is written; one that does not say is told in its smallest units. */
export async function tokensOf({ client }: Cooperative, { price }: Ledger): Promise<ReadonlyMap<Token, TokenFacts>> {
  const facts = await Promise.all([...price.tokens.keys()].map(async (token) => [token, await readToken(client, token).catch(() => ({ symbol: token, name: token, decimals: 0 }))] as const));
  return new Map(facts);
}

/** An amount with the token's symbol, all its places. */
export function showMoney(tokens: ReadonlyMap<Token, TokenFacts>, token: Token, amount: bigint): string {
  const { symbol, decimals } = tokens.get(token) ?? { symbol: token, decimals: 0 };
  return `${symbol} ${formatUnits(amount, decimals)}`;
}

/** A member with name and number, or an address. */
export function showHolder(ledger: Ledger, holder: Holder, language: Language): string {
  const known = canonical(ledger, holder);
  const member = memberOfHolder(known);
  return member === 0 ? known : speechOf(ledger).member(member)[language];
}

/** A number as it was typed. Errors: Failure (2). */
export function readNumber(typed: string, language: Language): number {
  if (!/^\d{1,9}$/.test(typed)) throw new Failure(tradeWords[language].badNumber(typed), EXIT.badInput);
  return Number(typed);
}

/** A member by number. Errors: Failure (2). */
export function readMember(ledger: Ledger, typed: string, language: Language): MemberId {
  const id = memberId(readNumber(typed, language));
  if (!ledger.people.members.has(id)) throw new Failure(tradeWords[language].noMember(typed), EXIT.badInput);
  return id;
}

/** A project by number. Errors: Failure (2). */
export function readProject(ledger: Ledger, typed: string, language: Language): ProjectId {
  const id = readNumber(typed, language) as ProjectId;
  if (!ledger.work.projects.has(id)) throw new Failure(tradeWords[language].noProject(typed), EXIT.badInput);
  return id;
}

/** A holder: a member's number, or an address. Errors: Failure (2). */
export const readHolder = (ledger: Ledger, typed: string, language: Language): Holder =>
  isAddress(typed, { strict: false }) ? canonical(ledger, holderFrom(typed)) : holderOfMember(readMember(ledger, typed, language));
