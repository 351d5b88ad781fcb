import { words } from "../../../shared/language/words.ts";

/** Words of the shelf of concurrent learning. */
export const learnText = words({
  zh: {
    title: "并发学习",
    lead: "会的人写下来，大家按十二项评议，A以上进推荐书架。读不需要身份。",
    write: "写一篇文章",
    recommended: "推荐书架",
    recommendedNone: "还没有哪一篇评到A。",
    all: "全部文章",
    none: "还没有文章。",
    noneHint: "手上会的事，写给后来的人看，就是一篇。",
  },
  en: {
    title: "Concurrent learning",
    lead: "Who knows something writes it down, the others review it on the twelve points, and from A on it is recommended. Reading needs no seat.",
    write: "Write an article",
    recommended: "Recommended",
    recommendedNone: "No article has reached A yet.",
    all: "All articles",
    none: "There are no articles yet.",
    noneHint: "Write down what your hands know, for those who come after you.",
  },
});
