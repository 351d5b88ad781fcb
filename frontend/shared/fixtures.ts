import type { JournalEntry } from "./journal/entry.ts";
import type { Ring } from "./parts/rings.ts";

/** Made-up facts for the page of parts and for nothing else. All people are fictional. */
const one = 1_000_000n;
const shares = (units: number): bigint => BigInt(units) * one;

/** A reader of the page of parts. */
export const reader = { id: 7, name: { zh: "林小满", en: "Lin Xiaoman" }, address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" } as const;

export const people = {
  zhou: { id: 3, name: { zh: "周白露", en: "Zhou Bailu" } },
  he: { id: 4, name: { zh: "何立夏", en: "He Lixia" } },
  nameless: { id: 11, name: null },
} as const;

/** Shares of seven epochs; their sum is 1,284. */
export const rings: readonly Ring[] = [96, 128, 80, 104, 170, 346, 360].map((units, epoch) => ({ epoch: epoch + 1, shares: shares(units) }));

export const total = rings.reduce((sum, ring) => sum + ring.shares, 0n);

const blank = { chain: "fixture", from: reader.address, to: reader.address, data: "0x", expects: { address: reader.address, topic: "0x", times: 1 } } as const;

/** One act in each of the nine states. `now` is milliseconds since 1970. */
export function journalOfAllStates(now: number): readonly JournalEntry[] {
  const at = (minutes: number) => now - minutes * 60_000;
  return [
    { ...blank, id: "1", state: "draft", act: { zh: "碾米6小时", en: "Milled rice, 6 h" }, madeAt: at(1) },
    { ...blank, id: "2", state: "ready", act: { zh: "见证何立夏的记录", en: "Attestation for He Lixia" }, madeAt: at(2) },
    { ...blank, id: "3", state: "signed", act: { zh: "为冷链小车评级", en: "Grade for Cold Van" }, reason: { zh: "12月6日前有效", en: "valid until 6 Dec" }, madeAt: at(3) },
    { ...blank, id: "4", state: "sent", act: { zh: "见证何立夏的记录", en: "Attestation for He Lixia" }, madeAt: at(4) },
    { ...blank, id: "5", state: "inBlock", act: { zh: "修好4辆自行车", en: "Four bicycles repaired" }, block: "48,210", madeAt: at(30) },
    { ...blank, id: "6", state: "final", act: { zh: "碾米18小时", en: "Milled rice, 18 h" }, block: "48,102", madeAt: at(2900) },
    { ...blank, id: "7", state: "failed", act: { zh: "领取第7期份额", en: "Drew the shares of epoch 7" }, reason: { zh: "网络节点繁忙", en: "the node was busy" }, madeAt: at(3000) },
    { ...blank, id: "8", state: "replaced", act: { zh: "质疑一条记录", en: "Challenged a record" }, madeAt: at(4000) },
    { ...blank, id: "9", state: "expired", act: { zh: "见证周白露的记录", en: "Attestation for Zhou Bailu" }, madeAt: at(9000) },
  ];
}

/** Where 742 of the shares come from, level by level, in micro-units; a file's weight is its place in the list. */
export const whyTree = {
  projects: [
    { id: "mill", zh: "稻米坊", en: "Rice Mill", micro: shares(742) },
    { id: "repair", zh: "修理角", en: "Repair Corner", micro: shares(396) },
    { id: "coop", zh: "合作社", en: "The co-op", micro: shares(146) },
  ],
  lots: [
    { id: "7", zh: "第7期", en: "Epoch 7", micro: shares(300) },
    { id: "6", zh: "第6期", en: "Epoch 6", micro: shares(214) },
    { id: "5", zh: "第5期", en: "Epoch 5", micro: shares(228) },
  ],
  records: [
    { id: "rice", zh: "碾米18小时", en: "Milled rice, 18 h", micro: shares(180) },
    { id: "taught", zh: "带了两名学徒", en: "Taught two learners", micro: shares(90) },
    { id: "tasting", zh: "办了一场品鉴", en: "Hosted a tasting", micro: shares(60) },
  ],
  attestations: [
    { id: "fang", zh: "方霜降", en: "Fang Shuangjiang", micro: shares(160) },
    { id: "su", zh: "苏惊蛰", en: "Su Jingzhe", micro: shares(175) },
    { id: "chen", zh: "陈谷雨", en: "Chen Guyu", micro: shares(180) },
    { id: "he", zh: "何立夏", en: "He Lixia", micro: shares(180) },
    { id: "zhou", zh: "周白露", en: "Zhou Bailu", micro: shares(180) },
  ],
  evidence: [
    { id: "sheet", zh: "过秤单", en: "Weighing sheet", micro: 5n },
    { id: "log", zh: "碾坊日志", en: "Mill log", micro: 2n },
  ],
} as const;
