import { useNavigate } from "@tanstack/react-router";
import type { ReadItem } from "#client/offnet/bundle.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { isMarketItem, pathOf, useShelf } from "../../price/market/shelf.ts";
import { itemIn } from "../brought.ts";
import { offnetText } from "../text.ts";

/** Opens an offer, a request or an agreement where it can be signed, put on record, ordered or used; it is kept there as well. */
export function ToMarket({ item: read }: { item: ReadItem }) {
  const t = useWords(offnetText);
  const { deployment } = useNetwork();
  const shelf = useShelf();
  const go = useNavigate();
  const item = itemIn(read);
  if (!isMarketItem(item) || !shelf || !deployment) return null;
  const open = () => {
    shelf.add([item]);
    void go({ to: pathOf(item, deployment) });
  };
  return <p className="ms-7 mt-2"><Button look="second" small onClick={open}>{t.toMarket[item.kind]}</Button></p>;
}
