import { type ReactNode, useState } from "react";
import { useNetwork } from "../chain/network.ts";
import type { OfferedSeat } from "../chain/deployment.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { ChevronRight, KeyIcon, PersonIcon } from "../look/icons.tsx";
import { Button, buttonClass } from "../parts/Button.tsx";
import { useCopy } from "../parts/copy.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { ErrorNote } from "../parts/Notice.tsx";
import { useStore } from "../store/store.ts";
import { newIdentity, NotPractice, restoreSeat, SeatFileInvalid, takeSeat } from "./practice.ts";
import { seatDialogStore } from "./signer.ts";
import { signerText } from "./text.ts";
import { WalletList } from "./WalletList.tsx";

/** The ways to sign: a practice seat, a wallet of this browser, a wallet on a phone. Closing it loses nothing on the page. */
export function SeatDialog() {
  const open = useStore(seatDialogStore);
  const t = useWords(signerText);
  const close = () => seatDialogStore.set(false);
  return (
    <Dialog open={open} onClose={close} title={t.title} foot={<Button look="second" onClick={close}>{t.later}</Button>}>
      {open && <Ways onDone={close} />}
    </Dialog>
  );
}

function Ways({ onDone }: { onDone: () => void }) {
  const t = useWords(signerText);
  const { deployment } = useNetwork();
  return (
    <>
      <p className="prose pb-4 text-ink-2">{t.lead}</p>
      {deployment?.practice && <Seats seats={deployment.seats ?? []} onDone={onDone} />}
      <Way title={t.wallets}>
        <WalletList onDone={onDone} />
      </Way>
      <Phone />
    </>
  );
}

/** One way with its heading. */
function Way({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4">
      <h3 className="text-lg">{title}</h3>
      {note && <p className="text-sm text-ink-2">{note}</p>}
      {children}
    </section>
  );
}

function Seats({ seats, onDone }: { seats: readonly OfferedSeat[]; onDone: () => void }) {
  const t = useWords(signerText);
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const done = (work: Promise<void>) =>
    work.then(onDone, (error: unknown) => {
      if (error instanceof SeatFileInvalid) setProblem(error.reason === "otherChain" ? t.seatFileOther : t.seatFileBad);
      else setProblem(error instanceof NotPractice ? t.seatRefused : String(error));
    });
  return (
    <Way title={t.seats} note={t.seatsNote}>
      {seats.length === 0 && <p className="py-2 text-ink-2">{t.seatsNone}</p>}
      <ul className="mt-2 grid gap-x-4 sm:grid-cols-2">
        {seats.map((seat) => (
          <li key={seat.member}>
            <button type="button" onClick={() => void done(takeSeat(seat))} aria-label={t.seatTake(seat.name[language])} className="flex min-h-12 w-full items-center gap-3 border-b border-line text-start hover:bg-well">
              <PersonIcon />
              <span className="flex-1">{seat.name[language]}</span>
              <ChevronRight size={16} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void done(newIdentity())} className="mt-2 flex min-h-15 w-full items-center gap-3 border-b border-line py-2 text-start hover:bg-well">
        <KeyIcon />
        <span className="flex-1">
          {t.seatNew}
          <span className="block text-sm text-ink-2">{t.seatNewNote}</span>
        </span>
        <ChevronRight size={16} />
      </button>
      {problem && <div className="pt-3"><ErrorNote title={problem} /></div>}
      <label className={`${buttonClass("text", true)} mt-2 has-focus-visible:outline-2 has-focus-visible:outline-ink`}>
        {t.seatRestore}
        <input
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void done(file.text().then(restoreSeat));
          }}
        />
      </label>
    </Way>
  );
}

/** A wallet on a phone comes to the page by its address. A page served on this computer alone cannot be opened there. */
function Phone() {
  const t = useWords(signerText);
  const { done, copy } = useCopy(window.location.href);
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname);
  return (
    <Way title={t.phone} note={local ? t.phoneLocal : t.phoneNote}>
      {!local && <Button look="second" small onClick={copy} className="mt-3">{done ? t.copied : t.copyLink}</Button>}
    </Way>
  );
}
