// Tokens that behave badly, of test/support/tokens, and one that does not.
import type { BaseContract, TransactionResponse } from "ethers";
import { chain } from "./chain.ts";
import { deploySource } from "./solidity.ts";

const FOLDER = "test/support/tokens";

/** A token of one of the files there. */
export const tokenOf = (file: "Plain" | "Fees" | "Answers" | "Changing", name: string, ...values: readonly unknown[]): Promise<BaseContract> => deploySource(`${FOLDER}/${file}.sol`, name, ...values);

/** Something said to a token: mint, pause, light … by a key, or by anyone. */
export async function tell(token: BaseContract, what: string, values: readonly unknown[], by?: BaseContract["runner"]): Promise<void> {
  const contract = by ? token.connect(by) : token;
  await ((await (contract as BaseContract).getFunction(what)(...values)) as TransactionResponse).wait();
}

/** What a token says, of a balance for one. */
export const asked = (token: BaseContract, what: string, ...values: readonly unknown[]): Promise<bigint> => token.getFunction(what).staticCall(...values) as Promise<bigint>;

/** A token behind a proxy, with other code set by `upgrade`; what comes back reads and speaks as a plain one. */
export async function upgradable(): Promise<{ readonly token: BaseContract; readonly upgrade: (name: string, file: "Plain" | "Answers" | "Fees") => Promise<void> }> {
  const plain = await tokenOf("Plain", "Plain");
  const proxy = await tokenOf("Changing", "Upgradable", await plain.getAddress());
  const token = plain.attach(await proxy.getAddress()).connect(chain.ethers.provider) as BaseContract;
  const [anyone] = await chain.ethers.getSigners();
  return { token: token.connect(anyone!) as BaseContract, upgrade: async (name, file) => tell(proxy, "upgrade", [await (await tokenOf(file, name)).getAddress()]) };
}
