import { useState } from "react";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { useRelay } from "../../../shared/store/relay.ts";
import { showOnBoard } from "./relayBoard.ts";
import { marketText } from "./text.ts";

/** Puts what was signed on the board of the relay that the reader chose; nothing where none is chosen. */
export function ShowAtRelay({ bundle }: { bundle: string }) {
  const t = useWords(marketText);
  const language = useLanguage();
  const relay = useRelay();
  const [told, setTold] = useState<string | null>(null);
  if (!relay) return null;
  const { host } = new URL(relay);
  const show = async () => {
    const answer = await showOnBoard(relay, bundle).catch(() => ({ why: null }));
    setTold(answer === null ? t.shownAt(host) : (answer.why?.[language] ?? t.notShown));
  };
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3">
      <Button look="second" small onClick={() => void show()}>{t.showAt(host)}</Button>
      <span role="status">{told}</span>
    </p>
  );
}
