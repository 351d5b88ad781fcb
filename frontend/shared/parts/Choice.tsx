import { type ReactNode, useId } from "react";

export interface ChoiceOption<T extends string> {
  value: T;
  label: ReactNode;
  note?: ReactNode;
  /** Why it cannot be chosen. */
  closed?: ReactNode;
}

/**
 * One of a few, all in sight: a radio group that the arrow keys walk. Nothing is chosen beforehand unless the page says so.
 * Chosen is a 2px frame and a filled ring, never a colour.
 */
export function Choice<T extends string>({ legend, value, options, onChoose, wide }: {
  legend: ReactNode;
  value: T | null;
  options: readonly ChoiceOption<T>[];
  onChoose: (value: T) => void;
  /** One below another, each with its note. */
  wide?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm text-ink-2">{legend}</legend>
      <div className={wide ? "flex flex-col gap-2" : "flex flex-wrap gap-2"}>
        {options.map((option) => {
          const chosen = option.value === value;
          return (
            <label
              key={option.value}
              className={`relative flex min-h-12 items-center gap-2.5 rounded-md px-3.5 py-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink ${chosen ? "bg-sheet font-semibold ring-2 ring-inset ring-ink" : "bg-well"} ${option.closed ? "text-ink-3" : ""} ${wide ? "" : "flex-1 basis-auto justify-center"}`}
            >
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={chosen}
                disabled={Boolean(option.closed)}
                onChange={() => onChoose(option.value)}
                className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-md opacity-0 disabled:cursor-not-allowed"
              />
              <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 shrink-0" fill="none" stroke="currentColor">
                <circle cx="10" cy="10" r={chosen ? 6.4 : 8.4} strokeWidth={chosen ? 5.6 : 1.4} />
              </svg>
              <span className="min-w-0">
                {option.label}
                {(option.note || option.closed) && <span className="block text-sm font-normal text-ink-3">{option.closed ?? option.note}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
