import type { Token } from "#client/chain/ids.ts";
import { readToken, type TokenFacts } from "#client/price/token.ts";
import { useEffect } from "react";
import { formatTokens } from "../language/money.ts";
import type { Both, Language } from "../language/words.ts";
import { recall, remember } from "../store/browser.ts";
import { createStore, useStore } from "../store/store.ts";
import { networkStore, useNetwork } from "./network.ts";

/** How tokens are written, as far as they were asked; a token never changes its places. */
const factsStore = createStore<ReadonlyMap<Token, TokenFacts>>(new Map());
const asked = new Set<Token>();

/** The sign of practice money: it is no currency. */
const PRACTICE_SIGN = "¤";

/** Written so until a token was asked: its smallest units. */
const unknown: TokenFacts = { symbol: "?", name: "?", decimals: 0 };

const slot = (token: Token): string => `token.${networkStore.get().deployment?.chainId ?? 0}.${token}`;

function remembered(token: Token): TokenFacts | null {
  try {
    const { symbol, name, decimals } = JSON.parse(recall(slot(token)) ?? "null") as Record<string, unknown>;
    return typeof symbol === "string" && typeof name === "string" && Number.isSafeInteger(decimals) ? { symbol, name, decimals: decimals as number } : null;
  } catch {
    return null;
  }
}

const keep = (token: Token, facts: TokenFacts): void => factsStore.set(new Map(factsStore.get()).set(token, facts));

/** Asks a token once how it is written, and remembers it for days without a network. */
export function askToken(token: Token): void {
  const { client, state } = networkStore.get();
  if (factsStore.get().has(token) || asked.has(token)) return;
  const before = remembered(token);
  if (before) return keep(token, before);
  if (!client || state !== "ready") return;
  asked.add(token);
  void readToken(client, token).then(
    (facts) => {
      remember(slot(token), JSON.stringify(facts));
      keep(token, facts);
    },
    () => void asked.delete(token),
  );
}

/** Whether it is the token that anyone can make. */
export const isPracticeToken = (token: Token): boolean => networkStore.get().deployment?.practiceToken?.toLowerCase() === token;

/** How a token is written, for acts outside a view; `known` is false before it was asked. */
export function tokenFacts(token: Token): TokenFacts & { readonly known: boolean; readonly sign: string } {
  const facts = factsStore.get().get(token);
  const sign = isPracticeToken(token) ? PRACTICE_SIGN : facts ? `${facts.symbol}\u00a0` : "";
  return { ...(facts ?? unknown), known: facts !== undefined, sign };
}

/** How tokens are written, in a view; those not asked yet are asked. */
export function useTokenFacts(token: Token): ReturnType<typeof tokenFacts> {
  useStore(factsStore);
  const { state } = useNetwork();
  useEffect(() => askToken(token), [token, state]);
  return tokenFacts(token);
}

/** An amount with its sign before it. `exact`: with all places that are not zero. */
export function formatMoney(token: Token, amount: bigint, language: Language, exact = false): string {
  const { sign, decimals, known } = tokenFacts(token);
  if (!known) return language === "zh" ? `${amount}（最小单位）` : `${amount} (smallest units)`;
  const text = formatTokens(amount < 0n ? -amount : amount, decimals, language, exact);
  return `${amount < 0n ? "−" : ""}${sign}${text}`;
}

/** An amount in a sentence of each language, with all its places. */
export const moneyWords = (token: Token, amount: bigint): Both => ({ zh: formatMoney(token, amount, "zh", true), en: formatMoney(token, amount, "en", true) });
