import { type FormEvent, useState } from "react";
import { DeploymentFault, isNodeUrl } from "#client/chain/deployment.ts";
import { chooseRpc, chooseSource, chosenSource, parseJson, parsePlace } from "../../shared/chain/deployment.ts";
import { openNetwork, useNetwork } from "../../shared/chain/network.ts";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import type { Both } from "../../shared/language/words.ts";
import { Hash } from "../../shared/parts/Address.tsx";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { ErrorNote, Notice } from "../../shared/parts/Notice.tsx";
import { Page, Section } from "../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../shared/parts/Row.tsx";
import { LanguageChoice, ThemeSwitch } from "../../shared/parts/Switches.tsx";
import { partsText } from "../../shared/parts/text.ts";
import { GatewaySettings } from "./GatewaySettings.tsx";
import { KeptSettings } from "./KeptSettings.tsx";
import { RelaySettings } from "./RelaySettings.tsx";
import { SeatSettings } from "./SeatSettings.tsx";
import { settingsText } from "./settingsText.ts";

/** The release, as package.json says it; put in when the pages are built. */
declare const __VERSION__: string;

/** Language, light, network, deployment, who signs. */
export function SettingsPage() {
  const t = useWords(settingsText);
  const parts = useWords(partsText);
  const { deployment } = useNetwork();
  return (
    <Page title={t.title}>
      <div className="max-w-160">
        {deployment?.practice && <div className="mb-8"><Notice practice>{parts.practiceNote}</Notice></div>}
        <Section title={t.appearance}>
          <div className="flex flex-col gap-5">
            <LanguageChoice />
            <ThemeSwitch />
          </div>
        </Section>
        <Section title={t.seat}>
          <SeatSettings />
        </Section>
        <Section title={t.network}>
          <NetworkFacts />
          <NodeForm key={deployment?.chainId} />
        </Section>
        <Section title={t.deployment} note={t.deploymentNote}>
          <DeploymentForm />
        </Section>
        <Section title={t.documents} note={t.documentsNote}>
          <GatewaySettings />
        </Section>
        <Section title={t.carrying} note={t.carryingNote}>
          <RelaySettings />
        </Section>
        <Section title={t.kept} note={t.keptNote}>
          <KeptSettings />
        </Section>
        <Section title={t.about}>
          <p className="prose">{t.aboutText}</p>
          <Rows><FactRow label={t.version}><span className="num">{__VERSION__}</span></FactRow></Rows>
        </Section>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function NetworkFacts() {
  const t = useWords(settingsText);
  const language = useLanguage();
  const { deployment, state } = useNetwork();
  if (!deployment) return <p className="text-ink-2">{t.notReady}</p>;
  return (
    <Rows label={t.network}>
      <FactRow label={t.coop}>{deployment.name[language]}</FactRow>
      <FactRow label={t.chain}><span className="num">{deployment.chainId}</span></FactRow>
      <FactRow label={t.genesis}><Hash hash={deployment.genesisHash} label={t.genesis} /></FactRow>
      <FactRow label={t.practice}>{deployment.practice ? t.yes : t.no}</FactRow>
      <FactRow label={t.state}>{state === "ready" ? t.ready : t.notReady}</FactRow>
    </Rows>
  );
}

function NodeForm() {
  const t = useWords(settingsText);
  const { deployment, rpc } = useNetwork();
  const [url, setUrl] = useState(rpc ?? "");
  const [wrong, setWrong] = useState(false);
  if (!deployment) return null;
  const use = (event: FormEvent) => {
    event.preventDefault();
    const given = url.trim();
    setWrong(!isNodeUrl(given));
    if (!isNodeUrl(given)) return;
    chooseRpc(deployment.chainId, given);
    void openNetwork();
  };
  const useOwn = () => {
    chooseRpc(deployment.chainId, null);
    setWrong(false);
    void openNetwork();
  };
  return (
    <form onSubmit={use} className="mt-4 flex flex-col gap-3">
      <Field label={t.node} hint={t.nodeHint} error={wrong && t.nodeBad} value={url} onChange={(event) => setUrl(event.target.value)} inputMode="url" autoComplete="off" spellCheck={false} />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Button type="submit" look="second">{t.use}</Button>
        <Button look="text" onClick={useOwn}>{t.useOwn}</Button>
      </div>
    </form>
  );
}

function DeploymentForm() {
  const t = useWords(settingsText);
  const language = useLanguage();
  const [url, setUrl] = useState("");
  const [wrong, setWrong] = useState(false);
  const [faults, setFaults] = useState<readonly Both[]>([]);
  useNetwork();
  const source = chosenSource();

  const open = async (file: File) => {
    setFaults([]);
    const json = await file.text();
    try {
      parsePlace(parseJson(json));
    } catch (error) {
      return setFaults(error instanceof DeploymentFault ? error.faults : [{ zh: String(error), en: String(error) }]);
    }
    chooseSource({ kind: "file", json });
    void openNetwork();
  };
  const use = (event: FormEvent) => {
    event.preventDefault();
    const given = url.trim();
    const fine = /^https?:/.test(given) && isNodeUrl(given);
    setWrong(!fine);
    if (!fine) return;
    chooseSource({ kind: "url", url: given });
    void openNetwork();
  };
  const useBeside = () => {
    chooseSource({ kind: "beside" });
    void openNetwork();
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{t.now(t.sources[source.kind])}</p>
      <label className={`${buttonClass("second")} self-start has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
        {t.fromFile}
        <input
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void open(file);
          }}
        />
      </label>
      {faults.length > 0 && <ErrorNote title={t.fileBad} advice={faults.map((fault) => fault[language]).join(language === "zh" ? "" : " ")} />}
      <form onSubmit={use} className="flex flex-col gap-3">
        <Field label={t.fromUrl} hint={t.fromUrlHint} error={wrong && t.fromUrlBad} value={url} onChange={(event) => setUrl(event.target.value)} inputMode="url" autoComplete="off" spellCheck={false} />
        <Button type="submit" look="second" className="self-start">{t.use}</Button>
      </form>
      {source.kind !== "beside" && <Button look="text" onClick={useBeside} className="self-start">{t.besides}</Button>}
    </div>
  );
}
