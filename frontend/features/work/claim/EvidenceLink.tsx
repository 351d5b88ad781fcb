import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { claimText } from "./text.ts";

/** The id of the part of the page that shows the evidence. */
export const evidencePlace = "evidence";

/** Leads from a form to the evidence further down, without leaving what was filled in. */
export function EvidenceLink() {
  const t = useWords(claimText);
  return (
    <Button look="text" onClick={() => document.getElementById(evidencePlace)?.scrollIntoView({ block: "start" })}>
      {t.seeEvidence}
    </Button>
  );
}
