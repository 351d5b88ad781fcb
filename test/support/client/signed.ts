// Signed things for specs that need no chain: the council's members sign with keys that are made for it.
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { ChainEvent } from "#client/chain/events.ts";
import { intend, type Intent } from "#client/chain/intent.ts";
import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import { applyEvents, type Ledger } from "#client/ledger.ts";
import type { Item, ReadItem } from "#client/offnet/bundle.ts";
import { actOf } from "#client/offnet/sign.ts";
import { signable as ballotTyped } from "#client/governance/ballot.ts";
import type { Support } from "#client/governance/types.ts";
import { type Act, type ApplicationTerms, type GuardianConsentTerms, type KeyConsentTerms, type RecoveryCancelTerms, type RecoveryTerms, signable, type SignedTerms, type SignedType, type SigningPlace, type VouchTerms } from "#client/people/signing.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { deployment, GENESIS, keyOf } from "./ballots.ts";

/** Anybody who can sign. */
export type Key = ReturnType<typeof privateKeyToAccount>;

/** Keys of those who are no members. */
export const strangerKey = (number: number): Key => privateKeyToAccount(`0x${number.toString(16).padStart(64, "7")}`);

export const sign = <T extends SignedType>(key: Key, type: T, terms: SignedTerms[T], place: SigningPlace = deployment): Promise<Hex> => key.signTypedData(signable(type, terms, place) as never);

/** When specs look at the books: a day in which founders may do everything. */
export const NOW = GENESIS + 100 * 86_400;

const words: Intent = intend("memberRegistry", "setProfile", [`0x${"a".repeat(64)}`, "data:,a"], "ProfileChanged");

export interface ActWish extends Partial<Act> {
  readonly intent?: Intent;
  readonly by?: Key;
  readonly place?: SigningPlace;
}

/** An act as a member signs it; anything may be wished otherwise, and is signed so. */
export async function signedAct(ledger: Ledger, member: number, { intent = words, by = keyOf(member), place = deployment, ...wish }: ActWish = {}): Promise<Extract<Item, { kind: "act" }>> {
  const act = { ...actOf(intent, { ledger, deployment, member: member as MemberId, now: NOW, nonce: nonceOf(0n, 0n) }), ...wish };
  return { kind: "act", ...act, signature: await sign(by, "Act", act, place) };
}

export async function signedApplication(by: Key, wish: Partial<ApplicationTerms> = {}): Promise<Extract<Item, { kind: "application" }>> {
  const terms = { applicant: by.address, profileDigest: `0x${"0".repeat(64)}` as Hex, profileUri: "", expires: NOW + 86_400, ...wish };
  return { kind: "application", ...terms, signature: await sign(by, "Application", terms) };
}

export async function signedVouch(sponsor: number, applicant: Address, wish: Partial<VouchTerms> = {}, by: Key = keyOf(sponsor)): Promise<Extract<Item, { kind: "vouch" }>> {
  const terms = { applicant, joinCount: 0, sponsor, keyEpoch: 0, expires: NOW + 86_400, ...wish };
  return { kind: "vouch", ...terms, signature: await sign(by, "Vouch", terms) };
}

export async function signedKeyConsent(member: number, by: Key, wish: Partial<KeyConsentTerms> = {}): Promise<Extract<Item, { kind: "keyConsent" }>> {
  const terms = { member, keyEpoch: 0, newKey: by.address, expires: NOW + 86_400, ...wish };
  return { kind: "keyConsent", ...terms, signature: await sign(by, "KeyConsent", terms) };
}

export async function signedGuardianConsent(member: number, by: Key, wish: Partial<GuardianConsentTerms> = {}): Promise<Extract<Item, { kind: "guardianConsent" }>> {
  const terms = { member, guardian: by.address, expires: NOW + 86_400, ...wish };
  return { kind: "guardianConsent", ...terms, signature: await sign(by, "GuardianConsent", terms) };
}

export async function signedRecovery(kind: "recoveryConsent" | "recoveryApproval", by: Key, terms: RecoveryTerms): Promise<Extract<Item, { kind: "recoveryConsent" | "recoveryApproval" }>> {
  const type = kind === "recoveryConsent" ? "RecoveryConsent" : "RecoveryApproval";
  const said = { ...terms, signer: by.address };
  return { kind, ...said, signature: await sign(by, type, said) };
}

export async function signedCancel(by: Key, terms: Omit<RecoveryCancelTerms, "signer">): Promise<Extract<Item, { kind: "recoveryCancel" }>> {
  const said = { ...terms, signer: by.address };
  return { kind: "recoveryCancel", ...said, signature: await sign(by, "RecoveryCancel", said) };
}

export async function signedBallot(member: number, proposalId: ProposalId, support: Support = "for", by: Key = keyOf(member)): Promise<Extract<Item, { kind: "ballot" }>> {
  const ballot = { proposalId, support, member: member as MemberId, keyEpoch: 0 };
  return { kind: "ballot", ...ballot, signature: await by.signTypedData(ballotTyped(ballot, deployment) as never) };
}

/** Items as they come out of a file of this cooperative. */
export const asRead = (...items: readonly Item[]): ReadItem[] =>
  items.map((item, number) => ({ ...item, place: { chainId: deployment.chainId, registry: deployment.contracts.memberRegistry, governor: null }, number }));

let logged = 0;

/** The books after something more was written into the log. */
export function after(ledger: Ledger, contract: ChainEvent["contract"], name: string, args: object, at = NOW - 3_600): Ledger {
  const event = { contract, name, args, at, block: BigInt((logged += 1)), blockHash: `0x${"b".repeat(64)}`, tx: `0x${"c".repeat(64)}`, logIndex: 0 };
  return applyEvents(ledger, [event as unknown as ChainEvent]);
}
