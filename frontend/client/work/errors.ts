import type { contributionLedgerAbi } from "../abi/ContributionLedger.ts";
import { developers, type ErrorTexts, refusal } from "../chain/errorTexts.ts";
import { tell } from "../chain/words.ts";
import { kinds } from "./types.ts";
import { closedText, notLiveText } from "./projectErrors.ts";
import { kindWords, stageWords } from "./words.ts";

const kindOf = (kind: number) => kindWords[kinds[kind] ?? "work"];
const stageOf = (stage: number) => stageWords[stage] ?? stageWords[0]!;

/** What ContributionLedger refuses, in words. */
export const contributionLedgerErrors: ErrorTexts<typeof contributionLedgerAbi> = {
  AlreadyAnswered: ([, member], speech) =>
    refusal(tell(`${speech.member(member).zh}已经见证过这一笔`, `${speech.member(member).en} has answered this one already`), tell("不必再做什么，请等其他见证人", "There is nothing more to do; wait for the other attesters")),
  AlreadyEnrolled: ([project, , through], speech) =>
    refusal(tell(`您已经在${speech.project(project).zh}见证，到第${through}期为止`, `You attest in ${speech.project(project).en} already, up to and with epoch ${through}`), tell("每期至少答一次就会自动延续", "Answering once an epoch carries it over by itself")),
  AlreadyRecorded: () =>
    refusal(tell("您用这份证据记录过一笔，它仍然有效，或还没有定论", "You made a claim with this evidence before, and it stands or is still being decided"), tell("请打开原来的那一笔；若是另一件事，请另附证据", "Open that one; if this is something else, give it evidence of its own")),
  AnswersGiven: ([, answered]) =>
    refusal(tell(`已经有${answered}位成员见证，不能再撤回`, `${answered} ${answered === 1 ? "member has" : "members have"} answered already, so it cannot be withdrawn`), tell("若有错误，请请其他见证人按实际数量作答", "If it is wrong, ask the other attesters to name what they really saw")),
  BatchOutOfBounds: ([sum, credit, most], speech) =>
    refusal(
      tell(`这批记录要计${speech.amount(credit).zh}点（总和${speech.amount(sum).zh}点），须大于零且至多为预算的一半，即${speech.amount(most).zh}点`, `The batch asks for ${speech.amount(credit).en} credit (sum ${speech.amount(sum).en}); it must be above zero and at most half the budget, ${speech.amount(most).en}`),
      tell("请改小要计的数额后再提交", "Ask for less and post it again"),
    ),
  BindingTaken: ([, member], speech) =>
    refusal(tell(`这个身份，或${speech.member(member).zh}，已经认定过了`, `This identity, or ${speech.member(member).en}, is bound already`), tell("若原来的认定有误，请在期限内质疑它", "If the binding that stands is wrong, challenge it while its window is open")),
  BudgetSpent: ([, wanted, limit], speech) =>
    refusal(
      tell(`这次见证之后您本期一共用去${speech.amount(wanted).zh}点，超过了额度${speech.amount(limit).zh}点`, `With this answer you would have spent ${speech.amount(wanted).en} credit this epoch, above your budget of ${speech.amount(limit).en}`),
      tell("请留给其他见证人，或等下一期", "Leave it to other attesters, or wait for the next epoch"),
    ),
  ContributorNotActive: ([member], speech) =>
    refusal(tell(`${speech.member(member).zh}不是在册成员，不能分享这笔贡献`, `${speech.member(member).en} is not an active member and cannot share in this`), tell("请改贡献人名单", "Change who shares in it")),
  DateOutOfBounds: ([, earliest, latest], speech) =>
    refusal(
      tell(`日期应当在${speech.time(Number(earliest)).zh}到${speech.time(Number(latest)).zh}之间`, `The date must lie between ${speech.time(Number(earliest)).en} and ${speech.time(Number(latest)).en}`),
      tell("请改日期；九十天以前的贡献不能再记录", "Change the date; what is more than 90 days back cannot be recorded"),
    ),
  EvidenceTaken: () =>
    refusal(tell("这份证据已经属于另一笔已定值的记录", "This evidence belongs to another record that is sealed"), tell("请打开那一笔核对；同一件事只计一次", "Open that one and compare; the same thing counts once")),
  Lapsed: ([, at], speech) =>
    refusal(tell(`这一笔等了九十天没有等齐见证，已于${speech.time(Number(at)).zh}失效`, `It waited 90 days for attesters and lapsed on ${speech.time(Number(at)).en}`), tell("若日期仍在九十天之内，可以重新记录", "If it happened within the last 90 days, record it anew")),
  MadeWithOtherTerms: ([, from], speech) =>
    refusal(
      tell(
        `您用这份证据做过另一笔，条件不同（项目、数量、价值、分配或总和），没有结果。给那一笔的见证可能还在路上，所以${speech.time(Number(from)).zh}以前，只能照原来的条件重做`,
        `You made a claim with this evidence before, on other terms (project, quantity, value, split or sum), and it came to nothing. Answers meant for it may still be on their way, so until ${speech.time(Number(from)).en} it can only be made anew as it was`,
      ),
      tell("请照原样重做，或另附证据", "Make it as it was, or give this one evidence of its own"),
    ),
  NoSuchClaim: () => refusal(tell("链上没有这一笔", "There is no such claim on the chain"), tell("请刷新后再看；它可能属于另一个合作社", "Read again; it may belong to another cooperative")),
  NobodyCouldAttest: ([cost, limit], speech) =>
    refusal(
      tell(`见证这一笔要用${speech.amount(cost).zh}点额度，而任何人至多只有${speech.amount(limit).zh}点`, `Answering this would cost ${speech.amount(cost).en} credit, and nobody may spend more than ${speech.amount(limit).en} on it`),
      tell("请把它分成几笔较小的记录", "Split it into smaller records"),
    ),
  NobodyToAttest: ([project], speech) =>
    refusal(tell(`${speech.project(project).zh}本期除贡献人外没有人见证`, `Nobody but its contributors attests in ${speech.project(project).en} this epoch`), tell("请先请其他成员登记为见证人，再试一次", "Ask other members to attest there, then try again")),
  NotABatch: () => refusal(tell("这不是一批已定值且有效的记录", "This is not a batch that was sealed and stands"), tell("请核对您打开的是哪一批", "Check which batch you opened")),
  NotEnrolled: ([project, , epoch], speech) =>
    refusal(tell(`您在第${epoch}期没有登记为${speech.project(project).zh}的见证人`, `You do not attest in ${speech.project(project).en} in epoch ${epoch}`), tell("请先登记为见证人；人数满十位后从下一期起生效", "Enrol there first; with ten or more enrolled it counts from the next epoch")),
  NotPending: ([, stage]) =>
    refusal(tell(`这一笔${stageOf(stage).zh}，不再接受首轮见证`, `This claim ${stageOf(stage).en} and takes no first answers`), tell("请刷新，看它现在的状态", "Read again to see where it stands")),
  NotSteward: ([project, member], speech) =>
    refusal(tell(`${speech.member(member).zh}不是${speech.project(project).zh}的干事`, `${speech.member(member).en} is not a steward of ${speech.project(project).en}`), tell("请请一位干事来做", "Ask a steward to do it")),
  NotTheOtherSide: ([, member], speech) =>
    refusal(tell(`${speech.member(member).zh}不是这一笔的另一方`, `${speech.member(member).en} is not the other side of this record`), tell("请由记录里写明的那位另一方来确认", "The other side that the record names confirms it")),
  NotUnconfirmed: ([, stage]) =>
    refusal(tell(`这一笔${stageOf(stage).zh}，没有要确认的`, `This record ${stageOf(stage).en}, so there is nothing to confirm`), tell("请刷新，看它现在的状态", "Read again to see where it stands")),
  NotYours: () => refusal(tell("这一笔是别人的", "This claim is another member's"), tell("只有贡献人可以撤回它", "Only its contributors can withdraw it")),
  OnlyChallenges: () => refusal(tell("已定值的贡献只有经第二轮才能改", "Only a second round changes what is sealed"), developers),
  OtherSideMissing: ([kind]) =>
    refusal(tell(`“${kindOf(kind).zh}”有两方，另一方还没有写明`, `${kindOf(kind).en} has two sides, and the other one is not named`), tell("请写明谁是另一方，列在分配的第二位", "Name the other side, second in the split")),
  OwnClaim: () => refusal(tell("不能见证自己的贡献", "A member does not attest a claim of their own"), tell("请等其他见证人", "Wait for the other attesters")),
  PairLimit: ([, contributor, wanted, limit], speech) =>
    refusal(
      tell(`您与${speech.member(contributor).zh}本期之间一共要用去${speech.amount(wanted).zh}点，超过了两人之间的上限${speech.amount(limit).zh}点`, `Between you and ${speech.member(contributor).en} it would come to ${speech.amount(wanted).en} credit this epoch, above the limit of ${speech.amount(limit).en} for two`),
      tell("请留给其他见证人，或等下一期", "Leave it to other attesters, or wait for the next epoch"),
    ),
  ProjectIsClosed: closedText,
  ProjectNotLive: notLiveText,
  QuantityAboveClaimed: ([named, claimed]) =>
    refusal(tell(`见证的数量${named}多于记录的${claimed}`, `You named ${named}, more than the ${claimed} that was claimed`), tell("请填写您看到的数量，不超过记录的数量", "Name what you saw, at most what was claimed")),
  RecordedOtherwise: () =>
    refusal(tell("记录的内容与您要确认的不一样", "What was recorded is not what you were about to confirm"), tell("请打开现在的记录，逐项看过再确认；不对就不要确认", "Open the record as it is now and read it before you confirm; if it is not right, do not")),
  SplitInvalid: () =>
    refusal(tell("分配有误：记录人列在最前，二至七人，每人一次，份数至少为一（体验和学习的另一方可以不分）", "The split is not right: the recorder first, two to seven people, each once and with a part of at least one, but for the other side of an experience or a learning, who may have none"), tell("请改分配后再发", "Change the split and send it again")),
  ThreeProjects: () => refusal(tell("一位成员最多同时在三个项目见证", "A member attests in three projects at most"), tell("某个项目一整期不作答就会自动退出，届时再登记", "An epoch without an answer ends an enrolment; enrol here after that")),
  ValueOutOfBounds: ([value, budget], speech) =>
    value === 0n
      ? refusal(tell("数量为零，没有可以计的价值", "The quantity is zero, so there is nothing to count"), tell("请填写数量", "Enter a quantity"))
      : refusal(tell(`这一笔值${speech.amount(value).zh}点，超过项目一期的预算${speech.amount(budget).zh}点`, `It would be worth ${speech.amount(value).en} credit, above the project's budget of ${speech.amount(budget).en} an epoch`), tell("请核对数量，或分成几笔", "Check the quantity, or split it")),
};
