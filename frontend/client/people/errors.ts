import type { memberRegistryAbi } from "../abi/MemberRegistry.ts";
import { developers, type ErrorText, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";

const standings = [tell("从未加入", "never joined"), tell("在册", "is active"), tell("已退出", "has left"), tell("已被除名", "was expelled")] as const;

/** The member left or was expelled; several contracts say so. */
export const notActiveText: ErrorText<readonly [number, number]> = ([member, standing], speech) => {
  const state = standings[standing] ?? standings[0];
  return refusal(tell(`${speech.member(member).zh}${state.zh}，不能这样做`, `${speech.member(member).en} ${state.en}, and so cannot do this`), tell("已有的份额不受影响，随时可以领取", "Shares already earned are untouched and can be drawn at any time"));
};

/** What MemberRegistry refuses, in words. */
export const memberRegistryErrors: ErrorTexts<typeof memberRegistryAbi> = {
  CheckpointUnorderedInsertion: () => refusal(tell("这次写入的时间早于已有的记录", "This would have been written before what is already there"), developers),
  ConsentInvalid: ([index]) =>
    refusal(tell(`第${index + 1n}位发起人没有签署这次发起，或签的是另一份`, `Founder ${index + 1n} did not sign this founding, or signed another`), tell("请让这位发起人重新签署，再部署", "Ask this founder to sign again, then deploy")),
  FewerThanThreeSeated: ([seated]) =>
    refusal(tell(`在席的成员只有${seated}位，不足三位时不能记录或见证`, `Only ${seated} members are seated, and with fewer than three nothing is recorded or attested`), tell("请等更多成员入席；领取份额不受影响", "Wait until more are seated; drawing shares goes on")),
  FutureLookup: () => refusal(tell("问的是将来的人数或票数，还没有答案", "The future was asked about, which nobody knows yet"), tell("请问一个已经过去的时间", "Ask about a time that has passed")),
  InvalidShortString: () => refusal(tell("合约的名称太长", "The contract's name is too long"), developers),
  KeyBarred: () => refusal(tell("这个地址是或曾是某位成员的钥匙，不能再用", "This address is or was a member's key and can never be one again"), tell("请换一个从未用过的地址", "Use an address that was never used here")),
  KeyReplaced: ([, member], speech) =>
    refusal(tell(`这把钥匙已经换掉了，${speech.member(member).zh}现在用另一把`, `This key was replaced; ${speech.member(member).en} now uses another`), tell("请换上现在的钥匙再试", "Take the key in force and try again")),
  LastSeated: ([member], speech) =>
    refusal(tell(`${speech.member(member).zh}是最后一位在席成员，不能除名`, `${speech.member(member).en} is the last seated member and stays`), tell("请先等别的成员入席", "Wait until others are seated")),
  NoDelegation: () => refusal(tell("每人一票，只能自己投，不能委托", "The vote is each member's own and cannot be delegated"), tell("请直接投票", "Vote yourself")),
  NoSuchMember: ([member]) => refusal(tell(`没有${member}号成员`, `There is no member ${member}`), tell("请核对成员号码", "Check the member's number")),
  NotAMember: () => refusal(tell("这个地址还不是成员", "This address is not a member yet"), tell("请换上您作为成员所用的身份再试", "Take the identity that you are a member with, and try again")),
  NotActive: notActiveText,
  NotSeated: ([member], speech) =>
    refusal(tell(`${speech.member(member).zh}还没有入席，不能见证、质疑或投票`, `${speech.member(member).en} has no seat yet, and so cannot attest, challenge or vote`), tell("入席之前可以先记录自己的贡献", "Contributions can be recorded before that")),
  OnlyByVote: () => refusal(tell("除名只有经全体表决才能做", "Only a vote of the members expels anybody"), tell("请提出提案，表决通过后由时间锁执行", "Make a proposal; once it is carried, the timelock carries it out")),
  Soulbound: () => refusal(tell("成员身份属于本人，不能转让、授权或出借", "Membership is a person's own and cannot be transferred, approved or lent"), tell("请让对方自己申请加入", "Let the other person join")),
  StringTooLong: () => refusal(tell("给合约的文字太长", "A text given to the contract is too long"), developers),
  TimelockMissing: () => refusal(tell("部署时没有给出时间锁的地址", "The deployment did not name a timelock"), tell("请检查部署所用的名单后重新部署", "Check what is being deployed, and deploy again")),
  TooFewFounders: ([given, needed]) =>
    refusal(tell(`发起人只有${given}位，至少要${needed}位`, `There are ${given} founders, and at least ${needed} are needed`), tell("请补足发起人后再部署", "Find more founders, then deploy")),
  TooManyExpelled: ([epoch, most]) =>
    refusal(tell(`第${epoch}期至多除名${most}位，已经满了`, `At most ${most} ${most === 1n ? "member is" : "members are"} expelled in epoch ${epoch}, and so many were`), tell("请等下一期再执行；决议到期之前仍然有效", "Carry it out in the next epoch; the decision stands until it expires")),
  VotesExpiredSignature: () => refusal(tell("这份签名已经过期", "This signature has expired"), tell("请重新签署", "Sign again")),
};
