import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicroExactly } from "../../../shared/language/numbers.ts";
import { CheckIcon, CloseIcon } from "../../../shared/look/icons.tsx";
import { shortHex } from "../../../shared/parts/Address.tsx";
import type { Checked, Compared } from "./data.ts";
import { batchText } from "./text.ts";

/** What comparing a data file with the chain found: the verdict, and every step of it. */
export function CheckedSteps({ checked }: { checked: Checked }) {
  const t = useWords(batchText);
  const { verdict, compared, fault } = checked;
  return (
    <>
      <p className={`font-serif text-lg ${verdict === "differs" ? "text-fail" : ""}`}>{t[verdict]}</p>
      {fault && <p className="font-mono text-sm text-ink-2">{t.faultAt(fault.line, fault.reason)}</p>}
      <ul aria-label={t.steps} className="mt-2">
        {compared.map((step) => (
          <Step key={step.what} step={step} />
        ))}
      </ul>
    </>
  );
}

function Step({ step: { what, here, chain, same } }: { step: Compared }) {
  const t = useWords(batchText);
  const language = useLanguage();
  const show = (text: string) => (what === "sum" ? formatMicroExactly(BigInt(text), language) : shortHex(text));
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line py-1.5 last:border-b-0">
      {same ? <CheckIcon size={16} /> : <CloseIcon size={16} className="text-fail" />}
      <span className="min-w-28 sm:min-w-44">{t.compared[what]}</span>
      <span className="font-semibold">{same ? t.same : t.notSame}</span>
      <span className="num ms-auto text-end font-mono text-sm text-ink-2">{same ? show(chain) : `${t.here} ${show(here)} · ${t.chain} ${show(chain)}`}</span>
    </li>
  );
}
