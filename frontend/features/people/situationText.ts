import { words } from "../../shared/language/words.ts";

/** Where a claim stands, in a word or three. */
export const situationText = words({
  zh: {
    unconfirmed: "待对方确认",
    waiting: "待见证",
    lapsed: "已过期",
    void: "项目已关闭，作废",
    withdrawn: "已撤回",
    nothing: "定为零",
    window: "质疑期内",
    round: "第二轮",
    standing: "已定，待定局",
    final: "已定局",
  },
  en: {
    unconfirmed: "waits for its other side",
    waiting: "waits for attesters",
    lapsed: "lapsed",
    void: "void, the project is closed",
    withdrawn: "withdrawn",
    nothing: "sealed at nothing",
    window: "may be challenged",
    round: "in a second round",
    standing: "decided, not final",
    final: "final",
  },
});
