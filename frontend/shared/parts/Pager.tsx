import { useLanguage, useWords } from "../language/language.ts";
import { formatWhole } from "../language/numbers.ts";
import { ChevronLeft, ChevronRight } from "../look/icons.tsx";
import { IconButton } from "./Button.tsx";
import { partsText } from "./text.ts";

/** Which part of a long list is shown, and the ways to the parts beside it. Nothing where all of it fits. `page` counts from 0. */
export function Pager({ page, size, total, label, onTurn }: { page: number; size: number; total: number; label: string; onTurn: (page: number) => void }) {
  const t = useWords(partsText);
  const language = useLanguage();
  if (total <= size) return null;
  const last = Math.ceil(total / size) - 1;
  const [from, to] = [page * size + 1, Math.min(total, (page + 1) * size)];
  const show = (n: number) => formatWhole(n, language);
  const button = (to: number, words: string, icon: React.ReactNode) => (
    <IconButton label={`${words}: ${label}`} aria-disabled={to < 0 || to > last || undefined} className={to < 0 || to > last ? "text-ink-3" : ""} onClick={() => to >= 0 && to <= last && onTurn(to)}>
      {icon}
    </IconButton>
  );
  return (
    <nav aria-label={label} className="mt-2 flex items-center justify-between gap-4 text-sm text-ink-2">
      <span className="num" role="status">{t.range(show(from), show(to), show(total))}</span>
      <span className="flex gap-1">
        {button(page - 1, t.earlier, <ChevronLeft />)}
        {button(page + 1, t.later, <ChevronRight />)}
      </span>
    </nav>
  );
}

/** The part of a list that a page shows; a page that is no more shows the last. */
export function pageOf<T>(list: readonly T[], page: number, size: number): readonly T[] {
  const at = Math.min(page, Math.max(0, Math.ceil(list.length / size) - 1));
  return list.slice(at * size, (at + 1) * size);
}
