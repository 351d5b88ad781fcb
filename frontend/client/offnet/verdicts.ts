import type { Address } from "viem";
import { type Both, type Speech, tell } from "../chain/words.ts";
import { begin } from "./teller.ts";

/** What is wrong with an item. Nothing was sent, and no gas was spent to find it. */
export type Problem =
  | "otherChain"
  | "otherCooperative"
  | "otherContract"
  | "takesNoActs"
  | "unknownCall"
  | "notForMembers"
  | "nobody"
  | "notSigned"
  | "keyReplaced"
  | "expired"
  | "windowInvalid"
  | "tooLong"
  | "revoked"
  | "used"
  | "sameNumber"
  | "twice"
  | "keyBarred"
  | "otherTurn"
  | "notSeated"
  | "barred"
  | "beneficiaryNotSigned"
  | "noVouchLeft"
  | "ownGuardian"
  | "notGuardian"
  | "noGuardians"
  | "noProposal"
  | "recordedOtherwise"
  | "sideUnknown"
  | "takenBack"
  | "voteOver"
  | "votedAlready";

/** What an item waits for; it is good until then, and nobody has to sign again. */
export type Wait =
  | { readonly is: "time"; readonly at: number }
  | { readonly is: "vote"; readonly at: number }
  /** An act before it in its series, with this number. */
  | { readonly is: "earlier"; readonly number: bigint }
  /** The record that it confirms is neither on the chain nor beside it. */
  | { readonly is: "record" }
  | { readonly is: "application" }
  | { readonly is: "vouches"; readonly missing: number }
  | { readonly is: "guardians"; readonly missing: number }
  /** A vote named the applicant, who joins without vouches. */
  | { readonly is: "notNeeded" }
  | { readonly is: "newKey" }
  /** The member puts it in himself; nobody else can. */
  | { readonly is: "member"; readonly member: number }
  /** From then on the sponsor may vouch. */
  | { readonly is: "sponsor"; readonly at: number }
  | { readonly is: "quarter"; readonly at: number }
  /** Beneficiaries of an offer's cost lines who have not signed. */
  | { readonly is: "beneficiaries"; readonly missing: number }
  /** The order that it would end was not read here. */
  | { readonly is: "order" }
  /** The other side of an order puts it to use, whether a member or not. */
  | { readonly is: "otherSide" }
  | { readonly is: "recovery" };

/** What is known of an item before it is sent. */
export type Verdict =
  /** `signer`: the key that signed. */
  | { readonly is: "good"; readonly signer: Address }
  /** Signed for a contract wallet, which only the chain can ask. */
  | { readonly is: "wallet"; readonly wallet: Address }
  /** There is nothing left to do. */
  | { readonly is: "done" }
  | { readonly is: "waits"; readonly for: Wait }
  | { readonly is: "bad"; readonly problem: Problem };

/** The values that verdicts name. */
export interface VerdictWords {
  readonly speech: Speech;
  /** Who should sign again, or is spoken of. */
  readonly who: Both;
  /** Until when the item holds, or held; seconds since 1970. */
  readonly until: number;
  /** Of an act, where it would go. */
  readonly to: string;
  /** Whether it is an act, whose number may have been used by another. */
  readonly act: boolean;
}

/** A verdict as a sentence: what is so, that nothing was sent, what to do. */
export function sayVerdict(verdict: Verdict, words: VerdictWords): Both {
  switch (verdict.is) {
    case "good":
      return tell("签名属实，可以送出。", "The signature is true, and it can be carried.");
    case "wallet":
      return tell(`签名的是合约钱包${verdict.wallet}；签名要由链上来验，可以送出。`, `A contract wallet, ${verdict.wallet}, is said to have signed; only the chain can check that. It can be carried.`);
    case "done":
      return words.act
        ? tell("这个编号的事已经做过了。什么也没有发送，也不必再送。", "The act with this number was done already. Nothing was sent, and there is no need to carry it.")
        : tell("这件事已经成了。什么也没有发送，也不必再送。", "This has come to pass already. Nothing was sent, and there is no need to carry it.");
    case "waits":
      return sayWait(verdict.for, words);
    case "bad":
      return badTexts[verdict.problem](words);
  }
}

const waits = (zh: string, en: string): Both => tell(`签名属实，${zh}。什么也没有发送，签名仍然有效。`, `The signature is true, but ${en}. Nothing was sent, and the signature stays good.`);

