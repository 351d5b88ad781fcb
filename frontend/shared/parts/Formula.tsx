import { Fragment } from "react";
import { useLanguage } from "../language/language.ts";
import { formatMicro } from "../language/numbers.ts";

/** A number of the sum and what it is. */
export interface FormulaTerm {
  micro: bigint;
  caption: string;
}

/** A sum in words and figures, to be done again by hand: 330 × 2,400 ÷ 2,640 = 300. `signs` stand between the terms. */
export function Formula({ terms, signs }: { terms: readonly FormulaTerm[]; signs: readonly ("×" | "÷" | "=" | "+" | "−")[] }) {
  const language = useLanguage();
  return (
    <p className="flex flex-wrap items-start gap-x-5 gap-y-3">
      {terms.map((term, i) => {
        const result = i === terms.length - 1;
        return (
          <Fragment key={term.caption}>
            {i > 0 && <span className="text-2xl leading-tight font-light text-ink-2">{signs[i - 1]}</span>}
            <span className="flex max-w-32 flex-col">
              <span className={`num font-figures text-2xl leading-tight font-bold ${result ? "text-value" : ""}`}>{formatMicro(term.micro, language)}</span>
              <span className="text-sm text-ink-2">{term.caption}</span>
            </span>
          </Fragment>
        );
      })}
    </p>
  );
}
