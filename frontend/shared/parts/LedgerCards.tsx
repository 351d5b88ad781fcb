import type { ReactNode } from "react";
import { useWords } from "../language/language.ts";
import { CoinGlyph, RingGlyph } from "../look/icons.tsx";
import { Amount } from "./Amount.tsx";
import type { Ring } from "./rings.ts";
import { partsText } from "./text.ts";
import { Coin, RingsTable, TreeRings } from "./TreeRings.tsx";

const frame = "relative flex min-h-72 flex-col overflow-hidden rounded-md p-4 sm:min-h-64 sm:p-7";
const art = "absolute -end-[14%] -bottom-[12%] w-[78%] max-w-60 sm:-end-6 sm:-bottom-12";

/** The two ledgers side by side, never added. */
export function LedgerPair({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-2.5 sm:gap-4">{children}</div>;
}

/** The value card: how many shares, one line on what comes next, the tree low right, never under text. */
export function ValueCard({ micro, line, rings, why }: { micro: bigint; line: ReactNode; rings: readonly Ring[]; why?: string }) {
  const t = useWords(partsText);
  return (
    <section aria-label={t.valueLedger} className={`${frame} bg-value-wash`}>
      <TreeRings rings={rings} className={art} />
      <Head className="text-value" glyph={<RingGlyph />} word={t.valueLedger} />
      <p className="relative mt-2">
        <Amount micro={micro} unit="shares" size="hero" />
      </p>
      <p className="relative mt-1 text-sm text-ink-2 sm:text-base">{line}</p>
      <RingsTable rings={rings} />
      {why && <Foot href={why} word={t.why} />}
    </section>
  );
}

/** The price card. Until the market opens it says so; it never shows a number that stands for nothing. */
export function PriceCard({ amount, line, foot }: { amount?: ReactNode; line: ReactNode; foot?: { href: string; word: string } }) {
  const t = useWords(partsText);
  return (
    <section aria-label={t.priceLedger} className={`${frame} bg-price-wash`}>
      <Coin className={art} />
      <Head className="text-price" glyph={<CoinGlyph />} word={t.priceLedger} />
      {amount && <p className="relative mt-2 text-4xl text-price sm:text-5xl">{amount}</p>}
      <p className={`relative text-sm text-ink-2 sm:text-base ${amount ? "mt-1" : "mt-3 max-w-72"}`}>{line}</p>
      {foot && <Foot {...foot} />}
    </section>
  );
}

function Head({ glyph, word, className }: { glyph: ReactNode; word: string; className: string }) {
  return (
    <h2 className={`flex items-center gap-2 font-sans text-base font-semibold ${className}`}>
      {glyph}
      {word}
    </h2>
  );
}

/** The link is pressed on 44px, though it is written on 20. */
function Foot({ href, word }: { href: string; word: string }) {
  return (
    <p className="relative -mb-2.5 sm:mt-auto sm:pt-6">
      <a href={href} className="opens inline-flex min-h-11 items-center text-sm sm:text-base">
        {word}
      </a>
    </p>
  );
}
