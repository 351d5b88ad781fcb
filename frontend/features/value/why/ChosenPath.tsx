import { Fragment } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { ChevronRight } from "../../../shared/look/icons.tsx";
import type { WhyStep } from "../../../shared/parts/why.ts";
import { whyText } from "./text.ts";

/** The chosen pieces in one line, each leading to its own page. */
export function ChosenPath({ steps }: { steps: readonly WhyStep[] }) {
  const t = useWords(whyText);
  const chosen = steps.flatMap((step) => step.blocks.filter(({ id }) => id === step.chosen));
  return (
    <nav aria-label={t.path} className="mt-6 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span className="text-ink-2">{t.path}</span>
      {chosen.map((block, place) => (
        <Fragment key={`${place}/${block.id}`}>
          {place > 0 && <ChevronRight size={14} className="text-ink-3" />}
          {block.href ? <a href={block.href} className="opens inline-flex min-h-11 items-center">{block.label}</a> : <span>{block.label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}
