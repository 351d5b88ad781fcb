// What the practice cooperative recorded, told record by record. Days are counted from its first second; an epoch is 28 of them,
// and the seed ends on day 97, in epoch 3.
import type { Kind } from "#client/work/types.ts";
import { PROJECTS } from "./projects.ts";
import type { EvidenceFile } from "./evidence.ts";

/** The day on which the telling ends. */
export const END = 97;

/** Members by their given names. */
export const WHO = { lin: 1, zhou: 2, he: 3, fang: 4, su: 5, chen: 6, ye: 7, luo: 8, tang: 9, xu: 10, jiang: 11, shen: 12 } as const;
export type Who = keyof typeof WHO;

/** On which day who answers, with the quantity seen (in a second round: tenths). */
export type Answer = readonly [day: number, who: Who, quantity: number];

export interface SeedRecord {
  readonly by: Who;
  readonly project: number;
  readonly kind: Kind;
  readonly quantity: number;
  /** When it was recorded; it was done half a day before. */
  readonly day: number;
  readonly title: string;
  readonly note: string;
  readonly files?: readonly EvidenceFile[];
  /** All contributors and their parts, the recorder first; of an experience or a learning its other side second. */
  readonly split?: readonly (readonly [Who, number])[];
  readonly answers?: readonly Answer[];
  /** On which day the other side confirmed it. */
  readonly confirmed?: number;
  readonly withdrawn?: number;
  readonly challenge?: { readonly day: number; readonly by: Who; readonly answers: readonly Answer[] };
}

const { cooperative, mill, repair, market, raincoats } = PROJECTS;

/** Epoch 0: final, and partly drawn. */
const first: readonly SeedRecord[] = [
  { by: "chen", project: mill, kind: "work", quantity: 8, day: 2.1, title: "试碾第一批早稻", note: "调了三次筛网，出米率六成八。", files: [{ name: "出米记录.jpg", size: 182_344 }],
    answers: [[3.1, "he", 8], [3.4, "zhou", 8], [4.2, "luo", 8]] },
  { by: "he", project: mill, kind: "work", quantity: 9, day: 2.9, title: "清理旧水渠", note: "只做了一半就下雨了，没人看到，后来也没再提。" },
  { by: "ye", project: mill, kind: "work", quantity: 6, day: 5.2, title: "Built the drying rack with Luo", note: "Bamboo from the north bank, six tiers.", files: [{ name: "rack.jpg", size: 240_118 }],
    split: [["ye", 2], ["luo", 1]], answers: [[6.1, "fang", 6], [6.3, "chen", 6], [7.4, "su", 6]] },
  { by: "xu", project: repair, kind: "work", quantity: 4, day: 6.2, title: "修雨伞四把", note: "记错了项目，撤回。", withdrawn: 6.4 },
  { by: "fang", project: mill, kind: "work", quantity: 12, day: 9.3, title: "盖粮仓的防潮层", note: "两层油毡，一层竹席。", files: [{ name: "粮仓.jpg", size: 310_902 }, { name: "用料.pdf", size: 48_120 }],
    answers: [[10.1, "he", 12], [10.5, "su", 10], [11.2, "ye", 10]] },
  { by: "tang", project: repair, kind: "work", quantity: 10, day: 11.4, title: "修好十七只电饭煲", note: "多半是温控片，备件还剩三十片。", files: [{ name: "清单.csv", size: 1_840 }],
    answers: [[12.2, "he", 10], [12.4, "jiang", 10], [13.3, "shen", 10]] },
  { by: "chen", project: mill, kind: "work", quantity: 40, day: 13.8, title: "抢收低洼田", note: "连着五天，水退之前全部收完。", files: [{ name: "低洼田.jpg", size: 402_771 }],
    answers: [[15.1, "zhou", 40], [15.3, "fang", 40], [16.2, "luo", 40]] },
  { by: "lin", project: cooperative, kind: "work", quantity: 6, day: 16.3, title: "编写值班手册", note: "十二页，中英两份。", files: [{ name: "值班手册.pdf", size: 96_400 }],
    answers: [[17.1, "zhou", 6], [17.4, "chen", 6], [18.1, "luo", 6]] },
  { by: "su", project: mill, kind: "sharing", quantity: 3, day: 18.4, title: "在村口讲留种", note: "来了四十多人，三场。", answers: [[19.2, "lin", 3], [19.6, "ye", 3], [20.1, "he", 3]] },
  { by: "jiang", project: repair, kind: "work", quantity: 7, day: 20.3, title: "Fixed the co-op's delivery bicycles", note: "Three wheels trued, two chains replaced.", files: [{ name: "bicycles.jpg", size: 221_030 }],
    split: [["jiang", 3], ["shen", 2], ["tang", 2]], answers: [[21.1, "lin", 7], [21.5, "su", 7]] },
  { by: "zhou", project: cooperative, kind: "sharing", quantity: 2, day: 22.2, title: "接待邻村来访", note: "走了一圈，讲了怎样记账。", answers: [[23.1, "xu", 2], [23.3, "shen", 2], [24.2, "fang", 2]] },
];

