import { type AbiEvent, type ContractEventName, decodeEventLog, type DecodeEventLogReturnType, type Hex, toEventSelector } from "viem";
import { type ContractName, contractNames } from "./contractNames.ts";
import type { Abis } from "./contracts.ts";
import type { Deployment } from "./deployment.ts";
import { eventAbis } from "./eventAbis.ts";

/** Where and when an event was written. */
export interface Place {
  block: bigint;
  blockHash: Hex;
  /** The block's time, seconds since 1970. */
  at: number;
  tx: Hex;
  /** Place of the log in its block. */
  logIndex: number;
}

type Decoded<C extends ContractName> = DecodeEventLogReturnType<Abis[C]>;
type Named<C extends ContractName, D> = D extends { eventName: infer N; args?: infer A } ? Place & { contract: C; name: N; args: A } : never;

/** Every event of every contract, as one union: narrowed by `contract` and `name`. */
export type ChainEvent = { [C in ContractName]: Named<C, Decoded<C>> }[ContractName];

/** The events of one contract. */
export type EventOf<C extends ContractName> = Extract<ChainEvent, { contract: C }>;
/** One event of one contract. */
export type EventNamed<C extends ContractName, N extends ContractEventName<Abis[C]>> = Extract<ChainEvent, { contract: C; name: N }>;

/** A log as any node gives it. */
export interface RawLog {
  address: Hex;
  topics: readonly Hex[];
  data: Hex;
}

const bySelector = new Map<string, AbiEvent>(contractNames.flatMap((name) => eventAbis[name].map((item) => [`${name}:${toEventSelector(item)}`, item] as const)));

/** Tells which contract an address is; undefined for one that is not ours. */
export function contractFinder({ contracts }: Pick<Deployment, "contracts">): (address: Hex) => ContractName | undefined {
  const names = new Map(contractNames.map((name) => [contracts[name].toLowerCase(), name]));
  return (address) => names.get(address.toLowerCase());
}

/** Decodes a log of a contract. Undefined for an event that this client does not know: a later release's, or none of ours. */
export function decodeEvent(contract: ContractName, log: RawLog, place: Place): ChainEvent | undefined {
  const item = bySelector.get(`${contract}:${log.topics[0]}`);
  if (!item) return undefined;
  const { args } = decodeEventLog({ abi: [item], topics: log.topics as [Hex, ...Hex[]], data: log.data });
  return { ...place, contract, name: item.name, args: args ?? {} } as unknown as ChainEvent;
}
