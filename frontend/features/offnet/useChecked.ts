import { useEffect, useState } from "react";
import { getCode } from "viem/actions";
import type { Address, Client } from "viem";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import { useLedger } from "../../shared/books/books.ts";
import { pageSpeech } from "../../shared/books/speech.ts";
import { useNetwork } from "../../shared/chain/network.ts";
import { itemsOf } from "./brought.ts";

/** What was found of each bundle, by its id. */
export type Checked = ReadonlyMap<string, CheckedItem>;

/**
 * Checks what is kept in this browser against the books, again whenever they go on: what was good may be done meanwhile. Nothing is
 * sent; only whether a key is a contract is asked of the node. Null while it is looked at for the first time.
 */
export function useChecked(entries: readonly { readonly id: string; readonly bundle: string }[]): Checked | null {
  const { ledger, now } = useLedger();
  const { deployment, client, state } = useNetwork();
  const [checked, setChecked] = useState<Checked | null>(null);
  // Within a minute nothing changes but by the books, and a list of the same things is the same list.
  const minute = Math.floor(now / 60);
  const which = entries.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (!deployment) return;
    let gone = false;
    const work = async () => {
      const read = entries.filter(({ bundle }) => itemsOf([bundle]).length === 1);
      const hasCode = client && state === "ready" ? asker(client) : undefined;
      const found = await checkItems(itemsOf(read.map(({ bundle }) => bundle)), { ledger, deployment, now, speech: pageSpeech, ...(hasCode ? { hasCode } : {}) });
      if (!gone) setChecked(new Map(read.map(({ id }, at) => [id, found[at]!])));
    };
    void work();
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- see `minute` and `which`
  }, [which, ledger, deployment, client, state, minute]);
  return checked;
}

/** Whether an address is a contract, as the node says; no where it does not answer. */
const asker = (client: Client) => (address: Address) => getCode(client, { address }).then((code) => code !== undefined && code !== "0x", () => false);
