import type { Both } from "../chain/words.ts";
import { tell } from "../chain/words.ts";
import type { Grade, Kind } from "./types.ts";

/** Kinds of contribution, in words. */
export const kindWords: Readonly<Record<Kind, Both>> = {
  work: tell("劳动", "work"),
  experience: tell("体验", "experience"),
  sharing: tell("分享", "sharing"),
  learning: tell("学习", "learning"),
};

/** The contract's stages, in the order of its enum, as the end of a sentence. */
export const stageWords: readonly Both[] = [
  tell("还没有记录", "was never made"),
  tell("正在等待见证", "is waiting for attesters"),
  tell("已经撤回", "was withdrawn"),
  tell("已经定值", "is sealed"),
  tell("正在或已经过第二轮", "has had its second round opened"),
  tell("正在等另一方确认", "is waiting for its other side to confirm it"),
];

/** The grades, in the order of the contract's enum. */
export const gradeWords: readonly Both[] = [tell("未评", "not graded"), tell("D", "D"), tell("C", "C"), tell("B", "B"), tell("A", "A"), tell("A+", "A+")];

/** What a grade sets, in a sentence. */
export const gradeTerms: Readonly<Record<Grade, Both>> = {
  none: tell("没有等级。", "No grade."),
  D: tell("不能付诸表决。", "It cannot be put to a vote."),
  C: tell("表决须有三分之二；考察期六期，期间盈余的三成归公共池。", "The vote needs two thirds; six epochs of probation with 30 % of surplus for the commons."),
  B: tell("表决须有五分之三；考察期四期，期间盈余的四分之一归公共池。", "The vote needs three fifths; four epochs of probation with 25 % of surplus for the commons."),
  A: tell("表决须过半；考察期三期，期间盈余的两成归公共池。", "The vote needs more than one half; three epochs of probation with 20 % of surplus for the commons."),
  "A+": tell("表决须过半；考察期三期，期间盈余的两成归公共池。", "The vote needs more than one half; three epochs of probation with 20 % of surplus for the commons."),
};

/** The stages of a statement or an article, in the order of the contract's enum, as the end of a sentence. */
export const statementStageWords: readonly Both[] = [
  tell("还没有起草", "was never drafted"),
  tell("是草稿", "is a draft"),
  tell("正在评议", "is in review"),
  tell("已经评定", "is reviewed"),
  tell("已经接纳", "is admitted"),
];
