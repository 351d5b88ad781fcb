// What the page says in words, as questions to the numbers. The campaign fails where one of them does not hold.
import { find } from "./page.ts";
import { type Least, quarters, type Results, type Row, STARTS, UNOPPOSED_STARTS } from "./results.ts";

export interface Claim {
  readonly says: string;
  readonly holds: (results: Results) => boolean;
}

const sooner = (one: Row, other: Row): boolean => (one.half ?? Infinity) < (other.half ?? Infinity);
const enough = ({ found }: Least): boolean => found !== null;

export const CLAIMS: readonly Claim[] = [
  { says: "one alone brings in nobody", holds: ({ alone }) => alone.filter(({ given }) => !given.deceived).every(({ puppets, half }) => puppets === 0 && half === null) },
  { says: "one alone and one who is deceived once come to half", holds: ({ alone }) => alone.filter(({ given }) => given.deceived).every(({ half }) => half !== null) },
  { says: "two or more come to half where nobody does anything, and hold a third before", holds: ({ unopposed }) => unopposed.length === UNOPPOSED_STARTS.length && unopposed.every(({ third, half }) => half !== null && third !== null && third <= half) },
  {
    says: "to double by a tenth a quarter takes seven to eight quarters, and a tenth of the seats come to half in six",
    holds: ({ unopposed }) => quarters(find(unopposed, [10, 1_000]).half!) <= 9 && ([[3, 30], [5, 50], [10, 100], [30, 300], [100, 1_000]] as const).every((start) => quarters(find(unopposed, start).half!) === 6.3),
  },
  {
    says: "neither a smaller part that may join nor fewer vouches make it faster",
    holds: ({ numbers }) => numbers.every((row) => numbers.every((other) => String(row.start) !== String(other.start) || other.given.joinPercent! < row.given.joinPercent! || other.given.vouches! < row.given.vouches! || !sooner(row, other))),
  },
  { says: "others who come over the quarter, and are not named, never gain more than a quarter", holds: ({ newcomers, unopposed }) => newcomers.filter(({ given }) => given.order === "spread" && !given.named).every((row) => row.half! - find(unopposed, row.start).half! <= 84) },
  { says: "others who fill the quarter before the colluders leave them where they are", holds: ({ newcomers }) => newcomers.filter(({ given }) => given.order === "first" && given.newcomers! >= 10).every(({ half, third }) => half === null && third === null) },
  {
    says: "against a tenth of the seats of 100 or of 1,000, finding all is not enough at the founding's numbers, and finding some is without a limit, at 5 % and with one vouch",
    holds: ({ least }) => ([[10, 100], [100, 1_000]] as const).every((start) => [{}, { sponsorsToo: true }].every((given) => !enough(find(least, start, given))) && [{ limited: false }, { joinPercent: 5 }, { vouches: 1 }].every((given) => enough(find(least, start, given)))),
  },
  { says: "against a twentieth or less, and in a cooperative of 30 against a tenth, it is enough to find some", holds: ({ least }) => STARTS.filter(([colluders, seated]) => colluders * 20 <= seated || seated === 30).every((start) => enough(find(least, start, { sponsorsToo: true }))) },
  { says: "a tenth comes to half though all are found, from forty seated on, and not before", holds: ({ tenths }) => tenths.every(({ start: [, seated], half }) => (half !== null) === (seated >= 40)) },
  { says: "being named gains two quarters at most", holds: ({ newcomers }) => newcomers.filter(({ given }) => given.named && given.order === "spread").every((row) => row.half! - find(newcomers, row.start, { newcomers: row.given.newcomers!, order: "spread" }).half! <= 2 * 84) },
  { says: "others who take every other place keep a larger cooperative under half", holds: ({ newcomers }) => newcomers.filter(({ given, start: [, seated] }) => given.order === "turns" && given.newcomers! >= 10 && seated >= 100).every(({ half }) => half === null) },
  { says: "with 5 % and one vouch, where sponsors are expelled too, a tenth is enough from 30 seated on", holds: ({ least }) => STARTS.slice(1).every((start) => (find(least, start, { joinPercent: 5, vouches: 1, sponsorsToo: true }).found ?? Infinity) <= 10) },
  { says: "with one vouch, where sponsors are expelled too, a fifth is enough from 30 seated on", holds: ({ least }) => STARTS.slice(1).every((start) => (find(least, start, { vouches: 1, sponsorsToo: true }).found ?? Infinity) <= 20) },
  { says: "where only 40 of a hundred vote, nothing is enough against a tenth at the founding's numbers", holds: ({ least }) => ([[3, 30], [10, 100], [100, 1_000]] as const).every((start) => !enough(find(least, start, { turnout: 40, sponsorsToo: true }))) },
];
