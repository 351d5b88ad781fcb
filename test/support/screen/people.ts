import type { Page } from "playwright-core";
import { createWalletClient, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { parseDeployment } from "#client/chain/deployment.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { send, signerOf } from "#client/chain/send.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Member } from "#client/people/fold.ts";
import { quarterNow } from "#client/people/mayJoin.ts";
import { parseSetGuardians } from "#client/people/setGuardians.ts";
import { signable } from "#client/people/signing.ts";
import type { Stage } from "../../../scripts/dev/stage.ts";
import { chainOf, keyOf, wait } from "./chain.ts";
import { readBooks } from "./claims.ts";

/** The chain's time, as its newest block says. */
export const timeOf = async (stage: Pick<Stage, "rpc">): Promise<number> => Number((await chainOf(stage).reader.getBlock()).timestamp);

/** Moves on to the next quarter, in which others may join. */
export async function nextQuarter(stage: Pick<Stage, "rpc" | "deployment">): Promise<void> {
  const now = await timeOf(stage);
  await wait(stage, quarterNow(await readBooks(stage), now).next - now + 60);
}

/** A member as the chain tells it now. Throws where there is none. */
export async function memberNow(stage: Pick<Stage, "rpc" | "deployment">, member: number): Promise<Member> {
  const found = (await readBooks(stage)).people.members.get(member as MemberId);
  if (!found) throw new Error(`There is no member ${member}.`);
  return found;
}

/** The latest who joined. */
export const newest = (books: Ledger): Member => [...books.people.members.values()].at(-1)!;

/** Names guardians past any browser, and waits until they count. All have the keys of their seats. */
export async function nameGuardians(stage: Pick<Stage, "rpc" | "deployment" | "seats">, member: number, guardians: readonly number[]): Promise<void> {
  const deployment = parseDeployment(stage.deployment);
  const { chain, transport, reader } = chainOf(stage);
  const expires = (await timeOf(stage)) + 20 * 86_400;
  const consents = await Promise.all(
    guardians.map(async (guardian) => {
      const account = privateKeyToAccount(keyOf(stage, guardian));
      const terms = { member, guardian: account.address, expires };
      return { ...terms, signature: (await account.signTypedData(signable("GuardianConsent", terms, deployment))) as Hex };
    }),
  );
  const wallet = createWalletClient({ account: privateKeyToAccount(keyOf(stage, member)), chain, transport });
  await send(reader, signerOf(wallet as never), deployment, parseSetGuardians(consents));
  await wait(stage, 14 * 86_400 + 60);
}

/** What a field that is handed on contains: the text that a reader would copy. */
export const textIn = (page: Page, label: string | RegExp): Promise<string> => page.getByLabel(label).inputValue();
