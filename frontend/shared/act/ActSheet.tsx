import { useBooks } from "../books/books.ts";
import { useNetwork } from "../chain/network.ts";
import { useTick } from "../chain/clock.ts";
import { useLanguage, useWords } from "../language/language.ts";
import type { Both, Language } from "../language/words.ts";
import { slowAfter } from "../journal/slow.ts";
import { ErrorNote, Notice } from "../parts/Notice.tsx";
import type { Explanation } from "../parts/Review.tsx";
import { type Exit, ReviewSheet } from "../parts/ReviewSheet.tsx";
import { askForSigner } from "../signer/signer.ts";
import { useStore } from "../store/store.ts";
import { notLater } from "./later.ts";
import { LaterSheet } from "./LaterSheet.tsx";
import { laterText } from "./laterText.ts";
import { closeProposal, type OpenProposal, type Proposal, proposalStore } from "./proposal.ts";
import { actText } from "./text.ts";
import { type Intent, useIntent } from "./useIntent.ts";
import { type Later, useLater } from "./useLater.ts";

/** The sheet of whatever act is under review; mounted once. A page opens it with `propose`. */
export function ActSheet() {
  const open = useStore(proposalStore);
  return open ? <Sheet key={open.proposal.act.en} open={open} /> : null;
}

function Sheet({ open }: { open: OpenProposal }) {
  const { proposal } = open;
  const language = useLanguage();
  const t = useWords(actText);
  const { deployment, chain } = useNetwork();
  const intent = useIntent(open);
  const later = useLater(proposal);
  const barred = useBarred(open, intent);
  const { entry } = intent;
  if (later.draft) return <LaterSheet proposal={proposal} draft={later.draft} later={later} />;
  const given = proposal.explain(language);
  const fee = deployment?.practice ? t.feePractice : intent.fee ? t.feeAbout(intent.fee, chain?.nativeCurrency.symbol ?? "") : t.feeUnknown;
  const explanation: Explanation = {
    ...given,
    terms: [...given.terms, { label: t.fee, text: fee }],
    details: [...given.details, { label: t.contract, text: deployment?.contracts[proposal.intent.contract] ?? "", hash: true }, { label: t.method, text: proposal.intent.functionName }],
  };
  return (
    <ReviewSheet
      open
      onClose={closeProposal}
      title={proposal.title[language]}
      state={entry?.state ?? "ready"}
      block={entry?.block}
      explanation={entry ? { ...explanation, details: [] } : explanation}
      now={entry ? afterwards(open, t) : exit(intent, proposal, t, language, deployment?.name[language] ?? "", chain?.nativeCurrency.symbol ?? "")}
      {...(barred ? barred.shown && { foot: barred.why[language] } : { later: laterExit(intent, later.begin, language) })}
      laterFirst={!barred && (intent.phase === "away" || intent.phase === "poor")}
      notice={<Wait intent={intent} later={later} done={proposal.done[language]} />}
    />
  );
}

/** Why there is no second exit, and whether to say so: it is said where one would look for it. Null: there is one. */
function useBarred({ proposal, entry }: OpenProposal, { signer, phase }: Intent): { why: Both; shown: boolean } | null {
  useBooks();
  if (entry || !signer) return { why: { zh: "", en: "" }, shown: false };
  const why = notLater(proposal);
  // Who carries what others signed knows that anyone may.
  const carries = proposal.intent.contract === "relay" || proposal.intent.functionName === "castBallots";
  return why && { why: { zh: laterText.zh[why], en: laterText.en[why] }, shown: !carries && (why !== "unread" || phase === "away") };
}

/** Signing without sending. */
function laterExit({ phase, failure }: Intent, begin: () => void, language: Language): Exit {
  const t = laterText[language];
  const note = phase === "refused" && failure ? t.laterRefused : phase === "poor" ? t.noCoinsNote : t.laterNote;
  return { label: t.later, note, onPress: begin, ...(phase === "signing" ? { busy: true } : {}) };
}

/** What stands above the exits: a failure, the wait, the good news. */
function Wait({ intent, later, done }: { intent: Intent; later: Later; done: string }) {
  const language = useLanguage();
  const t = useWords(actText);
  const now = useTick();
  const { entry } = intent;
  const failure = later.failure ?? (intent.phase === "away" ? null : intent.failure);
  if (entry?.state === "failed" || entry?.state === "replaced") return <ErrorNote title={entry.reason?.[language] ?? t.refused} />;
  if (entry?.state === "inBlock" || entry?.state === "final") return <p role="status" className="font-serif text-lg">{done}</p>;
  if (entry?.sentAt && now - entry.sentAt / 1000 > slowAfter()) return <Notice>{t.slow}</Notice>;
  if (failure) return <ErrorNote title={failure.title[language]} details={failure.details} />;
  if (intent.twin) return <Notice>{t.twin}</Notice>;
  return null;
}

function exit(intent: Intent, { before }: Proposal, t: (typeof actText)["zh"], language: Language, network: string, coin: string): Exit {
  const { signer } = intent;
  if (!signer) return { label: t.noSigner, note: t.noSignerNote, onPress: askForSigner };
  if (intent.phase === "wrongNetwork") return { label: t.switchFirst(network), note: t.switchNote, onPress: intent.switchChain };
  const note = signer.kind === "wallet" ? t.walletOpens : t.practiceSigns(signer.name[language]);
  const now: Exit = { label: t.sendNow, note, onPress: intent.send };
  if (intent.phase === "away") return { ...now, closed: before ? laterText[language].recordFirst : laterText[language].offline };
  if (intent.twin) return { ...now, closed: t.twin };
  if (intent.phase === "poor") return { ...now, note: laterText[language].noCoins(coin) };
  if (intent.phase === "refused") return { ...now, closed: t.refused };
  if (intent.phase === "checking") return { ...now, note: t.checking, busy: true };
  if (intent.phase === "signing") return { ...now, label: signer.kind === "wallet" ? t.inWallet : t.sendNow, note: signer.kind === "wallet" ? t.inWalletNote : t.checking, busy: true };
  return now;
}

/** Once it is sent there is one way out, and it says what goes on. */
function afterwards({ proposal, entry }: OpenProposal, t: (typeof actText)["zh"]): Exit {
  const go = () => {
    closeProposal();
    if (proposal.link) window.location.hash = proposal.link.replace(/^#/, "");
  };
  return entry && proposal.link ? { label: t.see, note: t.closeNote, onPress: go } : { label: t.close, note: t.closeNote, onPress: closeProposal };
}
