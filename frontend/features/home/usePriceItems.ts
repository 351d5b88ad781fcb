import { useEffect, useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { askToken } from "../../shared/chain/tokens.ts";
import { useLanguage } from "../../shared/language/language.ts";
import type { priceItems } from "./priceItems.ts";
import type { Item } from "./waiting.ts";

/** What waits about money. Its code comes only where something was ever sold. */
export function usePriceItems(me: MemberId): readonly Item[] {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const [found, setFound] = useState<{ readonly of: typeof priceItems } | null>(null);
  const wanted = ledger.price.orders.size > 0;
  useEffect(() => {
    if (!wanted) return;
    for (const token of ledger.price.tokens.keys()) askToken(token);
    void import("./priceItems.ts").then(({ priceItems: of }) => setFound({ of }));
  }, [wanted, ledger.price.tokens]);
  return wanted && found ? found.of(ledger, me, now, language) : [];
}
