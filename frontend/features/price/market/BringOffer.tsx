import { useState } from "react";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { useRelay } from "../../../shared/store/relay.ts";
import { TakeIn } from "../../people/pass/TakeIn.tsx";
import { askBoard } from "./relayBoard.ts";
import { marketItemsIn, useShelf } from "./shelf.ts";
import { marketText } from "./text.ts";

/** What somebody handed over: a text, a file, a code, or the list of the relay that the reader chose. It is kept here, and nothing is sent. */
export function BringOffer() {
  const t = useWords(marketText);
  const language = useLanguage();
  const { deployment } = useNetwork();
  const relay = useRelay();
  const shelf = useShelf();
  const [told, setTold] = useState<string | null>(null);
  const take = (text: string) => {
    const items = deployment ? marketItemsIn(text, deployment) : [];
    if (items.length > 0) shelf?.add(items);
    setTold(items.length > 0 ? t.bringDone(items.length) : null);
    return items.length > 0 ? null : { zh: marketText.zh.bringNone, en: marketText.en.bringNone };
  };
  const ask = async () => {
    const text = relay ? await askBoard(relay).catch(() => "") : "";
    if (take(text) !== null) setTold(marketText[language].relayNone);
  };
  return (
    <Section title={t.bring} note={t.bringLead}>
      <TakeIn label={t.bringPaste} onText={take} />
      {relay && <Button look="text" small className="mt-2" onClick={() => void ask()}>{t.fromRelay(new URL(relay).host)}</Button>}
      <p role="status" className="mt-2">{told}</p>
    </Section>
  );
}