function sayWait(wait: Wait, { speech, who }: VerdictWords): Both {
  switch (wait.is) {
    case "time": {
      const at = speech.time(wait.at);
      return waits(`但要到${at.zh}才能送`, `it may be carried only from ${at.en} on`);
    }
    case "vote": {
      const at = speech.time(wait.at);
      return waits(`但还没有开票，${at.zh}开始`, `the vote opens only on ${at.en}`);
    }
    case "earlier":
      return waits(`但同一串里的第${wait.number}号要先送到`, `number ${wait.number} of the same series must come first`);
    case "record":
      return waits("但它要确认的记录还没有送到，也不在这里", "the record that it confirms is not on the chain yet, nor here");
    case "application":
      return waits("但还缺申请人自己签的申请", "the application that the applicant signs is missing");
    case "vouches":
      return waits(`但还缺${wait.missing}份成员的担保`, `${wait.missing === 1 ? "1 vouch of a member is" : `${wait.missing} vouches of members are`} missing`);
    case "guardians":
      return waits(`但还缺${wait.missing}位监护人的签名`, `${wait.missing === 1 ? "the signature of 1 guardian is" : `the signatures of ${wait.missing} guardians are`} missing`);
    case "notNeeded":
      return waits("但表决已经点名接纳这个人，加入时用不着担保", "a vote named this person, who joins without vouches");
    case "newKey":
      return waits("但还缺新钥匙自己的签名", "the new key's own signature is missing");
    case "member": {
      const whose = speech.member(wait.member);
      return waits(`要由${whose.zh}自己用上它，别人送不了`, `${whose.en} puts it to use, and nobody else can`);
    }
    case "sponsor": {
      const at = speech.time(wait.at);
      return waits(`但${who.zh}要到${at.zh}以后才能担保`, `${who.en} may vouch only from ${at.en} on`);
    }
    case "quarter": {
      const at = speech.time(wait.at);
      return waits(`但这一季的名额满了，下一季${at.zh}开始`, `this quarter is full, and the next begins ${at.en}`);
    }
    case "beneficiaries":
      return waits(`但还有${wait.missing}位收款人没有签`, `${wait.missing === 1 ? "the signature of 1 beneficiary is" : `the signatures of ${wait.missing} beneficiaries are`} missing`);
    case "order":
      return waits("但它说的那份订单还没有读到", "the order that it names was not read here yet");
    case "otherSide":
      return waits("要由订单的另一方用上它，别人送不了", "the other side of the order puts it to use, and nobody else can");
    case "recovery":
      return waits("但这位成员的另一次找回还没有结束", "another recovery of this member is still open");
  }
}

type Text = (words: VerdictWords) => Both;

const bad = (zh: string, en: string, doZh: string, doEn: string): Both => tell(`${zh}。它不会送出，其余的不受影响。${doZh}。`, `${begin(en)}. It will not be carried, and the others are untouched. ${doEn}.`);

const again = (zh: string, en: string): Text => ({ who }) => bad(zh, en, `请${who.zh}重新签一份`, `Ask ${who.en} to sign it anew`);

