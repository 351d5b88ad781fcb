import { useState } from "react";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { joinText } from "./text.ts";

/** Somebody who has not said who they are: a wallet, or on the practice network a new identity at a press. */
export function Begin() {
  const t = useWords(joinText);
  const { deployment } = useNetwork();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const make = async () => {
    setBusy(true);
    setFailed(null);
    await import("../../../shared/signer/practice.ts").then(({ newIdentity }) => newIdentity()).catch((error: unknown) => setFailed(String(error)));
    setBusy(false);
  };
  return (
    <Section title={t.begin} note={t.beginNote}>
      {failed && <div className="mb-3"><ErrorNote title={t.failed} details={failed} /></div>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {deployment?.practice && <Button busy={busy} onClick={() => void make()}>{t.fresh}</Button>}
        <Button look={deployment?.practice ? "second" : "primary"} onClick={askForSigner}>{t.choose}</Button>
      </p>
      {deployment?.practice && <p className="mt-2 text-sm text-ink-3">{t.freshNote}</p>}
    </Section>
  );
}
