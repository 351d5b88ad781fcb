import type { Both } from "../chain/words.ts";
import { tell } from "../chain/words.ts";
import type { Kind } from "./types.ts";

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
];
