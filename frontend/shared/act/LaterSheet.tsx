import type { ProposalId } from "#client/chain/ids.ts";
import { useLedger } from "../books/books.ts";
import { memberWords } from "../books/names.ts";
import { chainNow, headStore } from "../chain/clock.ts";
import type { Place } from "../chain/deployment.ts";
import { useNetwork } from "../chain/network.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { formatWhole } from "../language/numbers.ts";
import { formatAgo, formatMoment } from "../language/time.ts";
import type { Language } from "../language/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { ErrorNote, Notice } from "../parts/Notice.tsx";
import type { Explanation, Term } from "../parts/Review.tsx";
import { type Exit, ReviewSheet } from "../parts/ReviewSheet.tsx";
import { type Signer, useSigner } from "../signer/signer.ts";
import { useStore } from "../store/store.ts";
import { type Draft, digestOfDraft, isTwin } from "./later.ts";
import { laterText } from "./laterText.ts";
import { closeProposal, type Proposal } from "./proposal.ts";
import { actText } from "./text.ts";
import { type Later, VALIDITIES } from "./useLater.ts";

/** The sheet of an act that is signed and not sent: until when it holds, who may carry it, and afterwards that it is kept. */
export function LaterSheet({ proposal, draft, later }: { proposal: Proposal; draft: Draft; later: Later }) {
  const language = useLanguage();
  const t = useWords(laterText);
  const { deployment } = useNetwork();
  const signer = useSigner();
  const terms = useTerms(draft, language);
  const { entry } = later;
  const given = proposal.explain(language);
  const explanation: Explanation = { ...given, changes: [], terms, details: deployment ? detailsOf(draft, deployment, language) : [] };
  return (
    <ReviewSheet
      open
      onClose={closeProposal}
      title={proposal.title[language]}
      state={entry ? "signed" : "ready"}
      explanation={entry ? { ...explanation, details: [] } : explanation}
      choice={
        !entry && draft.kind === "act" && (
          <div className="pb-5">
            <Choice legend={t.howLong} value={later.validity} options={VALIDITIES.map((value) => ({ value, label: t.days(Number(value)) }))} onChoose={later.choose} />
          </div>
        )
      }
      now={entry ? handOn(entry.digest, t) : signExit(later, signer, language)}
      later={entry ? { label: t.close, note: t.closeNote, onPress: closeProposal } : { label: t.back, note: t.backNote, onPress: later.back }}
      notice={<Wait later={later} twin={!entry && isTwin(proposal, draft)} />}
    />
  );
}

/** What stands above the exits: that it is kept, why it failed, that the same waits already. */
function Wait({ later: { entry, failure }, twin }: { later: Later; twin: boolean }) {
  const language = useLanguage();
  const t = useWords(laterText);
  if (entry) return <p role="status" className="font-serif text-lg">{t.signed}</p>;
  if (failure) return <ErrorNote title={t.failed} advice={failure.title[language]} details={failure.details} />;
  return twin && <Notice>{t.twin}</Notice>;
}

function signExit(later: Later, signer: Signer | null, language: Language): Exit {
  const [t, act] = [laterText[language], actText[language]];
  const wallet = signer?.kind === "wallet";
  if (later.busy) return { label: wallet ? act.inWallet : t.sign, note: wallet ? act.inWalletNote : t.practiceSigns(signer?.name[language] ?? ""), busy: true, onPress: later.sign };
  return { label: t.sign, note: wallet ? t.walletSigns : t.practiceSigns(signer?.name[language] ?? ""), onPress: later.sign };
}

const handOn = (digest: string, t: (typeof laterText)["zh"]): Exit => ({
  label: t.handOn,
  note: t.handOnNote,
  onPress: () => {
    closeProposal();
    window.location.hash = `/offnet?item=${digest}`;
  },
});

/** Until when, by whom, in whose name, what may be done about it, and on what books it rests. */
function useTerms(draft: Draft, language: Language): Term[] {
  const t = laterText[language];
  const { ledger, now } = useLedger();
  const head = useStore(headStore);
  const said = draft.kind === "act" ? draft.act : draft.ballot;
  const vote = draft.kind === "ballot" ? ledger.governance.proposals.get(draft.ballot.proposalId as ProposalId) : undefined;
  const until = draft.kind === "act" ? formatMoment(draft.act.notAfter, language, now) : t.ballotUntil(formatMoment(vote?.closesAt ?? 0, language, now));
  return [
    { label: t.until, text: until },
    { label: t.carrier, text: t.carrierText },
    { label: t.inTheName, text: t.inTheNameText(memberWords(said.member)[language]) },
    { label: t.takeBack, text: draft.kind === "act" ? t.takeBackAct : t.takeBackBallot },
    ...(head ? [{ label: t.basis, text: t.basisText(formatWhole(head.number, language), formatAgo(Math.max(0, chainNow() - head.timestamp), language)) }] : []),
  ];
}

function detailsOf(draft: Draft, deployment: Place, language: Language): Explanation["details"] {
  const t = laterText[language];
  const digest = { label: t.digest, text: digestOfDraft(draft, deployment), hash: true };
  if (draft.kind === "ballot") return [digest];
  const { to, data, nonce } = draft.act;
  return [digest, { label: actText[language].contract, text: to, hash: true }, { label: t.data, text: data, hash: true }, { label: t.nonce, text: `0x${nonce.toString(16)}`, hash: true }];
}
