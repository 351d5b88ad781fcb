// One account that pays for transactions: one at a time, each on the disk before it is sent, so that a killed program sends none twice.
import { type Address, type Client, type Hex, keccak256, type LocalAccount, type TransactionReceipt } from "viem";
import { estimateFeesPerGas, getBlock, getGasPrice, getTransactionCount, getTransactionReceipt, sendRawTransaction } from "viem/actions";
import { Failure } from "#client/chain/failure.ts";
import { toFailure } from "#client/chain/toFailure.ts";

/** A transaction that was signed and may have been sent. `ids`: of what it carries; `at`: milliseconds since 1970. */
export interface Sent {
  readonly is: "sent";
  readonly nonce: number;
  readonly hash: Hex;
  readonly raw: Hex;
  readonly ids: readonly Hex[];
  readonly at: number;
}

/** How it ended. `lost`: another transaction of the account took its place. */
export interface Settled {
  readonly is: "settled";
  readonly nonce: number;
  readonly status: "success" | "reverted" | "lost";
  readonly hash: Hex | null;
  readonly gasUsed: number;
  readonly ids: readonly Hex[];
  readonly at: number;
}

/** A settled transaction with its receipt; null where it was lost. */
export interface Ended {
  readonly settled: Settled;
  readonly receipt: TransactionReceipt | null;
}

/** What is to be sent. */
export interface Call {
  readonly to: Address;
  readonly data: Hex;
  readonly gas: bigint;
}

export interface PayerOptions {
  readonly client: Client;
  readonly account: LocalAccount;
  readonly chainId: number;
  /** Puts an entry on the disk before it returns. */
  note(entry: Sent | Settled): void;
  /** What the journal told of as sent and not settled. */
  readonly before?: readonly Sent[];
  /** Milliseconds between looks, until a fee is raised, and until it is given up for now. */
  readonly pace?: { readonly look: number; readonly raise: number; readonly patience: number };
}

interface Fees {
  readonly maxFeePerGas?: bigint;
  readonly maxPriorityFeePerGas?: bigint;
  readonly gasPrice?: bigint;
}

/** So often a receipt is looked for after its nonce was used: nodes tell the one before the other. */
const LOOKS = 5;

export class Payer {
  readonly address: Address;
  private readonly options: PayerOptions & { readonly pace: NonNullable<PayerOptions["pace"]> };
  /** What was signed for one nonce and is not settled. */
  private open: readonly Sent[];

  constructor(options: PayerOptions) {
    this.address = options.account.address;
    this.options = { pace: { look: 1_000, raise: 60_000, patience: 600_000 }, ...options };
    this.open = options.before ?? [];
  }

  /** Whether a transaction was signed and is not settled: `resume` goes before any other. */
  get waits(): boolean {
    return this.open.length > 0;
  }

  /** Signs, keeps, sends and waits. Errors: Failure of wallet or network; after one, `waits` tells whether something may have been sent. */
  async send(call: Call, ids: readonly Hex[]): Promise<Ended> {
    if (this.waits) throw new Error("A transaction waits: resume it first.");
    const { client } = this.options;
    const nonce = await patiently(() => getTransactionCount(client, { address: this.address, blockTag: "latest" }));
    const fees = await patiently(() => this.fees());
    const sent = await this.sign(call, nonce, fees, ids);
    const failure = await this.broadcast(sent);
    // What the node refused outright is in no block and will be in none: its nonce is free.
    if (failure?.data.kind === "wallet") {
      this.close({ is: "settled", nonce, status: "lost", hash: null, gasUsed: 0, ids, at: Date.now() });
      throw failure;
    }
    return this.settle(call, fees);
  }

  /** Goes on with what was signed and not settled: it is sent again as it was, and waited for. Errors: Failure of the network. */
  async resume(): Promise<Ended> {
    for (const sent of this.open) await this.broadcast(sent);
    return this.settle(null, {});
  }

  private async sign(call: Call, nonce: number, fees: Fees, ids: readonly Hex[]): Promise<Sent> {
    const { account, chainId, note } = this.options;
    const raw = await account.signTransaction({ ...call, ...fees, nonce, chainId, type: fees.gasPrice === undefined ? "eip1559" : "legacy" } as never);
    const sent: Sent = { is: "sent", nonce, hash: keccak256(raw), raw, ids, at: Date.now() };
    note(sent);
    this.open = [...this.open, sent];
    return sent;
  }

