import type { MemberId } from "#client/chain/ids.ts";
import { type Failure, toReadFailure } from "#client/chain/failure.ts";
import type { Progress } from "#client/chain/logs.ts";
import type { Ledger } from "#client/ledger.ts";
import { memberByKey } from "#client/people/fold.ts";
import { type Reading, readLedger } from "#client/read.ts";
import { headStore, useChainNow } from "../chain/clock.ts";
import { chainKey } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import { signerStore, useSigner } from "../signer/signer.ts";
import { createStore, useStore } from "../store/store.ts";

/** The cooperative's books as this page has read them. They stay when the node falls silent; `failure` says so. */
export interface Books {
  /** Null before the first reading has ended. */
  ledger: Ledger | null;
  /** The block up to which they were read. */
  block: bigint | null;
  /** How the reading under way goes; null when none is. */
  progress: Progress | null;
  failure: Failure | null;
}

const closed: Books = { ledger: null, block: null, progress: null, failure: null };

/** Folded from the chain's own log in this browser; no server stands between. */
export const booksStore = createStore<Books>(closed);

let reading: Reading | undefined;
let readFor = "";
let busy = false;
let again = false;

/** Reads what is new. Calls that come while a reading is under way are answered by one more reading after it. */
export async function refreshBooks(): Promise<void> {
  const { client, deployment, state } = networkStore.get();
  if (!client || !deployment || state !== "ready") return;
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const key = `${chainKey(deployment)}/${deployment.contracts.memberRegistry}`;
    if (readFor !== key) {
      [readFor, reading] = [key, undefined];
      booksStore.set(closed);
    }
    const onProgress = (progress: Progress) => booksStore.set({ ...booksStore.get(), progress });
    reading = await readLedger(client, deployment, reading, { onProgress });
    const before = booksStore.get();
    const same = before.ledger === reading.ledger && before.block === reading.checkpoint.block && !before.failure && !before.progress;
    if (!same) booksStore.set({ ledger: reading.ledger, block: reading.checkpoint.block, progress: null, failure: null });
  } catch (error) {
    booksStore.set({ ...booksStore.get(), progress: null, failure: toReadFailure(error) });
  } finally {
    busy = false;
  }
  if (again) {
    again = false;
    await refreshBooks();
  }
}

/** Keeps the books up with the chain: read when the network opens and after every new block. Returns a way to stop. */
export function followBooks(): () => void {
  const stops = [networkStore.follow(() => void refreshBooks()), headStore.follow(() => void newBlock())];
  return () => stops.forEach((stop) => stop());
}

async function newBlock(): Promise<void> {
  const head = headStore.get();
  const { block, failure } = booksStore.get();
  if (head && (block === null || failure || head.number !== block)) await refreshBooks();
}

/** The books in a view. */
export function useBooks(): Books {
  return useStore(booksStore);
}

/** The books and the chain's time, for views that are only drawn once they are read. Throws before that: see BooksGate. */
export function useLedger(): { ledger: Ledger; now: number } {
  const { ledger } = useBooks();
  const now = useChainNow();
  if (!ledger) throw new Error("the books are not read yet");
  return { ledger, now };
}

/** Whose key the signer's address is, or null: nobody signs, or the address is no member's key in force. */
export function useMe(): MemberId | null {
  const signer = useSigner();
  const { ledger } = useBooks();
  return signer && ledger ? memberOf(ledger, signer.address) : null;
}

/** The member who signs now; for acts outside a view. */
export function currentMember(): MemberId | null {
  const { ledger } = booksStore.get();
  const signer = signerStore.get();
  return signer && ledger ? memberOf(ledger, signer.address) : null;
}

function memberOf(ledger: Ledger, address: string): MemberId | null {
  const member = memberByKey(ledger, address);
  return member && member.key.toLowerCase() === address.toLowerCase() ? member.id : null;
}
