import { useMemo, useState } from "react";
import { type Item, itemId } from "#client/offnet/bundle.ts";
import { explainItem } from "#client/offnet/explain.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { pageSpeech } from "../../../shared/books/speech.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Both } from "../../../shared/language/words.ts";
import { CloseIcon } from "../../../shared/look/icons.tsx";
import type { ActState } from "../../../shared/journal/entry.ts";
import { inbox, outbox, useInbox, useOutbox } from "../../../shared/outbox/outbox.ts";
import { IconButton } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { itemIn, itemsOf } from "../brought.ts";
import { offnetText } from "../text.ts";
import { type Arrival, arrivalOf, arrivalsOf, type End, endOf } from "./ends.ts";
import { Hands } from "./Hands.tsx";
import { useCarrier } from "./useCarrier.ts";

const SIZE = 25;

interface Ended {
  readonly id: string;
  readonly item: Item;
  readonly what: Both;
  readonly end: End;
  readonly arrival: Arrival | null;
  readonly link?: string;
  readonly remove: () => void;
}

/** What has an end: one's own from this browser, and what was carried from here for others. */
export function Done() {
  const t = useWords(offnetText);
  const ended = useEnded();
  const [page, setPage] = useState(0);
  if (ended.length === 0) return <EmptyState sentence={t.doneEmpty} hint={t.doneEmptyHint} />;
  return (
    <>
      <p className="text-ink-2">{t.doneLead}</p>
      <ul aria-label={t.done} className="mt-2">
        {pageOf(ended, page, SIZE).map((one) => (
          <Row key={one.id} ended={one} />
        ))}
      </ul>
      <Pager page={page} size={SIZE} total={ended.length} label={t.done} onTurn={setPage} />
    </>
  );
}

/** All that ended, the latest first. */
function useEnded(): readonly Ended[] {
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const [mine, others] = [useOutbox(), useInbox()];
  const minute = Math.floor(now / 60);
  return useMemo(() => {
    if (!deployment) return [];
    const arrivals = arrivalsOf(ledger);
    const own = mine.flatMap((entry): Ended[] => {
      const end = endOf(entry, ledger, arrivals, minute * 60);
      const [read] = itemsOf([entry.bundle]);
      if (!end || !read) return [];
      const arrival = end === "done" || end === "voted" ? arrivalOf(read, ledger, arrivals) : null;
      return [{ id: entry.id, item: itemIn(read), what: entry.act, end, arrival, ...(entry.link ? { link: entry.link } : {}), remove: () => void outbox.drop([entry.id]) }];
    });
    const carried = others.flatMap((entry): Ended[] => {
      const [read] = itemsOf([entry.bundle]);
      if (!read || read.place.chainId !== deployment.chainId) return [];
      const receipt = entry.carriage?.done ? { tx: entry.carriage.tx, at: Math.floor(entry.carriage.at / 1000) } : null;
      const arrival = arrivalOf(read, ledger, arrivals) ?? receipt;
      if (!arrival) return [];
      const what = explainItem(itemIn(read), { ledger, deployment, speech: pageSpeech });
      return [{ id: entry.id, item: itemIn(read), what, end: read.kind === "ballot" ? "voted" : "done", arrival, remove: () => void inbox.drop([entry.id]) }];
    });
    // What was signed and carried in one browser is told once.
    const known = new Set(own.map(({ item }) => itemId(item)));
    return [...own, ...carried.filter(({ item }) => !known.has(itemId(item)))].toSorted((a, b) => (b.arrival?.at ?? 0) - (a.arrival?.at ?? 0));
  }, [ledger, deployment, mine, others, minute]);
}

const marks: Readonly<Record<End, ActState>> = { done: "final", voted: "final", votedOther: "expired", revoked: "replaced", keyReplaced: "expired", expired: "expired" };

function Row({ ended: { item, what, end, arrival, link, remove } }: { ended: Ended }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const { now } = useLedger();
  const carrier = useCarrier(arrival?.tx ?? null);
  const word = arrival ? `${t.ends[end]}${language === "zh" ? "，" : ", "}${formatMoment(arrival.at, language, now)}` : t.ends[end];
  return (
    <li className="flex items-start gap-3 border-b border-line py-3 last:border-b-0">
      <span className="mt-1"><StateMark state={marks[end]} /></span>
      <span className="min-w-0 flex-1">
        <span className="block leading-snug">{link ? <a href={link} className="hover:underline">{what[language]}</a> : what[language]}</span>
        <span className="block text-sm text-ink-2">{word}</span>
        {arrival && <Hands item={item} carrier={carrier} tx={arrival.tx} />}
      </span>
      <IconButton label={t.removeOne(what[language])} onClick={remove} className="-my-1.5">
        <CloseIcon size={16} />
      </IconButton>
    </li>
  );
}
