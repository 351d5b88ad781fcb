import { useBooks } from "../books/books.ts";
import { useChainNow } from "../chain/clock.ts";
import { useOutbox } from "./outbox.ts";
import { countWaiting } from "./standing.ts";

/** How many signed acts wait here to be sent. */
export function useWaiting(): number {
  const { ledger } = useBooks();
  return countWaiting(useOutbox(), ledger, useChainNow());
}
