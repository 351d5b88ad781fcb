// What `coop what-if` says, in both languages.
import type { RecordObstacle } from "#client/value/whatIf.ts";
import type { Obstacle } from "#client/work/may.ts";

/** Why an attester could not answer; the others of these names never stand in the way of a record that was just made. */
type AttesterObstacle = Extract<Obstacle, "BudgetSpent" | "PairLimit" | "Related" | "NotSeated" | "NotActive" | "FewerThanThreeSeated">;

const en = {
  help: `Reckons through what a record would come to, or a second round, if nothing else changed. Sends nothing, and promises nothing.

Usage: npm run -s coop -- what-if PROJECT KIND QUANTITY [options]
       npm run -s coop -- what-if --claim ID --tenths T [options]

PROJECT KIND QUANTITY   a project's number; work, experience, sharing or learning; a whole number of its units
--member N              who records; left out: somebody who has recorded nothing yet
--split 1:2,3:1         two to seven people and their parts, the recorder first; of an experience or a
                        learning the other side second, with 0 parts where it only confirms
--budget B              another budget of this epoch
--rate R                another value per unit of this kind
--others C              credit that others will still earn in this epoch, each below the stop
--claim ID --tenths T   instead: a second round of this record or batch that comes to T tenths (0 to 10)
--json                  prints one JSON object; amounts are strings, in millionths
--deployment FILE, --rpc URL, --lang zh|en   as for explain

The sums are those of the contracts, by the books as they are now. Attesters name all of it, within this epoch.
Exits: 0 reckoned; 1 chain or machine failed; 2 what was given cannot be used; 4 it would be refused, and by what`,
  usage: "A project, a kind and a quantity are needed, or --claim and --tenths: npm run -s coop -- what-if 1 work 6. Nothing was sent.",
  badQuantity: (typed: string) => `${typed}: a quantity is a whole number above zero. Nothing was sent.`,
  badKind: (typed: string) => `${typed}: a kind is work, experience, sharing or learning. Nothing was sent.`,
  badAmount: (option: string, typed: string) => `${option} ${typed}: an amount has at most six decimals, as 12.5. Nothing was sent.`,
  badSplit: (typed: string) => `--split ${typed}: write members and parts as 1:2,3:1. Nothing was sent.`,
  splitLeads: (typed: string, first: number) => `--member ${typed}: --split begins with member ${first}, and the recorder stands first. Nothing was sent.`,
  noClaim: (typed: string) => `--claim ${typed}: there is no such record or batch. Nothing was sent.`,
  badTenths: (typed: string) => `--tenths ${typed}: a whole number from 0 to 10. Nothing was sent.`,
  nobody: "somebody who has recorded nothing yet",
  head: (who: string, what: string, kind: string, project: string) => `If ${who} recorded ${what} of ${kind} in ${project}, and nothing else changed`,
  supposed: (what: string, is: string, instead: string) => `supposed: ${what} ${is} instead of ${instead}`,
  budget: "budget",
  rate: "rate",
  others: (amount: string) => `supposed: others earn ${amount} more credit in this epoch`,
  value: (units: string, rate: string, value: string) => `value: ${units} × ${rate} = ${value}`,
  tier: (running: string, budget: string, tier: number) => `size: ${running} recorded in this epoch, of budget ${budget} (at most 0.1 %: 2, at most 1 %: 3, above: 5) = ${tier} answers`,
  needed: (tier: number, free: number, needed: number) => `answers needed: the least of ${tier}, ${free} who attest, and half of these (at least 2) = ${needed}`,
  cost: (value: string, needed: number, cost: string, limit: string) => `each answer spends 5 × ${value} ÷ ${needed} = ${cost}, at most ${limit}`,
  able: (able: number, needed: number) => (able >= needed ? `${able} could answer now` : `only ${able} could answer now: ${needed - able} too few`),
  attester: (who: string, left: string, limit: string) => `${who}: ${left} of ${limit} left`,
  pair: (left: string) => `, ${left} left with the contributors`,
  cannot: (why: string) => `: ${why}`,
  part: (who: string, value: string, parts: number, whole: number, part: string) => `${who}: ${value} × ${parts} ÷ ${whole} = ${part}`,
  parts: "parts (rounded down, the last takes the rest)",
  credit: (who: string, before: string, after: string, stop: string) => `${who}: credit ${before} → ${after} (stop ${stop})`,
  over: (amount: string) => `; ${amount} beyond the stop counts nothing`,
  total: (before: string, after: string) => `credit of all: ${before} → ${after}`,
  issued: (budget: string, total: string, issued: string, before: string) => `issued: the lesser of budget ${budget} and ${total} = ${issued} (now ${before})`,
  shares: (who: string, credit: string, issued: string, total: string, after: string, before: string) => `${who}: ${credit} × ${issued} ÷ ${total} = ${after} shares (now ${before})`,
  histories: (before: string, after: string) => `imported histories together: ${before} → ${after} shares`,
  epoch: (epoch: number, moment: string) => `If epoch ${epoch} ended so; final ${moment}`,
  own: "the contributors",
  rest: "the others",
  nobodyElse: "nobody else has credit in this epoch",
  roundHead: (what: string, tenths: number) => `If the second round of ${what} came to ${tenths} tenths, and nothing else changed`,
  round: (first: string, tenths: number, to: string, from: string) => `${first} × ${tenths} ÷ 10 = ${to} (now ${from})`,
  roundPart: (who: string, from: string, to: string) => `${who}: ${from} → ${to}`,
  refused: (why: string) => `It would be refused: ${why}.`,
  noPromise: "These are sums, not a promise: whatever others record, attest or challenge changes them until the epoch is final.",
  obstacles: {
    ProjectNotLive: "the project is not live yet",
    ProjectIsClosed: "the project is closed",
    KindNotRecorded: "the project has no rate for this kind",
    ValueOutOfBounds: "it is worth nothing, or more than the budget of an epoch",
    OtherSideMissing: "an experience or a learning has an other side, and none is named",
    ContributorNotActive: "a contributor is no active member",
    NobodyToAttest: "nobody but its contributors attests there in this epoch",
    NobodyCouldAttest: "one answer would cost more than anybody may spend",
    NotActive: "the recorder is no active member",
    FewerThanThreeSeated: "fewer than three members are seated",
  } satisfies Record<NonNullable<RecordObstacle>, string>,
  attesterObstacles: {
    BudgetSpent: "too little is left",
    PairLimit: "too little is left between the two",
    Related: "a vouch relates the two",
    NotSeated: "has no seat",
    NotActive: "is no active member",
    FewerThanThreeSeated: "fewer than three are seated",
  } satisfies Record<AttesterObstacle, string> as Partial<Record<Obstacle, string>>,
};

