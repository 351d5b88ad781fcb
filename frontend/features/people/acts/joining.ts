import type { MemberId } from "#client/chain/ids.ts";
import { parseJoin, type SignedApplication, type SignedVouch } from "#client/people/join.ts";
import { readInline, safeName } from "#client/people/names.ts";
import { parseRejoin } from "#client/people/rejoin.ts";
import { parseResign } from "#client/people/resign.ts";
import { parseRevokeVouch } from "#client/people/revokeVouch.ts";
import { parseTakeSeat } from "#client/people/takeSeat.ts";
import type { Ledger } from "#client/ledger.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { memberWords } from "../../../shared/books/names.ts";
import type { Both } from "../../../shared/language/words.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { listed, sayBoth } from "./say.ts";
import { peopleActsText } from "./text.ts";

/** How an applicant calls himself; the address where the profile cannot be read. Anybody's words. */
export function applicantName({ applicant, profileUri, profileDigest }: Pick<SignedApplication, "applicant" | "profileUri" | "profileDigest">): Both {
  const document = readInline(profileUri, profileDigest);
  const [zh, en] = [safeName(document?.zh), safeName(document?.en)];
  const address = shortHex(applicant, 6);
  return { zh: zh ?? en ?? address, en: en ?? zh ?? address };
}

/** Opens the sheet by which somebody becomes a member. */
export function proposeJoin({ people }: Ledger, application: SignedApplication, vouches: readonly SignedVouch[], onDone: () => void): void {
  const name = applicantName(application);
  const sponsors = vouches.map(({ sponsor }) => memberWords(sponsor));
  propose({
    title: sayBoth((t) => t.joinTitle),
    act: sayBoth((t, language) => t.joinAct(name[language])),
    intent: parseJoin(application, vouches),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.joinSentence(name[language], listed(sponsors, language)),
        changes: [{ label: t.members, before: String(people.members.size), after: String(people.members.size + 1) }],
        terms: [
          { label: t.joinSeat, text: t.joinSeatText },
          { label: t.joinBefore, text: t.joinBeforeText },
          { label: t.publicLabel, text: t.joinPublic },
          { label: t.anyone, text: t.anyoneText },
        ],
        details: [
          { label: t.key, text: application.applicant, hash: true },
          { label: t.digest, text: application.profileDigest, hash: true },
        ],
      };
    },
    done: sayBoth((t, language) => t.joinDone(name[language])),
    link: "#/join",
    onDone,
  });
}

/** Opens the sheet by which a member gets the seat; anyone may. */
export function proposeTakeSeat({ people }: Ledger, member: MemberId): void {
  const name = memberWords(member);
  propose({
    title: sayBoth((t) => t.seatTitle),
    act: sayBoth((t, language) => t.seatAct(name[language])),
    intent: parseTakeSeat(member),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.seatSentence(name[language]),
        changes: [{ label: t.seated, before: String(people.seated), after: String(people.seated + 1) }],
        terms: [{ label: t.anyone, text: t.anyoneText }],
        details: [],
      };
    },
    done: sayBoth((t, language) => t.seatDone(name[language])),
    link: `#/m/${member}`,
  });
}

/** Opens the sheet by which a member who left returns. */
export function proposeRejoin(vouches: readonly SignedVouch[], member: MemberId, onDone: () => void): void {
  const sponsors = vouches.map(({ sponsor }) => memberWords(sponsor));
  propose({
    title: sayBoth((t) => t.rejoinTitle),
    act: sayBoth((t) => t.rejoinAct),
    intent: parseRejoin(vouches),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.rejoinSentence(listed(sponsors, language)),
        changes: [],
        terms: [
          { label: t.rejoinKeeps, text: t.rejoinKeepsText },
          { label: t.joinSeat, text: t.joinSeatText },
          { label: t.publicLabel, text: t.joinPublic },
        ],
        details: [],
      };
    },
    done: sayBoth((t) => t.rejoinDone),
    link: `#/m/${member}`,
    onDone,
  });
}

/** Opens the sheet by which the member leaves. */
export function proposeResign({ people }: Ledger, member: MemberId, seated: boolean): void {
  propose({
    title: sayBoth((t) => t.resignTitle),
    act: sayBoth((t) => t.resignAct),
    intent: parseResign(),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.resignSentence,
        changes: seated ? [{ label: t.seated, before: String(people.seated), after: String(people.seated - 1) }] : [],
        terms: [
          { label: t.resignStays, text: t.resignStaysText },
          { label: t.resignBack, text: t.resignBackText },
        ],
        details: [],
      };
    },
    done: sayBoth((t) => t.resignDone),
    link: `#/m/${member}`,
  });
}

/** Opens the sheet by which a sponsor takes a vouch back. */
export function proposeRevokeVouch(vouch: SignedVouch, name: Both): void {
  propose({
    title: sayBoth((t) => t.revokeTitle),
    act: sayBoth((t, language) => t.revokeAct(name[language])),
    intent: parseRevokeVouch(vouch),
    explain: (language) => {
      const t = peopleActsText[language];
      return {
        sentence: t.revokeSentence(name[language]),
        changes: [],
        terms: [{ label: t.revokeAfter, text: t.revokeAfterText }],
        details: [{ label: t.key, text: vouch.applicant, hash: true }],
      };
    },
    done: sayBoth((t) => t.revokeDone),
    link: "#/vouch",
  });
}
