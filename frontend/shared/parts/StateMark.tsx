import { useWords } from "../language/language.ts";
import type { ActState } from "../journal/entry.ts";
import { partsText } from "./text.ts";

/** The square that fills up as an act goes on its way. Drawn in ink; only `failed` is coloured. */
export function StateMark({ state, size = 16 }: { state: ActState; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true" className={`shrink-0 ${state === "failed" ? "text-fail" : "text-ink"}`}>
      {marks[state]}
    </svg>
  );
}

const square = <rect x="1.75" y="1.75" width="12.5" height="12.5" />;

const marks: Record<ActState, React.ReactNode> = {
  draft: <rect x="1.75" y="1.75" width="12.5" height="12.5" strokeDasharray="2 2.17" />,
  ready: square,
  signed: <>{square}<path d="M4 9.5c1.2-3 2-3.5 2.3-2.2.4 1.7 1.2 1.7 1.9.2.6-1.3 1.1-.8 1.4 0 .5 1.1 1.3.5 2.4-1.5" /></>,
  sent: <>{square}<path d="M2 8h12v6H2z" fill="currentColor" stroke="none" /></>,
  inBlock: <rect x="1" y="1" width="14" height="14" fill="currentColor" stroke="none" />,
  final: <><rect x="1" y="1" width="14" height="14" fill="currentColor" stroke="none" /><path d="m4.2 8.3 2.7 2.7 5-5.8" stroke="var(--paper)" strokeWidth="1.8" /></>,
  failed: <path d="m3 3 10 10M13 3 3 13" strokeWidth="2.2" />,
  replaced: <path d="M2 5.5h11M10.3 2.5l3 3-3 3M14 11H3M5.7 8l-3 3 3 3" />,
  expired: <>{square}<path d="M14 2 2 14" /></>,
};

/** The mark with its word; a block number follows `inBlock` and `final` where it is known. */
export function StateWord({ state, block }: { state: ActState; block?: string }) {
  const t = useWords(partsText);
  return (
    <span className={`inline-flex items-center gap-2 ${state === "failed" ? "text-fail" : ""}`}>
      <StateMark state={state} />
      <span>{block && (state === "inBlock" || state === "final") ? t.stateAt[state](block) : t.states[state]}</span>
    </span>
  );
}
