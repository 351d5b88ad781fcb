import type { ReactNode } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { CoinGlyph, RingGlyph } from "../../../shared/look/icons.tsx";
import { partsText } from "../../../shared/parts/text.ts";

/** One ledger's card, in its wash. */
export function Side({ hand, children, aside }: { hand: "value" | "price"; children: ReactNode; aside: ReactNode }) {
  const t = useWords(partsText);
  const price = hand === "price";
  return (
    <section aria-label={price ? t.priceLedger : t.valueLedger} className={`min-w-0 rounded-md p-4.5 sm:p-7 ${price ? "bg-price-wash" : "bg-value-wash"}`}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className={`flex items-center gap-2 font-sans text-base font-semibold ${price ? "text-price" : "text-value"}`}>
          {price ? <CoinGlyph /> : <RingGlyph />}
          {price ? t.priceLedger : t.valueLedger}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
