import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";

type Look = "primary" | "second" | "text" | "fail";

const looks: Record<Look, string> = {
  primary: "bg-ink text-paper hover:opacity-90 active:opacity-80",
  second: "bg-well text-ink hover:brightness-95 active:brightness-90",
  text: "text-ink underline underline-offset-4 decoration-1 px-0! min-w-11 hover:decoration-2",
  fail: "bg-fail-wash text-fail hover:brightness-95",
};
const closedLook = "bg-well text-ink-3";

/** Size, face and colours of a button, for links that look like one. */
export function buttonClass(look: Look = "primary", small = false, wide = false): string {
  return `${small ? "min-h-11 px-4" : "min-h-12 px-6"} ${wide ? "w-full" : ""} inline-flex items-center justify-center gap-2 rounded-md font-semibold text-base leading-tight text-center py-2 ${looks[look]}`;
}

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  look?: Look;
  small?: boolean;
  wide?: boolean;
  /** Why it cannot be pressed now. The button keeps its words and its place in the tab order; the reason stands beside it. */
  closed?: ReactNode;
  /** It was pressed and works on it: pressing again does nothing. */
  busy?: boolean;
}

/** A button of 48px, 44 when small. At most one primary button a view. */
export function Button({ look = "primary", small, wide, closed, busy, onClick, children, className = "", type = "button", ...rest }: ButtonProps) {
  const id = useId();
  const shut = Boolean(closed) || busy;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (shut) event.preventDefault();
    else onClick?.(event);
  };
  const shown = closed && look !== "text" ? buttonClass(look, small, wide).replace(looks[look], closedLook) : buttonClass(look, small, wide);
  const button = (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={shut || undefined}
      aria-busy={busy || undefined}
      aria-describedby={closed ? id : rest["aria-describedby"]}
      className={`${shown} ${busy ? "opacity-80" : ""} ${className}`}
    >
      {children}
    </button>
  );
  if (!closed) return button;
  return (
    <span className={`inline-flex flex-wrap items-center gap-x-4 gap-y-1 ${wide ? "w-full" : ""}`}>
      {button}
      <span id={id} className="text-sm text-ink-3">
        {closed}
      </span>
    </span>
  );
}

/** A bare 44px button that shows an icon; `label` is what it says aloud. */
export function IconButton({ label, children, className = "", ...rest }: ComponentProps<"button"> & { label: string }) {
  return (
    <button {...rest} type="button" aria-label={label} title={label} className={`inline-flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-well ${className}`}>
      {children}
    </button>
  );
}
