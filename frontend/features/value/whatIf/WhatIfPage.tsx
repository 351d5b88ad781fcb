import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import type { ProjectId } from "#client/chain/ids.ts";
import { charterIn, isOpenIn } from "#client/work/charters.ts";
import type { Kind } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { faultsOfGuess, startGuess, supposedOf } from "./guess.ts";
import { GuessForm, openKinds } from "./GuessForm.tsx";
import { RecordResult } from "./RecordResult.tsx";
import { NoRound, RoundForm, RoundResult, useChangeable } from "./RoundGuess.tsx";
import { whatIfText } from "./text.ts";

/** What the address may ask for. */
interface Wanted {
  readonly project?: unknown;
  readonly kind?: unknown;
  readonly quantity?: unknown;
  readonly claim?: unknown;
}

/** Reckons through what a record, other terms or a second round would give. Nothing is sent from here. */
export function WhatIfPage() {
  const t = useWords(whatIfText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Loaded />}</BooksGate>
    </Page>
  );
}

function Loaded() {
  const wanted = useSearch({ strict: false }) as Wanted;
  const t = useWords(whatIfText);
  const [what, setWhat] = useState<"record" | "round">(wanted.claim === undefined ? "record" : "round");
  return (
    <>
      <Choice legend={t.what} value={what} options={[{ value: "record", label: t.record }, { value: "round", label: t.round }]} onChoose={setWhat} />
      <div className="mt-8 grid items-start gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">{what === "record" ? <OfRecord wanted={wanted} /> : <OfRound wanted={wanted} />}</div>
    </>
  );
}

function OfRecord({ wanted }: { wanted: Wanted }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const t = useWords(whatIfText);
  const [guess, setGuess] = useState(() => {
    const epoch = epochOf(ledger, now);
    const asked = ledger.work.projects.get(Number(wanted.project) as ProjectId);
    const found = asked ?? [...ledger.work.projects.values()].find((one) => one.id !== 0 && isOpenIn(one, epoch)) ?? null;
    const open = found ? openKinds(charterIn(found, epoch)) : [];
    const kind = open.includes(wanted.kind as Kind) ? (wanted.kind as Kind) : (open[0] ?? null);
    return startGuess(found?.id ?? null, kind, /^[1-9]\d{0,8}$/.test(String(wanted.quantity ?? "")) ? String(wanted.quantity) : "", me ?? 0);
  });
  const supposed = supposedOf(guess);
  const faulty = Object.keys(faultsOfGuess(guess)).length > 0;
  return (
    <>
      <GuessForm guess={guess} change={(part) => setGuess((before) => ({ ...before, ...part }))} />
      <div className="min-w-0">{supposed ? <RecordResult supposed={supposed} /> : <p className="font-serif text-xl">{faulty ? t.fix : t.fill}</p>}</div>
    </>
  );
}

function OfRound({ wanted }: { wanted: Wanted }) {
  const claims = useChangeable();
  const t = useWords(whatIfText);
  const [choice, setChoice] = useState({ claim: String(wanted.claim ?? "").toLowerCase(), tenths: 5 });
  const asked = claims.find(({ id }) => id === choice.claim);
  const chosen = asked ?? claims[0];
  if (!chosen) return <NoRound />;
  return (
    <>
      <div className="min-w-0">
        {choice.claim !== "" && !asked && <p className="mb-4 text-ink-2">{t.claimGone}</p>}
        <RoundForm claims={claims} chosen={chosen} choice={choice} change={(part) => setChoice((before) => ({ ...before, ...part }))} />
      </div>
      <div className="min-w-0"><RoundResult claim={chosen} tenths={choice.tenths} /></div>
    </>
  );
}
