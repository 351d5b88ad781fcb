import { useState } from "react";
import { InputFault } from "#client/chain/intent.ts";
import type { Batch } from "#client/work/batch.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { proposeDrawLeaf } from "./acts.ts";
import { holderOf, type LeafRow } from "./leafRows.ts";
import { batchText } from "./text.ts";

/** Draws a leaf for its owner; anyone may. The proof is made first, in the worker. */
export function DrawLeaf({ batch, history, row }: { batch: BatchClaim; history: Batch; row: LeafRow }) {
  const { ledger } = useLedger();
  const me = useMe();
  const t = useWords(batchText);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const draw = async () => {
    setBusy(true);
    setFault(null);
    try {
      await proposeDrawLeaf(ledger, batch, history, row);
    } catch (error) {
      setFault(error instanceof InputFault ? error.say[language] : t.drawFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="mt-1 block">
      <Button small look="second" className="keep" busy={busy} onClick={() => void draw()}>
        {busy ? t.drawing : me !== null && holderOf(row) === me ? t.drawIt : t.drawFor}
      </Button>
      {fault && <span role="alert" className="block text-sm text-fail">{fault}</span>}
    </span>
  );
}