/** Epoch 1: final when the seed ends. */
const second: readonly SeedRecord[] = [
  { by: "lin", project: mill, kind: "work", quantity: 9, day: 30.3, title: "晒场翻谷三天", note: "每小时翻一遍，含水率降到十三。", files: [{ name: "晒场.jpg", size: 275_660 }],
    answers: [[31.1, "chen", 9], [31.4, "su", 9], [32.1, "fang", 9]] },
  { by: "su", project: mill, kind: "work", quantity: 7, day: 31.8, title: "装袋与贴标", note: "三百二十袋。", answers: [[32.6, "he", 7], [33.1, "luo", 7], [33.4, "ye", 7]],
    challenge: { day: 35.2, by: "zhou", answers: [[36.1, "lin", 5], [37.3, "fang", 5], [38.1, "chen", 6]] } },
  { by: "shen", project: repair, kind: "work", quantity: 8, day: 34.3, title: "修理公用抽水机", note: "拆开看过，缺零件。", answers: [[35.6, "tang", 0], [36.3, "he", 0], [37.1, "su", 2]] },
  { by: "tang", project: repair, kind: "work", quantity: 6, day: 38.2, title: "给十二户换插座", note: "老房子的线也一并查了。", files: [{ name: "住户签字.jpg", size: 154_905 }],
    answers: [[39.1, "jiang", 6], [39.5, "ye", 6], [40.2, "shen", 6]] },
  { by: "xu", project: cooperative, kind: "work", quantity: 5, day: 41.3, title: "整理上一期账本", note: "贴好票据，核对两遍。", answers: [[42.1, "zhou", 5], [42.4, "fang", 5], [43.2, "luo", 5]] },
  { by: "luo", project: mill, kind: "work", quantity: 10, day: 43.3, title: "修碾米机的传动带", note: "换了皮带，轴承上了油。", split: [["luo", 1], ["chen", 1]], answers: [[44.1, "he", 10], [44.3, "zhou", 10], [45.2, "su", 10]] },
  { by: "fang", project: mill, kind: "work", quantity: 5, day: 46.3, title: "Weighed and logged each sack", note: "The log is in the shed, a copy with the co-op.", files: [{ name: "log.csv", size: 9_120 }],
    answers: [[47.1, "su", 5], [47.4, "lin", 5], [48.2, "luo", 5]], challenge: { day: 50.3, by: "he", answers: [[51.1, "zhou", 10], [52.2, "chen", 10]] } },
];

/** What the admitted projects recorded, from epoch 1 on. The last of the raincoats was not sealed when the project closed, and is void. */
const admitted: readonly SeedRecord[] = [
  { by: "su", project: market, kind: "work", quantity: 6, day: 33.6, title: "搭好六个遮阳棚", note: "竹竿是自己砍的，布是借的。", files: [{ name: "遮阳棚.jpg", size: 201_744 }],
    answers: [[34.2, "ye", 6], [35.4, "xu", 6]] },
  { by: "fang", project: market, kind: "sharing", quantity: 2, day: 61.3, title: "Taught newcomers to price by the kilo", note: "Two mornings, nine stalls.", answers: [[62.1, "he", 2], [63.4, "jiang", 2]] },
  { by: "su", project: market, kind: "work", quantity: 5, day: 93.6, title: "校秤与收摊清扫", note: "五把秤，两个早上。", answers: [[94.8, "he", 5]] },
  { by: "jiang", project: raincoats, kind: "work", quantity: 5, day: 60.7, title: "挂好六十件雨衣", note: "渡口、学校、卫生所各二十件。", files: [{ name: "挂钩.jpg", size: 98_311 }],
    answers: [[61.6, "fang", 5], [62.7, "luo", 5]] },
  { by: "jiang", project: raincoats, kind: "work", quantity: 3, day: 79.2, title: "清洗雨衣", note: "洗了一半。", answers: [[80.1, "fang", 3]] },
];

