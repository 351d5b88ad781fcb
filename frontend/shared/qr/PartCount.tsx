import { useWords } from "../language/language.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { qrText } from "./text.ts";

/** More than these cannot be counted by eye, and are a bar. */
const MOST_DRAWN = 60;

/** How many parts have come: a square for each, filled once it is there. */
export function PartCount({ known, count }: { known: number; count: number }) {
  const t = useWords(qrText);
  return (
    <div>
      <p className="num">
        <Sentence pieces={t.got(known, count)} />
      </p>
      <div role="progressbar" aria-label={t.progress} aria-valuenow={known} aria-valuemin={0} aria-valuemax={count} className="mt-1.5">
        {count <= MOST_DRAWN ? (
          <div className="flex flex-wrap gap-1">
            {Array.from({ length: count }, (_, at) => (
              <span key={at} className={`size-3 border border-ink ${at < known ? "bg-ink" : ""}`} />
            ))}
          </div>
        ) : (
          <div className="h-3 border border-ink">
            <div className="h-full bg-ink" style={{ width: `${(known / count) * 100}%` }} />
          </div>
        )}
      </div>
    </div>
  );
}
