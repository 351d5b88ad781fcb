import type { Hex } from "viem";
import type { ChainEvent } from "#client/chain/events.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { orderText } from "./orderText.ts";

interface Entry {
  readonly text: string;
  readonly at: number;
  readonly tx: Hex;
  readonly cause: Hex | null;
}

/** What an event says of an order; null: nothing. */
function entryOf(event: ChainEvent, order: OrderRecord, t: (typeof orderText)["zh"]): Omit<Entry, "at" | "tx"> | null {
  if (event.contract !== "market") return null;
  if (event.name === "GroupReached") return event.args.offer === order.offer ? { text: t.entries.reach, cause: null } : null;
  if (!("order" in event.args) || event.args.order !== order.id) return null;
  const plain = (text: string) => ({ text, cause: null });
  switch (event.name) {
    case "OrderFunded":
      return plain(event.args.stage === 1 ? t.entries.pledge : t.entries.fund);
    case "OrderShipped":
      return plain(t.entries.ship);
    case "OrderDelivered":
      return plain(t.entries.deliver);
    case "OrderDisputed":
      return { text: t.entries.dispute, cause: event.args.cause };
    case "OrderEnded":
      return plain(order.end?.stage === "accepted" ? t.entries.accept : order.end?.stage === "refunded" ? t.entries.refund : t.entries.split);
    case "OrderRated":
      return plain(t.entries.rate(event.args.stars));
    default:
      return null;
  }
}

/** Every act on an order with its time and transaction, oldest first. */
export function OrderTimeline({ order }: { order: OrderRecord }) {
  const { ledger, now } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const group = offerOfOrder(ledger, order).terms.target > 0n;
  const entries = ledger.timeline.flatMap((event): Entry[] => {
    const told = entryOf(event, order, t);
    return told && (group || event.name !== "GroupReached") ? [{ ...told, at: event.at, tx: event.tx }] : [];
  });
  return (
    <ol className="[&>li]:border-b [&>li]:border-line [&>li:last-child]:border-b-0">
      {entries.map(({ text, at, tx, cause }) => (
        <li key={`${tx}${text}`} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <span className="min-w-0 flex-1 basis-52">
            {text}
            {cause && <span className="block text-sm text-ink-2">{t.cause} <Hash hash={cause} label={t.cause} /></span>}
          </span>
          <span className="text-sm text-ink-2"><span className="keep">{formatMoment(at, language, now)}</span> <Hash hash={tx} label={t.tx} /></span>
        </li>
      ))}
    </ol>
  );
}