  /** What the node said against it. It may have it all the same, or have mined it: the looks that follow tell. */
  private async broadcast({ raw }: Sent): Promise<Failure | null> {
    return sendRawTransaction(this.options.client, { serializedTransaction: raw }).then(() => null, toFailure);
  }

  private async settle(call: Call | null, fees: Fees): Promise<Ended> {
    const { pace } = this.options;
    const { nonce, ids } = this.open[0]!;
    const begun = Date.now();
    let [paid, passed] = [fees, 0];
    for (let look = 1; ; look++) {
      const receipt = await this.receiptOf(this.open);
      if (receipt) return this.end(receipt, nonce, ids);
      if (await this.isUsed(nonce)) passed += 1;
      if (passed > LOOKS) return { settled: this.close({ is: "settled", nonce, status: "lost", hash: null, gasUsed: 0, ids, at: Date.now() }), receipt: null };
      if (Date.now() - begun > pace.patience) throw new Failure({ kind: "network", problem: "slow" });
      const last = this.open.at(-1)!;
      if (call && passed === 0 && Date.now() - last.at > pace.raise) {
        paid = raised(paid, await patiently(() => this.fees()));
        await this.broadcast(await this.sign(call, nonce, paid, ids));
      } else if (look % LOOKS === 0) await this.broadcast(last); // a node that was started anew has forgotten it
      await pause(pace.look);
    }
  }

  private close(settled: Settled): Settled {
    this.options.note(settled);
    this.open = [];
    return settled;
  }

  private end(receipt: TransactionReceipt, nonce: number, ids: readonly Hex[]): Ended {
    return { settled: this.close({ is: "settled", nonce, status: receipt.status, hash: receipt.transactionHash, gasUsed: Number(receipt.gasUsed), ids, at: Date.now() }), receipt };
  }

  private async receiptOf(tries: readonly Sent[]): Promise<TransactionReceipt | null> {
    for (const { hash } of tries) {
      const receipt = await patiently(() => getTransactionReceipt(this.options.client, { hash }).catch(noneYet));
      if (receipt) return receipt;
    }
    return null;
  }

  private async isUsed(nonce: number): Promise<boolean> {
    return (await patiently(() => getTransactionCount(this.options.client, { address: this.address, blockTag: "latest" }))) > nonce;
  }

  private async fees(): Promise<Fees> {
    const { client } = this.options;
    const { baseFeePerGas } = await getBlock(client);
    if (baseFeePerGas === null) return { gasPrice: await getGasPrice(client) };
    const { maxFeePerGas, maxPriorityFeePerGas } = await estimateFeesPerGas(client, { chain: null, type: "eip1559" });
    return { maxFeePerGas, maxPriorityFeePerGas };
  }
}

function noneYet(error: Error): null {
  if (error.name === "TransactionReceiptNotFoundError") return null;
  throw error;
}

/** A quarter more, as nodes ask of a transaction that takes another's place, or today's fee where that is more. */
function raised(paid: Fees, today: Fees): Fees {
  const more = (before: bigint | undefined, now: bigint | undefined): bigint | undefined => {
    if (now === undefined) return undefined;
    const least = ((before ?? 0n) * 5n) / 4n + 1n;
    return least > now ? least : now;
  };
  const [gasPrice, maxFeePerGas, maxPriorityFeePerGas] = [more(paid.gasPrice, today.gasPrice), more(paid.maxFeePerGas, today.maxFeePerGas), more(paid.maxPriorityFeePerGas, today.maxPriorityFeePerGas)];
  return gasPrice === undefined ? { maxFeePerGas: maxFeePerGas!, maxPriorityFeePerGas: maxPriorityFeePerGas! } : { gasPrice };
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

/** Asks again where the way to the chain failed, a little later each time. Errors: Failure. */
export async function patiently<T>(ask: () => Promise<T>, tries = 6, wait = 500): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.data.kind !== "network" || tried >= tries) throw failure;
      await pause(wait * 2 ** (tried - 1));
    }
  }
}

/** The transactions of a journal that were sent and not settled, by nonce. One nonce at most, since they go one at a time. */
export function unsettled(entries: readonly (Sent | Settled)[]): Sent[] {
  const open = new Map<number, Sent[]>();
  for (const entry of entries) {
    if (entry.is === "settled") open.delete(entry.nonce);
    else open.set(entry.nonce, [...(open.get(entry.nonce) ?? []), entry]);
  }
  return [...open.values()].at(-1) ?? [];
}
