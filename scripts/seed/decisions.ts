// What the members of the practice cooperative decided, or have still to decide. Days as in records.ts.
import type { ParameterName } from "#client/chain/clock.ts";
import { PROJECTS } from "./projects.ts";
import type { StatementName } from "./documents.ts";
import { END, WHO, type Who } from "./records.ts";

export type Support = "for" | "against" | "abstain";

/** What a proposal would do. */
export type SeedAction =
  | { readonly is: "admit"; readonly statement: StatementName }
  | { readonly is: "parameter"; readonly parameter: ParameterName; readonly value: number }
  | { readonly is: "stewards"; readonly project: number; readonly stewards: readonly number[] }
  | { readonly is: "cooperative"; readonly statement: StatementName }
  | { readonly is: "token" };

/** A ballot, and perhaps the reason given with it. */
export type SeedBallot = readonly [day: number, who: Who, support: Support, reason?: string];

export interface SeedDecision {
  readonly by: Who;
  readonly day: number;
  readonly title: string;
  readonly text: string;
  readonly actions: readonly SeedAction[];
  readonly ballots?: readonly SeedBallot[];
  /** Ballots that were signed off-net and carried by somebody in one go. */
  readonly carried?: { readonly day: number; readonly by: Who; readonly ballots: readonly (readonly [Who, Support])[] };
  readonly queued?: number;
  readonly executed?: number;
  readonly cancelled?: number;
}

const TEN_MINUTES = 10 / (24 * 60);

