// Which statements and articles were written, when, and what the others thought of them. Days as in records.ts. Marks are twelve
// digits in the order of the criteria; every one of them is 0, 1 or 2.
import type { ArticleName, StatementName } from "./documents.ts";
import type { Who } from "./records.ts";

/** Who reviewed on which day, how, and with which words. */
export type SeedReview = readonly [day: number, who: Who, marks: string, comment?: string];

export interface SeedWriting {
  readonly by: Who;
  /** When it was drafted; an article is published on that day. */
  readonly day: number;
  readonly reviews?: readonly SeedReview[];
}

export interface SeedStatement extends SeedWriting {
  readonly document: StatementName;
  /** The project that it would amend; left out: it would be a new one. */
  readonly amends?: number;
  readonly previous?: StatementName;
  /** Left out: it is a draft still. */
  readonly submitted?: number;
  /** Whose comments on the previous one it takes up. */
  readonly adopts?: readonly Who[];
}

export interface SeedArticle extends SeedWriting {
  readonly document: ArticleName;
}

/** Every statement, in the order of their days. */
export const seedStatements: readonly SeedStatement[] = [
  // Graded A, admitted as project 3.
  { document: "market", by: "fang", day: 1.4, submitted: 1.5, reviews: [
    [3.2, "zhou", "222122221211", "摊位不收钱这一条好。收摊谁来扫，写清楚了。"],
    [4.6, "he", "122112221201", "下雨怎么办？遮阳棚挡不住横雨。"],
    [5.1, "chen", "222122222212"],
    [6.3, "ye", "221122121211", "Scales for everybody: who checks them, and how often?"],
    [7.8, "luo", "222022222121"],
    [9.4, "lin", "212122221221", "我家有芥菜，头一个早上就来。"],
  ] },
  // Graded B, admitted as project 4, closed by its steward two epochs later.
  { document: "raincoats", by: "jiang", day: 28.1, submitted: 28.2, reviews: [
    [30.4, "zhou", "012022222110", "小事，好事。"],
    [31.3, "fang", "112012222100"],
    [33.2, "chen", "022021222120", "Nobody learns a trade from it, and nobody has to."],
    [34.5, "ye", "111022121210", "闭环写得不够：丢了的怎么补？"],
    [36.1, "shen", "022122221110"],
  ] },
  // Capped at C for the price–value separation, and the vote that would have admitted it was lost.
  { document: "nightBus", by: "tang", day: 33.1, submitted: 33.2, reviews: [
    [35.3, "zhou", "222111201211", "一趟既给价值又给车钱，两本账混在一起了。"],
    [36.2, "he", "122112200201", "Same trip, paid twice: once as fare, once as value."],
    [37.6, "su", "221111101212", "线路很需要，账要重想。"],
    [38.4, "xu", "222011100111", "车坏了怎么办，没有写。"],
    [40.2, "shen", "122121201211"],
  ] },
  // Graded D; the version after it takes up what was said.
  { document: "bambooFirst", by: "xu", day: 40.1, submitted: 40.2, reviews: [
    [42.3, "he", "110100000101", "谁来教，教给谁？只说卖，没有说手艺怎么传下去。"],
    [43.4, "fang", "000100010001", "What do users get that they do not get in a shop? Say it, and say what is free."],
    [44.1, "tang", "110010000010"],
    [45.6, "ye", "101000001000", "价格和价值没有分开：卖了钱大家分，分的是哪一种？"],
    [47.2, "su", "010100000111"],
  ] },
  // Graded B; its vote is open when the seed ends.
  { document: "rooftop", by: "su", day: 72.0, submitted: 72.1, reviews: [
    [74.2, "zhou", "112211222111", "先还板子再进公积，这个次序好。"],
    [75.3, "he", "122011212111"],
    [76.8, "fang", "212111212101", "Who pays when a tile breaks under a panel?"],
    [78.2, "lin", "112112222011", "碾米坊用电最多，先接它。"],
    [79.1, "chen", "112111212110"],
    [80.3, "chen", "122101122111", "改了两分：看了屋顶才知道朝南的不多。"],
  ] },
  // Graded A, and not yet put to a vote.
  { document: "firstAid", by: "ye", day: 80.4, submitted: 80.5, reviews: [
    [82.1, "lin", "122122211222", "去年冬天要是有这个班，就不用抬一夜。"],
    [83.3, "zhou", "222112221122"],
    [84.6, "he", "122222212122", "The telephone that goes round needs a charger in every village."],
    [86.2, "su", "212122221222"],
    [88.4, "chen", "122121222122", "考试请卫生所的人来监考。"],
  ] },
  // In review, and lacks one review: member 1 may give it.
  { document: "bamboo", by: "xu", day: 90.0, previous: "bambooFirst", adopts: ["he", "fang"], submitted: 90.1, reviews: [
    [91.6, "he", "122111222121", "比上一版实在多了。三位老人的名字可以写上。"],
    [92.3, "fang", "112101222121"],
    [93.5, "tang", "122121221221", "Happy to lend the workbench on market days."],
    [94.7, "ye", "112111122211", "学成的标准是什么？"],
  ] },
  // An amendment in review.
  { document: "millAmended", by: "chen", day: 91.0, amends: 1, submitted: 91.1, reviews: [
    [93.1, "he", "222122221222", "烘干机早该有了。"],
    [95.2, "luo", "222122222112", "I will look after the dryer."],
  ] },
  // A draft of member 1.
  { document: "seedLibrary", by: "lin", day: 96.6 },
];

/** Every article: two that are recommended, and one in review. */
export const seedArticles: readonly SeedArticle[] = [
  { document: "articleBooks", by: "he", day: 20.2, reviews: [
    [21.3, "fang", "222222222212", "第二条救了我们组。"],
    [22.6, "su", "222222222221"],
    [24.1, "chen", "122222222222"],
    [25.2, "lin", "222222222222", "抄了一份贴在值班室。"],
    [26.4, "tang", "222222222222"],
  ] },
  { document: "articleBeans", by: "fang", day: 60.6, reviews: [
    [62.4, "he", "122121222122", "Rain reads pencil: true of my notebook as well."],
    [63.2, "ye", "212122212222"],
    [65.6, "luo", "122122222122"],
    [67.3, "xu", "222112222122", "二十米以外“另一户人家”，这一格最好。"],
    [69.1, "shen", "112122212212"],
  ] },
  { document: "articleQueue", by: "luo", day: 92.1, reviews: [
    [93.4, "zhou", "111101121111", "验湿度的人要轮换。"],
    [95.4, "chen", "121111122101"],
  ] },
];
