import { plural, words } from "../../shared/language/words.ts";

/** Words of a member's record as a reviewer. */
export const reviewerText = words({
  zh: {
    title: "做过的评议",
    none: "还没有评议过。",
    note: (given: number, adopted: number) => `${given}份评议，${adopted}份被采纳。`,
    distance: (points: string) => `与最后居中的分数平均差${points}分（满分24）。`,
    about: "评的是",
    when: "时间",
    gave: "给分",
    away: "与居中相差",
    open: "评议未结束",
    adopted: "被采纳",
    showAll: (n: number) => `显示全部${n}份`,
  },
  en: {
    title: "Reviews given",
    none: "No reviews yet.",
    note: (given, adopted) => `${plural(given, "review", "reviews")}, of which ${adopted} ${adopted === 1 ? "was" : "were"} taken up.`,
    distance: (points) => `On average ${points} of 24 away from the middle that came out.`,
    about: "What was reviewed",
    when: "When",
    gave: "Marks",
    away: "Away from the middle",
    open: "not over yet",
    adopted: "taken up",
    showAll: (n) => `Show all ${n}`,
  },
});
