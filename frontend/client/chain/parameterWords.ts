import type { ParameterName } from "./clock.ts";
import { type Both, tell } from "./words.ts";

/** What a number counts. */
export type ParameterUnit = "percent" | "days" | "twelfths" | "count";

/** What a number is called, what it means, and what it counts. */
export interface ParameterText {
  readonly name: Both;
  readonly meaning: Both;
  readonly unit: ParameterUnit;
}

/** The words of every number that a vote may change. */
export const parameterWords: Readonly<Record<ParameterName, ParameterText>> = {
  joinPercent: { unit: "percent", name: tell("每季入社上限", "joining limit"), meaning: tell("一季里新加入的，至多占季初在席成员的这么多", "of the seated at a quarter's start, so many may join in it") },
  vouchesPerQuarter: { unit: "count", name: tell("每季担保次数", "vouches a quarter"), meaning: tell("一位担保人一季里至多担保这么多次", "so often one member may vouch in a quarter") },
  recoveryDays: { unit: "days", name: tell("找回钥匙的等待期", "recovery wait"), meaning: tell("找回钥匙时，本人有这么多天可以反对", "so long a member can object while a key is being recovered") },
  reviewDays: { unit: "days", name: tell("评议期", "review time"), meaning: tell("提交之后，成员有这么多天评议", "so long members can review after a submission") },
  windowDays: { unit: "days", name: tell("质疑期", "challenge window"), meaning: tell("定值之后，有这么多天可以质疑", "so long a sealed claim may be challenged") },
  stopPercent: { unit: "percent", name: tell("止点", "stop"), meaning: tell("一位成员一期在一个项目里至多计到预算的这么多", "of a project's budget, one member counts for so much in an epoch at most") },
  reservePercent: { unit: "percent", name: tell("公积比例", "reserve part"), meaning: tell("盈余中留作公积的部分", "of a surplus, what is kept as reserve") },
  commonsPercent: { unit: "percent", name: tell("公共池比例", "commons' part"), meaning: tell("盈余中归公共池的部分", "of a surplus, what goes to the commons") },
  rebatePercent: { unit: "percent", name: tell("返还比例", "rebate"), meaning: tell("成员部分中按交易返还的部分", "of the members' part, what is given back by purchases") },
  commonsTwelfths: { unit: "twelfths", name: tell("合作社分红", "dividend to the cooperative"), meaning: tell("公共池部分中归合作社本身的十二分之几", "of the commons' part, what the cooperative itself has, in twelfths") },
  silenceDays: { unit: "days", name: tell("沉默期", "silence"), meaning: tell("这么多天没有回音，就往下走", "after so long without an answer things go on") },
  quorumPercent: { unit: "percent", name: tell("法定人数比例", "quorum"), meaning: tell("表决须有在席成员的这么多赞成或弃权", "of the seated, so many must vote for or abstain") },
  delayDays: { unit: "days", name: tell("开票前的通知期", "notice"), meaning: tell("从提案到开票的天数", "from a proposal until its vote opens") },
  voteDays: { unit: "days", name: tell("表决期", "voting time"), meaning: tell("一次表决开放的天数", "so long a vote is open") },
  timelockDays: { unit: "days", name: tell("执行前的等待期", "timelock"), meaning: tell("通过之后、执行之前的天数", "from passing until it may be carried out") },
  openProposals: { unit: "count", name: tell("未决提案上限", "open proposals"), meaning: tell("一位成员同时至多有这么多份未表决完的提案", "so many proposals one member may have waiting or voted on") },
};

/** A number with its unit. */
export function parameterAmount(name: ParameterName, value: bigint | number): Both {
  const { unit } = parameterWords[name];
  if (unit === "percent") return tell(`${value}%`, `${value} %`);
  if (unit === "days") return tell(`${value}天`, `${value} ${BigInt(value) === 1n ? "day" : "days"}`);
  if (unit === "twelfths") return tell(`十二分之${value}`, `${value} of twelve`);
  return tell(String(value), String(value));
}
