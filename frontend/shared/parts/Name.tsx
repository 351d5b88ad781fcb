import { useLanguage, useWords } from "../language/language.ts";
import type { Both } from "../language/words.ts";
import { partsText } from "./text.ts";

/**
 * A member: the name from the profile and the number that nobody else has. Without a name the number stands alone;
 * two members may share a name, so lists always show the number.
 */
export function Name({ id, name, link = true, number = true }: { id: number; name?: Both | null; link?: boolean; number?: boolean }) {
  const language = useLanguage();
  const t = useWords(partsText);
  const text = name?.[language];
  const inside = text ? (
    <>
      {text}
      {number && <span className="num ms-1.5 text-sm font-normal text-ink-3">{t.no(id)}</span>}
    </>
  ) : (
    t.memberNo(id)
  );
  return link ? (
    <a href={`#/m/${id}`} className="keep opens reach">
      {inside}
    </a>
  ) : (
    <span className="keep">{inside}</span>
  );
}
