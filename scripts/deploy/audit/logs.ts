import type { Filter, Log, Provider } from "ethers";

/** All logs of a filter from a block on. Nodes bound how much they answer at once, so that a span that is refused is asked in halves. */
export async function readLogs(provider: Provider, filter: Omit<Filter, "fromBlock" | "toBlock">, from: number): Promise<Log[]> {
  return readSpan(provider, filter, from, await provider.getBlockNumber());
}

async function readSpan(provider: Provider, filter: Filter, from: number, to: number): Promise<Log[]> {
  try {
    return await provider.getLogs({ ...filter, fromBlock: from, toBlock: to });
  } catch (error) {
    if (from >= to) throw error;
    const middle = (from + to) >> 1;
    return [...(await readSpan(provider, filter, from, middle)), ...(await readSpan(provider, filter, middle + 1, to))];
  }
}
