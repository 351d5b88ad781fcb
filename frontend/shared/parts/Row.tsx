import type { ReactNode } from "react";
import { ChevronRight } from "../look/icons.tsx";

/** A list of rows with hairlines between them. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="[&>li]:border-b [&>li]:border-line [&>li:last-child]:border-b-0">
      {children}
    </ul>
  );
}

/** One thing to go to: a line, a second line, something at the end. The whole row is pressed. */
export function LinkRow({ href, title, note, end }: { href: string; title: ReactNode; note?: ReactNode; end?: ReactNode }) {
  return (
    <li>
      <a href={href} className="flex min-h-17 items-center gap-4 py-3 hover:bg-well/50">
        <span className="min-w-0 flex-1">
          <span className="block leading-snug">{title}</span>
          {note && <span className="block text-sm text-ink-2">{note}</span>}
        </span>
        {end}
        <ChevronRight className="text-ink" />
      </a>
    </li>
  );
}

/** One fact: its name left, what it is right. */
export function FactRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-h-13 items-center justify-between gap-4 py-2">
      <span className="text-ink-2">{label}</span>
      <span className="text-end font-semibold">{children}</span>
    </li>
  );
}
