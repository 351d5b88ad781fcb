import type { Account, Address, Chain, Client, Hex, ReplacementReason, TransactionReceipt, Transport } from "viem";
import { getBlock, getChainId, simulateContract, waitForTransactionReceipt, writeContract } from "viem/actions";
import type { Deployment } from "./deployment.ts";
import { type ChainEvent, contractFinder, decodeEvent } from "./events.ts";
import { Failure } from "./failure.ts";
import { toFailure } from "./toFailure.ts";
import { callOf, type ContractCall } from "./call.ts";
import type { Intent } from "./intent.ts";

/** Who signs: a wallet, a key in the browser, or a script's account. */
export interface Signer {
  readonly address: Address;
  /** The chain it would sign for now. */
  chainId(): Promise<number>;
  /** Signs and sends; gives the transaction's hash, or rejects with what the wallet or the node said. */
  writeContract(call: ContractCall): Promise<Hex>;
}

/** A signer from a viem client that has an account. */
export function signerOf(wallet: Client<Transport, Chain | undefined, Account>): Signer {
  return {
    address: wallet.account.address,
    chainId: () => getChainId(wallet),
    writeContract: (call) => writeContract(wallet, { ...call, account: wallet.account, chain: null }),
  };
}

/** An act that happened, as its receipt proves. */
export interface Done {
  readonly receipt: TransactionReceipt;
  /** All events of the cooperative in it. */
  readonly events: readonly ChainEvent[];
  /** The expected one; of several, the first. */
  readonly event: ChainEvent;
}

export interface SendOptions {
  /** Called once the node has the transaction: keep the hash, so that waiting can go on after a reload. */
  readonly onSent?: (hash: Hex) => void | Promise<void>;
  /** Milliseconds; 0 waits without end. */
  readonly timeout?: number;
}

/**
 * Signs and sends an intent and waits for its receipt. Success is the expected event in the receipt, nothing less.
 * Errors: Failure; before `onSent` nothing was sent.
 */
export async function send(client: Client, signer: Signer, deployment: Deployment, intent: Intent, options: SendOptions = {}): Promise<Done> {
  const hash = await sign(signer, deployment, intent);
  await options.onSent?.(hash);
  return settle(client, deployment, intent, hash, options.timeout);
}

async function sign(signer: Signer, deployment: Deployment, intent: Intent): Promise<Hex> {
  try {
    if ((await signer.chainId()) !== deployment.chainId) throw new Failure({ kind: "wallet", problem: "otherChain" });
    return await signer.writeContract(callOf(deployment, intent));
  } catch (error) {
    throw toFailure(error);
  }
}

/** Waits for the receipt of an intent that was sent, now or before a reload. Errors: Failure. */
export async function settle(client: Client, deployment: Deployment, intent: Intent, hash: Hex, timeout = 0): Promise<Done> {
  let replaced: ReplacementReason | undefined;
  try {
    const receipt = await waitForTransactionReceipt(client, { hash, timeout, onReplaced: ({ reason }) => (replaced = reason) });
    if (replaced && replaced !== "repriced") throw new Failure({ kind: "wallet", problem: "replaced" });
    if (receipt.status !== "success") throw await whyReverted(client, deployment, intent, receipt);
    return await readReceipt(client, deployment, intent, receipt);
  } catch (error) {
    throw toFailure(error);
  }
}

/** The refusal, if trying the act again in the state of its block shows it; a receipt itself does not say why. */
async function whyReverted(client: Client, deployment: Deployment, intent: Intent, { from, blockNumber, transactionHash }: TransactionReceipt): Promise<Failure> {
  try {
    await simulateContract(client, { ...callOf(deployment, intent), account: from, blockNumber });
  } catch (error) {
    const failure = toFailure(error);
    if (failure.data.kind === "rule") return failure;
  }
  return new Failure({ kind: "rule", rule: { is: "reverted", tx: transactionHash } });
}

/** Finds the expected event in a receipt. Errors: Failure of a rule, `noEvent`, where it is missing. */
export async function readReceipt(client: Client, deployment: Deployment, intent: Intent, receipt: TransactionReceipt): Promise<Done> {
  const { timestamp } = await getBlock(client, { blockNumber: receipt.blockNumber });
  const contractOf = contractFinder(deployment);
  const events = receipt.logs.flatMap((log) => {
    const contract = contractOf(log.address);
    const place = { block: log.blockNumber, blockHash: log.blockHash, at: Number(timestamp), tx: log.transactionHash, logIndex: log.logIndex };
    const event = contract && decodeEvent(contract, log, place);
    return event ? [event] : [];
  });
  const expected = events.filter((event) => event.contract === intent.contract && (event.name === intent.expects || event.name === intent.or));
  if (expected.length < intent.times) throw new Failure({ kind: "rule", rule: { is: "noEvent", event: intent.expects, tx: receipt.transactionHash } });
  return { receipt, events, event: expected[0]! };
}
