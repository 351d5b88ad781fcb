import { practiceAccount } from "../../scripts/seed/people.ts";
import { chain } from "./chain.ts";

/** A member in a spec: number and key. */
export interface Person {
  readonly id: number;
  readonly address: string;
  readonly signer: Awaited<ReturnType<typeof chain.ethers.getSigner>>;
}

/** Twenty-four invented people, after the solar terms, in the order of their member numbers. */
export const NAMES = [
  "lin", "zhou", "he", "fang", "su", "chen", "ye", "luo", "tang", "xu", "jiang", "shen",
  "lichun", "yushui", "chunfen", "lixia", "xiazhi", "xiaoshu", "dashu", "liqiu", "hanlu", "lidong", "xiaoxue", "daxue",
] as const;
export type Name = (typeof NAMES)[number];

const accounts = new Map<string, ReturnType<typeof practiceAccount>>();

/** The person with account number `place` of the practice node (0 deploys; members from 1; from 40 on strangers). */
export async function personAt(place: number): Promise<Person> {
  const account = practiceAccount(place);
  const { address } = account;
  accounts.set(address, account);
  await chain.networkHelpers.impersonateAccount(address);
  await chain.networkHelpers.setBalance(address, 10n ** 21n);
  return { id: place, address, signer: await chain.ethers.getSigner(address) };
}

/** The key itself of a person of these, which signs with no network. */
export function keyOf({ address }: Pick<Person, "address">): ReturnType<typeof practiceAccount> {
  const account = accounts.get(address);
  if (!account) throw new Error(`No key of ${address} is known here.`);
  return account;
}
