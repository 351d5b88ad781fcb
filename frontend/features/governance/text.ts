import type { Deadline } from "#client/governance/deadlines.ts";
import { plural, words } from "../../shared/language/words.ts";

/** Every kind of moment in a vote's way has a word. */
type Moments = Record<Extract<Deadline, { statement: null }>["is"], string>;

/** Words that all pages of deciding share: states, matters, majorities, what a ballot says. */
export const governanceText = words({
  zh: {
    title: "表决",
    state: {
      pending: "还没开票",
      active: "正在表决",
      cancelled: "已撤回",
      defeated: "没有通过",
      succeeded: "已通过，待排期",
      queued: "已排期，等候执行",
      expired: "已过期",
      executed: "已执行",
    },
    matter: { none: "表决", admission: "接纳项目", terms: "改规则", expulsion: "除名", naming: "提名加入", funds: "动用资金" },
    support: { for: "赞成", against: "反对", abstain: "弃权" },
    threshold: { half: "须多于1/2", threeFifths: "须满3/5", twoThirds: "须满2/3" },
    majority: { half: "赞成要多于赞成与反对之和的二分之一", threeFifths: "赞成至少占赞成与反对之和的五分之三", twoThirds: "赞成至少占赞成与反对之和的三分之二" },
    mine: (support: string) => `您投了${support}`,
    mineNone: "您还没有投",
    noVote: "这一案没有您的票",
    voted: (n: number, of: number) => `${of}位在席，${n}位已投`,
    obstacle: {
      notMember: "这个地址不是成员的钥匙，没有票。",
      notSeated: (moment: string) => `${moment}记名册时您不在席，这一案没有您的票。`,
      notOpen: "现在不在表决期内。",
      voted: "您已经投过了，一人一票，不能改。",
    },
    failedWhy: {
      quorum: (has: number, needs: number) => `到场${has}人，须满${needs}人`,
      majority: (yes: number, no: number, threshold: string) => `赞成${yes}，反对${no}，${threshold}`,
      never: "过了期限没有执行，不再有效",
      withdrawn: "提案人在开票前撤回了",
    },
    passedWhy: (yes: number, no: number, abstain: number) => `赞成${yes}，反对${no}，弃权${abstain}`,
    calendar: "存进日历",
    calendarAll: "把期限都存进日历",
    chainTime: "按链上时间",
    moment: { voteOpens: "开票", voteCloses: "表决截止", queueBy: "最晚排期", executableFrom: "可以执行", executeBy: "最晚执行" } satisfies Moments,
  },
  en: {
    title: "Decide",
    state: {
      pending: "Not open yet",
      active: "Open",
      cancelled: "Withdrawn",
      defeated: "Not passed",
      succeeded: "Passed, to be queued",
      queued: "Queued, waiting",
      expired: "Expired",
      executed: "Carried out",
    },
    matter: { none: "Vote", admission: "Admission", terms: "Terms", expulsion: "Expulsion", naming: "Naming", funds: "Funds" },
    support: { for: "For", against: "Against", abstain: "Abstain" },
    threshold: { half: "more than 1/2 needed", threeFifths: "3/5 needed", twoThirds: "2/3 needed" },
    majority: { half: "Ballots for must be more than one half of those for and against", threeFifths: "Ballots for must be three fifths at least of those for and against", twoThirds: "Ballots for must be two thirds at least of those for and against" },
    mine: (support) => `You voted: ${support}`,
    mineNone: "You have not voted",
    noVote: "You have no vote on it",
    voted: (n, of) => `${n} of ${plural(of, "seated member", "seated members")} voted`,
    obstacle: {
      notMember: "This address is no member's key and has no vote.",
      notSeated: (moment) => `You were not seated when the roll was taken, ${moment}, and have no vote on this one.`,
      notOpen: "The vote is not open now.",
      voted: "You have voted. One member, one vote, and it stays as it is.",
    },
    failedWhy: {
      quorum: (has, needs) => `${has} took part, ${needs} were needed`,
      majority: (yes, no, threshold) => `${yes} for, ${no} against, ${threshold}`,
      never: "not carried out in time, and void now",
      withdrawn: "withdrawn by its proposer before the vote opened",
    },
    passedWhy: (yes, no, abstain) => `${yes} for, ${no} against, ${abstain} abstaining`,
    calendar: "Add to a calendar",
    calendarAll: "Save all deadlines to a calendar",
    chainTime: "by the chain's clock",
    moment: { voteOpens: "Vote opens", voteCloses: "Vote closes", queueBy: "Queue it by", executableFrom: "May be carried out", executeBy: "Carry it out by" },
  },
});
