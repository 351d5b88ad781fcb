import { type Both, tell } from "../chain/words.ts";
import type { Flow, OrderStage } from "./types.ts";

/** What flows, in words. */
export const flowWords: Readonly<Record<Flow, Both>> = {
  goods: tell("物品", "goods"),
  service: tell("服务", "service"),
  transport: tell("运输", "transport"),
  capacity: tell("产能", "capacity"),
  information: tell("信息", "information"),
};

/** Where an order stands, as a label. */
export const orderStageWords: Readonly<Record<OrderStage, Both>> = {
  pledged: tell("已认购", "pledged"),
  funded: tell("已付入托管", "in escrow"),
  shipped: tell("已发出", "shipped"),
  delivered: tell("已收到", "delivered"),
  disputed: tell("有争议", "disputed"),
  accepted: tell("已验收", "accepted"),
  refunded: tell("已全数退回", "refunded"),
  split: tell("已按商定分开", "settled by a split"),
};

/** The contract's stages in the order of its enum, as the end of a sentence. */
export const orderStageSentences: readonly Both[] = [
  tell("还没有下单", "was never made"),
  tell("是拼单的认购，还没有成团", "is a pledge of a group buy that has not reached its target"),
  tell("货款在托管里，等卖方发出", "is paid into escrow and waits to be shipped"),
  tell("已经发出", "is shipped"),
  tell("已经收到", "is delivered"),
  tell("正在争议之中", "is in dispute"),
  tell("已经验收，钱已分清", "was accepted and paid out"),
  tell("已经全数退回买方", "was refunded to the buyer"),
  tell("已经按商定分开", "was settled by a split"),
];

/** In what an offer and a request do not fit, by the number that the market gives. */
export const misfitWords: readonly Both[] = [
  tell("没有不合之处", "in nothing"),
  tell("求购指定了另一个项目", "the request is for another project"),
  tell("用的不是同一种代币", "they are in different tokens"),
  tell("一个要的和一个卖的不是同一类流动", "what flows is of another sort"),
  tell("描述物品的格式不同", "their items are described by different schemas"),
  tell("不是同一件物品", "they are about different items"),
  tell("报价高于求购愿付的价格", "the offer asks for more than the request gives"),
  tell("报价要的时间长于求购能等的时间", "the offer takes longer than the request waits"),
  tell("指定的仲裁人不同", "they name different arbiters"),
  tell("这份报价是拼单，认购比求购约束得更久", "the offer is a group buy, whose pledge binds longer than a request says"),
];
