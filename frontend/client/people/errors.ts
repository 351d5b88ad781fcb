import type { memberRegistryAbi } from "../abi/MemberRegistry.ts";
import { developers, type ErrorText, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { signedErrors } from "./signedErrors.ts";

const standings = [tell("从未加入", "never joined"), tell("在册", "is active"), tell("已退出", "has left"), tell("已被除名", "was expelled")] as const;

/** The member left or was expelled; several contracts say so. */
export const notActiveText: ErrorText<readonly [number, number]> = ([member, standing], speech) => {
  const state = standings[standing] ?? standings[0];
  return refusal(tell(`${speech.member(member).zh}${state.zh}，不能这样做`, `${speech.member(member).en} ${state.en}, and so cannot do this`), tell("已有的份额不受影响，随时可以领取", "Shares already earned are untouched and can be drawn at any time"));
};

/** What MemberRegistry refuses, in words. */
export const memberRegistryErrors: ErrorTexts<typeof memberRegistryAbi> = {
  ...signedErrors,
  CheckpointUnorderedInsertion: () => refusal(tell("这次写入的时间早于已有的记录", "This would have been written before what is already there"), developers),
  ConsentInvalid: ([index]) =>
    refusal(tell(`第${index + 1n}位发起人没有签署这次发起，或签的是另一份`, `Founder ${index + 1n} did not sign this founding, or signed another`), tell("请让这位发起人重新签署，再部署", "Ask this founder to sign again, then deploy")),
  FewerThanThreeSeated: ([seated]) =>
    refusal(tell(`在席的成员只有${seated}位，不足三位时不能记录或见证`, `Only ${seated} members are seated, and with fewer than three nothing is recorded or attested`), tell("请等更多成员入席；领取份额不受影响", "Wait until more are seated; drawing shares goes on")),
  FutureLookup: () => refusal(tell("问的是将来的人数或票数，还没有答案", "The future was asked about, which nobody knows yet"), tell("请问一个已经过去的时间", "Ask about a time that has passed")),
  KeyBarred: () => refusal(tell("这个地址是或曾是某位成员的钥匙，不能再用", "This address is or was a member's key and can never be one again"), tell("请换一个从未用过的地址", "Use an address that was never used here")),
  KeyReplaced: ([, member], speech) =>
    refusal(tell(`这把钥匙已经换掉了，${speech.member(member).zh}现在用另一把`, `This key was replaced; ${speech.member(member).en} now uses another`), tell("请换上现在的钥匙再试", "Take the key in force and try again")),
  LastSeated: ([member], speech) =>
    refusal(tell(`${speech.member(member).zh}是最后一位在席成员，不能退出，也不能除名`, `${speech.member(member).en} is the last seated member and stays`), tell("请先等别的成员入席", "Wait until others are seated")),
  NamesOutOfBounds: ([given, most]) => refusal(tell(`名单上有${given}人，要1到${most}人`, `${given} persons are named, and it must be 1 to ${most}`), tell("请改一改名单", "Please change the list")),
  NoVouchLeft: ([sponsor, most], speech) =>
    refusal(tell(`${speech.member(sponsor).zh}这一季的${most}次担保已经用完`, `${speech.member(sponsor).en} gave all ${most} vouches of this quarter`), tell("请找别的成员担保，或等到下一季", "Ask another member, or wait for the next quarter")),
  NotExpelled: ([member], speech) => refusal(tell(`${speech.member(member).zh}没有被除名，不用重新接纳`, `${speech.member(member).en} was not expelled and need not be readmitted`), tell("请核对成员号码", "Check the member's number")),
  NotGone: ([member, standing], speech) => {
    const state = standings[standing] ?? standings[0];
    return refusal(tell(`${speech.member(member).zh}${state.zh}，不是凭担保回来`, `${speech.member(member).en} ${state.en}, and so does not return by vouches`), tell("被除名的成员经表决才能回来", "Who was expelled returns by a vote"));
  },
  OnlyGuardians: () => refusal(tell("只有监护合约能这样换钥匙", "Only the contract of the guardians changes a key like this"), tell("请在“我的钥匙”里换", "Change it under “My key”")),
  QuarterFull: ([, most, next], speech) => {
    const at = speech.time(Number(next));
    return refusal(tell(`这一季凭担保加入的已满${most}位`, `${most} joined by vouches this quarter, and no more may`), tell(`请在${at.zh}下一季开始后再加入；担保过期了就重新请人签`, `Join when the next quarter begins, ${at.en}; vouches that expire until then must be signed anew`));
  },
  Related: ([member, other], speech) =>
    refusal(
      tell(`${speech.member(member).zh}和${speech.member(other).zh}是担保关系，半年内不互相见证或评议`, `${speech.member(member).en} and ${speech.member(other).en} are related by a vouch and do not attest or review each other for half a year`),
      tell("请别的成员来做", "Leave it to other members"),
    ),
  SeatNotWaiting: ([member], speech) => refusal(tell(`${speech.member(member).zh}已经在席，或者不在册`, `${speech.member(member).en} has a seat already, or is not active`), tell("请刷新页面看看现在的情况", "Read again to see how things stand")),
  SeatTooEarly: ([, from], speech) => {
    const at = speech.time(Number(from));
    return refusal(tell("加入满二十八天才能入席", "A seat may be taken 28 days after joining"), tell(`请在${at.zh}以后再来`, `Come back after ${at.en}`));
  },
  SponsorBarred: ([sponsor, until], speech) => {
    const at = speech.time(Number(until));
    return refusal(tell(`${speech.member(sponsor).zh}担保过的人不久前被除名，暂时不能担保`, `Somebody for whom ${speech.member(sponsor).en} vouched was expelled, and so that vouch cannot be used`), tell(`请找别的成员担保，或等到${at.zh}`, `Ask another member, or wait until ${at.en}`));
  },
  SponsorTooNew: ([sponsor, from], speech) => {
    const at = speech.time(Number(from));
    return refusal(tell(`${speech.member(sponsor).zh}加入不满九十天，还不能担保`, `${speech.member(sponsor).en} joined less than ninety days ago and does not vouch yet`), tell(`请找别的成员担保，或等到${at.zh}`, `Ask another member, or wait until ${at.en}`));
  },
  VouchOfAnotherKey: ([sponsor], speech) => refusal(tell(`${speech.member(sponsor).zh}签这份担保用的钥匙已经换掉`, `${speech.member(sponsor).en} signed this vouch with a key that was changed since`), tell("请担保人用现在的钥匙重新签", "Ask the sponsor to sign anew with the key in force")),
  VouchWithdrawn: ([sponsor], speech) => refusal(tell(`${speech.member(sponsor).zh}撤回了这份担保`, `${speech.member(sponsor).en} took this vouch back`), tell("请另找成员担保", "Ask another member")),
  VouchesNeeded: ([given, needed]) => refusal(tell(`要${needed}位不同成员的担保，这里有${given}份`, `Vouches of ${needed} different ${needed === 1n ? "member is" : "members are"} needed, and here ${given === 1n ? "is 1" : `are ${given}`}`), tell("请收齐担保再加入", "Gather the vouches, then join")),
  NoDelegation: () => refusal(tell("每人一票，只能自己投，不能委托", "The vote is each member's own and cannot be delegated"), tell("请直接投票", "Vote yourself")),
  NoSuchMember: ([member]) => refusal(tell(`没有${member}号成员`, `There is no member ${member}`), tell("请核对成员号码", "Check the member's number")),
  NotAMember: () => refusal(tell("这个地址还不是成员", "This address is not a member yet"), tell("请换上您作为成员所用的身份再试", "Take the identity that you are a member with, and try again")),
  NotActive: notActiveText,
  NotSeated: ([member], speech) =>
    refusal(tell(`${speech.member(member).zh}还没有入席，不能见证、质疑或投票`, `${speech.member(member).en} has no seat yet, and so cannot attest, challenge or vote`), tell("入席之前可以先记录自己的贡献", "Contributions can be recorded before that")),
  OnlyByVote: () => refusal(tell("这件事只有经全体表决才能做", "Only a vote of the members does this"), tell("请提出提案，表决通过后由时间锁执行", "Make a proposal; once it is carried, the timelock carries it out")),
  Soulbound: () => refusal(tell("成员身份属于本人，不能转让、授权或出借", "Membership is a person's own and cannot be transferred, approved or lent"), tell("请让对方自己申请加入", "Let the other person join")),
  TimelockMissing: () => refusal(tell("部署时没有给出时间锁的地址", "The deployment did not name a timelock"), tell("请检查部署所用的名单后重新部署", "Check what is being deployed, and deploy again")),
  TooFewFounders: ([given, needed]) =>
    refusal(tell(`发起人只有${given}位，至少要${needed}位`, `There are ${given} founders, and at least ${needed} are needed`), tell("请补足发起人后再部署", "Find more founders, then deploy")),
  TooManyExpelled: ([epoch, most]) =>
    refusal(tell(`第${epoch}期至多除名${most}位，已经满了`, `At most ${most} ${most === 1n ? "member is" : "members are"} expelled in epoch ${epoch}, and so many were`), tell("请等下一期再执行；决议到期之前仍然有效", "Carry it out in the next epoch; the decision stands until it expires")),
  VotesExpiredSignature: () => refusal(tell("这份签名已经过期", "This signature has expired"), tell("请重新签署", "Sign again")),
};