export type WhatIfWords = typeof en;

const zh: WhatIfWords = {
  help: `试算一笔记录，或一次第二轮，会得到什么；其余一概照现在的账。什么都不发送，也不作任何承诺。

用法：npm run -s coop -- what-if 项目 种类 数量 [选项]
      npm run -s coop -- what-if --claim 编号 --tenths 成数 [选项]

项目 种类 数量               项目的号码；劳动、体验、分享或学习（也可写英文）；整数，以章程的单位计
--member 号码                谁来记；不写就是还没有记过的人
--split 1:2,3:1              二至七位和各自的份数，记录的人在前；体验和学习的另一方排第二，只确认就写0份
--budget 预算                假设本期另有预算
--rate 价值率                假设这一种另有价值率
--others 点数                假设别人本期还会得到的点数，各人都在上限以内
--claim 编号 --tenths 成数   换成：这条记录或批次的第二轮定为几成（0到10）
--json                       输出一个JSON对象；数额是字符串，以百万分之一为单位
--deployment 文件、--rpc 地址、--lang zh|en   与explain相同

算法与合约相同，照现在的账；假定见证人在本期全部认可。
退出码：0 已算出；1 链或本机出错；2 所给的内容无法使用；4 会被拒绝，并说明为什么`,
  usage: "请写明项目、种类和数量，或--claim和--tenths：npm run -s coop -- what-if 1 劳动 6。什么都没有发送。",
  badQuantity: (typed) => `${typed}：数量是大于零的整数。什么都没有发送。`,
  badKind: (typed) => `${typed}：种类是劳动、体验、分享或学习。什么都没有发送。`,
  badAmount: (option, typed) => `${option} ${typed}：数额最多六位小数，例如12.5。什么都没有发送。`,
  badSplit: (typed) => `--split ${typed}：请写成员和份数，例如1:2,3:1。什么都没有发送。`,
  splitLeads: (typed, first) => `--member ${typed}：--split里排第一的是${first}号成员，记录的人要在最前。什么都没有发送。`,
  noClaim: (typed) => `--claim ${typed}：没有这条记录或批次。什么都没有发送。`,
  badTenths: (typed) => `--tenths ${typed}：0到10之间的整数。什么都没有发送。`,
  nobody: "还没有记过的人",
  head: (who, what, kind, project) => `假如${who}在${project}记${kind}${what}，其余照现在的账`,
  supposed: (what, is, instead) => `假设：${what}是${is}，而不是${instead}`,
  budget: "预算",
  rate: "价值率",
  others: (amount) => `假设：别人本期还会得到${amount}点`,
  value: (units, rate, value) => `价值：${units} × ${rate} = ${value}`,
  tier: (running, budget, tier) => `大小：本期累计记了${running}，预算${budget}（千分之一以内2人，百分之一以内3人，再多5人） = ${tier}人`,
  needed: (tier, free, needed) => `需要见证：${tier}、可答的${free}位、以及其半数（至少2）中最小的 = ${needed}位`,
  cost: (value, needed, cost, limit) => `每位用去额度：5 × ${value} ÷ ${needed} = ${cost}，最多${limit}`,
  able: (able, needed) => (able >= needed ? `现在有${able}位能答` : `现在只有${able}位能答，还差${needed - able}位`),
  attester: (who, left, limit) => `${who}：额度${limit}还剩${left}`,
  pair: (left) => `，与贡献人之间还剩${left}`,
  cannot: (why) => `：${why}`,
  part: (who, value, parts, whole, part) => `${who}：${value} × ${parts} ÷ ${whole} = ${part}`,
  parts: "各人的一份（向下取整，最后一位取余下的）",
  credit: (who, before, after, stop) => `${who}：计入${before} → ${after}（上限${stop}）`,
  over: (amount) => `；超出上限的${amount}不计`,
  total: (before, after) => `全体的点数：${before} → ${after}`,
  issued: (budget, total, issued, before) => `发的份额：预算${budget}与${total}中较小的 = ${issued}（现在${before}）`,
  shares: (who, credit, issued, total, after, before) => `${who}：${credit} × ${issued} ÷ ${total} = ${after}份（现在${before}）`,
  histories: (before, after) => `导入的历史合计：${before} → ${after}份`,
  epoch: (epoch, moment) => `假如第${epoch}期就这样结束；${moment}定局`,
  own: "贡献人",
  rest: "其他人",
  nobodyElse: "本期没有别人计入点数",
  roundHead: (what, tenths) => `假如${what}的第二轮定为${tenths}成，其余照现在的账`,
  round: (first, tenths, to, from) => `${first} × ${tenths} ÷ 10 = ${to}（现在${from}）`,
  roundPart: (who, from, to) => `${who}：${from} → ${to}`,
  refused: (why) => `会被拒绝：${why}。`,
  noPromise: "这是算式，不是承诺：定局以前，别人的记录、见证和质疑都会改变它。",
  obstacles: {
    ProjectNotLive: "项目还没有生效",
    ProjectIsClosed: "项目已经关闭",
    KindNotRecorded: "项目没有给这一种定价值率",
    ValueOutOfBounds: "一文不值，或超过一期的预算",
    OtherSideMissing: "体验和学习有两方，还没有写明另一方",
    ContributorNotActive: "贡献人里有一位不在册",
    NobodyToAttest: "本期除了贡献人没有见证人",
    NobodyCouldAttest: "见证一次要用的额度，谁都不够",
    NotActive: "记录的人不在册",
    FewerThanThreeSeated: "在席的不足三位",
  },
  attesterObstacles: { BudgetSpent: "剩得不够", PairLimit: "两人之间剩得不够", Related: "两人有担保关系", NotSeated: "没有席位", NotActive: "不在册", FewerThanThreeSeated: "在席的不足三位" },
};

export const whatIfWords: Record<"zh" | "en", WhatIfWords> = { en, zh };
