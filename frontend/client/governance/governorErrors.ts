import type { coopGovernorAbi } from "../abi/CoopGovernor.ts";
import { developers, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { gradeTooLowText, notReviewedNowText } from "../work/projectErrors.ts";
import { notReviewedText } from "../work/reviewErrors.ts";
import { proposalStateWords } from "./words.ts";

const readAgain = tell("请刷新，看它现在的状态", "Read again to see where it stands");
const nobodySends = tell("钱包不会这样做；如果您没有自己编写程序，请复制明细，告诉维护者", "No page of ours does this; unless you are writing a program of your own, copy the details and tell whoever looks after this page");

/** What CoopGovernor refuses, in words. */
export const coopGovernorErrors: ErrorTexts<typeof coopGovernorAbi> = {
  ActionMalformed: ([index]) => refusal(tell(`提案的第${index + 1n}项内容不完整`, `Action ${index + 1n} of the proposal is incomplete`), nobodySends),
  ActionUnlisted: () => refusal(tell("表决管不了这件事：它不在可以表决的事项里", "No vote may do this; it is not among what can be voted on"), tell("请从提案页上列出的事项里选", "Choose from what the page for proposals lists")),
  ActionWithValue: ([index]) => refusal(tell(`提案的第${index + 1n}项要转币，而提案不转币`, `Action ${index + 1n} of the proposal sends coins, and a proposal sends none`), nobodySends),
  ActionsMixed: ([index]) => refusal(tell(`提案的第${index + 1n}项与第一项不是同一类事`, `Action ${index + 1n} of the proposal is not the same sort of thing as the first`), tell("请把不同的事分成几份提案", "Make a proposal of each")),
  BallotInvalid: () => refusal(tell("票只能是反对、赞成或弃权", "A ballot is against, for or abstaining"), tell("请重新选择", "Choose one of them")),
  FailedCall: () => refusal(tell("表决通过的操作在执行时失败了", "What was voted failed when it was carried out"), tell("请看提案的明细；修正后须重新表决", "See the proposal's details; what is wrong must be put right by another vote")),
  GovernorAlreadyCastVote: () => refusal(tell("您已经投过票", "You have voted on this already"), tell("不必再做什么；一人一票，投出不改", "There is nothing more to do; a vote is cast once")),
  GovernorAlreadyQueuedProposal: () => refusal(tell("这份提案已经在等待期里", "This proposal waits in the timelock already"), readAgain),
  GovernorDisabledDeposit: () => refusal(tell("表决合约不收币，也不收代币", "The governor takes no coins and no tokens"), tell("请不要给它转账", "Send none to it")),
  GovernorInsufficientProposerVotes: () => refusal(tell("您没有提案所需的票", "You lack the votes that a proposal needs"), tell("请先入席", "Take a seat first")),
  GovernorInvalidProposalLength: () => refusal(tell("提案里没有事项，或各部分个数不一致", "The proposal holds no action, or its parts differ in number"), tell("请至少选一件事", "Choose one thing at least")),
  GovernorInvalidSignature: () => refusal(tell("签名不是这位成员现在的钥匙签的，或签的是另一张票", "The signature is not of this member's key in force, or of another ballot"), tell("请让本人重新签署", "Ask the member to sign again")),
  GovernorInvalidVoteParams: () => refusal(tell("票上带了不该有的附加内容", "The ballot carries more than a ballot has"), nobodySends),
  GovernorInvalidVoteType: () => refusal(tell("票只能是反对、赞成或弃权", "A ballot is against, for or abstaining"), tell("请重新选择", "Choose one of them")),
  GovernorInvalidVotingPeriod: () => refusal(tell("表决的天数不能是零", "A vote cannot last no time"), developers),
  GovernorNonexistentProposal: () => refusal(tell("链上没有这份提案", "There is no such proposal on the chain"), tell("请刷新后再看；它可能属于另一个合作社", "Read again; it may belong to another cooperative")),
  GovernorOnlyExecutor: () => refusal(tell("这件事只有表决通过之后，由时间锁来做", "Only the timelock does this, after a vote"), tell("请提出提案", "Make a proposal")),
  GovernorProposalQueueingFailed: () => refusal(tell("这份提案没能进入等待期", "The proposal could not be given to the timelock"), readAgain),
  GovernorProposalQueueingNotRequired: () => refusal(tell("这份提案不用进入等待期", "This proposal needs no timelock"), readAgain),
  GovernorRestrictedProposer: () => refusal(tell("这段说明写明只能由另一位成员提出", "These words say that another member proposes them"), tell("请用自己的说明提出", "Propose it with words of your own")),
  GovernorUnableToCancel: () => refusal(tell("只有提案人能在开票之前撤销提案", "Only its proposer cancels a proposal, and only before its vote opens"), tell("若您反对它，请投反对票", "If you are against it, vote against it")),
  GovernorUnexpectedProposalState: ([, current]) => {
    const state = proposalStateWords[current] ?? proposalStateWords[0]!;
    return refusal(tell(`这份提案${state.zh}，现在不能这样做`, `The proposal ${state.en}, and so this cannot be done now`), readAgain);
  },
  GradeTooLow: gradeTooLowText,
  InvalidAccountNonce: () => refusal(tell("这份签名用过了，或次序不对", "This signature was used, or is out of order"), tell("请重新签署", "Sign again")),
  InvalidShortString: () => refusal(tell("合约的名称太长", "The contract's name is too long"), developers),
  NoVoteAtSnapshot: ([, at], speech) =>
    refusal(tell(`${speech.time(Number(at)).zh}定下名单时，这把钥匙的成员还没有入席，或钥匙已经换掉`, `When the roll was taken on ${speech.time(Number(at)).en}, this key's member had no seat, or the key was replaced since`), tell("这一次不能投；以后的表决可以", "This vote is closed to you; those to come are not")),
  NotReviewed: notReviewedText,
  NotReviewedNow: notReviewedNowText,
  SafeCastOverflowedUintDowncast: () => refusal(tell("一个数太大，放不下", "A number is too large to be kept"), developers),
  StringTooLong: () => refusal(tell("给合约的文字太长", "A text given to the contract is too long"), developers),
  TooManyActions: ([given, most]) => refusal(tell(`提案里有${given}件事，这一类至多${most}件`, `The proposal holds ${given} actions, and ${most} ${most === 1n ? "is" : "are"} the most of this sort`), tell("请分成几份提案", "Make several proposals of it")),
  TooManyOpen: ([member, most], speech) =>
    refusal(
      tell(`${speech.member(member).zh}还没表决完的提案已经有${most}份，是最多的`, `${speech.member(member).en} has ${most} ${most === 1n ? "proposal" : "proposals"} waiting or voted on, which is the most`),
      tell("请等其中一份表决结束，或在开票之前撤销一份", "Wait until one of them is over, or cancel one whose vote has not opened"),
    ),
  VotedAlready: ([, member], speech) => refusal(tell(`${speech.member(member).zh}已经投过票`, `${speech.member(member).en} has voted on this already`), tell("不必再做什么；一人一票，投出不改", "There is nothing more to do; a vote is cast once")),
  WiredOtherwise: () => refusal(tell("要部署的合约彼此没有指明对方", "The contracts being deployed do not name each other"), developers),
};
