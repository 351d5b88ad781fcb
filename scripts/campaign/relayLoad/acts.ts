// What the members of the ground sign with no network at hand.
import { encodeFunctionData, type Hex, keccak256, toBytes } from "viem";
import { getBlock } from "viem/actions";
import { contributionLedgerAbi } from "#client/abi/ContributionLedger.ts";
import { memberRegistryAbi } from "#client/abi/MemberRegistry.ts";
import type { Item } from "#client/offnet/bundle.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { type Act, signable } from "#client/people/signing.ts";
import type { Ground } from "./ground.ts";

const DAY = 86_400;
/** The project in which they work. */
const MILL = 1;

export type SignedItem = Extract<Item, { kind: "act" }>;

/** What the chain takes for now. */
export async function timeOf({ client }: Pick<Ground, "client">): Promise<number> {
  return Number((await getBlock(client, { blockTag: "pending" })).timestamp);
}

/** A member signs a call. */
export async function signAct({ keys, deployment }: Pick<Ground, "keys" | "deployment">, member: number, { to, data }: Pick<Act, "to" | "data">, nonce: bigint, now: number, more: Partial<Act> = {}): Promise<SignedItem> {
  const act: Act = { member, keyEpoch: 0, to, data, nonce, notBefore: now - 600, notAfter: now + 7 * DAY, ...more };
  const signature = await keys[member - 1]!.signTypedData(signable("Act", act, deployment) as never);
  return { kind: "act", ...act, signature };
}

/** A record of an hour's work that no other is like. */
export const recordCall = (name: string, now: number): Hex =>
  encodeFunctionData({
    abi: contributionLedgerAbi,
    functionName: "record",
    args: [{ project: MILL, kind: 0, quantity: 1, evidence: keccak256(toBytes(name)), occurredAt: now - 3_600, split: [], uri: "" }],
  });

const enrolCall = (): Hex => encodeFunctionData({ abi: contributionLedgerAbi, functionName: "enrol", args: [MILL] });
export const profileCall = (name: string): Hex => encodeFunctionData({ abi: memberRegistryAbi, functionName: "setProfile", args: [keccak256(toBytes(name)), `data:,${name}`] });

/** Acts of a member: three of one series, which wait for each other, and as many more as are wanted of series of their own. */
export async function signActs(ground: Pick<Ground, "keys" | "deployment">, member: number, count: number, now: number): Promise<SignedItem[]> {
  const { contributionLedger, memberRegistry } = ground.deployment.contracts;
  const calls = [
    { to: contributionLedger, data: enrolCall() },
    { to: contributionLedger, data: recordCall(`${member} first`, now) },
    { to: memberRegistry, data: profileCall(`member ${member}`) },
    ...Array.from({ length: Math.max(0, count - 3) }, (_, place) => ({ to: contributionLedger, data: recordCall(`${member} ${place}`, now) })),
  ].slice(0, count);
  return Promise.all(calls.map((call, place) => signAct(ground, member, call, place < 3 ? nonceOf(0n, BigInt(place)) : nonceOf(BigInt(place - 2), 0n), now)));
}
