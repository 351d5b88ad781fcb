/** Tenths as ten dots, the counted ones full. The words beside them say the same. */
export function Dots({ tenths }: { tenths: number }) {
  return (
    <svg width="118" height="10" viewBox="0 0 118 10" aria-hidden="true" className="shrink-0 text-ink">
      {Array.from({ length: 10 }, (_, place) => (
        <circle key={place} cx={5 + place * 12} cy="5" r="4" fill={place < tenths ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.2" />
      ))}
    </svg>
  );
}
