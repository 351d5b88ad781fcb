import { type Both, tell } from "../../chain/words.ts";

/** The keys of a statement's head, in their one order, with what they are called. */
export const statementKeys = {
  gongsheng: tell("格式", "Format"),
  "title.zh": tell("中文标题", "Title in Chinese"),
  "title.en": tell("英文标题", "Title in English"),
  "summary.zh": tell("中文摘要", "Summary in Chinese"),
  "summary.en": tell("英文摘要", "Summary in English"),
  industry: tell("行业代码", "Industry code"),
  proposer: tell("提出人", "Proposer"),
  cofounders: tell("共同发起人", "Co-founders"),
  previous: tell("上一版", "Earlier version"),
  amends: tell("修订的项目", "Amends project"),
  differs: tell("与相近项目的不同", "How it differs"),
  "free.zh": tell("使用者免费得到什么（中文）", "What is free for users, in Chinese"),
  "free.en": tell("使用者免费得到什么（英文）", "What is free for users, in English"),
  budget: tell("每期预算", "Budget an epoch"),
  "rate.work": tell("劳动的价值率", "Rate for work"),
  "unit.work.zh": tell("劳动的单位（中文）", "Unit of work, in Chinese"),
  "unit.work.en": tell("劳动的单位（英文）", "Unit of work, in English"),
  "rate.experience": tell("体验的价值率", "Rate for experience"),
  "unit.experience.zh": tell("体验的单位（中文）", "Unit of experience, in Chinese"),
  "unit.experience.en": tell("体验的单位（英文）", "Unit of experience, in English"),
  "rate.sharing": tell("分享的价值率", "Rate for sharing"),
  "unit.sharing.zh": tell("分享的单位（中文）", "Unit of sharing, in Chinese"),
  "unit.sharing.en": tell("分享的单位（英文）", "Unit of sharing, in English"),
  "rate.learning": tell("学习的价值率", "Rate for learning"),
  "unit.learning.zh": tell("学习的单位（中文）", "Unit of learning, in Chinese"),
  "unit.learning.en": tell("学习的单位（英文）", "Unit of learning, in English"),
  minSurplus: tell("最低盈余", "Least surplus"),
  salesCap: tell("考察期销售上限", "Sales cap while on probation"),
  stewards: tell("干事", "Stewards"),
} as const satisfies Readonly<Record<string, Both>>;

/** The keys of an article's head, likewise. */
export const articleKeys = {
  gongsheng: tell("格式", "Format"),
  language: tell("语言", "Language"),
  title: tell("标题", "Title"),
  summary: tell("摘要", "Summary"),
  author: tell("作者", "Author"),
  coauthors: tell("合作者", "Co-authors"),
  previous: tell("上一版", "Earlier version"),
} as const satisfies Readonly<Record<string, Both>>;

export type StatementKey = keyof typeof statementKeys;
export type ArticleKey = keyof typeof articleKeys;

const names = new Map<string, Both>([...Object.entries(articleKeys), ...Object.entries(statementKeys)]);

/** What a key is called; a key that nobody knows is called what it is. */
export const keyWords = (key: string): Both => names.get(key) ?? tell(key, key);
