import { parseDeployment } from "#client/chain/deployment.ts";
import { abis } from "#client/chain/contracts.ts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import type { Wanted } from "#client/governance/actions.ts";
import { parseExecute } from "#client/governance/execute.ts";
import { parsePropose } from "#client/governance/propose.ts";
import { parseQueue } from "#client/governance/queue.ts";
import type { Proposal, Support } from "#client/governance/types.ts";
import { parseVote } from "#client/governance/vote.ts";
import type { Stage } from "../../../scripts/dev/stage.ts";
import { chainOf, wait, walletOf } from "./chain.ts";
import { readBooks } from "./claims.ts";

type Chain = Pick<Stage, "rpc" | "seats" | "deployment">;

/** Lets a member act from outside the browser. */
async function act(stage: Chain, member: number, intent: Intent): Promise<void> {
  const { reader } = chainOf(stage);
  const hash = await walletOf(stage, member).writeContract(callOf(parseDeployment(stage.deployment), intent) as never);
  const { status } = await reader.waitForTransactionReceipt({ hash, pollingInterval: 50 });
  if (status !== "success") throw new Error(`${intent.functionName} of member ${member} failed.`);
}

/** Every proposal, newest first. */
export const proposalsOn = async (stage: Chain): Promise<Proposal[]> => [...(await readBooks(stage)).governance.proposals.values()].reverse();

/** Makes a proposal and gives it back as the books have it. */
export async function proposeOn(stage: Chain, member: number, actions: readonly Wanted[], description: string): Promise<Proposal> {
  await act(stage, member, parsePropose({ actions, description, proposer: walletOf(stage, member).account.address }, parseDeployment(stage.deployment)));
  return (await proposalsOn(stage))[0]!;
}

/** Casts a ballot. */
export const voteOn = (stage: Chain, member: number, proposal: Pick<Proposal, "id">, support: Support): Promise<void> => act(stage, member, parseVote(proposal, support));

/** Moves time until the vote on a proposal is open. */
export async function openVote(stage: Chain, { opensAt }: Proposal): Promise<void> {
  const { timestamp } = await chainOf(stage).reader.getBlock();
  if (Number(timestamp) <= opensAt) await wait(stage, opensAt + 1 - Number(timestamp));
}

/** Brings what was carried to its end: past the close, into the timelock, past the wait. */
export async function carryOut(stage: Chain, { id, closesAt, timelockDays }: Proposal): Promise<void> {
  const found = async (): Promise<Proposal> => (await readBooks(stage)).governance.proposals.get(id)!;
  const { timestamp } = await chainOf(stage).reader.getBlock();
  await wait(stage, Math.max(1, closesAt + 1 - Number(timestamp)));
  await act(stage, 1, parseQueue(await found()));
  await wait(stage, timelockDays * 86_400);
  await act(stage, 1, parseExecute(await found()));
}

/** What the governor itself says of a vote. */
export async function chainSays(stage: Chain, { id }: Pick<Proposal, "id">): Promise<{ readonly for: number; readonly against: number; readonly abstain: number; readonly quorum: number }> {
  const { reader } = chainOf(stage);
  const { governor: address } = parseDeployment(stage.deployment).contracts;
  const ask = { address, abi: abis.governor } as const;
  const [against, inFavour, abstaining] = await reader.readContract({ ...ask, functionName: "proposalVotes", args: [id] });
  const quorum = await reader.readContract({ ...ask, functionName: "quorumOf", args: [id] });
  return { for: Number(inFavour), against: Number(against), abstain: Number(abstaining), quorum: Number(quorum) };
}
