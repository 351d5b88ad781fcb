import { createPublicClient, createTestClient, createWalletClient, defineChain, http, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Stage } from "../../../scripts/dev/stage.ts";

/** The practice chain as the tests see it from outside the browser. */
export function chainOf({ rpc }: Pick<Stage, "rpc">) {
  const chain = defineChain({ id: 31337, name: "practice", nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 }, rpcUrls: { default: { http: [rpc] } } });
  const transport = http(rpc, { retryCount: 0 });
  return { chain, transport, reader: createPublicClient({ chain, transport, cacheTime: 0 }), hand: createTestClient({ chain, transport, mode: "hardhat" }) };
}

/** The key of a seeded seat. Throws for a member without one. */
export function keyOf({ seats }: Pick<Stage, "seats">, member: number): Hex {
  const seat = seats.find((offered) => offered.member === member);
  if (!seat) throw new Error(`There is no seat of member ${member}.`);
  return seat.key as Hex;
}

/** A member who acts from outside the browser. */
export function walletOf(stage: Pick<Stage, "rpc" | "seats">, member: number) {
  const { chain, transport } = chainOf(stage);
  return createWalletClient({ account: privateKeyToAccount(keyOf(stage, member)), chain, transport });
}

/** Moves the chain's time on by seconds. */
export async function wait(stage: Pick<Stage, "rpc">, seconds: number): Promise<void> {
  const { hand } = chainOf(stage);
  await hand.increaseTime({ seconds });
  await hand.mine({ blocks: 1 });
}
