// What acts need, found before anything is sent: each one's gas from the act itself, and what the chain would refuse from the whole lot.
import { type Address, type Client, encodeFunctionData, type Hex } from "viem";
import { estimateGas, simulateContract } from "viem/actions";
import { relayAbi } from "#client/abi/Relay.ts";
import type { Deployment } from "#client/chain/deployment.ts";
import { type Refusal, Failure } from "#client/chain/failure.ts";
import { decodeRefusal, toFailure } from "#client/chain/toFailure.ts";
import { type Parcel, parseCarryMany, type SignedAct } from "#client/people/carry.ts";
import { patiently } from "./payer.ts";

/** An act as it is weighed; `item` is whatever the caller knows it by. */
export interface Load<T> {
  readonly item: T;
  readonly act: SignedAct;
  /** The member's key in force; null where the books know none. */
  readonly key: Address | null;
}

/** An act that the chain would not do now. */
export interface Refused<T> {
  readonly item: T;
  readonly refusal: Refusal;
}

/** Acts that would all be done now, one after another. */
export interface Lot<T> {
  readonly loads: readonly (Load<T> & { readonly parcel: Parcel })[];
  readonly refused: readonly Refused<T>[];
  /** Gas of the whole transaction; 0 where nothing is left of the lot. */
  readonly gas: bigint;
}

export interface Scale {
  readonly client: Client;
  readonly deployment: Deployment;
  /** Who will send it. */
  readonly payer: Address;
  /** Gas of one act at most. */
  readonly most: number;
}

/** What the door itself costs an act beyond what was estimated: a change of its surroundings between today and its block. */
const SPARE = 30_000;
/** Estimates are asked for so many at once. */
const AT_ONCE = 10;

/** Weighs acts that are to go together, in their order. Errors: Failure of the network. */
export async function weigh<T>(scale: Scale, loads: readonly Load<T>[]): Promise<Lot<T>> {
  let left: (Load<T> & { parcel: Parcel })[] = [];
  for (let at = 0; at < loads.length; at += AT_ONCE)
    left.push(...(await Promise.all(loads.slice(at, at + AT_ONCE).map(async (load) => ({ ...load, parcel: { ...load.act, gas: await gasOf(scale, load) } })))));
  const refused: Refused<T>[] = [];
  while (left.length > 0) {
    const reasons = await rehearse(scale, left.map(({ parcel }) => parcel));
    const bad = new Set<number>();
    for (const [place, reason] of reasons.entries()) {
      const load = left[place]!;
      if (reason === "0x") continue;
      const refusal = decodeRefusal(reason);
      // Too little gas looks like a refusal without words: it is tried with all that it may have.
      if (refusal.is === "error" && refusal.name === "ActFailed" && load.parcel.gas < scale.most) load.parcel = { ...load.parcel, gas: scale.most };
      else {
        bad.add(place);
        refused.push({ item: load.item, refusal });
      }
    }
    if (reasons.every((reason) => reason === "0x")) return { loads: left, refused, gas: await gasOfLot(scale, left.map(({ parcel }) => parcel)) };
    left = left.filter((_, place) => !bad.has(place));
  }
  return { loads: [], refused, gas: 0n };
}

const tagOf = ({ practice }: Deployment): "pending" | "latest" => (practice ? "pending" : "latest");

/** What the act needs when its member sends it alone; all that it may have where that cannot be told: it may wait for one before it. */
async function gasOf<T>({ client, deployment, most }: Scale, { act, key }: Load<T>): Promise<number> {
  if (key === null) return most;
  try {
    const alone = await patiently(() => estimateGas(client, { account: key, to: act.to, data: act.data, blockTag: tagOf(deployment) }));
    return Math.min(most, Math.ceil(Number(alone) * 1.2) + SPARE);
  } catch (error) {
    if (toFailure(error).data.kind === "network") throw error;
    return most;
  }
}

/** What the Relay would say of each. */
async function rehearse({ client, deployment, payer }: Scale, parcels: readonly Parcel[]): Promise<readonly Hex[]> {
  const { args } = parseCarryMany(parcels);
  const request = { address: deployment.contracts.relay, abi: relayAbi, functionName: "carryMany", args: args as never, account: payer, blockTag: tagOf(deployment) } as const;
  return patiently(async () => (await simulateContract(client, request)).result);
}

async function gasOfLot({ client, deployment, payer }: Scale, parcels: readonly Parcel[]): Promise<bigint> {
  const data = callData(parcels);
  const needed = await patiently(() => estimateGas(client, { account: payer, to: deployment.contracts.relay, data, blockTag: tagOf(deployment) }));
  // The Relay refuses the whole where what is left is less than an act was promised: the last one's promise may be nearly all spare.
  return (needed * 11n) / 10n + BigInt(SPARE);
}

/** The call that carries them. */
export const callData = (parcels: readonly Parcel[]): Hex => encodeFunctionData({ abi: relayAbi, functionName: "carryMany", args: parseCarryMany(parcels).args as never });

/** A refusal as a failure, so that it can be explained. */
export const asFailure = (rule: Refusal): Failure => new Failure({ kind: "rule", rule });
