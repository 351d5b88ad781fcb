import { useState } from "react";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { useRelay } from "../../../shared/store/relay.ts";
import { offnetText } from "../text.ts";
import { giveToRelay, type RelayAnswer, RelayRefused } from "./relay.ts";

/** Giving a bundle to the relay of the settings. Without one: where to choose it. Losing it loses nothing. */
export function RelayWay({ bundle }: { bundle: string }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const relay = useRelay();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<RelayAnswer | null>(null);
  const [failure, setFailure] = useState<{ say: Both | null; details: string } | null>(null);
  if (relay === null) return <a href="#/settings" className={`${buttonClass("text", true)} self-start`}>{t.relayNone}</a>;
  const give = async () => {
    setBusy(true);
    setAnswer(null);
    setFailure(null);
    try {
      setAnswer(await giveToRelay(relay, bundle));
    } catch (error) {
      setFailure({ say: error instanceof RelayRefused ? error.say : null, details: String(error) });
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-2">
      <Button look="second" small busy={busy} onClick={() => void give()} className="self-start">{busy ? t.relayBusy : t.toRelay(new URL(relay).host)}</Button>
      {failure && <ErrorNote title={failure.say?.[language] ?? t.relayFailed} {...(failure.say ? { advice: t.relayAdvice } : {})} details={failure.details} />}
      {answer && answer.taken > 0 && <p role="status">{t.relayTook(answer.taken)}</p>}
      {answer?.refused.map((say, at) => <p key={at} role="alert" className="text-sm text-fail">{say[language]}</p>)}
    </div>
  );
}
