import { useEffect, useState } from "react";
import type { Address, Client } from "viem";
import { getCode } from "viem/actions";
import { type Item, readBundle, type ReadItem, writeBundle } from "#client/offnet/bundle.ts";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import type { Verdict } from "#client/offnet/verdicts.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { pageSpeech } from "../../../shared/books/speech.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import type { ActState } from "../../../shared/journal/entry.ts";

/** One kind of signed thing as it was read. */
export type Of<K extends Item["kind"]> = Extract<ReadItem, { kind: K }>;

/** Whether a read item is of a kind. */
export const isOf = <K extends Item["kind"]>(item: ReadItem, ...kinds: readonly K[]): item is Of<K> => (kinds as readonly string[]).includes(item.kind);

/** What a text holds of some kinds. */
export const itemsIn = <K extends Item["kind"]>(text: string, ...kinds: readonly K[]): Of<K>[] => readBundle(text).items.filter((item): item is Of<K> => isOf(item, ...kinds));

/** Items that were read, as one text again; without where they stood. */
export function bundleOf(items: readonly Item[], place: Parameters<typeof writeBundle>[1]): string {
  return writeBundle(items, place);
}

/** Items with what was found of each, beside the others; null while they are looked at for the first time. Nothing is sent. */
export function useCheckedItems<I extends ReadItem>(items: readonly I[]): readonly (CheckedItem & { readonly item: I })[] | null {
  const { ledger, now } = useLedger();
  const { deployment, client, state } = useNetwork();
  const [checked, setChecked] = useState<readonly CheckedItem[] | null>(null);
  const minute = Math.floor(now / 60);
  const what = items.map((item) => item.signature).join();
  useEffect(() => {
    if (!deployment) return;
    let gone = false;
    const hasCode = client && state === "ready" ? asker(client) : undefined;
    void checkItems(items, { ledger, deployment, now, speech: pageSpeech, ...(hasCode ? { hasCode } : {}) }).then((found) => !gone && setChecked(found));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- the items are told by their signatures, the time by its minute
  }, [what, ledger, deployment, client, state, minute]);
  return checked && checked.map(({ item }) => item.signature).join() === what ? (checked as readonly (CheckedItem & { readonly item: I })[]) : null;
}

/** Whether an address is a contract, as the node says; no where it does not answer. */
const asker = (client: Client) => (address: Address) => getCode(client, { address }).then((code) => code !== undefined && code !== "0x", () => false);

/** Whether it is as good as can be told before it is used: in order, or only waiting for others or for its time. */
export const isSound = ({ is }: Verdict): boolean => is !== "bad" && is !== "done";

/** The mark of a verdict. */
export const markOf = ({ is }: Verdict): ActState => (is === "bad" ? "failed" : is === "done" ? "final" : is === "waits" ? "ready" : "signed");
