import { useMemo, useState } from "react";
import { writeBundle } from "#client/offnet/bundle.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { inbox, useInbox } from "../../../shared/outbox/outbox.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import type { Outcome } from "../acts/carry.ts";
import { withCarriages } from "../acts/outcomes.ts";
import { type Ship, useShip } from "../acts/useShip.ts";
import { itemIn } from "../brought.ts";
import { HandOnButton } from "../handOn/HandOnButton.tsx";
import { offnetText } from "../text.ts";
import { type Checked, useChecked } from "../useChecked.ts";
import { BringIn } from "./BringIn.tsx";
import { CheckedList } from "./CheckedList.tsx";
import { Outcomes } from "./Outcomes.tsx";

/** Where what others signed is brought, looked at one by one, and sent together. */
export function Inbox() {
  const t = useWords(offnetText);
  const all = useInbox();
  // What was carried from here and done stands under Done.
  const entries = useMemo(() => all.filter(({ carriage }) => !carriage?.done), [all]);
  const checked = useChecked(entries);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const keep = (told: readonly Outcome[]) => {
    setOutcomes((before) => [...before, ...told]);
    void inbox.put(withCarriages(entries, checked, told));
  };
  const ship = useShip(() => setOutcomes([]), keep);
  return (
    <>
      <p className="prose mb-5 text-ink-2">{t.inboxLead}</p>
      {outcomes.length + ship.refused.length > 0 && <Outcomes outcomes={outcomes} refused={ship.refused} />}
      <BringIn onBrought={() => setOutcomes([])} />
      {entries.length === 0 && outcomes.length === 0 && <EmptyState sentence={t.inboxEmpty} hint={t.inboxEmptyHint} />}
      {entries.length > 0 && !checked && <p role="status" className="mt-6 text-ink-2">{t.checking}</p>}
      {entries.length > 0 && checked && (
        <Section title={t.list} note={t.kept}>
          <CheckedList entries={entries} checked={checked} />
          <Ways ids={entries.map(({ id }) => id)} checked={checked} ship={ship} />
        </Section>
      )}
    </>
  );
}

/** Send what is good, hand all of it on, take away what will never go. */
function Ways({ ids, checked, ship }: { ids: readonly string[]; checked: Checked; ship: Ship }) {
  const t = useWords(offnetText);
  const { deployment } = useNetwork();
  const found = ids.flatMap((id) => checked.get(id) ?? []);
  const count = planShipments(found).reduce((sum, { items }) => sum + items.length, 0);
  const dead = ids.filter((id) => ["bad", "done"].includes(checked.get(id)?.verdict.is ?? ""));
  const alive = found.filter(({ verdict }) => verdict.is !== "bad" && verdict.is !== "done");
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3">
      <Button onClick={() => ship.ship(found)} busy={ship.busy} closed={count === 0 ? t.sendNone : ship.away ? t.away : undefined}>{ship.busy ? t.asking : t.send(count)}</Button>
      {deployment && alive.length > 0 && <HandOnButton bundle={writeBundle(alive.map(({ item }) => itemIn(item)), deployment)} count={alive.length} label={t.passOn(alive.length)} />}
      {dead.length > 0 && dead.length < ids.length && <Button look="text" onClick={() => void inbox.drop(dead)}>{t.clearDead(dead.length)}</Button>}
      <Button look="text" onClick={() => void inbox.drop(ids)}>{t.clear}</Button>
    </div>
  );
}
