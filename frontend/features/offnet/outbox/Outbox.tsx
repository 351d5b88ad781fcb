import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { writeBundle } from "#client/offnet/bundle.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import type { OutboxEntry } from "../../../shared/outbox/entry.ts";
import { outbox, useOutbox } from "../../../shared/outbox/outbox.ts";
import { standingOf } from "../../../shared/outbox/standing.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { ErrorNote, Notice } from "../../../shared/parts/Notice.tsx";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { withCarriages } from "../acts/outcomes.ts";
import { useShip } from "../acts/useShip.ts";
import { HandOnButton } from "../handOn/HandOnButton.tsx";
import { offnetText } from "../text.ts";
import { type Checked, useChecked } from "../useChecked.ts";
import { handedOn, withBefore } from "./before.ts";
import { EntryDialog } from "./EntryDialog.tsx";
import { OutboxRow } from "./OutboxRow.tsx";

const SIZE = 25;

/** What was signed here and waits; each is opened to be handed on, sent or taken back. */
export function Outbox() {
  const t = useWords(offnetText);
  const { ledger, now } = useLedger();
  const { item } = useSearch({ strict: false }) as { item?: unknown };
  const entries = useOutbox();
  const waiting = entries.filter((entry) => standingOf(entry, ledger, now) === "waits");
  const checked = useChecked(withBefore(waiting));
  const [page, setPage] = useState(0);
  const open = typeof item === "string" ? entries.find(({ digest }) => digest === item) : undefined;
  return (
    <>
      {typeof item === "string" && !open && <div className="mb-6"><Notice>{t.gone}</Notice></div>}
      {waiting.length === 0 ? <Nothing /> : <p className="text-ink-2">{t.outboxLead}</p>}
      <ul aria-label={t.outbox} className="mt-2">
        {pageOf(waiting, page, SIZE).map((entry) => (
          <OutboxRow key={entry.id} entry={entry} checked={checked?.get(entry.id) ?? null} />
        ))}
      </ul>
      <Pager page={page} size={SIZE} total={waiting.length} label={t.outbox} onTurn={setPage} />
      {waiting.length > 1 && <All waiting={waiting} checked={checked} />}
      {waiting.length > 0 && <p className="prose mt-5 text-sm text-ink-3">{t.onlyHere}</p>}
      {open && <EntryDialog entry={open} checked={checked} onClose={() => void (window.location.hash = "/offnet")} />}
    </>
  );
}

/** Nothing waits: how it goes, in three steps. */
function Nothing() {
  const t = useWords(offnetText);
  return (
    <>
      <EmptyState sentence={t.outboxEmpty} hint={t.outboxEmptyHint} />
      <ol className="grid gap-4 sm:grid-cols-3">
        {[t.step1, t.step2, t.step3].map((step, at) => (
          <li key={at} className="border-t border-line pt-3">
            <span className="num font-figures text-2xl leading-none">{at + 1}</span>
            <p className="mt-1">{step}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** All that waits, in one bundle or one go. */
function All({ waiting, checked }: { waiting: readonly OutboxEntry[]; checked: Checked | null }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const { deployment } = useNetwork();
  const ship = useShip(
    () => undefined,
    (outcomes) => void outbox.put(withCarriages(waiting, checked, outcomes)),
  );
  const found = withBefore(waiting).flatMap(({ id }) => checked?.get(id) ?? []);
  const count = planShipments(found).reduce((sum, { items }) => sum + items.length, 0);
  const items = handedOn(waiting, checked);
  const bundle = deployment ? writeBundle(items, deployment) : "";
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      <HandOnButton bundle={bundle} count={items.length} label={t.handAll(items.length)} />
      {count > 0 && <Button look="text" busy={ship.busy} closed={ship.away ? t.away : undefined} onClick={() => ship.ship(found)}>{ship.busy ? t.asking : t.sendAll(count)}</Button>}
      {ship.refused.map(({ item, say }, at) => <ErrorNote key={at} title={item.what[language]} advice={t.notSent(say[language])} />)}
    </div>
  );
}
