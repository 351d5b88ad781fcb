// What the practice cooperative sold and bought, offer by offer. Days as in records.ts; prices in whole units of practice money.
import type { Item } from "#client/price/item.ts";
import type { Flow } from "#client/price/types.ts";
import { PROJECTS } from "./projects.ts";
import type { Who } from "./records.ts";

/** A member, or the one buyer who is none: a teahouse down the valley, by its address. */
export type Trader = Who | "teahouse";

/** What became of an order: each on a day, in this order. Left out: it stands where the last one left it. */
export interface SeedOrder {
  readonly buyer: Trader;
  readonly quantity: number;
  readonly day: number;
  readonly shipped?: number;
  readonly delivered?: number;
  readonly accepted?: number;
  /** Accepted in the buyer's silence, by the seller. */
  readonly silent?: number;
  /** By whom: the seller before shipping, the buyer of a group buy that was missed. */
  readonly refunded?: readonly [day: number, by: Trader];
  readonly disputed?: readonly [day: number, by: Trader, cause: string];
  /** The buyer acts, the seller has signed: so much goes back. */
  readonly split?: readonly [day: number, back: number];
  readonly rated?: readonly [day: number, stars: number];
}

export interface SeedOffer {
  readonly name: string;
  readonly by: Who;
  readonly project: number;
  /** When it was put on record, and for how many days it holds. */
  readonly day: number;
  readonly holds: number;
  /** Days from order to shipping. */
  readonly window: number;
  readonly flow: Flow;
  readonly item: Item;
  readonly price: number;
  readonly costs: readonly (readonly [to: Who, what: Flow, amount: number])[];
  readonly quantity: number;
  readonly arbiter?: Who;
  readonly group?: { readonly target: number; readonly most: number };
  readonly orders: readonly SeedOrder[];
}

/** Who puts how much into the purse, and when. */
export const seedDeposits: readonly (readonly [day: number, who: Trader, amount: number])[] = [
  [28.4, "tang", 400], [28.5, "jiang", 300], [28.6, "xu", 200], [29.2, "teahouse", 900], [57.3, "shen", 300], [57.5, "fang", 300], [58.3, "su", 200],
  [84.6, "lin", 900], [84.7, "ye", 300], [84.8, "he", 300], [84.9, "zhou", 300], [85.1, "luo", 200],
];

const rice: Item = { name: "新米 New rice", unit: "袋 bag", text: "当季现碾，每袋5公斤。Milled this season, five kilograms a bag.", place: "青溪稻米坊 Qingxi rice mill" };
const bicycle: Item = { name: "修单车 Bicycle repair", unit: "辆 bicycle", text: "刹车、链条、补胎。Brakes, chain, tyres.", place: "修理角 Repair corner" };
const basket: Item = { name: "竹提篮 Bamboo basket", unit: "只 basket", text: "凑满十只才开竹。Bamboo is cut once ten are ordered.", place: "溪边早市 Creekside market" };
const jam: Item = { name: "杨梅酱 Bayberry jam", unit: "瓶 jar", text: "凑满二十瓶开锅。A kettle takes twenty jars.", place: "溪边早市 Creekside market" };
const tea: Item = { name: "春茶 Spring tea", unit: "罐 tin", text: "谷雨前采。Picked before the grain rains.", place: "溪边早市 Creekside market" };
/** What is asked for and nobody has offered yet, and what one asks for that the mill offers. */
export const firewood: Item = { name: "干柴 Dry firewood", unit: "担 load", text: "劈好的杂木。Split hardwood.", place: "青溪 Qingxi" };
export const ride: Item = { name: "去县城的货车 A truck to town", unit: "趟 trip", text: "周六早上，半车。Saturday mornings, half a load.", place: "青溪到县城 Qingxi to town" };

