import { useEffect, useState } from "react";
import { InputFault } from "#client/chain/intent.ts";
import { listedTokens } from "#client/price/accounts.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage } from "../../../shared/language/language.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import type { Writing } from "./Fields.tsx";

/** A form while it is written. `read` gives what the form says, or null and shows what is wrong. */
export function useWriting(start: Partial<Draft>): Writing & { read: <T>(how: () => T) => T | null; fault: string | null } {
  const { ledger } = useLedger();
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft, token: listedTokens(ledger)[0] ?? "", ...start }));
  const [fault, setFault] = useState<InputFault | null>(null);
  // The button lies far below the first field: the reader is taken to what is wrong.
  useEffect(() => {
    if (fault) document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus();
  }, [fault]);
  const put = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setFault(null);
  };
  const read = <T,>(how: () => T): T | null => {
    try {
      return how();
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      setFault(error);
      return null;
    }
  };
  return { draft, put, wrong: (field) => (fault?.field === field ? fault.say[language] : undefined), read, fault: fault?.say[language] ?? null };
}
