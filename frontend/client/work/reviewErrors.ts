import type { projectReviewsAbi } from "../abi/ProjectReviews.ts";
import { developers, type ErrorText, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { cofoundersText, cofounderTwiceText, noStatementText } from "./projectErrors.ts";
import { statementStageWords } from "./words.ts";

/** In the order of the contract's enum. */
const ADMITTED = 4;

const stageOf = (stage: number) => statementStageWords[stage] ?? statementStageWords[0]!;

/** Its review is not over, or is void; two contracts say so. */
export const notReviewedText: ErrorText<readonly [`0x${string}`, number]> = ([, stage]) =>
  stage === ADMITTED
    ? refusal(tell("这份项目说已经由表决接纳过了", "A vote admitted this statement already"), tell("不必再做什么，请看它成为的项目", "There is nothing to do; see the project that it became"))
    : refusal(tell(`它${stageOf(stage).zh}，没有等级`, `It ${stageOf(stage).en} and has no grade`), tell("请等评议结束，或重新提交评议", "Wait until its review is over, or submit it anew"));

/** What ProjectReviews refuses, in words. */
export const projectReviewsErrors: ErrorTexts<typeof projectReviewsAbi> = {
  ArticleTaken: () => refusal(tell("您发表过同样的一篇文章", "You published this very article before"), tell("请打开原来的那一篇；改过的文字会是新的一篇", "Open that one; a changed text would be an article of its own")),
  CofounderTwice: cofounderTwiceText,
  CofoundersOutOfBounds: cofoundersText,
  MarksInvalid: () => refusal(tell("评分要有十二项，每项是0、1或2", "Twelve marks are needed, each 0, 1 or 2"), tell("请把每一项都评完", "Mark every point")),
  NoSuchReview: ([, reviewer], speech) => refusal(tell(`${speech.member(reviewer).zh}没有评议过最近一次提交`, `${speech.member(reviewer).en} did not review the latest submission`), tell("请核对是谁的评语", "Check whose comment it is")),
  NoSuchStatement: noStatementText,
  NotCoauthor: ([, member], speech) =>
    refusal(tell(`${speech.member(member).zh}没有被列为它的共同作者`, `${speech.member(member).en} is not named among the others who wrote it`), tell("提交人自己要收回，请用“收回”", "The proposer takes it back instead")),
  NotDraft: ([, stage]) => refusal(tell(`它${stageOf(stage).zh}，不能再提交评议`, `It ${stageOf(stage).en} and cannot be submitted now`), tell("要重新评议，请先收回", "To have it reviewed anew, take it back first")),
  NotInReview: ([, stage]) => refusal(tell(`它${stageOf(stage).zh}，现在不收评议`, `It ${stageOf(stage).en} and takes no reviews now`), tell("请刷新，看它现在的状态", "Read again to see where it stands")),
  NotProposer: () => refusal(tell("这件事只有提交它的人可以做", "Only whoever proposed it may do this"), tell("请告诉提交人", "Tell the proposer")),
  NotReviewed: notReviewedText,
  NothingToTakeBack: ([, stage]) => refusal(tell(`它${stageOf(stage).zh}，没有可以收回的`, `It ${stageOf(stage).en}, so there is nothing to take back`), tell("请刷新，看它现在的状态", "Read again to see where it stands")),
  OwnStatement: () => refusal(tell("自己的项目说或文章由别人评议", "One's own statement or article is reviewed by others"), tell("请请其他成员评议", "Ask other members to review it")),
  ReviewedElsewhere: () => refusal(tell("项目登记处指定的评议合约在另一个地址，不是要部署的这一个", "The registry of projects names another address for its reviews, not the contract being deployed"), developers),
};
