import { useState } from "react";
import { signable } from "#client/governance/ballot.ts";
import { writeBallots } from "#client/governance/ballotList.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { Proposal, Support } from "#client/governance/types.ts";
import { type ToldFailure, tellFailure } from "../../../shared/act/failure.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { Dialog } from "../../../shared/parts/Dialog.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { Sentence } from "../../../shared/parts/Sentence.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { carryText } from "../carry/text.ts";
import { governanceText } from "../text.ts";
import { titleOf } from "../titles.ts";

/** Signs a ballot and sends nothing: the member gets a text and a file that anybody may carry to the chain. */
export function SignAside({ proposal, me, support, onClose }: { proposal: Proposal; me: MemberId; support: Support; onClose: () => void }) {
  const t = useWords(carryText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const signer = useSigner();
  const [ballot, setBallot] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ToldFailure | null>(null);
  const sign = async () => {
    const member = ledger.people.members.get(me);
    if (!deployment || !signer || !member) return;
    setBusy(true);
    setFailure(null);
    const said = { proposalId: proposal.id, support, member: me, keyEpoch: member.keyEpoch };
    try {
      const signature = await signer.signTypedData(signable(said, deployment));
      setBallot(writeBallots([{ ...said, signature }], deployment));
    } catch (error) {
      setFailure(tellFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.aside}
      foot={ballot === null && (
        <>
          {failure && <ErrorNote title={t.signFailed} advice={failure.title[language]} details={failure.details} />}
          <Button wide busy={busy} onClick={() => void sign()}>{busy ? t.signing : t.sign}</Button>
        </>
      )}
    >
      <p className="pt-1 font-serif text-[1.5rem] leading-normal"><Sentence pieces={t.asideLead(shared.support[support])} /></p>
      <p className="mt-1 text-ink-2">{titleOf(ledger, proposal)[language]}</p>
      <p className="mt-1 text-sm text-ink-2">{`${shared.moment.voteCloses}${language === "zh" ? "：" : ": "}${formatMoment(proposal.closesAt, language, now)}`}</p>
      <p className="prose mt-4">{t.asideNote}</p>
      {ballot !== null && <Signed ballot={ballot} name={`ballot-${proposal.id.toString(16).slice(0, 8)}-${me}.json`} />}
    </Dialog>
  );
}

/** The signed ballot to copy and to save. */
function Signed({ ballot, name }: { ballot: string; name: string }) {
  const t = useWords(carryText);
  const { done, copy } = useCopy(ballot);
  return (
    <div className="mt-5 flex flex-col gap-3 border-t border-line pt-5">
      <p role="status" className="font-serif text-lg">{t.signed}</p>
      <TextArea label={t.text} readOnly rows={6} value={ballot} spellCheck={false} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <Button look="second" small onClick={copy}>{done ? t.copied : t.copy}</Button>
        <Button look="second" small onClick={() => saveFile(name, "application/json", ballot)}>{t.save}</Button>
        <a href="#/decide/carry" className={buttonClass("text", true)}>{t.toCarry}</a>
      </p>
    </div>
  );
}
