import { type ReactNode, useId } from "react";

/** A few views of one thing that take turns; arrow keys walk them. Chosen is a line below and bold, never a colour. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, children }: {
  label: string;
  tabs: readonly { value: T; label: ReactNode }[];
  chosen: T;
  onChoose: (value: T) => void;
  children: ReactNode;
}) {
  const id = useId();
  const step = (by: number) => {
    const at = tabs.findIndex(({ value }) => value === chosen);
    const next = tabs[(at + by + tabs.length) % tabs.length]!.value;
    onChoose(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="mb-4 flex gap-5 border-b border-line">
        {tabs.map(({ value, label: word }) => (
          <button
            key={value}
            id={`${id}-${value}`}
            type="button"
            role="tab"
            aria-selected={value === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={value === chosen ? 0 : -1}
            onClick={() => onChoose(value)}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") step(1);
              else if (event.key === "ArrowLeft") step(-1);
            }}
            className={`-mb-px min-h-11 border-b-2 px-1 ${value === chosen ? "border-ink font-semibold" : "border-transparent text-ink-2"}`}
          >
            {word}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
