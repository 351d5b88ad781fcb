import { type ReactNode, useEffect, useRef } from "react";
import { coopNameStore } from "../chain/deployment.ts";
import { useLanguage } from "../language/language.ts";
import { useStore } from "../store/store.ts";

/** The address at which the reader came in, and whether they have gone on from there. */
let cameInAt: string | undefined;
let wentOn = false;
const address = (): string => window.location.hash.split("?")[0]!.replace(/^#?\/?/, "");

/**
 * One route's page: its only h1, the title of the window, and the focus on the heading after a navigation (not on the first load,
 * where the browser's own start is better). `heading` may hold more than words; `title` is what the window says.
 */
export function Page({ title, heading, lead, aside, children }: {
  title: string;
  heading?: ReactNode;
  lead?: ReactNode;
  /** At the end of the heading's line: one button. */
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const language = useLanguage();
  const coop = useStore(coopNameStore)[language];
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === coop ? coop : `${title} · ${coop}`;
  }, [title, coop]);
  useEffect(() => {
    cameInAt ??= address();
    wentOn ||= address() !== cameInAt;
    if (wentOn) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <h1 ref={ref} tabIndex={-1} className="text-3xl lg:text-4xl">
          {heading ?? title}
        </h1>
        {aside}
      </div>
      {lead && <div className="prose mt-1.5 text-ink-2 lg:text-lg">{lead}</div>}
      <div className="mt-6 lg:mt-8">{children}</div>
    </>
  );
}

/** A part of a page with its heading. */
export function Section({ title, note, children, aside }: { title: ReactNode; note?: ReactNode; children: ReactNode; aside?: ReactNode }) {
  return (
    <section className="mt-10 first:mt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{title}</h2>
        {aside}
      </div>
      {note && <p className="text-sm text-ink-2">{note}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}
