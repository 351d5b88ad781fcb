import type { projectRegistryAbi } from "../abi/ProjectRegistry.ts";
import { type ErrorText, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { notActiveText } from "../people/errors.ts";
import { kinds } from "./types.ts";
import { gradeWords, kindWords } from "./words.ts";

const kindOf = (kind: number) => kindWords[kinds[kind] ?? "work"];
const gradeOf = (grade: number) => gradeWords[grade] ?? gradeWords[0]!;

/** The project is closed; several contracts say so. */
export const closedText: ErrorText<readonly [number, number]> = ([project, from], speech) =>
  refusal(
    tell(`${speech.project(project).zh}从第${from}期起关闭，那以前没有定值的都作废`, `${speech.project(project).en} is closed from epoch ${from} on, and what was not sealed before is void`),
    tell("已经定值的照旧计算；新的贡献请记到别的项目", "What was sealed counts as before; record new contributions in another project"),
  );

/** The project begins in a later epoch; several contracts say so. */
export const notLiveText: ErrorText<readonly [number, number]> = ([project, from], speech) =>
  refusal(tell(`${speech.project(project).zh}从第${from}期起才生效`, `${speech.project(project).en} is live from epoch ${from} on`), tell("请等那一期开始再来", "Come back when that epoch begins"));

/** At most seven founders or co-authors beside the first; two contracts say so. */
export const cofoundersText: ErrorText<readonly [bigint, bigint]> = ([given, most]) =>
  refusal(tell(`共同发起人或作者写了${given}位，至多${most}位`, `${given} co-founders or co-authors are named, and ${most} is the most`), tell("请减少名单", "Name fewer"));

/** A co-founder named twice; two contracts say so. */
export const cofounderTwiceText: ErrorText<readonly [number]> = ([member], speech) =>
  refusal(tell(`${speech.member(member).zh}被列了两次，或者就是提交人自己`, `${speech.member(member).en} is named twice, or is the proposer`), tell("请只列一次；提交人自己不必列", "Name each once, and not the proposer"));

/** No such statement; two contracts say so. */
export const noStatementText: ErrorText<readonly [`0x${string}`]> = () => refusal(tell("链上没有这份项目说或文章", "There is no such statement or article on the chain"), tell("请刷新后再看；它可能属于另一个合作社", "Read again; it may belong to another cooperative"));

/** Its review is not over, or it was submitted anew; two contracts say so. */
export const notReviewedNowText: ErrorText<readonly [`0x${string}`, number, number]> = ([, submission, current]) =>
  submission === current
    ? refusal(tell("这份项目说的评议还没有结束，或结果已经过期", "The review of this statement is not over, or its grade is void by now"), tell("请看它现在的状态；必要时重新提交评议", "See where it stands; submit it for review anew if need be"))
    : refusal(tell(`提案依据的是第${submission}次提交，现在是第${current}次`, `The proposal rests on submission ${submission}, and the statement is at submission ${current} now`), tell("请就最新的一次提出提案", "Propose the latest one"));

/** A grade with which nothing is admitted; two contracts say so. */
export const gradeTooLowText: ErrorText<readonly [`0x${string}`, number]> = ([, grade]) =>
  refusal(tell(`这份项目说的等级是${gradeOf(grade).zh}，不能付诸表决`, `The statement's grade is ${gradeOf(grade).en}, with which it cannot be put to a vote`), tell("请看评语，改进后作为下一版再提交", "Read the comments and submit a better version"));

/** What ProjectRegistry refuses, in words. */
export const projectRegistryErrors: ErrorTexts<typeof projectRegistryAbi> = {
  AmendedThisEpoch: ([project, from], speech) =>
    refusal(tell(`${speech.project(project).zh}本期已经改过章程，从第${from}期起生效；一期只改一次`, `The charter of ${speech.project(project).en} was amended in this epoch already and binds from epoch ${from}; once an epoch is the most`), tell("请等下一期再执行", "Carry it out in the next epoch")),
  AskedAlready: ([, , wanted]) =>
    wanted
      ? refusal(tell("您已经要求关闭这个项目", "You ask to close this project already"), tell("请等其他干事；随时可以收回", "Wait for the other stewards; you can take it back at any time"))
      : refusal(tell("您没有要求关闭这个项目，不用收回", "You do not ask to close this project, so there is nothing to take back"), tell("不必再做什么", "There is nothing to do")),
  BudgetOutOfBounds: ([budget, most], speech) =>
    refusal(tell(`预算${speech.amount(budget).zh}点不在允许的范围内（大于零，至多${speech.amount(most).zh}点）`, `The budget of ${speech.amount(budget).en} credit is not allowed (above zero, at most ${speech.amount(most).en})`), tell("请改章程里的预算", "Change the budget in the charter")),
  CofounderTwice: cofounderTwiceText,
  CofoundersOutOfBounds: cofoundersText,
  CooperativeStays: () =>
    refusal(tell("合作社本身不能关闭；它的章程由表决直接修改，不经评议", "The cooperative itself is not closed, and its charter is changed by a vote without a review"), tell("要改它的章程，请直接提出提案", "To change its charter, make a proposal")),
  GradeTooLow: gradeTooLowText,
  KindNotRecorded: ([project, kind], speech) =>
    refusal(tell(`${speech.project(project).zh}的章程没有给“${kindOf(kind).zh}”定价值率`, `The charter of ${speech.project(project).en} has no rate for ${kindOf(kind).en}`), tell("请选另一种贡献，或记到别的项目", "Choose another kind, or record it in another project")),
  MinSurplusOutOfBounds: ([given, least, most]) =>
    refusal(tell(`最低盈余${given}%不在${least}%到${most}%之间`, `The least surplus of ${given} % is not between ${least} and ${most} %`), tell("请改章程里的最低盈余", "Change the least surplus in the charter")),
  MoreThanATenth: ([current, wanted], speech) =>
    refusal(
      tell(`从${speech.amount(current).zh}改到${speech.amount(wanted).zh}，超过了十分之一`, `From ${speech.amount(current).en} to ${speech.amount(wanted).en} is more than a tenth`),
      tell("预算和每一项价值率一次至多改十分之一，也不能增减种类；请分几期改", "The budget and each rate move by a tenth at most, and no kind is added or dropped; go step by step, epoch by epoch"),
    ),
  NoCooperative: () => refusal(tell("部署时没有给出合作社自己的章程", "The deployment did not give the cooperative's own charter"), tell("请补上后重新部署", "Add it and deploy again")),
  NoSuchProject: ([project]) => refusal(tell(`没有${project}号项目`, `There is no project ${project}`), tell("请核对项目号码", "Check the project's number")),
  NoSuchStatement: noStatementText,
  NotActive: notActiveText,
  NotReviewedNow: notReviewedNowText,
  NotStewardOf: ([project, member], speech) =>
    refusal(tell(`${speech.member(member).zh}不是${speech.project(project).zh}的干事`, `${speech.member(member).en} is no steward of ${speech.project(project).en}`), tell("请告诉项目的干事，或提出关闭它的提案", "Tell its stewards, or propose a vote to close it")),
  OnlyByVote: () => refusal(tell("这件事只有经全体表决才能做", "Only a vote of the members does this"), tell("请提出提案，表决通过后由时间锁执行", "Make a proposal; once it is carried, the timelock carries it out")),
  ProjectIsClosed: closedText,
  ProjectNotLive: notLiveText,
  RateOutOfBounds: ([kind, rate, most], speech) =>
    refusal(tell(`“${kindOf(kind).zh}”的价值率${speech.amount(BigInt(rate)).zh}点太大，至多${speech.amount(BigInt(most)).zh}点`, `The rate of ${speech.amount(BigInt(rate)).en} credit for ${kindOf(kind).en} is too large; ${speech.amount(BigInt(most)).en} is the most`), tell("请改章程里的价值率", "Change the rate in the charter")),
  StatementTaken: () => refusal(tell("您提交过同样的一份项目说", "You drafted this very document before"), tell("请打开原来的那一份；若有改动，改后的文字会是新的一份", "Open that one; a changed text would be a statement of its own")),
  StewardTwice: ([steward], speech) =>
    refusal(tell(`${speech.member(steward).zh}被列为干事两次`, `${speech.member(steward).en} is named as a steward twice`), tell("请在章程里只列一次", "Name each steward once in the charter")),
  StewardsOutOfBounds: ([given, most]) =>
    refusal(tell(`干事有${given}位，应当是一到${most}位`, `${given} stewards are named, and one to ${most} are needed`), tell("请改章程里的干事名单", "Change the stewards in the charter")),
  TermsDiffer: () =>
    refusal(tell("提案里的条款与项目说起草时的不同", "The terms in the proposal are not those that the statement was drafted with"), tell("请照起草时的条款重新提出提案", "Propose it anew with the terms as drafted")),
  TimelockMissing: () => refusal(tell("部署时没有给出时间锁的地址", "The deployment did not name a timelock"), tell("请检查部署所用的名单后重新部署", "Check what is being deployed, and deploy again")),
};
