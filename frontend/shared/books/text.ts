import { words } from "../language/words.ts";

/** What is said while the books are read. */
export const booksText = words({
  zh: {
    reading: "正在从链上读账……",
    readingPart: (percent: number, events: string) => `正在从链上读账，已读${percent}%，${events}条记录……`,
    failed: "没能从节点读到账。",
    failedAdvice: "什么也没有丢失。请稍后再试，或在设置里换一个节点。",
    again: "再试一次",
    noNetwork: "连上合作社所在的链后，这里就会显示。",
  },
  en: {
    reading: "Reading the books from the chain…",
    readingPart: (percent: number, events: string) => `Reading the books from the chain: ${percent} %, ${events} entries…`,
    failed: "The books could not be read from the node.",
    failedAdvice: "Nothing is lost. Try again later, or choose another node in the settings.",
    again: "Try again",
    noNetwork: "This appears once the page reaches the cooperative's chain.",
  },
});