/** What each problem is, in words. */
export const badTexts: Readonly<Record<Problem, Text>> = {
  otherChain: () => bad("它是为另一条链签的", "it was signed for another chain", "请到那条链的页面去送", "Carry it on the page of that chain"),
  otherCooperative: () => bad("它是为另一个合作社签的", "it was signed for another cooperative", "请到那个合作社的页面去送", "Carry it on the page of that cooperative"),
  otherContract: ({ to }) => bad(`它要调用${to}，那不是这个合作社的合约`, `it calls ${to}, which is no contract of this cooperative`, "请告诉给您这份文件的人，不要在别处送它", "Tell whoever gave it to you, and do not carry it elsewhere"),
  takesNoActs: ({ to }) => bad(`合约${to}不接受代递的事`, `the contract ${to} takes no carried acts`, "请告诉给您这份文件的人", "Tell whoever gave it to you"),
  unknownCall: () => bad("它要做的事这里读不懂，没有人能说清后果", "what it asks for cannot be read here, and nobody can say what it would do", "请更新这个页面，或请签名的人核对", "Update this page, or ask whoever signed it to look again"),
  notForMembers: () => bad("它要做的事不是成员自己能做的，合约会拒绝", "what it asks for is not a member's to do, and the contract would refuse it", "这类事要经表决，请提出提案", "Such things are done by votes; make a proposal"),
  nobody: () => bad("没有它说的那位成员", "there is no such member as it names", "请核对成员号码；刚加入的话，请刷新后再试", "Check the member's number; of one who just joined, read again"),
  notSigned: ({ who }) => bad(`签名不是${who.zh}的，或内容在签名之后被改过，或是为别处签的`, `${who.en} did not sign this: it was altered after signing, or signed for another place`, `请${who.zh}在这个合作社的页面上重新签`, `Ask ${who.en} to sign it anew on this cooperative's page`),
  keyReplaced: ({ who }) => bad(`签它的那把钥匙已经换掉了，${who.zh}现在用另一把`, `the key that signed it was replaced; ${who.en} now uses another`, `请${who.zh}用现在的钥匙重新签`, `Ask ${who.en} to sign it anew with the key in force`),
  expired: ({ until, who, speech }) => bad(`它只到${speech.time(until).zh}有效，已经过期`, `it held until ${speech.time(until).en} and has expired`, `请${who.zh}重新签一份`, `Ask ${who.en} to sign it anew`),
  windowInvalid: again("它的有效时间不对：结束早于开始，或超过三十天", "its time is wrong: it ends before it begins, or lasts for more than thirty days"),
  tooLong: ({ until, who, speech }) => bad(`它写的有效期到${speech.time(until).zh}，超过三十天，合约现在不收`, `it would hold until ${speech.time(until).en}, more than thirty days from now, and the contract does not take it`, `请${who.zh}按较短的有效期重新签`, `Ask ${who.en} to sign for less long`),
  revoked: ({ who }) => bad(`${who.zh}把它撤回了`, `${who.en} took it back`, "不要再送", "Do not carry it"),
  used: () => bad("它已经用过了，不能再用", "it was used already and cannot be used again", "要再做一次，就要重新签", "To do it once more, it must be signed anew"),
  sameNumber: ({ who }) => bad("这里另有一份编号相同，或是同一个人的，两份里只能成一份", "another with the same number, or of the same person, is here, and only one of the two can be done", `请问${who.zh}要哪一份`, `Ask ${who.en} which one is meant`),
  twice: () => bad("这里已经有同样的一份", "the same is here already", "只送前面那份", "The earlier one is carried"),
  keyBarred: () => bad("这个地址是或曾是成员的钥匙，不能再用", "this address is or was a member's key and can never be one again", "请换一个从未用过的地址，重新签", "Use an address that was never used here, and sign anew"),
  otherTurn: again("它是为另一次加入、找回或换钥匙签的，次数对不上", "it was signed for another turn of joining, recovering or changing keys than the one that comes next"),
  notSeated: ({ who }) => bad(`${who.zh}没有席位，这份签名现在没有用`, `${who.en} has no seat, and so this signature counts for nothing now`, "请找在席的成员", "Ask a member who is seated"),
  barred: ({ who }) => bad(`${who.zh}担保过的人不久前被除名，这份担保到期之前用不上`, `a person for whom ${who.en} vouched was expelled, and this vouch expires before it could be used`, "请找别的成员担保", "Ask another member"),
  noVouchLeft: ({ who }) => bad(`${who.zh}这一季的担保用完了，这份担保等不到下一季就过期`, `${who.en} gave all vouches of this quarter, and this one expires before the next`, "请找别的成员担保", "Ask another member"),
  ownGuardian: () => bad("不能作自己的监护人", "nobody is their own guardian", "请找别的人", "Ask somebody else"),
  notGuardian: ({ who }) => bad(`${who.zh}不是这位成员现在的监护人`, `${who.en} is not a guardian of this member now`, "请核对监护人名单", "Compare with the list of guardians"),
  noGuardians: () => bad("这位成员没有监护人，钥匙无法找回", "this member has no guardians, and so no key can be recovered", "钥匙还在时，请本人先设监护人", "While the key is there, the member names guardians"),
  noProposal: () => bad("链上没有它说的那份提案，或这里还没有读到", "the proposal that it names is not on the chain, or was not read here yet", "请刷新后再试", "Read again and try once more"),
  sideUnknown: ({ who }) => bad(`${who.zh}不是这份订单的买方，也不是卖方，或者订单已经结束`, `${who.en} is neither buyer nor seller of this order, or it has ended`, "请打开订单，看它现在的状态", "Open the order to see where it stands"),
  takenBack: ({ who }) => bad(`${who.zh}已经把它收回`, `${who.en} took it back`, `请${who.zh}签一份新的`, `Ask ${who.en} to sign a new one`),
  beneficiaryNotSigned: () => bad("有一位收款人的签名对不上：不是他现在的钥匙签的，或者签的是别的条款", "the signature of a beneficiary is not true: it is not by the key in force, or over other terms", "请这位收款人打开同一份报价重新签", "Ask that beneficiary to open the same offer and sign it anew"),
  recordedOtherwise: ({ who }) => bad("它要确认的，与现在链上的记录不一样", "what it confirms is not what the chain has on record", `请${who.zh}看过现在的记录，再决定要不要确认`, `Ask ${who.en} to read the record as it is now before confirming it`),
  voteOver: () => bad("那次表决已经结束，或提案已经撤销", "that vote is over, or the proposal was cancelled", "这张票来不及了", "The ballot came too late"),
  votedAlready: ({ who }) => bad(`${who.zh}已经投过票`, `${who.en} has voted already`, "不必再送", "There is no need to carry it"),
};
