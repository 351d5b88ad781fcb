// What the command line itself says, in both languages.
import type { Both } from "#client/chain/words.ts";
import type { Verb } from "./verbs.ts";

const list = (verbs: readonly Verb[], language: "zh" | "en"): string => verbs.map((verb) => `  ${verb.name.padEnd(16)}${verb.summary[language]}`).join("\n");

const en = {
  fault: (say: Both): string => `${say.en} Nothing was sent.`,
  chainFailure: (why: Both): string => `${why.en} What was done before stands; the same command can be run again.`,
  help: (verbs: readonly Verb[]): string => `Gongsheng on the command line

Usage: npm run -s coop -- VERB …        (npm run -s coop -- VERB --help tells more)

${list(verbs, "en")}

For every verb: --lang zh or --lang en chooses the language.

Exits: 0  done, or nothing was left to do
       1  the chain, the network or the machine failed, or the chain refused
       2  what was given cannot be used; nothing was sent
       3  data of earlier batches cannot be had; nothing was sent
       4  a check found a difference`,
  unknownVerb: (name: string): string => `There is no verb "${name}". npm run -s coop -- --help lists them.`,
  usage: (reason: string): string => `${reason}. --help shows the options. Nothing was done.`,
  interrupted: "Interrupted. The same command can be run again: nothing is done twice.",
  unexpected: (trace: string): string => `Something failed that was not foreseen. The command can be run again: nothing is done twice.\n${trace}`,
};

export type CoopWords = typeof en;

const zh: CoopWords = {
  fault: (say) => `${say.zh}什么都没有发送。`,
  chainFailure: (why) => `${why.zh}此前所做的都算数；可以再次运行同一命令。`,
  help: (verbs) => `共生命令行

用法：npm run -s coop -- 命令 …        （npm run -s coop -- 命令 --help 有详细说明）

${list(verbs, "zh")}

每个命令都可用 --lang zh 或 --lang en 选择语言。

退出码：0  已完成，或没有要做的
        1  链、网络或本机出错，或被链拒绝
        2  所给的内容无法使用；什么都没有发送
        3  取不到先前批次的数据；什么都没有发送
        4  核对发现不一致`,
  unknownVerb: (name) => `没有“${name}”这个命令。运行npm run -s coop -- --help可查看全部命令。`,
  usage: (reason) => `${reason}。用--help可查看选项。什么都没有做。`,
  interrupted: "已中断。可以再次运行同一命令：不会重复做任何事。",
  unexpected: (trace) => `出现了没有预料到的错误。可以再次运行：不会重复做任何事。\n${trace}`,
};

export const coopWords: Record<"zh" | "en", CoopWords> = { en, zh };
