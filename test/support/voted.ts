import { chain } from "./chain.ts";
import type { Cooperative } from "./cooperative.ts";

/** The timelock's own hand, as after a vote that passed: for specs of what a vote does, not of how it is taken. */
export async function votedHand(coop: Cooperative) {
  const address = await coop.timelock.getAddress();
  await chain.networkHelpers.impersonateAccount(address);
  await chain.networkHelpers.setBalance(address, 10n ** 20n);
  return chain.ethers.getSigner(address);
}
