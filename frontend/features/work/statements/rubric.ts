import { type Both, tell } from "#client/chain/words.ts";

/** What each mark means at one of the twelve points. */
export type Marks = readonly [none: Both, part: Both, whole: Both];

/** What 0, 1 and 2 mean, point by point in the order of the contract. A reader grades what the statement shows, not what it promises. */
export const rubric: readonly Marks[] = [
  [
    tell("只说自己这一环，看不出行业全貌。", "It speaks of its own step and shows nothing of the trade around it."),
    tell("说出了行业的主要环节，照顾到其中一部分。", "It names the main steps of the trade and reaches some of them."),
    tell("从头到尾的环节都列出，各由谁来做也写明。", "Every step from end to end is there, with who takes it."),
  ],
  [
    tell("和已有的做法一样，看不出解决了什么。", "It does what is done already and solves nothing that can be named."),
    tell("问题说得清楚，办法部分是新的。", "The problem is clear and part of the answer is new."),
    tell("问题确实存在，办法是新的，并说明怎样检验有没有用。", "The problem is real, the answer is new, and it says how to tell whether it works."),
  ],
  [
    tell("使用者付多少得多少，或者得的更少。", "Users get what they pay for, or less."),
    tell("有一部分使用者得到的多于付出的。", "Some users get back more than they give."),
    tell("每个使用者都得到更多，算式写在文中，可以核对。", "Every user gets back more, and the sum is there to be checked."),
  ],
  [
    tell("只在一处做，人多了也不会更好。", "It works in one place and gains nothing from more people."),
    tell("人多了有些好处，但要靠中间人转手。", "More people help somewhat, through someone in the middle."),
    tell("每多一个人，其他人都更方便，不靠中间人。", "Each newcomer makes it better for all the others, with nobody in the middle."),
  ],
  [
    tell("除了盈余，没有对谁负责。", "Beyond a surplus it answers to nobody."),
    tell("写了对谁负责，但没有写怎样兑现。", "It says to whom it answers, and not how that is kept."),
    tell("写明对谁负责、做到什么算数、由谁来看。", "It says to whom it answers, what counts as kept, and who looks."),
  ],
  [
    tell("没有写靠什么运转。", "It does not say what keeps it going."),
    tell("写了人手和工具，没有写坏了怎么办。", "Hands and tools are named, and not what happens when they fail."),
    tell("人手、工具、备用办法都有，一处坏了不会全停。", "Hands, tools and a second way are there; no single failure stops it all."),
  ],
  [
    tell("货、钱、信息有去无回。", "Goods, money or information leave and do not come back."),
    tell("大体成圈，有一处要靠外面补。", "It is a round with one place that others must fill."),
    tell("货、钱、信息都走完一圈，回到起点，每一步有人接。", "Goods, money and information all come round, and each step has a taker."),
  ],
  [
    tell("价值可以用钱买到，或者两本账混在一起。", "Value can be bought, or the two ledgers run together."),
    tell("两本账分开记，但有说不清的地方。", "The ledgers are apart, with places that stay unclear."),
    tell("什么按价格付、什么按价值分，逐项写明，互不换算。", "What is paid as a price and what is shared as value is listed, and nothing converts one into the other."),
  ],
  [
    tell("参加的人走的时候，和来的时候一样。", "People leave as they came."),
    tell("能学到本领，但没有留下凭据。", "They learn something and carry away no proof of it."),
    tell("学到本领，也留下别人能核对的信用。", "They learn, and carry away a credit that others can check."),
  ],
  [
    tell("没有写第一批人为什么来。", "Nothing says why the first people would come."),
    tell("第一批人有理由来，但要等很久才见效。", "The first have a reason, though the effect is long in coming."),
    tell("第一批人已有名有姓，第一天就用得上。", "The first are named, and it serves them from the first day."),
  ],
  [
    tell("和别的项目没有来往。", "It has no dealings with other projects."),
    tell("用到别的项目，或者被别的项目用到。", "It uses other projects, or is used by them."),
    tell("和别的项目互相成就，写明各得什么。", "It and others make each other better, and it says what each gains."),
  ],
  [
    tell("做完就散，什么也没有留下。", "When it is done nothing remains."),
    tell("留下一些东西，但归少数人。", "Something remains, and belongs to a few."),
    tell("留下大家共有、别人拿不走的东西，年年加厚。", "What remains belongs to all who made it, cannot be taken away, and grows."),
  ],
];
