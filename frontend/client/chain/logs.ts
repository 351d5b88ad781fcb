import type { Client, Hex } from "viem";
import { getBlock, getBlockNumber, getLogs } from "viem/actions";
import { contractNames } from "./contractNames.ts";
import type { Deployment } from "./deployment.ts";
import { type ChainEvent, contractFinder, decodeEvent } from "./events.ts";
import { Failure, toReadFailure } from "./failure.ts";

/** How far the log was read: the last block, and its hash, by which a chain that changed its mind is known. */
export interface Checkpoint {
  readonly block: bigint;
  readonly hash: Hex;
}

/** How reading goes. Blocks; `to` is the last one wanted. */
export interface Progress {
  readonly from: bigint;
  readonly at: bigint;
  readonly to: bigint;
  readonly events: number;
}

export interface ReadOptions {
  /** Where an earlier reading ended; without it, from the beginning. */
  readonly from?: Checkpoint | undefined;
  /** The last block wanted; without it, the newest. */
  readonly to?: bigint | undefined;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Blocks asked for at once: the first guess, and the most. Nodes differ, and do not say how many they allow. */
const FIRST_RANGE = 5_000n;
const MOST_RANGE = 500_000n;
/** How often one single block may fail before the node is given up. */
const PATIENCE = 3;
const AT_ONCE = 8;

/**
 * Reads all events of the cooperative, in the order of the chain, from its first block or a checkpoint up to a block.
 * Ranges are halved when the node refuses and doubled when it answers.
 * Errors: the signal's own where it is aborted, else Failure of the network; `reorganised` where the checkpoint's block is no longer there: read again from the beginning.
 */
export async function readEvents(client: Client, deployment: Deployment, options: ReadOptions = {}): Promise<{ events: ChainEvent[]; checkpoint: Checkpoint }> {
  try {
    if (options.from) await checkStands(client, options.from);
    const to = options.to ?? (await getBlockNumber(client, { cacheTime: 0 }));
    const from = options.from ? options.from.block + 1n : deployment.genesisBlock;
    if (to < from) return { events: [], checkpoint: options.from ?? (await checkpointAt(client, to)) };
    const checkpoint = await checkpointAt(client, to);
    const events = await readRanges(client, deployment, from, to, options);
    // The chain may have changed its mind while it was read.
    await checkStands(client, checkpoint);
    return { events, checkpoint };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw toReadFailure(error);
  }
}

async function checkpointAt(client: Client, block: bigint): Promise<Checkpoint> {
  const { hash } = await getBlock(client, { blockNumber: block });
  return { block, hash };
}

async function checkStands(client: Client, { block, hash }: Checkpoint): Promise<void> {
  const now = await checkpointAt(client, block).catch((error: Error) => {
    if (error.name === "BlockNotFoundError") return null;
    throw error;
  });
  if (now?.hash !== hash) throw new Failure({ kind: "network", problem: "reorganised" });
}

async function readRanges(client: Client, deployment: Deployment, first: bigint, to: bigint, options: ReadOptions): Promise<ChainEvent[]> {
  const events: ChainEvent[] = [];
  const times = new BlockTimes(client);
  let range = FIRST_RANGE;
  let failures = 0;
  for (let from = first; from <= to; ) {
    options.signal?.throwIfAborted();
    const until = from + range - 1n < to ? from + range - 1n : to;
    try {
      events.push(...(await readRange(client, deployment, from, until, times)));
      from = until + 1n;
      failures = 0;
      range = range * 2n < MOST_RANGE ? range * 2n : MOST_RANGE;
      options.onProgress?.({ from: first, at: until, to, events: events.length });
    } catch (error) {
      const asked = until - from + 1n;
      if (asked === 1n && ++failures >= PATIENCE) throw error;
      range = asked > 1n ? asked / 2n : 1n;
    }
  }
  return events;
}

async function readRange(client: Client, deployment: Deployment, fromBlock: bigint, toBlock: bigint, times: BlockTimes): Promise<ChainEvent[]> {
  const address = contractNames.map((name) => deployment.contracts[name]);
  const logs = await getLogs(client, { address, fromBlock, toBlock });
  for (const log of logs) if (log.blockTimestamp) times.know(log.blockNumber, Number(log.blockTimestamp));
  await times.fetch(logs.map((log) => log.blockNumber));
  const contractOf = contractFinder(deployment);
  return logs
    .toSorted((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
    .flatMap((log) => {
      const contract = contractOf(log.address);
      const place = { block: log.blockNumber, blockHash: log.blockHash, at: times.of(log.blockNumber), tx: log.transactionHash, logIndex: log.logIndex };
      const event = contract && decodeEvent(contract, log, place);
      return event ? [event] : [];
    });
}

/** The times of blocks, each asked for once, a few at a time; nodes that say them with each log are not asked at all. */
class BlockTimes {
  private readonly times = new Map<bigint, number>();
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  know(block: bigint, time: number): void {
    this.times.set(block, time);
  }

  of(block: bigint): number {
    return this.times.get(block)!;
  }

  async fetch(blocks: readonly bigint[]): Promise<void> {
    const missing = [...new Set(blocks)].filter((block) => !this.times.has(block));
    for (let first = 0; first < missing.length; first += AT_ONCE) {
      const some = missing.slice(first, first + AT_ONCE);
      const found = await Promise.all(some.map((blockNumber) => getBlock(this.client, { blockNumber })));
      found.forEach((block) => this.know(block.number, Number(block.timestamp)));
    }
  }
}
