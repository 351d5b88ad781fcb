import type { challengesAbi } from "../abi/Challenges.ts";
import { developers, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { stageWords } from "./words.ts";

/** What Challenges refuses, in words. */
export const challengesErrors: ErrorTexts<typeof challengesAbi> = {
  AnswererNotEnrolled: ([project, , epoch], speech) =>
    refusal(tell(`您在第${epoch}期没有登记为${speech.project(project).zh}的见证人，不能在第二轮作答`, `You do not attest in ${speech.project(project).en} in epoch ${epoch}, and so cannot answer its second round`), tell("请先登记为见证人，第二轮结束前还可以作答", "Enrol there first; you can still answer while the round is open")),
  NamedOtherwise: () => refusal(tell("贡献账指定的第二轮合约在另一个地址，不是要部署的这一个", "The contribution ledger names another address for its second rounds, not the contract being deployed"), developers),
  NoChallengeSlot: () => refusal(tell("您的三个质疑名额都在用", "All three of your challenge slots are in use"), tell("被认可的质疑在第二轮结束后归还名额，其余在九十天后归还", "A slot comes back when a round ends that cut the value, else after 90 days")),
  NobodyToAsk: ([, eligible]) =>
    refusal(tell(`还能作答的见证人只有${eligible}位，至少要两位才能开第二轮`, `Only ${eligible} ${eligible === 1n ? "attester is" : "attesters are"} left who could answer, and a second round needs two`), tell("请先请更多成员登记为见证人", "Ask more members to attest in this project first")),
  NotChallengeable: ([, stage]) =>
    stage === 3
      ? refusal(tell("这一笔定值为零，没有可以质疑的价值", "It was sealed at nothing, so there is no value to challenge"), tell("不必再做什么", "There is nothing to do"))
      : refusal(tell(`这一笔${(stageWords[stage] ?? stageWords[0]!).zh}，现在不能质疑`, `This claim ${(stageWords[stage] ?? stageWords[0]!).en} and cannot be challenged now`), tell("每一笔只在定值之后可以质疑一次；请看它现在的状态", "Each claim can be challenged once, after it is sealed; see where it stands")),
  NotChallenged: () => refusal(tell("这一笔没有人质疑，没有第二轮", "Nobody challenged this, so there is no second round"), tell("请刷新，看它现在的状态", "Read again to see where it stands")),
  NotNewToClaim: () => refusal(tell("贡献人、首轮见证人和质疑人不在第二轮作答", "Contributors, first attesters and the challenger do not answer a second round"), tell("请等其他见证人", "Wait for the other attesters")),
  OwnClaimChallenged: () => refusal(tell("自己提出的，自己不能质疑", "Whoever recorded something does not challenge it"), tell("若数量有误，请告诉其他成员，由他们质疑", "If it is wrong, tell other members so that they can challenge it")),
  RoundAnswered: () => refusal(tell("您在第二轮已经作答", "You have answered this second round already"), tell("不必再做什么，请等其他见证人", "There is nothing more to do; wait for the other attesters")),
  RoundFull: () => refusal(tell("第二轮的答案已经满额", "The second round has all the answers that it can count"), tell("不必再做什么，中间的答案已经生效", "There is nothing to do; the middle answer is in force")),
  RoundOver: ([, at], speech) => refusal(tell(`第二轮已于${speech.time(Number(at)).zh}结束`, `The second round ended on ${speech.time(Number(at)).en}`), tell("结果已经定下，请看这一笔现在的价值", "The outcome stands; see what the claim counts for now")),
  TenthsInvalid: ([tenths]) => refusal(tell(`${tenths}成不是这里可以作的答`, `${tenths} tenths is not an answer that counts here`), tell("贡献答零到十成；一批记录或一个身份只答成立或不成立", "Answer 0 to 10 tenths; for a batch or a binding only yes or no")),
  WindowOver: ([, at], speech) => refusal(tell(`质疑期已于${speech.time(Number(at)).zh}结束`, `The window for challenges closed on ${speech.time(Number(at)).en}`), tell("这一笔的价值已经定下", "What the claim counts for stands")),
};
