import { lazy, Suspense } from "react";
import type { Proposal } from "#client/governance/types.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { wordsIn } from "../titles.ts";
import { proposalText } from "./text.ts";

const Markdown = lazy(() => import("../../../shared/parts/Markdown.tsx").then(({ Markdown }) => ({ default: Markdown })));

/** What the proposer says for it. Anybody's words, and said to be so: what counts are the actions. */
export function Words({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const words = wordsIn(proposal);
  return (
    <Section title={t.words} note={t.wordsNote}>
      {words === "" ? <p className="text-ink-2">{t.wordsNone}</p> : <Suspense fallback={<p className="prose whitespace-pre-wrap">{words}</p>}><Markdown text={words} top={3} /></Suspense>}
    </Section>
  );
}
