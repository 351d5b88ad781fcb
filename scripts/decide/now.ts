import { getBlock } from "viem/actions";
import type { Ledger } from "#client/ledger.ts";
import type { Cooperative } from "../coop/open.ts";

/** What the chain says, and the second in which an act sent now would land: a practice chain makes no blocks while nothing happens. */
export async function readNow(cooperative: Cooperative): Promise<{ ledger: Ledger; now: number }> {
  const { ledger, now } = await cooperative.read();
  if (!cooperative.deployment.practice) return { ledger, now };
  const { timestamp } = await getBlock(cooperative.client, { blockTag: "pending" });
  return { ledger, now: Math.max(now, Number(timestamp)) };
}
