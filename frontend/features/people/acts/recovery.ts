import { epochOf, parameterAt } from "#client/chain/clock.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { guardiansAt, guardOf, neededToOpen, type OpenRecovery } from "#client/people/foldGuards.ts";
import { parseCancelRecovery, parseFinishRecovery, parseOpenRecovery, type SignedApproval } from "#client/people/recovery.ts";
import type { RecoveryCancelTerms, RecoveryTerms } from "#client/people/signing.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { sayBoth } from "./say.ts";
import { peopleActsText } from "./text.ts";

/** Opens the sheet by which guardians open a recovery; anyone may send it. */
export function proposeOpenRecovery(ledger: Ledger, terms: RecoveryTerms & { readonly signature: `0x${string}` }, approvals: readonly SignedApproval[], now: number, onDone: () => void): void {
  const name = memberWords(terms.member);
  const key = shortHex(terms.newKey, 6);
  const guard = guardOf(ledger, terms.member as MemberId);
  const { stands } = neededToOpen(guard, now);
  const of = guardiansAt(guard, now).length;
  const days = parameterAt(ledger, "recoveryDays", epochOf(ledger, now));
  propose({
    title: sayBoth((t) => t.openTitle),
    act: sayBoth((t, language) => t.openAct(name[language])),
    intent: parseOpenRecovery(terms, terms.signature, approvals),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.openSentence(name[language], key),
        changes: [],
        terms: [
          { label: t.openSigned, text: `${approvals.length}/${of}` },
          { label: t.openWait, text: t.openWaitText(days) },
          ...(stands ? [{ label: t.openStands, text: t.openStandsText }] : []),
          ...(guard.next && now < guard.next.from ? [{ label: t.openCancels, text: t.openCancelsText }] : []),
          { label: t.anyone, text: t.anyoneText },
        ],
        details: [{ label: t.newKey, text: terms.newKey, hash: true }],
      };
    },
    done: sayBoth((t) => t.openDone),
    link: `#/recover?member=${terms.member}`,
    onDone,
  });
}

/** Opens the sheet by which guardians close a recovery again; anyone may send it. */
export function proposeCancelRecovery(terms: Omit<RecoveryCancelTerms, "signer">, approvals: readonly SignedApproval[], onDone: () => void): void {
  const name = memberWords(terms.member);
  propose({
    title: sayBoth((t) => t.cancelTitle),
    act: sayBoth((t, language) => t.cancelAct(name[language])),
    intent: parseCancelRecovery(terms, approvals),
    explain: (language) => {
      const t = peopleActsText[language];
      return { sentence: t.cancelSentence(name[language]), changes: [], terms: [{ label: t.openSigned, text: String(approvals.length) }, { label: t.anyone, text: t.anyoneText }], details: [] };
    },
    done: sayBoth((t) => t.cancelDone),
    link: `#/recover?member=${terms.member}`,
    onDone,
  });
}

/** Opens the sheet by which a recovery that is due is finished; anyone may. */
export function proposeFinishRecovery(member: MemberId, { newKey }: OpenRecovery): void {
  const name = memberWords(member);
  const key = shortHex(newKey, 6);
  propose({
    title: sayBoth((t) => t.finishTitle),
    act: sayBoth((t, language) => t.finishAct(name[language])),
    intent: parseFinishRecovery(member),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.finishSentence(name[language], key),
        changes: [],
        terms: [
          { label: t.finishMoves, text: t.finishMovesText },
          { label: t.rotateOld, text: t.rotateOldText },
          { label: t.anyone, text: t.anyoneText },
        ],
        details: [{ label: t.newKey, text: newKey, hash: true }],
      };
    },
    done: sayBoth((t, language) => t.finishDone(name[language])),
    link: `#/m/${member}`,
  });
}
