import type { Address, Hex } from "viem";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import type { EventOf } from "../chain/events.ts";
import type { MemberId, ProposalId } from "../chain/ids.ts";
import { shortSignature } from "./ballot.ts";
import type { CheckedBallot } from "./ballotCheck.ts";
import { type Skip, skips, supports } from "./types.ts";

/** So many ballots fit one transaction on any chain. */
export const MOST_CARRIED = 300;

/** Ballots on one proposal, as the contract takes them. */
export interface BallotBundle {
  readonly proposalId: ProposalId;
  /** `voter`: member, key and support in one word. */
  readonly ballots: readonly { readonly voter: bigint; readonly r: Hex; readonly vs: Hex }[];
  readonly wallets: readonly { readonly member: MemberId; readonly keyEpoch: number; readonly support: number; readonly wallet: Address; readonly signature: Hex }[];
}

/** Member | number of keys before this one << 32 | support << 56, as the contract reads it. */
export const packVoter = (member: number, keyEpoch: number, support: number): bigint => BigInt(member) | (BigInt(keyEpoch) << 32n) | (BigInt(support) << 56n);

/** Groups what was found good by proposal, by member within each: ballots of neighbours cost less together. Bad ones are left out. */
export function bundlesOf(checked: readonly CheckedBallot[]): BallotBundle[] {
  const byProposal = new Map<ProposalId, { ballots: BallotBundle["ballots"][number][]; wallets: BallotBundle["wallets"][number][] }>();
  for (const { ballot, verdict } of checked.toSorted((a, b) => a.ballot.member - b.ballot.member)) {
    if (verdict.is === "bad") continue;
    const bundle = byProposal.get(ballot.proposalId) ?? { ballots: [], wallets: [] };
    byProposal.set(ballot.proposalId, bundle);
    const common = { member: ballot.member, keyEpoch: ballot.keyEpoch, support: supports.indexOf(ballot.support) };
    if (verdict.is === "wallet") bundle.wallets.push({ ...common, wallet: verdict.wallet, signature: ballot.signature });
    else bundle.ballots.push({ voter: packVoter(common.member, common.keyEpoch, common.support), ...shortSignature(ballot.signature) });
  }
  return [...byProposal].map(([proposalId, bundle]) => ({ proposalId, ...bundle }));
}

/** The good ones of many ballots, in as many lots as transactions are needed. */
export function lotsOf(checked: readonly CheckedBallot[]): CheckedBallot[][] {
  const good = checked.filter(({ verdict }) => verdict.is !== "bad");
  return Array.from({ length: Math.ceil(good.length / MOST_CARRIED) }, (_, lot) => good.slice(lot * MOST_CARRIED, (lot + 1) * MOST_CARRIED));
}

/** Carries ballots in one transaction; each is counted or skipped, and the receipt says which. Errors: InputFault. */
export function parseCastBallots(bundles: readonly BallotBundle[]): Intent {
  const count = bundles.reduce((sum, { ballots, wallets }) => sum + ballots.length + wallets.length, 0);
  if (count === 0 || count > MOST_CARRIED) throw new InputFault("ballots", { zh: `一次可以送1到${MOST_CARRIED}张票。`, en: `From 1 to ${MOST_CARRIED} ballots can be carried at once.` });
  return { ...intend("governor", "castBallots", [bundles], "VoteCast", count), or: "BallotSkipped" };
}

/** What became of carried ballots, as the receipt's events say. */
export function carriedOf(events: readonly { readonly contract: string; readonly name: string; readonly args: unknown }[]): { readonly counted: number; readonly skipped: readonly { readonly proposalId: ProposalId; readonly member: MemberId; readonly reason: Skip }[] } {
  const own = events.filter((event) => event.contract === "governor") as unknown as EventOf<"governor">[];
  return {
    counted: own.filter(({ name }) => name === "VoteCast").length,
    skipped: own.flatMap((event) =>
      event.name === "BallotSkipped" ? [{ proposalId: event.args.proposalId as ProposalId, member: event.args.member as MemberId, reason: skips[event.args.reason]! }] : [],
    ),
  };
}