/** Every offer, in the order of their days. */
export const seedOffers: readonly SeedOffer[] = [
  {
    name: "rice", by: "zhou", project: PROJECTS.mill, day: 29.6, holds: 26, window: 7, flow: "goods", item: rice, price: 48, costs: [["chen", "goods", 24], ["luo", "transport", 4]], quantity: 40, arbiter: "xu",
    orders: [
      { buyer: "tang", quantity: 2, day: 30.3, shipped: 31.2, delivered: 33.4, accepted: 34.1, rated: [34.2, 5] },
      { buyer: "jiang", quantity: 1, day: 36.2, shipped: 38.1, delivered: 40.2, accepted: 40.4, rated: [41.1, 4] },
      { buyer: "teahouse", quantity: 6, day: 32.5, shipped: 34.3, silent: 54.4 },
    ],
  },
  {
    name: "bicycle", by: "tang", project: PROJECTS.repair, day: 40.1, holds: 26, window: 10, flow: "service", item: bicycle, price: 30, costs: [["he", "goods", 12]], quantity: 20,
    orders: [{ buyer: "xu", quantity: 1, day: 41.3, shipped: 45.2, accepted: 46.1, rated: [46.2, 5] }],
  },
  {
    name: "riceAgain", by: "zhou", project: PROJECTS.mill, day: 58.2, holds: 26, window: 7, flow: "goods", item: rice, price: 48, costs: [["chen", "goods", 24], ["luo", "transport", 4]], quantity: 40, arbiter: "xu",
    orders: [
      { buyer: "shen", quantity: 2, day: 59.1, shipped: 60.2, delivered: 61.3, accepted: 62.1, rated: [62.3, 5] },
      { buyer: "fang", quantity: 2, day: 60.4, shipped: 62.2, delivered: 64.1, disputed: [64.6, "fang", "一袋受了潮。One bag was damp."], split: [66.4, 30] },
      { buyer: "su", quantity: 1, day: 61.2, refunded: [63.3, "zhou"] },
    ],
  },
  // Missed: its buyers may take their money back. Lin has not yet.
  {
    name: "jam", by: "fang", project: PROJECTS.market, day: 85.2, holds: 10, window: 14, flow: "goods", item: jam, price: 25, costs: [["su", "goods", 15]], quantity: 40, group: { target: 20, most: 6 },
    orders: [
      { buyer: "lin", quantity: 2, day: 86.3 },
      { buyer: "jiang", quantity: 5, day: 87.1, refunded: [95.6, "jiang"] },
    ],
  },
  {
    name: "riceNow", by: "zhou", project: PROJECTS.mill, day: 84.95, holds: 29, window: 10, flow: "goods", item: rice, price: 50, costs: [["chen", "goods", 25], ["luo", "transport", 4]], quantity: 60, arbiter: "xu",
    orders: [
      { buyer: "lin", quantity: 1, day: 85.3, shipped: 86.4, delivered: 88.2, accepted: 88.4 }, //                            waits for her rating
      { buyer: "lin", quantity: 2, day: 93.2, shipped: 95.3 }, //                                                            waits for her to say that it came
      { buyer: "ye", quantity: 1, day: 94.1, shipped: 95.4, delivered: 96.2 }, //                                            waits for Ye to accept
      { buyer: "he", quantity: 1, day: 95.1 }, //                                                                            waits for the mill to ship
      { buyer: "luo", quantity: 1, day: 88.3, shipped: 89.1, delivered: 92.4, disputed: [93.1, "luo", "少了半公斤。Half a kilogram short."] }, // waits for an agreement
    ],
  },
  {
    name: "tea", by: "su", project: PROJECTS.market, day: 90.2, holds: 25, window: 12, flow: "goods", item: tea, price: 60, costs: [["fang", "goods", 40]], quantity: 30, group: { target: 4, most: 3 },
    orders: [
      { buyer: "zhou", quantity: 2, day: 91.2, shipped: 94.3 },
      { buyer: "ye", quantity: 2, day: 92.3 }, // reached in this second
    ],
  },
  // One short of its target when the seed ends.
  {
    name: "basket", by: "fang", project: PROJECTS.market, day: 91.1, holds: 12, window: 20, flow: "goods", item: basket, price: 35, costs: [["su", "goods", 20]], quantity: 15, group: { target: 10, most: 3 },
    orders: [
      { buyer: "zhou", quantity: 3, day: 92.2 }, { buyer: "he", quantity: 3, day: 93.3 }, { buyer: "ye", quantity: 2, day: 94.2 }, { buyer: "luo", quantity: 1, day: 95.2 },
    ],
  },
  { name: "bicycleNow", by: "tang", project: PROJECTS.repair, day: 92.1, holds: 26, window: 10, flow: "service", item: bicycle, price: 32, costs: [["he", "goods", 12]], quantity: 20, orders: [] },
];

/** What is asked for when the seed ends. */
export const seedRequests: readonly { readonly by: Who; readonly day: number; readonly item: Item; readonly flow: Flow; readonly price: number; readonly quantity: number }[] = [
  { by: "xu", day: 92.6, item: firewood, flow: "goods", price: 20, quantity: 6 },
  { by: "zhou", day: 94.6, item: ride, flow: "transport", price: 60, quantity: 4 },
];

/** Who closed the epochs of which project in the share ledger: anyone may. */
export const seedClosed: readonly (readonly [day: number, who: Who, project: number])[] = [[85.4, "chen", PROJECTS.mill], [85.45, "chen", PROJECTS.repair], [85.5, "chen", PROJECTS.cooperative]];

/** What was divided and drawn: the surpluses of epoch 1, final since day 84. Lin's dividends are left for the visitor. */
export const seedDividends: readonly (readonly [day: number, who: Who, project: number, epochs: readonly number[]])[] = [
  [85.6, "chen", PROJECTS.mill, [0]],
  [86.7, "su", PROJECTS.mill, [0]],
  [87.6, "tang", PROJECTS.repair, [0, 1]],
];

