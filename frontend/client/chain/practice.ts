import type { Address, Hex } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { type Deployment, DeploymentFault, Fields } from "./deployment.ts";
import { type MemberId, memberId } from "./ids.ts";

/** The chain id of a practice network on one's own machine. */
export const PRACTICE_CHAIN = 31337;

/** A seat that anyone may take on a practice network. Its key is known to all and must never hold anything of worth. */
export interface PracticeSeat {
  member: MemberId;
  address: Address;
  privateKey: Hex;
}

/**
 * Reads practice.json. Keys are taken only for a deployment that says it is for practice, on the practice chain.
 * Errors: DeploymentFault with every fault.
 */
export function parsePractice(json: unknown, deployment: Pick<Deployment, "practice" | "chainId">): PracticeSeat[] {
  if (!deployment.practice || deployment.chainId !== PRACTICE_CHAIN)
    throw new DeploymentFault([{ zh: "练习钥匙只能用在练习网上；没有读取任何钥匙。", en: "Practice keys belong on a practice network only; no key was read." }]);
  const fields = new Fields(json);
  const seats = fields.list("seats").map((seat) => {
    const read = { member: seat.whole("member", 1), address: seat.address("address"), privateKey: seat.hash("privateKey") };
    return { ...read, member: memberId(Math.min(read.member, 2 ** 32 - 1)) };
  });
  seats.forEach(({ address, privateKey }, place) => {
    if (fields.faults.length === 0 && addressOf(privateKey) !== address)
      fields.faults.push({ zh: `第${place + 1}个席位的钥匙与地址不符。`, en: `The key of seat ${place + 1} does not belong to its address.` });
  });
  if (fields.faults.length > 0) throw new DeploymentFault(fields.faults);
  return seats;
}

function addressOf(key: Hex): Address | null {
  try {
    return privateKeyToAddress(key);
  } catch {
    return null; // 32 bytes that are no key of the curve.
  }
}
