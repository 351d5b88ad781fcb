import { type Both, tell } from "../chain/words.ts";
import type { Majority, Matter, Skip, Support } from "./types.ts";

/** The states of a proposal, in the order of the contract's enum, as the end of a sentence. */
export const proposalStateWords: readonly Both[] = [
  tell("还没有开票", "is not open for votes yet"),
  tell("正在表决", "is being voted on"),
  tell("已经撤销", "was cancelled"),
  tell("没有通过", "was not carried"),
  tell("已经通过，还没有进入等待期", "was carried and was not given to the timelock yet"),
  tell("已经通过，正在等待期", "was carried and waits in the timelock"),
  tell("已经通过，但没有按时执行，过期了", "was carried, but expired since nobody carried it out in time"),
  tell("已经执行", "was carried out"),
];

/** What a majority is, in words. */
export const majorityWords: Readonly<Record<Majority, Both>> = {
  half: tell("赞成须多于一半", "more than one half for it"),
  threeFifths: tell("赞成须有五分之三", "three fifths for it at least"),
  twoThirds: tell("赞成须有三分之二", "two thirds for it at least"),
};

/** What a proposal is about, in words. */
export const matterWords: Readonly<Record<Matter, Both>> = {
  none: tell("未知事项", "something unknown"),
  admission: tell("接纳项目说", "admission of a statement"),
  terms: tell("规则与章程", "numbers, charters, stewards or closing"),
  expulsion: tell("除名", "expulsion of a member"),
  naming: tell("提名加入", "naming of persons who may join"),
  funds: tell("动用公积或担保资本", "spending of a reserve or of guarantee capital"),
};

/** What a ballot says, in words. */
export const supportWords: Readonly<Record<Support, Both>> = {
  against: tell("反对", "against"),
  for: tell("赞成", "for"),
  abstain: tell("弃权", "abstaining"),
};

/** Why a carried ballot was not counted, as a sentence. */
export const skipWords: Readonly<Record<Skip, Both>> = {
  notOpen: tell("没有这份提案，或它这时不在表决。", "There is no such proposal, or its vote was not open then."),
  signature: tell("签名不是这位成员现在的钥匙签的。", "The signature is not of a key in force of this member."),
  notSeated: tell("定下名单时，这位成员还没有入席。", "The member had no seat when the roll was taken."),
  duplicate: tell("这位成员已经投过票。", "The member had voted already."),
  support: tell("投的不是赞成、反对或弃权。", "It said neither for, nor against, nor abstain."),
};
