// The verbs of the command line. To add one: write its module with `run`, and add one line here.

import type { Language } from "./language.ts";

/** A verb's module. `run` takes what stands after the verb and gives the exit (exit.ts); it throws a Failure to end early. */
export interface VerbModule {
  run(args: string[], language: Language): Promise<number>;
}

export interface Verb {
  name: string;
  summary: { zh: string; en: string };
  load(): Promise<VerbModule>;
}

export const VERBS: readonly Verb[] = [
  { name: "import", summary: { zh: "把真实的工作历史记为一批", en: "record a real work history as a batch" }, load: () => import("../import/import.ts") },
  { name: "bind", summary: { zh: "声明历史中的一个身份就是某位成员", en: "say that an identity of a history is a member" }, load: () => import("../import/bind.ts") },
  { name: "draw", summary: { zh: "为主人领取历史中的叶", en: "draw leaves of a history for their owners" }, load: () => import("../import/draw.ts") },
  { name: "verify", summary: { zh: "由数据文件重建一个批次，并与链核对", en: "rebuild a batch from its data file and compare with the chain" }, load: () => import("../import/verify.ts") },
  { name: "explain", summary: { zh: "把份额一层层拆开，直到凭证", en: "take shares apart, down to the evidence" }, load: () => import("../explain/explain.ts") },
  { name: "what-if", summary: { zh: "试算：照现在的账，记这一笔会怎样", en: "what would be, if this were recorded" }, load: () => import("../explain/whatIf.ts") },
  { name: "statement", summary: { zh: "检查项目说或文章，算出摘要与CID", en: "check a statement or an article; its digest and CID" }, load: () => import("../decide/statement.ts") },
  { name: "proposals", summary: { zh: "列出正在决定的事与票数算法", en: "what is being decided, with its arithmetic" }, load: () => import("../decide/proposals.ts") },
  { name: "vote", summary: { zh: "投票，或签好选票", en: "cast a ballot, or sign one" }, load: () => import("../decide/vote.ts") },
  { name: "ballots", summary: { zh: "送出离线签好的选票", en: "carry ballots that were signed off-net" }, load: () => import("../decide/ballots.ts") },
  { name: "market", summary: { zh: "看报价、求购和订单", en: "offers, requests and orders" }, load: () => import("../trade/market.ts") },
  { name: "purse", summary: { zh: "看一个钱袋里有什么", en: "what a purse holds" }, load: () => import("../trade/purse.ts") },
  { name: "statement-of", summary: { zh: "成员或项目的对账单", en: "a member's or a project's statement of account" }, load: () => import("../trade/statementOf.ts") },
  { name: "divide", summary: { zh: "把盈余分到份额上", en: "divide surplus over shares" }, load: () => import("../trade/divide.ts") },
  { name: "draw-dividends", summary: { zh: "为主人领取盈余", en: "draw dividends for their owners" }, load: () => import("../trade/drawDividends.ts") },
  { name: "sign", summary: { zh: "离线签名：事、担保、同意、选票", en: "sign acts, vouches, consents and ballots with no network" }, load: () => import("../relay/sign/sign.ts") },
  { name: "relay", summary: { zh: "送出离线签好的内容，或开办代送服务", en: "carry what was signed off-net, or serve others who did" }, load: () => import("../relay/relay.ts") },
  { name: "audit", summary: { zh: "核对没有人能支配合作社", en: "check that nobody rules the cooperative" }, load: () => import("./audit.ts") },
];

export const findVerb = (name: string): Verb | undefined => VERBS.find((verb) => verb.name === name);
