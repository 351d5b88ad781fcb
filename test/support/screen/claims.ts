import { createClient, http } from "viem";
import { parseDeployment } from "#client/chain/deployment.ts";
import type { Ledger } from "#client/ledger.ts";
import { readLedger } from "#client/read.ts";
import type { BatchClaim, RecordClaim } from "#client/work/types.ts";
import type { Stage } from "../../../scripts/dev/stage.ts";

/** The cooperative's books, read from the chain past any browser. */
export async function readBooks({ rpc, deployment }: Pick<Stage, "rpc" | "deployment">): Promise<Ledger> {
  return (await readLedger(createClient({ transport: http(rpc) }), parseDeployment(deployment))).ledger;
}

/** The first imported history. Throws when there is none. */
export async function firstBatch(stage: Pick<Stage, "rpc" | "deployment">): Promise<BatchClaim> {
  for (const claim of (await readBooks(stage)).work.claims.values()) if (claim.lane === "batch") return claim;
  throw new Error("The seed has no imported history.");
}

/** A member's records, oldest first. */
export async function recordsOf(stage: Pick<Stage, "rpc" | "deployment">, member: number): Promise<RecordClaim[]> {
  return [...(await readBooks(stage)).work.claims.values()].filter((claim): claim is RecordClaim => (claim.lane === "record" || claim.lane === "joint") && claim.by === member);
}
