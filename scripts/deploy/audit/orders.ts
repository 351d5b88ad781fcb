import { Interface, type Provider } from "ethers";
import { readArtifact } from "../artifact.ts";
import type { DeploymentRecord } from "../record.ts";
import { readLogs } from "./logs.ts";

/** An order that somebody funded, and its offer, as the market takes them: whoever is no party of it must be refused by that name. */
export interface RealOrder {
  readonly order: readonly unknown[];
  readonly offer: readonly unknown[];
}

/** The first order on record that is none of `callers`'; null where there is none yet. */
export async function findOrder(provider: Provider, { contracts, genesisBlock }: DeploymentRecord, callers: readonly string[]): Promise<RealOrder | null> {
  const market = new Interface(readArtifact("market").abi);
  const read = async (event: string) => {
    const logs = await readLogs(provider, { address: contracts.market, topics: [market.getEvent(event)!.topicHash] }, genesisBlock);
    return logs.map((log) => market.parseLog(log)!.args);
  };
  const orders = await read("OrderFunded");
  if (orders.length === 0) return null;
  const offers = new Map((await read("OfferOpened")).map(({ offer, terms }) => [String(offer), terms]));
  for (const { offer: id, buyer, quantity, place } of orders) {
    const offer = offers.get(String(id));
    const parties = [buyer, offer.arbiter, ...[...offer.costs].map(({ to }: { to: string }) => to)].map(String);
    if (!callers.some((caller) => parties.includes(caller))) return { offer, order: [offer, buyer, quantity, place] };
  }
  return null;
}
