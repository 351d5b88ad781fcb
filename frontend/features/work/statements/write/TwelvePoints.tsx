import { CAPPING } from "#client/work/reviews.ts";
import { criteria } from "#client/work/statement/criteria.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { rubric } from "../rubric.ts";
import { Tick } from "../Tick.tsx";
import { writeText } from "./text.ts";

/** The twelve points beside the text: what a reader asks at each, what the marks mean, and a tick for the writer alone. */
export function TwelvePoints({ ticked, onTick }: { ticked: readonly number[]; onTick: (ticked: readonly number[]) => void }) {
  const language = useLanguage();
  const t = useWords(writeText);
  const tick = (place: number, on: boolean) => onTick(on ? [...ticked, place].sort((a, b) => a - b) : ticked.filter((other) => other !== place));
  return (
    <section aria-label={t.points}>
      <h3 className="text-lg">{t.points}</h3>
      <p className="mt-1 text-sm text-ink-2">{t.pointsHint}</p>
      <p role="status" className="num mt-1 text-sm text-ink-2">
        {t.ticked(ticked.length)}
      </p>
      <ol className="mt-2">
        {criteria.map(({ title, asks }, place) => (
          <li key={title.en} className="border-t border-line py-2">
            <Tick checked={ticked.includes(place)} onChange={(on) => tick(place, on)} note={asks[language]}>
              <span className="font-semibold">{`${place + 1}. ${title[language]}`}</span>
              {CAPPING.includes(place) && <span className="block text-sm">{`＊ ${t.capRule}`}</span>}
            </Tick>
            <details className="ps-8">
              <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
                {t.marksWord}
                <span className="sr-only">{`: ${title[language]}`}</span>
              </summary>
              <dl className="pb-2 text-sm">
                {rubric[place]!.map((meaning, mark) => (
                  <div key={mark} className="flex gap-3 py-0.5">
                    <dt className="num font-semibold">{mark}</dt>
                    <dd className="text-ink-2">{meaning[language]}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
