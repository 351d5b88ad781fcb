import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import type { Intent } from "#client/chain/intent.ts";
import { Failure } from "#client/chain/failure.ts";
import { type MemberBallot, signable as signableBallot } from "#client/governance/ballot.ts";
import { supports } from "#client/governance/types.ts";
import { type Item, writeBundle } from "#client/offnet/bundle.ts";
import { actOf, chooseNonce } from "#client/offnet/sign.ts";
import type { Member } from "#client/people/fold.ts";
import { type Act, signable } from "#client/people/signing.ts";
import { hashTypedData, type Hex, type TypedDataDefinition } from "viem";
import { booksStore, currentMember } from "../books/books.ts";
import { chainNow } from "../chain/clock.ts";
import { chainKey, type Place } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import type { OutboxEntry } from "../outbox/entry.ts";
import { outbox } from "../outbox/outbox.ts";
import { standingOf } from "../outbox/standing.ts";
import { signerStore } from "../signer/signer.ts";
import { isAnyones } from "./anyone.ts";
import type { Proposal } from "./proposal.ts";
import { checkChainOfSigner } from "./send.ts";

/** Why an act cannot be signed for later. */
export type NotLater = "anyones" | "notMember" | "unread";

/** Whether an act can be signed now and sent later: not what anyone may send, not by who is no member. Null: it can. */
export function notLater({ intent }: Proposal): NotLater | null {
  if (isAnyones(intent)) return "anyones";
  if (!booksStore.get().ledger) return "unread";
  return currentMember() === null ? "notMember" : null;
}

/** What would be signed: the act itself, or a ballot where it is a vote. A vote with a reason is an act, since ballots carry none. */
export type Draft = { readonly kind: "act"; readonly act: Act } | { readonly kind: "ballot"; readonly ballot: MemberBallot };

/** Everything that signing rests on, as this page knows it. Errors: Failure where the books are not read or nobody signs. */
function present(): { deployment: Place; member: Member; at: number; ledger: NonNullable<ReturnType<typeof booksStore.get>["ledger"]> } {
  const { deployment } = networkStore.get();
  const { ledger } = booksStore.get();
  const me = currentMember();
  const member = me === null ? undefined : ledger?.people.members.get(me);
  if (!deployment || !ledger || !member) throw new Failure({ kind: "wallet", problem: "gone" });
  return { deployment, ledger, member, at: chainNow() };
}

/** The nonces of the member's acts that were signed here and still wait. */
function waitingNonces(member: MemberId): bigint[] {
  const { ledger, at } = present();
  return outbox.get().flatMap((entry) => (entry.member === member && entry.nonce !== undefined && standingOf(entry, ledger, at) === "waits" ? [BigInt(entry.nonce)] : []));
}

/** Drafts what is to be signed, to be carried within so many days. Reads nothing but the books. Errors: Failure. */
export function draftLater(intent: Intent, days: number): Draft {
  const { deployment, ledger, member, at } = present();
  if (intent.contract === "governor" && intent.functionName === "castVote") {
    const [proposalId, support] = intent.args as [ProposalId, number];
    return { kind: "ballot", ballot: { proposalId, support: supports[support]!, member: member.id, keyEpoch: member.keyEpoch } };
  }
  const nonce = chooseNonce(ledger, member.id, waitingNonces(member.id));
  return { kind: "act", act: actOf(intent, { ledger, deployment, member: member.id, now: at, days, nonce }) };
}

/** Whether the same is signed already and waits: a ballot counts once in any case. */
export function isTwin({ act, link }: Proposal, draft: Draft): boolean {
  const { ledger, at, member } = present();
  if (draft.kind === "ballot") return false;
  return outbox.get().some((entry) => entry.member === member.id && entry.act.en === act.en && entry.link === link && standingOf(entry, ledger, at) === "waits");
}

/** What the key is asked to sign. */
export function typedDataOf(draft: Draft, deployment: Place): TypedDataDefinition {
  return draft.kind === "act" ? signable("Act", draft.act, deployment) : (signableBallot(draft.ballot, deployment) as unknown as TypedDataDefinition);
}

/** The digest of a draft: the same that a wallet shows. */
export const digestOfDraft = (draft: Draft, deployment: Place): Hex => hashTypedData(typedDataOf(draft, deployment));

/** Signs a draft and keeps it in the outbox. Nothing is sent anywhere. Errors: Failure, or what the wallet said. */
export async function signLater({ act, link, before }: Proposal, draft: Draft): Promise<OutboxEntry> {
  const { deployment } = present();
  const signer = signerStore.get();
  if (!signer) throw new Failure({ kind: "wallet", problem: "gone" });
  await checkChainOfSigner();
  const signature = await signer.signTypedData(typedDataOf(draft, deployment));
  const item: Item = draft.kind === "act" ? { kind: "act", ...draft.act, signature } : { kind: "ballot", ...draft.ballot, signature };
  const digest = digestOfDraft(draft, deployment);
  const chain = chainKey(deployment);
  const entry: OutboxEntry = { id: `${chain}/${digest}`, chain, digest, act, ...(link ? { link } : {}), ...placeOf(draft), bundle: writeBundle([item], deployment), ...(before ? { before } : {}), madeAt: Date.now() };
  await outbox.put([entry]);
  return entry;
}

/** What tells later, from the books alone, where it stands. */
function placeOf(draft: Draft): Pick<OutboxEntry, "member" | "keyEpoch" | "nonce" | "ballot" | "until"> {
  if (draft.kind === "act") {
    const { member, keyEpoch, nonce, notAfter } = draft.act;
    return { member, keyEpoch, nonce: String(nonce), until: notAfter };
  }
  const { member, keyEpoch, proposalId, support } = draft.ballot;
  return { member, keyEpoch, ballot: { proposal: String(proposalId), support } };
}
