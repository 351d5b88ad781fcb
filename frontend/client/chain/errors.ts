import type { parametersAbi } from "../abi/Parameters.ts";
import { developers, type ErrorTexts, refusal } from "./errorTexts.ts";
import { tell } from "./words.ts";

/** What Parameters refuses, in words. */
export const parametersErrors: ErrorTexts<typeof parametersAbi> = {
  CheckpointUnorderedInsertion: () => refusal(tell("这次写入的时间早于已有的记录", "This would have been written before what is already there"), developers),
  OnlyByVote: () => refusal(tell("这个数只有经全体表决才能改", "Only a vote of the members changes this number"), tell("请提出提案，表决通过后由时间锁执行", "Make a proposal; once it is carried, the timelock carries it out")),
  ParameterOutOfBounds: ([, value, least, most]) =>
    refusal(tell(`${value}超出了允许的范围（${least}到${most}）`, `${value} is outside what is allowed (${least} to ${most})`), tell("请提出范围之内的数", "Propose a number within these bounds")),
  TimelockMissing: () => refusal(tell("部署时没有给出时间锁的地址", "The deployment did not name a timelock"), tell("请检查部署所用的名单后重新部署", "Check what is being deployed, and deploy again")),
};
