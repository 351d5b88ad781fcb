import { useId } from "react";

/** The mark of the house: a ring and a square, linked, never merged; always ink. Below 20px its lines are drawn thicker. */
export function Logo({ size = 36 }: { size?: number }) {
  const id = useId();
  const thick = size < 20 ? 5.6 : 4.6;
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" fill="none" stroke="currentColor" strokeWidth={thick} aria-hidden="true" className="shrink-0 text-ink">
      <mask id={`${id}a`} maskUnits="userSpaceOnUse" x="0" y="0" width="48" height="48">
        <path fill="#fff" stroke="none" d="M0 0h48v48H0z" />
        <path d="M19 17.5H34" stroke="#000" strokeWidth={thick + 4.4} />
      </mask>
      <mask id={`${id}b`} maskUnits="userSpaceOnUse" x="0" y="0" width="48" height="48">
        <path fill="#fff" stroke="none" d="M0 0h48v48H0z" />
        <path d="M10.2 27.8A14 14 0 0 0 25.5 30.1" stroke="#000" strokeWidth={thick + 4.4} />
      </mask>
      <circle cx="18.5" cy="17.5" r="14" mask={`url(#${id}a)`} />
      <rect x="18.5" y="17.5" width="26" height="26" rx="2" mask={`url(#${id}b)`} />
    </svg>
  );
}
