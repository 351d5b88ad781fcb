import type { Client, TransactionReceipt } from "viem";
import { call, getBlock, getBlockNumber, getTransaction, getTransactionCount, getTransactionReceipt } from "viem/actions";
import { networkStore, refreshHead } from "../chain/network.ts";
import { announce } from "../parts/announce.ts";
import type { Both } from "../language/words.ts";
import type { JournalEntry } from "./entry.ts";
import { changeEntry, journalStore } from "./journal.ts";
import { journalText } from "./text.ts";

/** Called with every receipt that shows that an act happened, by the id of its entry. */
type Happened = (receipt: TransactionReceipt) => void;
const waiting = new Map<string, Happened>();

/** Calls once when the act of an entry has happened. After a reload nobody waits any more, and the journal alone tells. */
export function onHappened(id: string, happened: Happened): void {
  waiting.set(id, happened);
}

/** Follows every act that is on its way, for as long as it takes, also after a reload. Returns a way to stop. */
export function followJournal(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const round = async () => {
    const { client, state } = networkStore.get();
    if (client && state === "ready") {
      for (const entry of journalStore.get()) {
        if (entry.state === "sent") await lookForReceipt(client, entry).catch(() => undefined);
        else if (entry.state === "inBlock") await lookForFinality(client, entry).catch(() => undefined);
      }
    }
    if (!stopped) timer = setTimeout(round, networkStore.get().deployment?.practice ? 700 : 3000);
  };
  timer = setTimeout(round, 0);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function receiptOf(client: Client, hash: `0x${string}`): Promise<TransactionReceipt | null> {
  return getTransactionReceipt(client, { hash }).catch((error: Error) => {
    if (error.name === "TransactionReceiptNotFoundError") return null;
    throw error;
  });
}

async function lookForReceipt(client: Client, entry: JournalEntry): Promise<void> {
  if (!entry.hash) return;
  const receipt = await receiptOf(client, entry.hash);
  if (!receipt) return lookForReplacement(client, entry, entry.hash);
  const block = receipt.blockNumber.toString();
  const { address, topic, times, or } = entry.expects;
  const there = receipt.logs.filter((log) => log.address.toLowerCase() === address.toLowerCase() && (log.topics[0] === topic || (or !== undefined && log.topics[0] === or))).length >= times;
  if (receipt.status === "success" && there) {
    await changeEntry(entry.id, { state: "inBlock", block });
    await refreshHead();
    waiting.get(entry.id)?.(receipt);
    waiting.delete(entry.id);
    tell(entry, (t) => t.happened(block));
    return;
  }
  const reason = receipt.status === "success" ? both((t) => t.notRecorded) : await whyRefused(client, entry, receipt.blockNumber);
  await changeEntry(entry.id, { state: "failed", block, reason });
  waiting.delete(entry.id);
  tell(entry, (t) => t.failed);
}

/** Asks the node to try the same call on the state of that block, since a receipt does not say why. */
async function whyRefused(client: Client, entry: JournalEntry, blockNumber: bigint): Promise<Both> {
  try {
    await call(client, { account: entry.from, to: entry.to, data: entry.data, blockNumber });
  } catch (error) {
    const { tellFailure } = await import("../act/failure.ts");
    const { data, title } = tellFailure(error);
    if (data.kind === "rule") return title;
  }
  return both((t) => t.pastRevert);
}

/** A transaction that nobody knows while its nonce is used up was replaced by another from the same wallet. */
async function lookForReplacement(client: Client, entry: JournalEntry, hash: `0x${string}`): Promise<void> {
  const sent = await getTransaction(client, { hash }).catch((error: Error) => {
    if (error.name === "TransactionNotFoundError") return null;
    throw error;
  });
  if (sent) {
    if (entry.nonce === undefined) await changeEntry(entry.id, { nonce: sent.nonce });
    return;
  }
  if (entry.nonce === undefined) return;
  const used = await getTransactionCount(client, { address: entry.from, blockTag: "latest" });
  if (used <= entry.nonce) return;
  // The receipt may have come between the two questions.
  if (await receiptOf(client, hash)) return;
  await changeEntry(entry.id, { state: "replaced", reason: both((t) => t.replacedWhy) });
  tell(entry, (t) => t.replaced);
}

/** Final is what the chain calls finalized; where it has no such word, 32 blocks. A block that was undone sends the act back to waiting. */
async function lookForFinality(client: Client, entry: JournalEntry): Promise<void> {
  if (!entry.hash || !entry.block) return;
  const final = await getBlock(client, { blockTag: "finalized" }).then(
    (block) => block.number,
    async () => (await getBlockNumber(client, { cacheTime: 0 })) - 32n,
  );
  if (final < BigInt(entry.block)) return;
  const receipt = await receiptOf(client, entry.hash);
  if (receipt) await changeEntry(entry.id, { state: "final", block: receipt.blockNumber.toString() });
  else await changeEntry(entry.id, { state: "sent" });
}

const both = (say: (t: (typeof journalText)["zh"]) => string): Both => ({ zh: say(journalText.zh), en: say(journalText.en) });

function tell(entry: JournalEntry, say: (t: (typeof journalText)["zh"]) => string): void {
  announce({ zh: `${entry.act.zh}：${say(journalText.zh)}`, en: `${entry.act.en}: ${say(journalText.en)}` });
}
