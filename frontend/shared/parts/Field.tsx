import { type ComponentProps, type ReactNode, useId } from "react";
import { useWords } from "../language/language.ts";
import { CloseIcon } from "../look/icons.tsx";
import { partsText } from "./text.ts";

interface FieldFrame {
  label: ReactNode;
  /** A line below that helps before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do about it. */
  error?: ReactNode;
  optional?: boolean;
  /** A word after the value inside the field: hours, 小时. */
  unit?: ReactNode;
}

const box = (error: unknown) =>
  `w-full min-h-12 rounded-md bg-sheet px-4 text-base text-ink placeholder:text-ink-3 outline-offset-2 ${error ? "border-2 border-fail" : "border border-edge"}`;

function Frame({ id, label, hint, error, optional, children }: FieldFrame & { id: string; children: ReactNode }) {
  const t = useWords(partsText);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm text-ink-2">
        {label}
        {optional && <span className="text-ink-3"> · {t.optional}</span>}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="alert" hidden={!error} className="flex items-start gap-1.5 text-sm text-fail">
        <CloseIcon size={14} className="mt-1 [stroke-width:2.6]" />
        <span>{error}</span>
      </p>
    </div>
  );
}

const told = (id: string, { hint, error }: FieldFrame) => ({
  id,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": error ? `${id}-error` : hint ? `${id}-hint` : undefined,
});

/** A line to write in. Enter while a Chinese word is being composed never submits. */
export function Field({ label, hint, error, optional, unit, className = "", ...rest }: FieldFrame & ComponentProps<"input">) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error, optional }}>
      <span className="relative block">
        <input
          {...rest}
          {...told(id, { label, hint, error })}
          onKeyDown={(event) => {
            if (event.key === "Enter" && event.nativeEvent.isComposing) event.preventDefault();
            rest.onKeyDown?.(event);
          }}
          className={`${box(error)} ${unit ? "pe-20" : ""} ${className}`}
        />
        {unit && <span className="pointer-events-none absolute inset-y-0 end-4 flex items-center text-ink-2">{unit}</span>}
      </span>
    </Frame>
  );
}

/** Several lines to write in. */
export function TextArea({ label, hint, error, optional, className = "", ...rest }: FieldFrame & ComponentProps<"textarea">) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error, optional }}>
      <textarea rows={4} {...rest} {...told(id, { label, hint, error })} className={`${box(error)} py-3 ${className}`} />
    </Frame>
  );
}

/** One of a list. The browser's own control: it is the best one on a phone. */
export function Select({ label, hint, error, optional, children, className = "", ...rest }: FieldFrame & ComponentProps<"select">) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Frame id={id} {...{ label, hint, error, optional }}>
      <span className="relative block">
        <select {...rest} {...told(id, { label, hint, error })} className={`${box(error)} appearance-none pe-12 ${className}`}>
          {children}
        </select>
        <svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" className="pointer-events-none absolute end-4 top-1/2 size-5 -translate-y-1/2">
          <path d="m5 9 7 7 7-7" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
    </Frame>
  );
}
