import { answerObstacle, attestObstacle } from "#client/work/may.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { memberWords } from "../acts/names.ts";
import { claimText } from "./text.ts";

/** So many names are written out. */
const most = 6;

/** Who could answer a claim that the reader cannot answer; on a practice network the reader may take such a seat. */
export function OthersMay({ claim }: { claim: Claim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const { deployment } = useNetwork();
  const signer = useSigner();
  const practice = deployment?.practice && signer?.kind === "practice";
  const obstacle = claim.stage === "pending" ? attestObstacle : answerObstacle;
  const able = [...ledger.people.members.keys()].filter((member) => obstacle(ledger, claim, member, now) === null);
  if (able.length === 0) return null;
  const names = able.slice(0, most).map((member) => memberWords(ledger, member)[language]);
  const joined = names.join(language === "zh" ? "、" : ", ");
  return (
    <>
      <p className="prose text-ink-2">{able.length > most ? t.othersMayMore(joined, able.length) : t.othersMay(joined)}</p>
      {practice && (
        <button type="button" onClick={askForSigner} className="inline-flex min-h-11 items-center rounded-sm bg-practice-wash px-3 text-sm font-semibold text-practice hover:brightness-95">
          {t.takeTheirSeat}
        </button>
      )}
    </>
  );
}
