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

let seats: readonly Seat[] | undefined;

/** The twelve seats, in order of member number. Member 1 is the one a visitor is offered first. */
export function practiceSeats(): readonly Seat[] {
  seats ??= NAMES.map((name, place) => {
    const { address, privateKey } = practiceAccount(place + 1);
    return { member: place + 1, address, privateKey, name };
  });
  return seats;
}

