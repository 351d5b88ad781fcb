import { useState } from "react";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { recoverText } from "./text.ts";

/** Nobody signs yet: a wallet or a seat, or on the practice network a new key at a press. */
export function Start() {
  const t = useWords(recoverText);
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
    <Section title={t.signIn} note={t.signInNote}>
      {failed && <div className="mb-3"><ErrorNote title={t.freshFailed} details={failed} /></div>}
      <p className="flex flex-wrap gap-3">
        <Button onClick={askForSigner}>{t.signIn}</Button>
        {deployment?.practice && <Button look="second" busy={busy} onClick={() => void make()}>{t.fresh}</Button>}
      </p>
      {deployment?.practice && <p className="mt-2 text-sm text-ink-3">{t.freshNote}</p>}
    </Section>
  );
}
