import { announce } from "../parts/announce.ts";
import { chainNow } from "./clock.ts";
import { networkStore, refreshHead } from "./network.ts";
import { chainText } from "./text.ts";

/** The number of practice chains. Nothing here works on any other. */
const PRACTICE_CHAIN = 31337;

/** Whether the chain's time may be moved: practice networks only. */
export function canMoveTime(): boolean {
  const { deployment, state } = networkStore.get();
  return Boolean(deployment?.practice && deployment.chainId === PRACTICE_CHAIN && state === "ready");
}

/**
 * Moves the practice chain's time on to a moment (seconds since 1970) and makes a block there; a moment that is past is a block now.
 * Errors: Error elsewhere than on a practice network, and the node's own.
 */
export async function moveTimeTo(moment: number): Promise<void> {
  const { client } = networkStore.get();
  if (!client || !canMoveTime()) throw new Error("time moves on practice networks only");
  const ask = client.request as unknown as (call: { method: string; params: unknown[] }) => Promise<unknown>;
  const wait = Math.ceil(moment - chainNow());
  if (wait > 0) await ask({ method: "evm_increaseTime", params: [`0x${wait.toString(16)}`] });
  await ask({ method: "evm_mine", params: [] });
  await refreshHead();
  announce({ zh: chainText.zh.timeMoved, en: chainText.en.timeMoved });
}
