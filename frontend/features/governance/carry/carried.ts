import type { TransactionReceipt } from "viem";
import { contractFinder, decodeEvent } from "#client/chain/events.ts";
import type { Deployment } from "#client/chain/deployment.ts";
import type { CheckedBallot } from "#client/governance/ballotCheck.ts";
import { skips, type Skip } from "#client/governance/types.ts";
import type { ReadBallot } from "#client/governance/ballotList.ts";

/** What became of a ballot that was sent: counted, or why not. */
export interface Outcome {
  readonly ballot: ReadBallot;
  /** Null: counted. */
  readonly skipped: Skip | null;
}

/** What the receipt says of each ballot that was sent; nothing else is believed. Skipped ballots are named by member and proposal. */
export function outcomesOf(sent: readonly CheckedBallot[], receipt: TransactionReceipt, deployment: Deployment): Outcome[] {
  const contractOf = contractFinder(deployment);
  const skipped = new Map<string, Skip>();
  for (const log of receipt.logs) {
    if (contractOf(log.address) !== "governor") continue;
    const event = decodeEvent("governor", log, { block: receipt.blockNumber, blockHash: receipt.blockHash, at: 0, tx: receipt.transactionHash, logIndex: log.logIndex });
    if (event?.contract === "governor" && event.name === "BallotSkipped") skipped.set(`${event.args.proposalId} ${event.args.member}`, skips[event.args.reason]!);
  }
  return sent.map(({ ballot }) => ({ ballot, skipped: skipped.get(`${ballot.proposalId} ${ballot.member}`) ?? null }));
}
