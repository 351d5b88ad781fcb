import { useMemo } from "react";
import type { Item } from "#client/offnet/bundle.ts";
import { type Confirmable, confirmableIn } from "#client/offnet/confirmable.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import type { InboxEntry } from "../../../shared/outbox/entry.ts";
import { useOutbox } from "../../../shared/outbox/outbox.ts";
import { standingOf } from "../../../shared/outbox/standing.ts";
import { itemIn, itemsOf } from "../brought.ts";
import type { Checked } from "../useChecked.ts";

/** What the reader may do, as their other side, about records that were brought; by entry. Nothing of what is no record, or is bad. */
export function useConfirmables(entries: readonly InboxEntry[], checked: Checked): ReadonlyMap<string, Confirmable> {
  const { ledger, now } = useLedger();
  const member = useMe();
  const signed = useOutbox();
  const minute = Math.floor(now / 60);
  return useMemo(() => {
    const waiting = signed.filter((entry) => standingOf(entry, ledger, minute * 60) === "waits");
    const sound = [...checked.values()].filter(({ verdict }) => verdict.is !== "bad" && verdict.is !== "done");
    const beside: Item[] = [...itemsOf(waiting.map(({ bundle }) => bundle)).map(itemIn), ...sound.map(({ item }) => item)];
    const found = new Map<string, Confirmable>();
    for (const { id } of entries) {
      const one = checked.get(id);
      if (one?.item.kind !== "act" || one.verdict.is === "bad") continue;
      const confirmable = confirmableIn(one.item, { ledger, now: minute * 60, member, carried: one.verdict.is === "done", beside });
      if (confirmable && confirmable.is !== "oneSided") found.set(id, confirmable);
    }
    return found;
  }, [entries, checked, ledger, member, signed, minute]);
}
