import { type Kind, kinds } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatMicroExactly } from "../../../../shared/language/numbers.ts";
import { Entry } from "./Entry.tsx";
import type { WriteProps } from "./fieldProps.ts";
import { writeText } from "./text.ts";

/** The live numbers that an amendment starts from, micro-units. */
export interface LiveCharter {
  readonly budget: bigint;
  readonly rates: Readonly<Record<Kind, bigint>>;
}

/** The numbers that the chain will reckon with. Of an amendment, each with what it is now and how far it may move. */
export function CharterFields({ live, ...props }: WriteProps & { live: LiveCharter | null }) {
  const t = useWords(writeText);
  const range = useRange();
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="font-serif text-xl font-bold">{t.charter}</legend>
      <p className="text-sm text-ink-3">{t.charterHint}</p>
      <div className="max-w-80">
        <Entry {...props} name="budget" hint={live ? range(live.budget) : t.budgetHint} unit={t.perUnit} number />
      </div>
      <div>
        <h3 className="font-sans text-base font-semibold">{t.rates}</h3>
        <p className="text-sm text-ink-3">{t.rateHint}</p>
      </div>
      {kinds.map((kind) => (
        <RateFields key={kind} {...props} kind={kind} hint={live ? range(live.rates[kind]) : undefined} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Entry {...props} name="minSurplus" unit={t.percent} number />
        <Entry {...props} name="salesCap" number />
      </div>
    </fieldset>
  );
}

function RateFields({ kind, hint, ...props }: WriteProps & { kind: Kind; hint: string | undefined }) {
  const t = useWords(writeText);
  const { writing } = props;
  const recorded = !/^0*(\.0*)?$/.test(writing.fields[`rate.${kind}`] ?? "");
  const spoken = writing.spoken === "both" ? (["zh", "en"] as const) : [writing.spoken];
  return (
    <div role="group" aria-label={t.rate[kind]} className="grid items-start gap-3 border-t border-line pt-3 sm:grid-cols-3">
      <Entry {...props} name={`rate.${kind}`} label={t.rate[kind]} hint={hint} unit={t.perUnit} number />
      {recorded && spoken.map((language) => <Entry key={language} {...props} name={`unit.${kind}.${language}`} label={language === "zh" ? t.unitZh : t.unitEn} />)}
    </div>
  );
}

/** A tenth up and down, as the contract takes it: inwards to whole micro-units. */
function useRange(): (now: bigint) => string {
  const t = useWords(writeText);
  const language = useLanguage();
  const show = (micro: bigint) => formatMicroExactly(micro, language);
  return (now) => t.was(show(now), show(now - now / 10n), show(now + now / 10n));
}
