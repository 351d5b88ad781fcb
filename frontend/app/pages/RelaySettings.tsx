import { type FormEvent, useState } from "react";
import { gatewayUrl } from "#client/work/statement/address.ts";
import { useWords } from "../../shared/language/language.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { chooseRelay, useRelay } from "../../shared/store/relay.ts";
import { settingsText } from "./settingsText.ts";

/** The relay that carries signed acts for free. None is asked before the reader names one, and then only when a button says so. */
export function RelaySettings() {
  const t = useWords(settingsText);
  const relay = useRelay();
  const [url, setUrl] = useState(relay ?? "");
  const [wrong, setWrong] = useState(false);
  const use = (event: FormEvent) => {
    event.preventDefault();
    const fine = gatewayUrl(url, "x") !== null;
    setWrong(!fine);
    if (fine) chooseRelay(url.trim());
  };
  const none = () => {
    chooseRelay(null);
    setUrl("");
    setWrong(false);
  };
  return (
    <form onSubmit={use} className="flex flex-col gap-3">
      <Field label={t.relay} hint={t.relayHint} error={wrong && t.gatewayBad} value={url} onChange={(event) => setUrl(event.target.value)} inputMode="url" autoComplete="off" spellCheck={false} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" look="second">{t.use}</Button>
        {relay !== null && <Button look="text" onClick={none}>{t.relayNone}</Button>}
        <span role="status" className="text-sm text-ink-2">{relay === null ? t.relayOff : t.relayOn(new URL(relay).host)}</span>
      </div>
    </form>
  );
}
