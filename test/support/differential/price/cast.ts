// Who plays, and with what: made once for the model and for the chain.
import { AbiCoder, id as hashOf, keccak256 } from "ethers";
import { plainCharter } from "../../model/charters.ts";
import type { Charter } from "../../model/projects.ts";
import { keyOf } from "../stage.ts";

/** Members 1 to 5 found the cooperative; 6, 7 and 8 buy without being members, until one joins. */
export const FOUNDERS = 5;
export const ACTORS = 8;
export const addressOf = (actor: number): string => keyOf(actor).address;
/** The actor with an address; 0: none. */
const actors = new Map(Array.from({ length: ACTORS }, (_, place) => [addressOf(place + 1), place + 1]));
export const actorOf = (address: string): number => actors.get(address) ?? 0;

/** Where the tokens lie, by what they are like. */
export const TOKENS = {
  plain: "0xC000000000000000000000000000000000000001",
  silent: "0xc000000000000000000000000000000000000002",
  moody: "0xC000000000000000000000000000000000000003",
  echo: "0xC000000000000000000000000000000000000004",
} as const;
export type TokenName = keyof typeof TOKENS;
export const EVERY_TOKEN: readonly string[] = Object.values(TOKENS);
/** Nothing stands there. */
export const NO_TOKEN = "0xC000000000000000000000000000000000000005";

const UNIT = 1_000_000n;
const MOST_MONEY = 2n ** 112n - 1n;
let documents = 0;
export const charterLike = (charter: Partial<Charter>): Charter => ({
  ...plainCharter(1_000n * UNIT, [UNIT, UNIT, 0n, 0n], [1, 2]),
  minSurplus: 5,
  salesCap: 5_000n,
  statement: hashOf(`money ${documents++}`),
  ...charter,
});

/** The cooperative, three projects that sell and hold shares, and one where nothing is ever recorded. */
export const FOUNDING: readonly Charter[] = [
  charterLike({}),
  charterLike({ stewards: [1, 2] }),
  // Few shares: each is worth much, and what rounding leaves is felt.
  charterLike({ budget: 97n, rates: [1n, 1n, 1n, 1n], stewards: [2, 3], minSurplus: 50 }),
  charterLike({ budget: 2n ** 48n - 1n, rates: [2n ** 40n - 1n, UNIT, 0n, 1n], stewards: [3], minSurplus: 20 }),
  charterLike({ rates: [0n, 0n, 0n, 0n], stewards: [1], minSurplus: 10 }),
];
export const MOST_OF_A_TOKEN: Readonly<Record<string, bigint>> = {
  [TOKENS.plain]: 10n ** 12n,
  [TOKENS.silent]: 1_000n,
  [TOKENS.moody]: 10n ** 7n,
  [TOKENS.echo]: MOST_MONEY / 400n,
};

const GRADES = [
  { epochs: 6, commons: 30 },
  { epochs: 4, commons: 25 },
  { epochs: 3, commons: 20 },
] as const;
/** The probation of a project whose statement the first member wrote: its grade is read from its name. */
export function probationOf({ statement }: Charter): (typeof GRADES)[number] {
  const name = keccak256(AbiCoder.defaultAbiCoder().encode(["uint32", "bytes32"], [1, statement]));
  return GRADES[Number(BigInt(name) % 3n)]!;
}
