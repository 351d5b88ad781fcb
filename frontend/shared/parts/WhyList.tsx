import { useState } from "react";
import { useLanguage, useWords } from "../language/language.ts";
import { formatMicro } from "../language/numbers.ts";
import { partsText } from "./text.ts";
import type { WhyBlock, WhyStep } from "./why.ts";

const first = 5;

/** The columns of “Why this number” as steps one below another: choose a row, the next step opens it. */
export function WhyList({ label, steps, onChoose }: { label: string; steps: readonly WhyStep[]; onChoose: (step: string, block: string) => void }) {
  const t = useWords(partsText);
  return (
    <ol aria-label={label}>
      {steps.map((step, i) => (
        <li key={step.id} className="relative border-s-[5px] border-value-wash ps-4 pb-8 last:pb-0">
          <p className="text-sm text-ink-2">
            {t.step(i + 1, steps.length)} · {step.title}
          </p>
          <p className="text-xl leading-tight">{step.total}</p>
          <StepRows step={step} onChoose={(block) => onChoose(step.id, block)} />
        </li>
      ))}
    </ol>
  );
}

function StepRows({ step, onChoose }: { step: WhyStep; onChoose: (block: string) => void }) {
  const t = useWords(partsText);
  const [all, setAll] = useState(false);
  const largest = step.blocks.reduce((most, block) => (block.weight > most ? block.weight : most), 1n);
  const chosen = step.blocks.find((block) => block.id === step.chosen);
  const begin = step.blocks.slice(0, first);
  const rows = all || step.blocks.length <= first + 1 ? step.blocks : chosen && !begin.includes(chosen) ? [...begin, chosen] : begin;
  const hidden = step.blocks.length - rows.length;
  return (
    <ul className="mt-2 flex flex-col gap-1">
      {rows.map((block) => (
        <StepRow key={block.id} block={block} part={Number((block.weight * 1000n) / largest) / 10} chosen={block.id === step.chosen} onChoose={() => onChoose(block.id)} />
      ))}
      {hidden > 0 && (
        <li>
          <button type="button" onClick={() => setAll(true)} className="min-h-11 underline underline-offset-4">
            {t.more(hidden)}
          </button>
        </li>
      )}
    </ul>
  );
}

function StepRow({ block, part, chosen, onChoose }: { block: WhyBlock; part: number; chosen: boolean; onChoose: () => void }) {
  const language = useLanguage();
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={onChoose} className={`w-full min-h-13 rounded-sm px-3 py-2 text-start ${chosen ? "bg-value-wash" : "bg-sheet"}`}>
        <span className="flex items-baseline justify-between gap-3">
          <span className={`min-w-0 ${chosen ? "font-semibold" : ""}`}>{block.label}</span>
          {block.micro !== undefined && <span className={`num font-figures text-lg font-bold ${chosen ? "text-value" : ""}`}>{formatMicro(block.micro, language)}</span>}
        </span>
        {block.note && <span className="block text-sm text-ink-2">{block.note}</span>}
        <span aria-hidden="true" className={`mt-1.5 block h-1 rounded-sm ${chosen ? "bg-value" : "bg-edge"}`} style={{ width: `${Math.max(1, part)}%` }} />
      </button>
      {chosen && block.body && <div className="px-3 pt-2">{block.body}</div>}
    </li>
  );
}
