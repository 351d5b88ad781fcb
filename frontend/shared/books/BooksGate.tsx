import type { ReactNode } from "react";
import { useNetwork } from "../chain/network.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { Button } from "../parts/Button.tsx";
import { ErrorNote } from "../parts/Notice.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { refreshBooks, useBooks } from "./books.ts";
import { booksText } from "./text.ts";

/** Draws its children once the books are read. Until then it says how the reading goes; where it failed, why, and offers to try again. */
export function BooksGate({ children }: { children: () => ReactNode }) {
  const { ledger, progress, failure } = useBooks();
  const { state } = useNetwork();
  const t = useWords(booksText);
  const language = useLanguage();
  if (ledger) return <>{children()}</>;
  if (failure) return <ErrorNote title={t.failed} advice={t.failedAdvice} details={failure.message} action={<Button small onClick={() => void refreshBooks()}>{t.again}</Button>} />;
  if (state !== "starting" && state !== "ready") return <p className="text-ink-2">{t.noNetwork}</p>;
  const span = progress && progress.to > progress.from ? Number(((progress.at - progress.from) * 100n) / (progress.to - progress.from)) : null;
  return <Skeleton rows={4} label={span === null ? t.reading : t.readingPart(span, progress?.events.toLocaleString(language) ?? "0")} />;
}
