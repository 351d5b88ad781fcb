import { words } from "../language/words.ts";

/** Words of the journal. */
export const journalText = words({
  zh: {
    title: "日志",
    yours: "您的日志",
    pending: (n: number) => `${n}件在途`,
    lead: "您在这个浏览器里做过的事，每一件到了哪一步。",
    empty: "日志还是空的。",
    emptyHint: "您发送的每一件事都会记在这里，关掉网页也不会丢。",
    since: (span: string) => `已${span}`,
    slow: (span: string) => `已${span}，比平常久；没有丢失，仍在等`,
    happened: (block: string) => `已记入区块${block}`,
    failed: "未成功，未发生变更",
    replaced: "已被替换",
    remove: "移除",
    see: "查看",
    onlyHere: "日志只存在这个浏览器里；链上的记录人人可查。",
  },
  en: {
    title: "Journal",
    yours: "Your journal",
    pending: (n) => `${n} on the way`,
    lead: "What you did in this browser, and how far each act has come.",
    empty: "The journal is empty.",
    emptyHint: "Everything you send is written down here, and is still here when the page was closed.",
    since: (span) => `${span} so far`,
    slow: (span) => `${span} so far, longer than usual; nothing is lost, still watching`,
    happened: (block) => `recorded in block ${block}`,
    failed: "failed, nothing changed",
    replaced: "replaced",
    remove: "Remove",
    see: "See it",
    onlyHere: "The journal is kept in this browser only; what is on the chain anyone can look up.",
  },
});
