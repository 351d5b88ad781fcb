import type { surplusPoolAbi } from "../abi/SurplusPool.ts";
import { developers, type ErrorText, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { holderDidNotSignText, smallest } from "./errors.ts";

/** Reserves and commons say it alike. */
export const aboveATenthText: ErrorText<readonly [bigint, bigint]> = ([amount, most]) =>
  refusal(tell(`一期至多动用十分之一：现在至多${smallest(most).zh}，提出的是${smallest(amount).zh}`, `A tenth an epoch may go at most: ${smallest(most).en} now, and ${smallest(amount).en} was asked for`), tell("请减少数额，其余的下一期再提", "Ask for less now, and for the rest in the next epoch"));

/** Only the timelock may do it; pool and commons say it alike. */
export const onlyByVoteText = () => refusal(tell("这件事只有经全体表决才能做", "Only a vote of the members does this"), tell("请提出提案，表决通过后由时间锁执行", "Make a proposal; once it is carried, the timelock carries it out"));

const badToken = tell("请换一种代币；收手续费或会自己变动余额的代币用不了", "Use another token; one that takes a fee or changes balances by itself cannot be used here");

/** What SurplusPool refuses, purses among it, in words. */
export const surplusPoolErrors: ErrorTexts<typeof surplusPoolAbi> = {
  AboveATenth: aboveATenthText,
  AmountOutOfBounds: ([amount, most]) =>
    amount === 0n
      ? refusal(tell("数额不能是零", "The amount cannot be zero"), tell("请填写数额", "Enter an amount"))
      : refusal(tell(`数额是${smallest(amount).zh}，至多${smallest(most).zh}`, `The amount is ${smallest(amount).en}, and ${smallest(most).en} is the most`), tell("请填写不超过它的数额", "Enter an amount up to that")),
  DivideFirst: ([project, , epoch], speech) =>
    refusal(tell(`${speech.project(project).zh}第${epoch}期收到的盈余还没有分`, `What arrived in epoch ${epoch} of ${speech.project(project).en} is not divided yet`), tell("请先结算那一期，再分配盈余（任何人都可以），然后重试", "Close that epoch and divide its surplus first, which anyone may do, then try again")),
  HolderDidNotSign: holderDidNotSignText,
  ListedAlready: ([, listed]) => refusal(listed ? tell("这种代币已经列入", "The token is listed already") : tell("这种代币本来就没有列入", "The token is not listed"), tell("不必再表决", "No vote is needed")),
  LotNotDrawn: ([project, member, epoch], speech) =>
    member === 0
      ? refusal(tell(`${speech.project(project).zh}的公积在第${epoch}期没有领取过份额`, `The reserve of ${speech.project(project).en} drew no shares of epoch ${epoch}`), tell("请先领取份额，再领盈余", "Draw the shares first, then the dividends"))
      : refusal(tell(`${speech.member(member).zh}在${speech.project(project).zh}第${epoch}期的份额还没有领取`, `${speech.member(member).en} has not drawn the shares of ${speech.project(project).en} for epoch ${epoch}`), tell("请先领取份额，再领盈余；两样都不会过期", "Draw the shares first, then the dividends; neither expires")),
  NeverAKey: () => refusal(tell("这个地址从来不是成员的钥匙", "This address was never a member's key"), tell("它的钱袋一直归它自己，用那把钥匙就能取", "Its purse is its own, and that key withdraws from it")),
  NotAToken: () => refusal(tell("这个地址上没有代币合约，或者它是合作社自己的合约", "No token stands at this address, or it is one of the cooperative's own contracts"), tell("请核对代币的地址", "Check the token's address")),
  OnlyByCommons: () => refusal(tell("只有公共池的合约能做这件事", "Only the contract of the commons does this"), developers),
  OnlyByMarket: () => refusal(tell("只有市场的合约能动托管里的钱", "Only the contract of the market moves what is in escrow"), developers),
  OnlyByVote: onlyByVoteText,
  PayeeRefused: () => refusal(tell("钱不能付到空地址、代币合约或合作社自己的合约", "Nothing is paid out to no one, to the token itself or to the cooperative's own contracts"), tell("请填写您自己的地址", "Enter an address of your own")),
  PurseTooSmall: ([, , purse, needed]) => refusal(tell(`钱袋里有${smallest(purse).zh}，需要${smallest(needed).zh}`, `The purse holds ${smallest(purse).en}, and ${smallest(needed).en} is needed`), tell("请先存入，或减少数额", "Put more in first, or ask for less")),
  ReentrancyGuardReentrantCall: () => refusal(tell("这种代币在付款途中又来动用账目，已被拦下", "The token tried to come in again while it was being paid, and was stopped"), badToken),
  ReserveGone: ([project, since], speech) => refusal(tell(`${speech.project(project).zh}已经关闭，它的公积从${speech.time(Number(since)).zh}起归公共池`, `${speech.project(project).en} is closed, and its reserve belongs to the commons since ${speech.time(Number(since)).en}`), tell("可以提案从公共池支出", "A vote may release from the commons instead")),
  ReserveStays: ([project, until], speech) =>
    until === 0n
      ? refusal(tell(`${speech.project(project).zh}没有关闭，公积留在项目里`, `${speech.project(project).en} is open, and its reserve stays with it`), tell("不必做什么", "There is nothing to do"))
      : refusal(tell(`${speech.project(project).zh}的公积留到${speech.time(Number(until)).zh}`, `The reserve of ${speech.project(project).en} stays until ${speech.time(Number(until)).en}`), tell("请到时再来", "Come back then")),
  SafeERC20FailedOperation: () => refusal(tell("代币拒绝了这次转账：余额或授权不够，或它暂停了、拦住了这个地址", "The token refused to move: balance or approval is too small, or it is paused or blocks this address"), tell("请核对余额和授权；钱袋里的钱不受影响", "Check balance and approval; what is in purses is not touched")),
  TimelockMissing: () => refusal(tell("部署时没有给出时间锁的地址", "The deployment did not name a timelock"), tell("请检查部署所用的名单后重新部署", "Check what is being deployed, and deploy again")),
  TokenMovedOtherwise: ([, asked, moved]) => refusal(tell(`代币转的数与要的不符：要${smallest(asked).zh}，到${smallest(moved).zh}`, `The token moved another amount than was asked: ${smallest(asked).en} asked, ${smallest(moved).en} moved`), badToken),
  TokenNotListed: () => refusal(tell("没有表决列入这种代币，或已经取消", "No vote listed this token, or a vote took it off the list"), tell("请换一种列入的代币；已经存入的随时可以取出", "Use a listed token; what lies in purses can be withdrawn at any time")),
};
