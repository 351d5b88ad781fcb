import { useWords } from "../../../../shared/language/language.ts";
import { reviewText } from "./text.ts";

const steps = [24, 22, 18, 14, 10, 0] as const;
const bands = [
  ["A+", 23],
  ["A", 20],
  ["B", 16],
  ["C", 12],
  ["D", 5],
] as const;
const [height, top] = [240, 12];
const y = (sum: number) => top + ((24 - sum) / 24) * (height - 2 * top);

/** The sum of the medians on the ladder from 0 to 24, with the steps where a grade begins. The words beside it say the same. */
export function Ladder({ sum }: { sum: number }) {
  const t = useWords(reviewText);
  return (
    <svg viewBox={`0 0 120 ${height}`} role="img" aria-label={t.given(sum)} className="h-60 w-30 shrink-0 text-ink" fill="none" stroke="currentColor">
      <path d={`M50 ${y(24)}V${y(0)}`} className="text-edge" />
      <path d={`M50 ${y(sum)}V${y(0)}`} strokeWidth="4" />
      <path d={`M50 ${y(sum)}H86`} strokeWidth="2" />
      {steps.map((step) => (
        <g key={step}>
          <path d={`M44 ${y(step)}H56`} className="text-edge" />
          {Math.abs(step - sum) > 1 && (
            <text x="62" y={y(step) + 5} fill="currentColor" stroke="none" className="num fill-ink-2 text-sm">
              {step}
            </text>
          )}
        </g>
      ))}
      {bands.map(([grade, at]) => (
        <text key={grade} x="34" y={y(at) + 5} textAnchor="end" stroke="none" className="fill-ink-2 font-serif text-sm font-bold">
          {grade}
        </text>
      ))}
      <text x="90" y={y(sum) + 7} fill="currentColor" stroke="none" className="num font-figures text-xl font-bold">
        {sum}
      </text>
    </svg>
  );
}
