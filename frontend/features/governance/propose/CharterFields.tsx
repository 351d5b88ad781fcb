import { kinds } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicroExactly } from "../../../shared/language/numbers.ts";
import { Field } from "../../../shared/parts/Field.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { proposeText } from "./text.ts";
import { coopCharter, tenthOf } from "./writing.ts";

/** The cooperative's own charter by number; budget and rates move by a tenth at most, and a kind is neither added nor dropped. */
export function CharterFields({ writing, change, faults, leave }: FieldProps) {
  const { ledger } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  const before = coopCharter(ledger);
  if (!before) return null;
  const range = (current: bigint) => {
    const [least, most] = tenthOf(current);
    return t.tenth(formatMicroExactly(least, language), formatMicroExactly(most, language));
  };
  const amount = { inputMode: "decimal", autoComplete: "off", unit: t.credit } as const;
  return (
    <div className="flex flex-col gap-5">
      <Field id={fieldId("budget")} label={t.budget} hint={range(before.budget)} error={faults.budget} value={writing.budget} onChange={(event) => change({ budget: event.target.value })} onBlur={() => leave("budget")} {...amount} />
      {kinds.filter((kind) => before.rates[kind] > 0n).map((kind) => (
        <Field key={kind} id={fieldId(`rate.${kind}`)} label={t.rate(kindWords[kind][language])} hint={range(before.rates[kind])} error={faults[`rate.${kind}`]} value={writing.rates[kind]} onChange={(event) => change({ rates: { ...writing.rates, [kind]: event.target.value } })} onBlur={() => leave(`rate.${kind}`)} {...amount} />
      ))}
      {kinds.some((kind) => before.rates[kind] === 0n) && <p className="text-sm text-ink-3">{t.rateNone}</p>}
      <Field id={fieldId("minSurplus")} label={t.minSurplus} hint="5–50" error={faults.minSurplus} inputMode="numeric" autoComplete="off" unit={t.percent} value={writing.minSurplus} onChange={(event) => change({ minSurplus: event.target.value })} onBlur={() => leave("minSurplus")} />
    </div>
  );
}
