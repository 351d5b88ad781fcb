import { type Address, isAddress } from "viem";
import { isHash, type Holder, type MemberId, memberId, type ProjectId, type Token } from "#client/chain/ids.ts";
import type { Wanted } from "#client/governance/actions.ts";
import type { Ledger } from "#client/ledger.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { tokenFacts } from "../../../shared/chain/tokens.ts";
import { parseTokens } from "../../../shared/language/money.ts";
import type { Language } from "../../../shared/language/words.ts";
import { moneyText } from "./moneyText.ts";
import { proposeText } from "./text.ts";
import { causeDigest, type Sort, type Writing } from "./writing.ts";

/** What a form on money has. Amounts and addresses as they were typed. */
export interface MoneyWriting {
  readonly token: string;
  readonly listed: boolean;
  readonly fromPocket: boolean;
  readonly to: string;
  readonly amount: string;
  readonly target: string;
  readonly codeHash: string;
  readonly adopted: boolean;
}

export const emptyMoney: MoneyWriting = { token: "", listed: true, fromPocket: false, to: "", amount: "", target: "", codeHash: "", adopted: true };

/** Reads what a browser kept, perhaps by an earlier release that knew no money. */
export function readMoney(content: unknown): MoneyWriting {
  const kept = (typeof content === "object" && content !== null ? content : {}) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(emptyMoney).map(([field, empty]) => [field, typeof kept[field] === typeof empty ? kept[field] : empty]);
  return Object.fromEntries(fields) as MoneyWriting;
}

const moneySorts = ["listToken", "spend", "adopt", "release"] as const;
type MoneySort = (typeof moneySorts)[number];

/** Whether a sort is about money. */
export const isMoneySort = (sort: Sort | null): sort is MoneySort => (moneySorts as readonly (Sort | null)[]).includes(sort);

const addressOf = (text: string): Address | null => (isAddress(text.trim()) ? (text.trim().toLowerCase() as Address) : null);

/** Whom a text names: a member by number, or an address. Null: nobody. */
export function payeeOf(text: string): Holder | null {
  const clean = text.trim();
  if (/^\d{1,9}$/.test(clean) && Number(clean) > 0) return holderOfMember(memberId(Number(clean)));
  return addressOf(clean) as Holder | null;
}

/** The amount in the token's smallest unit; null where it is none, or nobody knows yet how the token is written. */
function amountOf({ token, amount }: MoneyWriting): bigint | null {
  const { known, decimals } = tokenFacts(token as Token);
  const parsed = known ? parseTokens(amount, decimals) : null;
  return parsed === null || parsed === 0n ? null : parsed;
}

/** The action that a writing on money comes to; none while something is missing. */
export function moneyWanted(sort: MoneySort, { money, project, words }: Writing): Wanted[] {
  const [token, target, amount, to] = [addressOf(money.token) as Token | null, addressOf(money.target), amountOf(money), payeeOf(money.to)];
  switch (sort) {
    case "listToken":
      return token ? [{ type: "listToken", token, listed: money.listed }] : [];
    case "spend":
      // The reason is what the proposal says: its digest goes with the payment.
      return token && to && amount && project !== null ? [{ type: "spend", project: project as ProjectId, token, to, amount, cause: causeDigest(words), fromPocket: money.fromPocket }] : [];
    case "adopt":
      return target && isHash(money.codeHash) ? [{ type: "adopt", target, codeHash: money.codeHash, adopted: money.adopted }] : [];
    case "release":
      return token && target && amount ? [{ type: "release", token, target, amount }] : [];
  }
}

/** What is wrong with a writing on money. */
export function moneyFaults(sort: MoneySort, { money, project }: Writing, ledger: Ledger, language: Language): Readonly<Record<string, string>> {
  const { fault } = moneyText[language];
  const faults: Record<string, string> = {};
  const paying = sort === "spend" || sort === "release";
  if (sort !== "adopt" && !addressOf(money.token)) faults.token = fault.token;
  if (paying && amountOf(money) === null) faults.amount = fault.amount;
  if (sort === "spend" && project === null) faults.project = proposeText[language].fault.project;
  if (sort === "spend" && !isKnown(money.to, ledger)) faults.to = fault.to;
  if ((sort === "adopt" || sort === "release") && !addressOf(money.target)) faults.target = fault.target;
  if (sort === "adopt" && !isHash(money.codeHash)) faults.codeHash = fault.codeHash;
  return faults;
}

function isKnown(text: string, { people }: Ledger): boolean {
  const clean = text.trim();
  return /^\d+$/.test(clean) ? people.members.has(Number(clean) as MemberId) : payeeOf(clean) !== null;
}
