import { useEffect, useState } from "react";
import { lotsOf } from "#client/governance/castBallots.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { loadKept, saveKept } from "../../../shared/store/slot.ts";
import { useKept } from "../../../shared/store/useKept.ts";
import { proposeCarry } from "../acts/carry.ts";
import type { Outcome } from "./carried.ts";
import { CheckedList } from "./CheckedList.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { carryText } from "./text.ts";
import { useChecked } from "./useChecked.ts";

const SLOT = "ballots";
/** A file larger than this holds more than ballots. */
const MOST_BYTES = 8_000_000;

/** Where signed ballots are brought, looked at one by one, and sent together. */
export function CarryPage() {
  const t = useWords(carryText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Loaded />}</BooksGate>
    </Page>
  );
}

function Loaded() {
  const [start, setStart] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void loadKept(SLOT, (content) => (typeof content === "string" ? content : null)).then((kept) => !gone && setStart((before) => before ?? kept?.content ?? ""));
    return () => {
      gone = true;
    };
  }, []);
  return start === null ? null : <Carry start={start} />;
}

function Carry({ start }: { start: string }) {
  const t = useWords(carryText);
  const { ledger } = useLedger();
  const signer = useSigner();
  const { content: text, change, clear } = useKept(SLOT, start, () => true);
  const [pasted, setPasted] = useState("");
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const checked = useChecked(text);
  const add = (more: string) => {
    setOutcomes(null);
    if (more.trim() === "") return;
    change((before) => {
      const all = before === "" ? more : `${before}\n${more}`;
      // At once: whoever was given ballots may not get them twice.
      void saveKept(SLOT, all);
      return all;
    });
  };
  const open = async (files: FileList) => {
    for (const file of files) if (file.size <= MOST_BYTES) add(await file.text());
  };
  const [lot] = checked ? lotsOf(checked.ballots) : [];
  const send = () => {
    if (!signer) askForSigner();
    else if (lot) proposeCarry(ledger, lot, setOutcomes);
  };
  return (
    <div className="max-w-160">
      {outcomes && <Outcomes outcomes={outcomes} />}
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          add(pasted);
          setPasted("");
        }}
      >
        <TextArea label={t.paste} hint={t.pasteHint} rows={4} value={pasted} spellCheck={false} className="font-mono text-sm" onChange={(event) => setPasted(event.target.value)} />
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" look="second" small>{t.add}</Button>
          <label className={`${buttonClass("text", true)} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
            {t.open}
            <input
              type="file"
              multiple
              accept="application/json,.json,.txt"
              className="sr-only"
              onChange={(event) => {
                const { files } = event.target;
                if (files) void open(files).then(() => void (event.target.value = ""));
              }}
            />
          </label>
        </p>
      </form>
      {text === "" && <EmptyState sentence={t.empty} hint={t.emptyHint} action={<a href="#/decide" className={buttonClass("second")}>{t.toList}</a>} />}
      {text !== "" && !checked && <p role="status" className="mt-6 text-ink-2">{t.checking}</p>}
      {text !== "" && checked && (
        <Section title={t.list} note={t.kept}>
          <CheckedList checked={checked} />
          <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
            <Button onClick={send} closed={lot ? undefined : t.sendNone}>{t.send(lot?.length ?? 0)}</Button>
            <Button look="text" small onClick={() => { clear(""); setOutcomes(null); }}>{t.clear}</Button>
          </div>
        </Section>
      )}
    </div>
  );
}
