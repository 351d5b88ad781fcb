import { useLanguage, useWords } from "../language/language.ts";
import { partsText } from "./text.ts";

export type Grade = "A+" | "A" | "B" | "C" | "D";

const frames: Record<Grade, string> = {
  "A+": "bg-ink text-paper rounded-sm",
  A: "border-2 border-ink rounded-sm outline-1 -outline-offset-5 outline-ink",
  B: "border-2 border-ink rounded-sm",
  C: "border-b-2 border-ink",
  D: "border border-dashed border-edge rounded-sm",
};
/** Read letter by letter: “A plus”, not “A”. */
const spoken: Record<Grade, { zh: string; en: string }> = {
  "A+": { zh: "A加", en: "A plus" },
  A: { zh: "A", en: "A" },
  B: { zh: "B", en: "B" },
  C: { zh: "C", en: "C" },
  D: { zh: "D", en: "D" },
};

/** A grade as a frame that thins as the grade falls. Always shown near its sum of 24. */
export function GradeMark({ grade, size = 36 }: { grade: Grade; size?: number }) {
  const t = useWords(partsText);
  const language = useLanguage();
  return (
    <span role="img" aria-label={t.grade(spoken[grade][language])} className={`inline-flex shrink-0 items-center justify-center font-serif font-bold leading-none ${frames[grade]}`} style={{ width: size, height: size, fontSize: size * 0.48 }}>
      {grade === "A+" ? (
        <span aria-hidden="true">
          A<sup className="text-[0.72em] leading-none">+</sup>
        </span>
      ) : (
        <span aria-hidden="true">{grade}</span>
      )}
    </span>
  );
}
