import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { useLedger } from "../../shared/books/books.ts";
import { chainKey } from "../../shared/chain/deployment.ts";
import { useNetwork } from "../../shared/chain/network.ts";
import { useWords } from "../../shared/language/language.ts";
import { CheckIcon, CloseIcon } from "../../shared/look/icons.tsx";
import { IconButton } from "../../shared/parts/Button.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { askForSigner } from "../../shared/signer/signer.ts";
import { recall, remember } from "../../shared/store/browser.ts";
import { homeText } from "./text.ts";

type Step = "seat" | "attest" | "record" | "draw";

/** A dismissible list of first steps. Each is ticked by what the chain has seen since this browser first showed the list to the member. */
export function FirstSteps({ me }: { me: MemberId | null }) {
  const t = useWords(homeText);
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const [away, setAway] = useState(recall("steps") === "away");
  if (away || !deployment) return null;
  const close = () => {
    remember("steps", "away");
    setAway(true);
  };
  const done = me === null ? new Set<Step>() : stepsDone(ledger, me, firstSeen(`steps.${chainKey(deployment)}.${me}`, now));
  const steps: readonly (readonly [Step, string])[] = [["seat", "#/me"], ["attest", "#/attest"], ["record", "#/contribute"], ["draw", "#/shares"]];
  return (
    <Section title={t.steps} note={t.stepsNote} aside={<IconButton label={t.stepsClose} onClick={close}><CloseIcon size={18} /></IconButton>}>
      <ol>
        {steps.map(([step, href]) => (
          <li key={step} className="flex min-h-13 items-center gap-3 border-b border-line last:border-b-0">
            <span aria-hidden="true" className="flex size-6 shrink-0 items-center justify-center rounded-sm border border-edge">{done.has(step) && <CheckIcon size={16} />}</span>
            {step === "seat" && me === null ? (
              <button type="button" onClick={askForSigner} className="opens inline-flex min-h-11 items-center">{t.step[step]}</button>
            ) : (
              <a href={href} className="opens inline-flex min-h-11 items-center">{t.step[step]}</a>
            )}
            {done.has(step) && <span className="sr-only">{t.stepDone}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** When the list was first shown; remembered in this browser. */
function firstSeen(key: string, now: number): number {
  const kept = Number(recall(key) ?? Number.NaN);
  if (Number.isFinite(kept)) return kept;
  remember(key, String(now));
  return now;
}

function stepsDone(ledger: Ledger, me: MemberId, since: number): Set<Step> {
  const done = new Set<Step>(["seat"]);
  for (const event of ledger.timeline) {
    if (event.at < since) continue;
    if (event.contract === "contributionLedger" && event.name === "Attested" && event.args.attester === me) done.add("attest");
    if (event.contract === "contributionLedger" && event.name === "Recorded" && event.args.by === me) done.add("record");
    if (event.contract === "shareLedger" && event.name === "Drawn" && event.args.holder === me) done.add("draw");
  }
  return done;
}
