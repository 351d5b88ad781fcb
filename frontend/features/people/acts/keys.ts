import type { Ledger } from "#client/ledger.ts";
import type { Member } from "#client/people/fold.ts";
import { freshVetoes, GUARD_TIMES, guardiansAt, guardOf } from "#client/people/foldGuards.ts";
import { parseKeepGuardians } from "#client/people/keepGuardians.ts";
import { parseVeto } from "#client/people/recovery.ts";
import { parseRotate } from "#client/people/rotate.ts";
import { majorityOf, parseSetGuardians, type SignedGuardianConsent } from "#client/people/setGuardians.ts";
import type { KeyConsentTerms } from "#client/people/signing.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { guardianWords } from "../guardians.ts";
import { listed, sayBoth } from "./say.ts";
import { peopleActsText } from "./text.ts";

/** Opens the sheet by which another key speaks for the member. `unsent`: acts in this browser's outbox, which become void. */
export function proposeRotate(member: Member, consent: KeyConsentTerms & { readonly signature: `0x${string}` }, unsent: number, onDone: () => void): void {
  const key = shortHex(consent.newKey, 6);
  propose({
    title: sayBoth((t) => t.rotateTitle),
    act: sayBoth((t) => t.rotateAct(key)),
    intent: parseRotate(consent),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.rotateSentence(key),
        changes: [{ label: t.keyCount, before: String(member.keyEpoch + 1), after: String(member.keyEpoch + 2) }],
        terms: [
          { label: t.rotateOld, text: t.rotateOldText },
          { label: t.rotateUnsent, text: t.rotateUnsentText(unsent) },
          { label: t.rotateStays, text: t.rotateStaysText },
        ],
        details: [{ label: t.newKey, text: consent.newKey, hash: true }],
      };
    },
    done: sayBoth((t) => t.rotateDone),
    link: "#/keys",
    onDone,
  });
}

/** Opens the sheet by which a member gets other guardians. Errors: InputFault. */
export function proposeGuardians(ledger: Ledger, member: Member, consents: readonly SignedGuardianConsent[], now: number, onDone: () => void): void {
  const before = guardiansAt(guardOf(ledger, member.id), now).length;
  const names = consents.map(({ guardian }) => guardianWords(ledger, guardian));
  const from = now + GUARD_TIMES.change;
  propose({
    title: sayBoth((t) => t.guardTitle),
    act: sayBoth((t) => t.guardAct(consents.length)),
    intent: parseSetGuardians(consents),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.guardSentence(listed(names, language), formatMoment(from, language, now)),
        changes: [
          { label: t.guardCount, before: String(before), after: String(consents.length) },
          { label: t.guardNeeded, before: String(majorityOf(before)), after: String(majorityOf(consents.length)) },
        ],
        terms: [
          { label: t.guardWait, text: t.guardWaitText },
          { label: t.publicLabel, text: t.guardPublic },
        ],
        details: consents.map(({ guardian }, place) => ({ label: `${t.guardCount} ${place + 1}`, text: guardian, hash: true })),
      };
    },
    done: sayBoth((t) => t.guardDone),
    link: "#/keys",
    onDone,
  });
}

/** Opens the sheet by which the member ends a change of guardians that waits. */
export function proposeKeepGuardians(ledger: Ledger, member: Member, now: number): void {
  const { next } = guardOf(ledger, member.id);
  const [kept, given] = [guardiansAt(guardOf(ledger, member.id), now).length, next?.list.length ?? 0];
  propose({
    title: sayBoth((t) => t.keepTitle),
    act: sayBoth((t) => t.keepAct),
    intent: parseKeepGuardians(),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.keepSentence,
        changes: [{ label: t.guardCount, before: String(given), after: String(kept) }],
        terms: [{ label: t.keepAnyKey, text: t.keepAnyKeyText }],
        details: [],
      };
    },
    done: sayBoth((t) => t.keepDone),
    link: "#/keys",
  });
}

/** Opens the sheet by which the key in force says no to a recovery. */
export function proposeVeto(ledger: Ledger, member: Member, now: number): void {
  const before = freshVetoes(guardOf(ledger, member.id), now).length;
  propose({
    title: sayBoth((t) => t.vetoTitle),
    act: sayBoth((t) => t.vetoAct),
    intent: parseVeto(),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.vetoSentence,
        changes: [{ label: t.vetoes, before: String(before), after: String(before + 1) }],
        terms: [
          { label: t.vetoTwice, text: t.vetoTwiceText },
          { label: t.vetoFreeze, text: t.vetoFreezeText },
        ],
        details: [],
      };
    },
    done: sayBoth((t) => t.vetoDone),
    link: "#/keys",
  });
}
