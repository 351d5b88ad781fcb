// What the chain says, read once for many who ask at the same time.
import type { Address } from "viem";
import { getCode } from "viem/actions";
import type { Ledger } from "#client/ledger.ts";
import type { Cooperative } from "../../coop/open.ts";
import { readNow } from "../../decide/now.ts";

/** The books at a moment; `now`: the chain's time, in seconds since 1970. */
export interface Snapshot {
  readonly ledger: Ledger;
  readonly now: number;
}

/** Visitors are told from books that may be so old, in milliseconds. */
const FRESH = 2_000;

export class Books {
  private readonly cooperative: Cooperative;
  private last: { readonly snapshot: Snapshot; readonly at: number } | null = null;
  private asked: Promise<Snapshot> | null = null;
  private readonly contracts = new Map<string, boolean>();

  constructor(cooperative: Cooperative) {
    this.cooperative = cooperative;
  }

  /** When they were last read, milliseconds since 1970; null: never. */
  get readAt(): number | null {
    return this.last?.at ?? null;
  }

  /** As they are now. Errors: Failure of the network. */
  read(): Promise<Snapshot> {
    this.asked ??= readNow(this.cooperative)
      .then((snapshot) => {
        this.last = { snapshot, at: Date.now() };
        return snapshot;
      })
      .finally(() => (this.asked = null));
    return this.asked;
  }

  /** As they were a moment ago. Errors: Failure of the network. */
  recent(): Promise<Snapshot> {
    return this.last && Date.now() - this.last.at < FRESH ? Promise.resolve(this.last.snapshot) : this.read();
  }

  /** Whether an address is a contract. A contract stays one; what has no code today may have some tomorrow. */
  hasCode = async (address: Address): Promise<boolean> => {
    const key = address.toLowerCase();
    if (this.contracts.has(key)) return true;
    const has = (await getCode(this.cooperative.client, { address })) !== undefined;
    if (has) this.contracts.set(key, true);
    return has;
  };
}
