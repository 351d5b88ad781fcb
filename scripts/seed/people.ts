// The people of the practice cooperative. They are invented, and named after the solar terms.
import { HDNodeWallet, Mnemonic } from "ethers";

/** The words from which every practice node makes its accounts. Everyone knows them: nothing of worth may ever lie there. */
const PRACTICE_WORDS = "test test test test test test test test test test test junk";

const NAMES = [
  { zh: "林小满", en: "Lin Xiaoman" },
  { zh: "周白露", en: "Zhou Bailu" },
  { zh: "何立夏", en: "He Lixia" },
  { zh: "方霜降", en: "Fang Shuangjiang" },
  { zh: "苏惊蛰", en: "Su Jingzhe" },
  { zh: "陈谷雨", en: "Chen Guyu" },
  { zh: "叶秋分", en: "Ye Qiufen" },
  { zh: "罗大寒", en: "Luo Dahan" },
  { zh: "唐处暑", en: "Tang Chushu" },
  { zh: "许清明", en: "Xu Qingming" },
  { zh: "江芒种", en: "Jiang Mangzhong" },
  { zh: "沈冬至", en: "Shen Dongzhi" },
] as const;

/** A seat of the practice cooperative that a visitor may take. `member` is the number, from 1. */
export interface Seat {
  readonly member: number;
  readonly address: string;
  readonly privateKey: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** Account number `place` of every practice node; 0 deploys. */
export function practiceAccount(place: number): HDNodeWallet {
  return HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(PRACTICE_WORDS), `m/44'/60'/0'/0/${place}`);
}

/** Those who joined later, by vouches, in the order in which they did. */
const NEWCOMERS = [{ zh: "严小寒", en: "Yan Xiaohan" }] as const;

let seats: readonly Seat[] | undefined;
let newcomers: readonly Seat[] | undefined;

const seatOf = (name: Seat["name"], member: number): Seat => {
  const { address, privateKey } = practiceAccount(member);
  return { member, address, privateKey, name };
};

/** The twelve founders' seats, in order of member number. Member 1 is the one a visitor is offered first. */
export function practiceSeats(): readonly Seat[] {
  return (seats ??= NAMES.map((name, place) => seatOf(name, place + 1)));
}

/** Who joined later. They wait for their seats when the seed ends. */
export function practiceNewcomers(): readonly Seat[] {
  return (newcomers ??= NEWCOMERS.map((name, place) => seatOf(name, NAMES.length + place + 1)));
}

/** Everybody who is a member when the seed ends, in order of member number. */
export const practiceMembers = (): readonly Seat[] => [...practiceSeats(), ...practiceNewcomers()];

