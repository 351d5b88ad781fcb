import type { Explanation } from "#client/value/explain.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { type Choice, isDrawn, type Opened, sharesOfLot } from "./choice.ts";
import { whyText } from "./text.ts";

/** Lots that stand in no column above, because they were not drawn; they can be taken apart as well. */
export function NotDrawn({ explanations, opened, onChoose }: { explanations: readonly Explanation[]; opened: Opened; onChoose: (choice: Choice) => void }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const lots = explanations.flatMap(({ project, lots }) => lots.filter((lot) => !isDrawn(lot)).map((lot) => ({ project, lot })));
  if (lots.length === 0) return null;
  return (
    <Section title={t.notYet} note={t.notYetNote}>
      <ul className="max-w-2xl">
        {lots.map(({ project, lot }) => {
          const here = opened.explanation.project === project && opened.lot === lot;
          return (
            <li key={`${project}.${lot.epoch}`} className="flex min-h-13 flex-wrap items-center justify-between gap-x-5 border-b border-line py-2 last:border-b-0">
              <span className="min-w-0 flex-1 basis-40">
                {projectWords(project)[language]}
                <span className="block text-sm text-ink-2">{t.epoch(lot.epoch)} · {lot.direct?.lot.state === "open" ? t.notFinal : t.notDrawn}</span>
              </span>
              <Amount micro={sharesOfLot(lot)} unit="shares" />
              <Button small look="text" aria-pressed={here} onClick={() => onChoose({ project, epoch: lot.epoch, waiting: true })}>{t.open}</Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
