import { Fragment, useState } from "react";
import { useLanguage, useWords } from "../language/language.ts";
import { formatMicro } from "../language/numbers.ts";
import { useWide } from "../look/useWide.ts";
import { ChevronLeft } from "../look/icons.tsx";
import { partsText } from "./text.ts";
import { WhyList } from "./WhyList.tsx";
import { type ColumnPage, type PlacedBlock, pagesOf, type WhyStep } from "./why.ts";

const height = 410;
const least = 44;

interface WhyProps {
  /** What the whole shows, for those who cannot see it. */
  label: string;
  steps: readonly WhyStep[];
  onChoose: (step: string, block: string) => void;
}

/**
 * “Why this number”: each column re-opens the chosen piece of the one before it at full height; widths are equal, heights true.
 * Below 1024px the same steps are a list.
 */
export function WhyColumns(props: WhyProps) {
  return useWide(1024) ? <Columns {...props} /> : <WhyList {...props} />;
}

function Columns({ label, steps, onChoose }: WhyProps) {
  const opened = steps.map((step) => pagesOf(step.blocks, height, least));
  const [turned, setTurned] = useState<Record<string, number>>({});
  const shown = steps.map((step, i) => {
    const pages = opened[i] ?? [];
    const own = pages.findIndex((page) => page.placed.some(({ block }) => block.id === step.chosen));
    const at = Math.min(turned[step.id] ?? Math.max(0, own), Math.max(0, pages.length - 1));
    return { at, page: pages[at] };
  });
  return (
    <div role="group" aria-label={label} className="grid" style={{ gridTemplateColumns: steps.map(() => "minmax(0, 1fr)").join(" 3.25rem ") }}>
      {steps.map((step, i) => (
        <Fragment key={step.id}>
          {i > 0 && <Ribbon from={shown[i - 1]?.page} chosen={steps[i - 1]?.chosen ?? null} />}
          <div role="group" aria-label={step.title}>
            <header className="mb-4 flex h-16 items-end justify-between">
              <div>
                <p className="text-ink-2">{step.title}</p>
                <p className="text-xl leading-tight">{step.total}</p>
              </div>
              {(shown[i]?.at ?? 0) > 0 && <BackButton onPress={() => setTurned({ ...turned, [step.id]: 0 })} />}
            </header>
            <ul className="relative" style={{ height }}>
              {shown[i]?.page?.placed.map((placed) => (
                <BlockItem key={placed.block.id} placed={placed} chosen={placed.block.id === step.chosen} onChoose={() => onChoose(step.id, placed.block.id)} />
              ))}
              <RestItem page={shown[i]?.page} onOpen={() => setTurned({ ...turned, [step.id]: (shown[i]?.at ?? 0) + 1 })} />
            </ul>
          </div>
        </Fragment>
      ))}
    </div>
  );
}

/** The band from the chosen piece to the whole of the next column. */
function Ribbon({ from, chosen }: { from?: ColumnPage; chosen: string | null }) {
  const placed = from?.placed.find(({ block }) => block.id === chosen);
  if (!placed) return <span />;
  const [a, b] = [placed.top * 1000, (placed.top + placed.height) * 1000 - 7];
  return (
    <svg viewBox="0 0 100 1000" preserveAspectRatio="none" aria-hidden="true" className="mt-20 w-full fill-value-wash" style={{ height }}>
      <path d={`M0 ${a}C50 ${a} 50 0 100 0V993C50 993 50 ${b} 0 ${b}Z`} />
    </svg>
  );
}

function BlockItem({ placed, chosen, onChoose }: { placed: PlacedBlock; chosen: boolean; onChoose: () => void }) {
  const language = useLanguage();
  const { block } = placed;
  const low = placed.height * height < 72;
  const number = block.micro === undefined ? null : (
    <span className={`num font-figures font-bold ${chosen ? "text-xl text-value" : "text-lg"}`}>{formatMicro(block.micro, language)}</span>
  );
  return (
    <li className="absolute inset-x-0 pb-[3px]" style={{ top: `${placed.top * 100}%`, height: `${placed.height * 100}%` }}>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
        className={`size-full overflow-hidden ps-3 pe-1 text-start ${chosen ? "border-s-[5px] border-value bg-value-wash" : "rounded-sm bg-sheet hover:bg-well"} ${low ? "flex items-center justify-between gap-2 pe-3 py-0" : "flex flex-col items-stretch justify-start py-1.5"}`}
      >
        <span className={`block min-w-0 leading-snug ${low ? "truncate" : ""}`}>{block.label}</span>
        <span className={`leading-tight ${low ? "keep" : "block"}`}>
          {number}
          {block.note && <span className={`text-sm text-ink-2 ${number ? "ms-2" : ""}`}>{block.note}</span>}
        </span>
        {chosen && !low && block.body}
      </button>
    </li>
  );
}

function RestItem({ page, onOpen }: { page?: ColumnPage; onOpen: () => void }) {
  const t = useWords(partsText);
  if (!page?.rest) return null;
  return (
    <li className="absolute inset-x-0 pb-[3px]" style={{ top: `${page.rest.top * 100}%`, height: `${page.rest.height * 100}%` }}>
      <button type="button" onClick={onOpen} className="size-full rounded-sm border border-dashed border-edge px-3.5 text-start text-ink-2 hover:bg-well">
        {t.more(page.rest.blocks.length)}
      </button>
    </li>
  );
}

function BackButton({ onPress }: { onPress: () => void }) {
  const t = useWords(partsText);
  return (
    <button type="button" onClick={onPress} aria-label={t.back} title={t.back} className="inline-flex size-11 items-center justify-center rounded-md hover:bg-well">
      <ChevronLeft size={18} />
    </button>
  );
}
