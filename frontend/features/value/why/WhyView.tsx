import { useState } from "react";
import type { Explanation } from "#client/value/explain.ts";
import { useBooks } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, formatWhole } from "../../../shared/language/numbers.ts";
import { Page } from "../../../shared/parts/Page.tsx";
import { WhyColumns } from "../../../shared/parts/WhyColumns.tsx";
import { CheckYourself } from "./CheckYourself.tsx";
import { type Choice, openChoice, sharesOfLot } from "./choice.ts";
import { ChosenPath } from "./ChosenPath.tsx";
import { LotSum } from "./LotSum.tsx";
import { NotDrawn } from "./NotDrawn.tsx";
import { StillWaiting } from "./StillWaiting.tsx";
import { whySteps } from "./steps.tsx";
import { whyText } from "./text.ts";
import { useFound, useOpenData } from "./useFound.ts";

/** Later columns depend on the choice before them, so that a new choice forgets them. */
const order = ["project", "epoch", "record", "answer", "file"] as const;

/** `waiting`: projects of which nothing counts yet. The columns, what is chosen in them, the sum of the chosen lot, and the way to check it. */
export function WhyView({ explanations, waiting, name, start, whole }: { explanations: readonly Explanation[]; waiting: readonly Explanation[]; name: string; start: Choice; whole: boolean }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const { block } = useBooks();
  const [choice, setChoice] = useState<Choice>(start);
  const opened = openChoice(explanations, choice);
  const found = useFound(opened?.source);
  const leaf = opened?.lot.leaves.find(({ records }) => records === null);
  useOpenData(leaf?.batch);
  if (!opened) return null;
  const choose = (step: string, id: string) => {
    const place = order.indexOf(step as (typeof order)[number]);
    const kept = Object.fromEntries(Object.entries(choice).filter(([key]) => order.some((name, at) => name === key && at < place)));
    const before = { project: opened.explanation.project as number, ...(place > 0 ? { waiting: !opened.drawn } : {}), ...(place > 1 ? { epoch: opened.lot.epoch } : {}), ...(place > 2 ? { record: opened.source.id } : {}) };
    setChoice({ ...(place > 0 ? before : {}), ...kept, [step]: step === "project" || step === "epoch" ? Number(id) : id });
  };
  const steps = whySteps(t, language, explanations, opened, choice, found);
  const all = explanations.reduce((sum, one) => sum + (whole || one.project === start.project ? one.shares : 0n), 0n);
  const sum = opened.drawn ? all : sharesOfLot(opened.lot);
  const shown = formatMicro(sum, language);
  const [before, amount, after] = t.heading(shown) as readonly string[];
  const heading = (
    <>
      {before}
      <span className="num font-figures text-value">{amount}</span>
      {after}
    </>
  );
  const lead = !opened.drawn ? t.leadWaiting(name, projectWords(opened.explanation.project)[language], opened.lot.epoch) : whole ? t.leadMember(name) : t.leadProject(name, projectWords(start.project!)[language]);
  return (
    <Page title={t.title(shown)} heading={heading} lead={lead}>
      <WhyColumns label={t.columns} steps={steps} onChoose={choose} />
      <ChosenPath steps={steps} />
      <div className="mt-10 flex flex-wrap items-end justify-between gap-x-10 gap-y-8">
        <LotSum key={opened.lot.epoch} opened={opened} />
        <div className="ms-auto flex flex-col items-end gap-3">
          {block !== null && <p className="text-ink-2">{t.readFrom(formatWhole(block, language))}</p>}
          <CheckYourself opened={opened} />
        </div>
      </div>
      <NotDrawn explanations={explanations} opened={opened} onChoose={setChoice} />
      <StillWaiting explanations={[...explanations, ...waiting]} />
    </Page>
  );
}