/** Epoch 2: sealed, and not yet final. */
const third: readonly SeedRecord[] = [
  { by: "ye", project: mill, kind: "work", quantity: 8, day: 58.3, title: "送米到三个食堂", note: "两趟车，当天结清。", answers: [[59.1, "he", 8], [59.4, "su", 8], [60.3, "luo", 8]] },
  { by: "lin", project: mill, kind: "work", quantity: 4, day: 62.2, title: "设计米袋上的小标签", note: "谁种的、谁碾的，都写上。", files: [{ name: "标签.svg", size: 12_480 }], answers: [[63.1, "chen", 4], [63.3, "zhou", 4], [64.1, "fang", 4]] },
  { by: "he", project: cooperative, kind: "work", quantity: 5, day: 66.3, title: "Kept the office for a week", note: "Forty visitors, two new suppliers.", answers: [[67.1, "lin", 5], [67.3, "chen", 5], [68.2, "shen", 5]] },
  { by: "xu", project: repair, kind: "sharing", quantity: 2, day: 70.2, title: "教邻居补胎", note: "两次，每次六个人。", answers: [[71.1, "tang", 2], [71.5, "he", 2], [72.1, "lin", 2]] },
  { by: "jiang", project: repair, kind: "work", quantity: 9, day: 77.3, title: "翻新五台旧风扇", note: "拆洗、换线、试转两小时。", files: [{ name: "风扇.jpg", size: 198_214 }],
    answers: [[78.1, "tang", 9], [78.4, "su", 9], [79.2, "shen", 9]], challenge: { day: 82.3, by: "he", answers: [[86.2, "ye", 6]] } },
  { by: "chen", project: mill, kind: "work", quantity: 6, day: 82.1, title: "检修烘干机", note: "风门不严，换了密封条。", answers: [[83.1, "he", 6]] },
];

/** Epoch 3: the one in which the seed ends. What has no third answer waits, most of it for member 1; one waits for her word as its other side. */
const fourth: readonly SeedRecord[] = [
  { by: "zhou", project: mill, kind: "work", quantity: 7, day: 91.2, title: "和粮站谈下季合同", note: "价格按品质分三档。", files: [{ name: "草约.pdf", size: 71_002 }], answers: [[92.1, "he", 7], [92.4, "su", 7], [94.1, "chen", 7]] },
  { by: "tang", project: repair, kind: "work", quantity: 5, day: 92.2, title: "Repaired the school's bells", note: "Two of the three ring again.", answers: [[93.1, "he", 4], [93.4, "ye", 4], [95.1, "shen", 5]] },
  { by: "luo", project: cooperative, kind: "work", quantity: 2, day: 92.6, title: "打扫仓库", note: "和别人重了，撤回。", withdrawn: 93.2 },
  { by: "xu", project: mill, kind: "experience", quantity: 1, day: 92.8, title: "Tasted the new rice at the mill", note: "Three kinds, cooked side by side; Ye hosted.", files: [{ name: "tasting.jpg", size: 144_020 }],
    split: [["xu", 1], ["ye", 0]], confirmed: 93.5, answers: [[94.4, "he", 1], [94.7, "fang", 1], [95.2, "chen", 1]] },
  { by: "fang", project: mill, kind: "work", quantity: 3, day: 93.3, title: "查漏粮仓屋顶", note: "补了七处。", files: [{ name: "屋顶.jpg", size: 233_408 }], answers: [[94.3, "he", 3], [95.3, "luo", 3]] },
  { by: "shen", project: repair, kind: "work", quantity: 4, day: 94.2, title: "修好合作社的秤", note: "用标准砝码校过。", answers: [[95.5, "jiang", 4]] },
  { by: "lin", project: mill, kind: "work", quantity: 5, day: 94.6, title: "拍照并写新米介绍", note: "九张照片，一页文字。", files: [{ name: "新米.jpg", size: 389_250 }], answers: [[95.7, "ye", 5]] },
  { by: "luo", project: mill, kind: "work", quantity: 6, day: 95.2, title: "Cleaned the mill after the season", note: "Husk chamber, belts and floor." },
  { by: "su", project: mill, kind: "work", quantity: 10, day: 95.8, title: "试种紫米两分地", note: "育秧、整地、插秧。", split: [["su", 3], ["ye", 2]], files: [{ name: "紫米.jpg", size: 265_871 }] },
  { by: "tang", project: mill, kind: "learning", quantity: 2, day: 95.4, title: "跟林小满学看含水率", note: "手摸、牙咬、再用仪器核对，学了两个小时。", split: [["tang", 1], ["lin", 0]] },
  { by: "zhou", project: cooperative, kind: "sharing", quantity: 1, day: 96.2, title: "给新来的人讲一遍规矩", note: "两小时，问了很多。" },
];

/** Every record of the seed, in no particular order. */
export const seedRecords: readonly SeedRecord[] = [...first, ...second, ...admitted, ...third, ...fourth];
