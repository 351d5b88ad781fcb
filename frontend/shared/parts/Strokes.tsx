import { useLanguage } from "../language/language.ts";
import { formatWhole } from "../language/numbers.ts";

/** The five strokes of 正, in the order in which they are written. */
const strokes = ["M3 4h18", "M12 4v15.5", "M12 11.5h7", "M6 10.5v9", "M2 19.5h20"] as const;
/** Above so many ballots strokes are drawn no more: nobody counts them again. */
const MOST = 100;

/** Ballots as they are counted on a blackboard: one ballot is one stroke of 正. The number stands beside it, for those who do not count. */
export function Strokes({ count }: { count: number }) {
  if (count === 0 || count > MOST) return null;
  const whole = Math.floor(count / 5);
  const groups = [...Array.from({ length: whole }, () => 5), ...(count % 5 > 0 ? [count % 5] : [])];
  return (
    <span aria-hidden="true" className="flex flex-wrap gap-x-2 gap-y-1">
      {groups.map((drawn, i) => (
        <svg key={i} width="22" height="22" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.4" className="shrink-0">
          {strokes.slice(0, drawn).map((path) => (
            <path key={path} d={path} />
          ))}
        </svg>
      ))}
    </span>
  );
}

/** A count of ballots: strokes to a hundred, beyond that a bar as a part of `of`; the number at the end. */
export function BallotCount({ label, count, of }: { label: string; count: number; of: number }) {
  const language = useLanguage();
  return (
    <div className="flex items-center gap-4 py-1.5">
      <dt className="keep w-16 shrink-0 font-semibold">{label}</dt>
      <dd className="flex min-w-0 flex-1 items-center justify-between gap-4">
        {count > MOST ? <Bar part={of > 0 ? count / of : 0} /> : <Strokes count={count} />}
        <span className="num ms-auto font-figures text-2xl leading-none font-bold">{formatWhole(count, language)}</span>
      </dd>
    </div>
  );
}

function Bar({ part }: { part: number }) {
  return (
    <span aria-hidden="true" className="block h-2 min-w-0 flex-1 overflow-hidden rounded-sm bg-well">
      <span className="block h-full bg-ink" style={{ width: `${Math.min(100, part * 100)}%` }} />
    </span>
  );
}

/** How much of a whole there is, with a notch where it must reach. Decoration: the words beside it say the same. Parts from 0 to 1. */
export function ThresholdBar({ part, notch }: { part: number; notch: number }) {
  const percent = (of: number) => `${Math.min(100, Math.max(0, of * 100))}%`;
  return (
    <div aria-hidden="true" className="relative my-2 h-2">
      <div className="absolute inset-0 overflow-hidden rounded-sm bg-well">
        <div className="h-full bg-ink" style={{ width: percent(part) }} />
      </div>
      <div className="absolute -top-1 h-4 w-1.5 -translate-x-1/2 rounded-[1px] border-2 border-ink bg-sheet" style={{ left: percent(notch) }} />
    </div>
  );
}
