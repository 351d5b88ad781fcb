import { DueCard } from "../../features/price/dividends/DueCard.tsx";
import { SharesPage } from "../../features/value/SharesPage.tsx";
import { useMe } from "../../shared/books/books.ts";

/** The page of shares, and above it what their dividends come to: value knows nothing of price, so the two meet here. */
export function SharesPlace() {
  const me = useMe();
  return <SharesPage first={me !== null && <div className="mb-8 empty:hidden"><DueCard member={me} /></div>} />;
}
