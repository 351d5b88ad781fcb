import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import type { OutboxEntry } from "../../../shared/outbox/entry.ts";
import { outbox } from "../../../shared/outbox/outbox.ts";
import { standingOf } from "../../../shared/outbox/standing.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Dialog } from "../../../shared/parts/Dialog.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { StateWord } from "../../../shared/parts/StateMark.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { withCarriages } from "../acts/outcomes.ts";
import { proposeRevoke } from "../acts/revoke.ts";
import { useShip } from "../acts/useShip.ts";
import { HandOn } from "../handOn/HandOn.tsx";
import { offnetText } from "../text.ts";
import type { Checked } from "../useChecked.ts";
import { bundleFor, foundBefore } from "./before.ts";
import { useUntil } from "./OutboxRow.tsx";

interface EntryProps {
  readonly entry: OutboxEntry;
  readonly checked: Checked | null;
  readonly onClose: () => void;
}

/** One thing that was signed: what it does, the ways to hand it on with what comes before it, to send it oneself, to take it back. */
export function EntryDialog({ entry, checked, onClose }: EntryProps) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const until = useUntil(entry);
  const { deployment } = useNetwork();
  const waits = standingOf(entry, ledger, now) === "waits";
  const before = foundBefore(entry, checked);
  return (
    <Dialog open onClose={onClose} title={entry.act[language]} hideTitle head={<StateWord state={waits ? "signed" : "expired"} />} foot={waits && <Ways entry={entry} checked={checked} onClose={onClose} />}>
      <p className="pt-1 font-serif text-[1.5rem] leading-normal">{checked?.get(entry.id)?.what[language] ?? entry.act[language]}</p>
      <p className="mt-1 text-ink-2">{until}</p>
      {before && <p className="mt-1 text-ink-2">{before.verdict.is === "done" ? t.recordArrived : t.withRecord}</p>}
      <section aria-label={t.handOn} className="mt-4 border-t border-line pt-4">
        <h3 className="text-lg">{t.handOn}</h3>
        <p className="prose pb-3 text-sm text-ink-2">{t.handOnLead}</p>
        <HandOn bundle={deployment ? bundleFor(entry, checked, deployment) : entry.bundle} about={t.about(entry.act[language])} name={`gongsheng-${entry.digest.slice(2, 10)}.coop.json`} />
      </section>
    </Dialog>
  );
}

/** What its own member may do: send it, take it back. */
function Ways({ entry, checked: all, onClose }: EntryProps) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const signer = useSigner();
  const checked = all?.get(entry.id);
  const before = foundBefore(entry, all);
  const ship = useShip(onClose, (outcomes) => void outbox.put(withCarriages([entry], all, outcomes)));
  const good = checked?.verdict.is === "good" || checked?.verdict.is === "wallet";
  const closed = checked && !good ? checked.say[language] : ship.away ? t.away : undefined;
  const takeBack = () => {
    if (!signer) return askForSigner();
    onClose();
    proposeRevoke(entry);
  };
  return (
    <>
      {ship.refused.map(({ say }, at) => <ErrorNote key={at} title={t.notSent(say[language])} />)}
      {closed && <p className="text-sm text-ink-2">{closed}</p>}
      <div className="grid auto-cols-fr grid-flow-col gap-2.5">
        {!closed && <Button wide busy={!checked || ship.busy} onClick={() => checked && ship.ship(before ? [before, checked] : [checked])}>{ship.busy ? t.asking : t.sendMyself}</Button>}
        {entry.nonce !== undefined && <Button look="second" wide onClick={takeBack}>{t.takeBack}</Button>}
      </div>
      {entry.nonce === undefined && <p className="text-sm text-ink-2">{t.ballotStays}</p>}
    </>
  );
}
