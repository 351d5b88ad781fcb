import { type FormEvent, useState } from "react";
import { gatewayUrl } from "#client/work/statement/address.ts";
import { useWords } from "../../shared/language/language.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { chooseGateway, useGateway } from "../../shared/store/gateway.ts";
import { settingsText } from "./settingsText.ts";

/** The gateway by which documents on IPFS are read. None is asked before the reader names one. */
export function GatewaySettings() {
  const t = useWords(settingsText);
  const gateway = useGateway();
  const [url, setUrl] = useState(gateway ?? "");
  const [wrong, setWrong] = useState(false);
  const use = (event: FormEvent) => {
    event.preventDefault();
    const fine = gatewayUrl(url, "x") !== null;
    setWrong(!fine);
    if (fine) chooseGateway(url.trim());
  };
  const none = () => {
    chooseGateway(null);
    setUrl("");
    setWrong(false);
  };
  return (
    <form onSubmit={use} className="flex flex-col gap-3">
      <Field label={t.gateway} hint={t.gatewayHint} error={wrong && t.gatewayBad} value={url} onChange={(event) => setUrl(event.target.value)} inputMode="url" autoComplete="off" spellCheck={false} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" look="second">{t.use}</Button>
        {gateway !== null && <Button look="text" onClick={none}>{t.gatewayNone}</Button>}
        <span role="status" className="text-sm text-ink-2">{gateway === null ? t.gatewayOff : t.gatewayOn(new URL(gateway).host)}</span>
      </div>
    </form>
  );
}
