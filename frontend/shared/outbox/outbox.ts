import { useStore } from "../store/store.ts";
import type { InboxEntry, OutboxEntry } from "./entry.ts";
import { keptShelf } from "./shelf.ts";

/** What was signed in this browser and not sent, newest first. */
export const outbox = keptShelf("outbox", (a, b) => b.madeAt - a.madeAt);

/** What others signed and was brought here, newest first. */
export const inbox = keptShelf("inbox", (a, b) => b.cameAt - a.cameAt || a.number - b.number);

/** The outbox in a view. */
export const useOutbox = (): readonly OutboxEntry[] => useStore(outbox);

/** The inbox in a view. */
export const useInbox = (): readonly InboxEntry[] => useStore(inbox);

/** Opens both for a chain. */
export const openOutbox = (chain: string): Promise<unknown> => Promise.all([outbox.open(chain), inbox.open(chain)]);