/** Every proposal, in the order of their days. A vote opens two days after it is proposed and is open for seven. */
export const seedDecisions: readonly SeedDecision[] = [
  // Executed: orders are paid in practice money from epoch 1 on.
  {
    by: "zhou", day: 11.4, actions: [{ is: "token" }],
    title: "用练习币收付 Deal in practice money",
    text: "它一文不值，正好用来练习。\n\nIt is worth nothing, which is what practice is for.",
    ballots: [[14.2, "he", "for"]],
    carried: { day: 19.1, by: "zhou", ballots: [["zhou", "for"], ["su", "for"], ["chen", "for"], ["ye", "for"], ["luo", "for"], ["jiang", "for"]] },
    queued: 21.1, executed: 24.3,
  },
  // Executed: the market is project 3 from epoch 1 on.
  {
    by: "fang", day: 15.6, actions: [{ is: "admit", statement: "market" }],
    title: "接纳溪边早市 Admit the Creekside Morning Market",
    text: "评议是A级。第一批十一家都说好了，棚子也借到了。\n\nThe review gave it an A. Eleven households are ready, and the awnings are on loan.",
    ballots: [[18.2, "chen", "for"], [18.9, "luo", "for", "头一个早上我去扫地。"], [20.3, "tang", "against", "先把修理角做扎实。"]],
    carried: { day: 21.2, by: "he", ballots: [["zhou", "for"], ["he", "for"], ["su", "for"], ["ye", "for"], ["xu", "abstain"], ["lin", "for"]] },
    queued: 24.7, executed: 27.8,
  },
  // Expired: it passed, and nobody had it executed in time.
  {
    by: "chen", day: 17.1, actions: [{ is: "parameter", parameter: "joinPercent", value: 12 }],
    title: "每季可以多加入一些人 Let a few more join in a quarter",
    text: "十二个人的百分之十只有一位。\n\nA tenth of twelve is one person.",
    carried: { day: 22.1, by: "chen", ballots: [["chen", "for"], ["he", "for"], ["fang", "for"], ["ye", "for"], ["shen", "against"], ["luo", "for"]] },
  },
  // Executed: sponsors vouch for four a quarter from epoch 2 on.
  {
    by: "he", day: 30.1, actions: [{ is: "parameter", parameter: "vouchesPerQuarter", value: 4 }],
    title: "每位成员每季可以担保四人 Four vouches a quarter",
    text: "三个名额春天就用完了。\n\nThe three were used up by spring.",
    ballots: [[33.4, "shen", "against", "三个已经不少。"]],
    carried: { day: 35.1, by: "zhou", ballots: [["zhou", "for"], ["he", "for"], ["su", "for"], ["xu", "for"], ["tang", "for"], ["jiang", "abstain"]] },
    queued: 39.3, executed: 42.4,
  },
  // Executed: the raincoats are project 4 from epoch 2 on.
  {
    by: "jiang", day: 42.3, actions: [{ is: "admit", statement: "raincoats" }],
    title: "接纳共用雨衣 Admit Shared Raincoats",
    text: "预算四百，六十件雨衣已经有人捐了。\n\nA budget of four hundred; sixty raincoats were given.",
    carried: { day: 46.2, by: "luo", ballots: [["jiang", "for"], ["luo", "for"], ["zhou", "for"], ["fang", "for"], ["chen", "against"], ["shen", "for"]] },
    queued: 51.4, executed: 54.5,
  },
  // Defeated: five of nine, where two thirds are needed.
  {
    by: "tang", day: 48.3, actions: [{ is: "admit", statement: "nightBus" }],
    title: "接纳夜行班车 Admit the Night Bus",
    text: "评议封顶在C，要三分之二赞成。晚班的人等不起，先开起来，账以后再分清。\n\nCapped at C, so two thirds are needed. People on the late shift cannot wait: let us begin, and keep the ledgers apart later.",
    ballots: [
      [51.1, "tang", "for"], [51.3, "zhou", "against", "账分不清就不能开。"], [51.9, "jiang", "for"], [52.4, "he", "against"], [53.2, "xu", "for", "My daughter is on the late shift."],
      [53.6, "fang", "against"], [54.2, "shen", "for"], [55.1, "chen", "against", "Come back with a fare and no value for it, and I am for it."], [56.4, "ye", "for"],
    ],
  },
  // Cancelled by the one who proposed it.
  {
    by: "xu", day: 60.1, actions: [{ is: "stewards", project: PROJECTS.mill, stewards: [WHO.zhou, WHO.chen, WHO.tang] }],
    title: "稻米坊添一位干事 One more steward for the Rice Mill",
    text: "名字写错了，应当是罗大寒。\n\nThe name is wrong: Luo Dahan was meant.",
    cancelled: 60.9,
  },
  // Waits in the timelock.
  {
    by: "zhou", day: 84.3, actions: [{ is: "parameter", parameter: "windowDays", value: 6 }],
    title: "质疑期改为六天 Six days to challenge",
    text: "第七天从来没有人来，早一天定下来也好。\n\nNobody ever came on the seventh day: let things settle a day sooner.",
    ballots: [[87.2, "zhou", "for"], [88.3, "he", "for"], [88.8, "lin", "for", "早一天，心里踏实。"], [89.4, "tang", "against", "Seven is better."], [90.6, "su", "for"], [91.2, "fang", "abstain"], [92.2, "luo", "for"]],
    queued: 95.2,
  },
  // Passed, and waits for anybody to have it queued.
  {
    by: "he", day: 86.2, actions: [{ is: "cooperative", statement: "cooperativeAmended" }],
    title: "合作社的章程随早市微调 The co-op's own charter, after the market",
    text: "预算由1200改为1300，分享和学习略有提高，都在一成之内。\n\nThe budget goes from 1,200 to 1,300, and sharing and learning rise a little, all within a tenth.",
    carried: { day: 91.8, by: "he", ballots: [["he", "for"], ["zhou", "for"], ["chen", "for"], ["ye", "for"], ["shen", "for"], ["xu", "against"]] },
  },
  // Open for ten more minutes when the seed ends; three fifths are needed, and the ballot of member 1 decides.
  {
    by: "su", day: END - 9 + TEN_MINUTES, actions: [{ is: "admit", statement: "rooftop" }],
    title: "接纳屋顶晒电 Admit Rooftop Sun",
    text: "评议是B级，要五分之三赞成。先装四家朝南的屋顶，接碾米坊和水泵。\n\nGraded B, so three fifths are needed. Four roofs to the south come first, for the mill and the pumps.",
    ballots: [
      [90.4, "su", "for"], [90.9, "luo", "for", "碾米坊的柴油钱省下来了。"], [91.3, "he", "against", "板子要从外面买，欠的钱谁担？"], [92.5, "fang", "for"],
      [93.2, "zhou", "against"], [93.8, "chen", "abstain"], [94.4, "ye", "for", "Half price for power, and a socket for everybody."], [95.6, "tang", "against", "There are few roofs to the south."],
    ],
  },
  // Its vote was opened hours ago.
  {
    by: "shen", day: 94.9, actions: [{ is: "stewards", project: PROJECTS.repair, stewards: [WHO.tang, WHO.jiang] }],
    title: "修理角换干事 New stewards for the Repair Corner",
    text: "何立夏忙不过来，请江芒种接手；这样就不必关门。\n\nHe Lixia has too much to do, and Jiang Mangzhong is asked to take over; then it need not close.",
    ballots: [[96.95, "shen", "for"]],
  },
  // Its vote is not open yet.
  {
    by: "luo", day: 96.3, actions: [{ is: "parameter", parameter: "reviewDays", value: 10 }],
    title: "评议期改为十天 Ten days for reviews",
    text: "五份评议多半一周就齐了。\n\nFive reviews are mostly there within a week.",
  },
];

/** Stewards who asked to close a project. Of the raincoats there is one, so that it is closed; of the Repair Corner one of two. */
export const seedClosings: readonly (readonly [day: number, who: Who, project: number])[] = [
  [81.3, "jiang", PROJECTS.raincoats],
  [94.5, "tang", PROJECTS.repair],
];
