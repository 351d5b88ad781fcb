import type { Abi, ContractErrorArgs, ContractErrorName } from "viem";
import type { Both, Speech } from "./words.ts";

/** A refusal in words: what happened, that nothing changed, what to do. */
export type ErrorText<Args> = (args: Args, speech: Speech) => Both;

/** The words of every custom error of a contract. A missing error, or a missing language, does not compile. */
export type ErrorTexts<A extends Abi> = { readonly [N in ContractErrorName<A>]: ErrorText<ContractErrorArgs<A, N>> };

/** Joins what happened and what to do around what every refusal has in common. */
export function refusal(what: Both, todo: Both): Both {
  return { zh: `${what.zh}。什么也没有改变。${todo.zh}。`, en: `${begin(what.en)}. Nothing changed. ${todo.en}.` };
}

/** A name at the beginning of a sentence may be a word like “member”. */
const begin = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** For faults that a page should have kept a member from: only whoever builds on the contracts meets them. */
export const developers: Both = { zh: "如果您没有自己编写程序，请复制明细，告诉维护者", en: "Unless you are writing a program of your own, copy the details and tell whoever looks after this page" };
