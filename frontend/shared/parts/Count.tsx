/** A small count beside a word; nothing where there is nothing to count. */
export function Count({ of }: { of: number }) {
  return of > 0 && <span className="num inline-flex h-6 min-w-6 items-center justify-center rounded-full bg-ink px-1.5 text-pill font-semibold text-paper">{of}</span>;
}
