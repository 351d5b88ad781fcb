/** The languages of the pages. */
export type Language = "zh" | "en";

/** What the browser of a reader of each language says of itself. */
export const locales = { zh: "zh-CN", en: "en-GB" } as const satisfies Record<Language, string>;

const zh = {
  lang: "zh-Hans",
  skip: "跳到正文",
  takeSeat: "入席",
  sendNow: "立即发送",
  inWallet: "请在钱包里确认",
  switchTo: /^切换到/,
  see: "去看看",
  close: "关闭",
  changeProfile: "改我的资料",
  nameZh: "中文名",
  nameEn: "英文名",
  review: "过目",
  nameChanged: (name: string): string => `您现在叫${name}`,
  connectionRejected: "您在钱包中取消了请求，未发送任何内容。",
  sendRejected: "什么也没有发送。内容还在",
  states: { sent: "已发送，待入块", inBlock: "已入块，区块", final: "已确认，区块", failed: "未成功，未发生变更", replaced: "已被替换" },
  unreachable: "连不上网络节点",
  restarted: "测试链已重启",
};

/** Words of the pages, written again: a visitor reads the page and not its sources. Each language has them all. */
export type Words = typeof zh;

const en: Words = {
  lang: "en",
  skip: "Skip to the content",
  takeSeat: "Take a seat",
  sendNow: "Send now",
  inWallet: "Please confirm in your wallet",
  switchTo: /^Switch to/,
  see: "See it",
  close: "Close",
  changeProfile: "Change my profile",
  nameZh: "Name in Chinese",
  nameEn: "Name in English",
  review: "Review",
  nameChanged: (name) => `You are called ${name} now.`,
  connectionRejected: "You closed the request in your wallet. Nothing was sent.",
  sendRejected: "nothing was sent. What you wrote is still here",
  states: { sent: "Sent, waiting", inBlock: "In block", final: "Final, block", failed: "Failed, nothing changed", replaced: "Replaced" },
  unreachable: "Cannot reach the network node",
  restarted: "This test chain was restarted",
};

/** The words in both languages. */
export const words: Readonly<Record<Language, Words>> = { zh, en };
