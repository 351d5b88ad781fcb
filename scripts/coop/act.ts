// Who acts for a command, and the act itself: sent, waited for, told aloud.
import { createWalletClient, http, type LocalAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { type MemberId, projectId } from "#client/chain/ids.ts";
import type { Intent } from "#client/chain/intent.ts";
import { type Done, send, signerOf } from "#client/chain/send.ts";
import { simulate } from "#client/chain/simulate.ts";
import type { Ledger } from "#client/ledger.ts";
import { nameOf } from "#client/people/names.ts";
import { chainWords } from "./chainText.ts";
import { Failure } from "./failure.ts";
import { liveKey } from "./keystore.ts";
import type { Language } from "./language.ts";
import type { Cooperative } from "./open.ts";

/** Somebody whose key is at hand. */
export interface Actor {
  member: MemberId;
  /** How to speak of the actor. */
  name: string;
  account: LocalAccount;
}

/** The practice seats whose keys are in force; none where the network is not for practice. */
export function practiceActors({ seats }: Pick<Cooperative, "seats">, ledger: Ledger, language: Language): Actor[] {
  return seats.flatMap(({ member: id, address, privateKey }) => {
    const member = ledger.people.members.get(id);
    if (member?.key.toLowerCase() !== address.toLowerCase()) return [];
    return [{ member: id, name: chainWords[language].memberName(id, nameOf(member)[language]), account: privateKeyToAccount(privateKey) }];
  });
}

/** The steward who acts: on the practice network the first whose seat is at hand, elsewhere the owner of the keystore's key. Errors: Failure (1). */
export async function findSteward(cooperative: Cooperative, ledger: Ledger, project: number, language: Language): Promise<Actor> {
  const words = chainWords[language];
  const found = ledger.work.projects.get(projectId(project));
  if (!found) throw new Failure(words.noProject(project));
  if (cooperative.deployment.practice) {
    const steward = practiceActors(cooperative, ledger, language).find(({ member }) => found.stewards.includes(member));
    if (!steward) throw new Failure(words.noSteward(project));
    return steward;
  }
  const actor = await keystoreActor(ledger, language);
  if (actor.member === null || !found.stewards.includes(actor.member)) throw new Failure(words.notSteward(actor.account.address, project));
  return { ...actor, member: actor.member };
}

/** The owner of the keystore's key; `member` null if it is nobody's key. */
export async function keystoreActor(ledger: Ledger, language: Language): Promise<{ member: MemberId | null; name: string; account: LocalAccount }> {
  const account = privateKeyToAccount(await liveKey(language));
  const member = ledger.people.byKey.get(account.address.toLowerCase()) ?? null;
  const current = member !== null && ledger.people.members.get(member)?.key.toLowerCase() === account.address.toLowerCase();
  return { member: current ? member : null, name: chainWords[language].yourKey(member ?? 0), account };
}

/** Tries an intent, sends it, and waits for its event. Errors: the client's Failure, which says whose fault it is. */
export async function perform({ client, deployment, url }: Cooperative, { account }: Pick<Actor, "account">, intent: Intent): Promise<Done> {
  await simulate(client, deployment, intent, account.address);
  // One attempt only: a second sending of the same transaction would be told as a fault.
  const wallet = createWalletClient({ account, transport: http(url, { retryCount: 0, timeout: 60_000 }) });
  return send(client, signerOf(wallet), deployment, intent);
}
