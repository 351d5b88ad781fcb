// Calls of a token itself, which is no contract of the cooperative: an approval, and practice money.
import { type Abi, encodeEventTopics, encodeFunctionData } from "viem";
import { getTransactionCount } from "viem/actions";
import { useState } from "react";
import { Failure } from "#client/chain/failure.ts";
import type { Token } from "#client/chain/ids.ts";
import { tokenAbi } from "#client/price/token.ts";
import { checkChainOfSigner } from "../../../shared/act/send.ts";
import { type ToldFailure, tellFailure } from "../../../shared/act/failure.ts";
import { chainKey } from "../../../shared/chain/deployment.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import { addEntry, changeEntry } from "../../../shared/journal/journal.ts";
import { onHappened } from "../../../shared/journal/watch.ts";
import type { Both } from "../../../shared/language/words.ts";
import { signerStore } from "../../../shared/signer/signer.ts";

/** A call of a token, with the event that must be in its receipt. */
export interface TokenCall {
  readonly token: Token;
  readonly functionName: "approve" | "mint";
  readonly args: readonly [`0x${string}`, bigint];
  readonly expects: "Approval" | "Transfer";
  readonly act: Both;
}

/** Signs and sends it; the journal follows it like every act. `done` is called once its receipt shows that it happened. Errors: Failure, or what the wallet said. */
async function sendTokenCall({ token, functionName, args, expects, act }: TokenCall, done: () => void): Promise<void> {
  const { deployment, client } = networkStore.get();
  const signer = signerStore.get();
  if (!deployment || !client || !signer) throw new Failure({ kind: "wallet", problem: "gone" });
  await checkChainOfSigner();
  const call = { address: token, abi: tokenAbi as Abi, functionName, args };
  const [topic] = encodeEventTopics({ abi: tokenAbi, eventName: expects }) as [`0x${string}`];
  const id = crypto.randomUUID();
  await addEntry({
    id, chain: chainKey(deployment), act, state: "ready", link: "#/purse", from: signer.address, to: token,
    data: encodeFunctionData({ abi: tokenAbi, functionName, args }), expects: { address: token, topic, times: 1 }, madeAt: Date.now(),
  });
  try {
    const nonce = signer.kind === "practice" ? await getTransactionCount(client, { address: signer.address, blockTag: "pending" }) : undefined;
    const hash = await signer.writeContract(call);
    await changeEntry(id, { state: "sent", hash, sentAt: Date.now(), ...(nonce === undefined ? {} : { nonce }) });
    onHappened(id, done);
  } catch (error) {
    await changeEntry(id, null);
    throw error;
  }
}

/** Such a call in a view: pressed once, told when it is done or why it failed. */
export function useTokenCall(onDone: () => void): { busy: boolean; failure: ToldFailure | null; send: (call: TokenCall) => void } {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ToldFailure | null>(null);
  const send = (call: TokenCall) => {
    setBusy(true);
    setFailure(null);
    const done = () => {
      setBusy(false);
      onDone();
    };
    sendTokenCall(call, done).catch((error: unknown) => {
      setBusy(false);
      setFailure(tellFailure(error));
    });
  };
  return { busy, failure, send };
}
