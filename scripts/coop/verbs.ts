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
  { name: "audit", summary: { zh: "核对没有人能支配合作社", en: "check that nobody rules the cooperative" }, load: () => import("./audit.ts") },
];

export const findVerb = (name: string): Verb | undefined => VERBS.find((verb) => verb.name === name);
