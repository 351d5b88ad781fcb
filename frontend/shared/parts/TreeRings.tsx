import { useLanguage, useWords } from "../language/language.ts";
import { formatMicroExactly } from "../language/numbers.ts";
import { drawRings, type Ring } from "./rings.ts";
import { partsText } from "./text.ts";

/** The tree of a member's shares: one ring an epoch, width as its shares, the last one thicker. Art of the value card and nowhere else. */
export function TreeRings({ rings, className = "" }: { rings: readonly Ring[]; className?: string }) {
  const drawn = drawRings(rings, { x: 120, y: 120 }, 112);
  return (
    <svg viewBox="0 0 240 240" fill="none" stroke="var(--value-mid)" aria-hidden="true" className={className}>
      <circle cx="120" cy="120" r="2.5" fill="var(--value-mid)" stroke="none" />
      {drawn.map((ring, i) => (
        <path key={ring.epoch} d={ring.path} strokeWidth={i === drawn.length - 1 ? 3.2 : 1.5} />
      ))}
    </svg>
  );
}

/** The same rings as a table, for those who cannot see them and those who count. */
export function RingsTable({ rings, hidden = true }: { rings: readonly Ring[]; hidden?: boolean }) {
  const language = useLanguage();
  const t = useWords(partsText);
  if (rings.length === 0) return null;
  return (
    <table className={hidden ? "sr-only" : "w-full"}>
      <caption className="sr-only">{t.ringsCaption}</caption>
      <thead>
        <tr>
          <th scope="col" className="text-start">{t.ringsEpoch}</th>
          <th scope="col" className="text-end">{t.ringsShares}</th>
        </tr>
      </thead>
      <tbody>
        {rings.map((ring) => (
          <tr key={ring.epoch}>
            <th scope="row" className="num text-start font-normal">{ring.epoch}</th>
            <td className="num text-end">{formatMicroExactly(ring.shares, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The square-holed coin of the price card. */
export function Coin({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 240 240" fill="none" stroke="var(--price-mid)" aria-hidden="true" className={className}>
      <circle cx="120" cy="120" r="112" strokeWidth="3.2" />
      <circle cx="120" cy="120" r="99" strokeWidth="1.5" />
      <rect x="72" y="72" width="96" height="96" strokeWidth="1.5" />
      <rect x="82" y="82" width="76" height="76" strokeWidth="3.2" />
    </svg>
  );
}
