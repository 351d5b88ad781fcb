import type { EventOf } from "#client/chain/events.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { memberWords } from "../../shared/books/names.ts";
import { formatDate } from "../../shared/language/time.ts";
import type { Language, Piece } from "../../shared/language/words.ts";
import { shortHex } from "../../shared/parts/Address.tsx";
import { listed } from "./acts/say.ts";
import { peopleEventText } from "./eventText.ts";

/** An event as a sentence, and where to read more. */
export interface PeopleTold {
  readonly pieces: string | readonly Piece[];
  readonly link: string;
}

/** The contracts of people. */
export type PeopleContract = "memberRegistry" | "guardians" | "relay";

/** A teller for every event of every contract of people, so that a new one does not compile untold; null for one that another event tells. */
type Tellers = { readonly [C in PeopleContract]: { readonly [E in EventOf<C> as E["name"]]: ((args: E["args"], language: Language) => PeopleTold | null) | null } };

const of = (member: number): string => `#/m/${member}`;
const who = (member: number, language: Language): string => memberWords(member)[language];
const names = (members: readonly number[], language: Language): string => listed(members.filter((id) => id !== 0).map((id) => memberWords(id as MemberId)), language);

type Plain = "Seated" | "MemberLeft" | "Expelled" | "ProfileChanged" | "GuardiansKept" | "RecoveryVetoed" | "RecoveryCancelled" | "NotCarried" | "Revoked";
/** One who did it, and nothing else to say. */
const plain = (name: Plain) => ({ member }: { readonly member: number }, language: Language): PeopleTold => ({ pieces: peopleEventText[language][name](who(member, language)), link: of(member) });

const tellers: Tellers = {
  memberRegistry: {
    Joined: ({ member, sponsor, cosponsor }, language) => ({ pieces: peopleEventText[language].Joined(who(member, language), names([sponsor, cosponsor], language)), link: of(member) }),
    Returned: ({ member, sponsor, cosponsor }, language) => ({ pieces: peopleEventText[language].Returned(who(member, language), names([sponsor, cosponsor], language)), link: of(member) }),
    Seated: plain("Seated"),
    MemberLeft: plain("MemberLeft"),
    Expelled: plain("Expelled"),
    ProfileChanged: plain("ProfileChanged"),
    KeyChanged: ({ member, recovered }, language) => ({ pieces: peopleEventText[language][recovered ? "KeyRecovered" : "KeyChanged"](who(member, language)), link: of(member) }),
    VouchRevoked: ({ sponsor }, language) => ({ pieces: peopleEventText[language].VouchRevoked(who(sponsor, language)), link: of(sponsor) }),
    VouchingBarred: ({ sponsor, until }, language) => ({ pieces: peopleEventText[language].VouchingBarred(who(sponsor, language), formatDate(until, language)), link: of(sponsor) }),
    PersonNamed: ({ key, until }, language) => ({ pieces: peopleEventText[language].PersonNamed(shortHex(key), formatDate(until, language)), link: "#/members" }),
    // The plumbing of token standards repeats what the events above say.
    Approval: null,
    ApprovalForAll: null,
    DelegateChanged: null,
    DelegateVotesChanged: null,
    EIP712DomainChanged: null,
    Locked: null,
    Transfer: null,
    Unlocked: null,
  },
  guardians: {
    GuardiansProposed: ({ member, guardians, from }, language) => ({ pieces: peopleEventText[language].GuardiansProposed(who(member, language), guardians.length, formatDate(from, language)), link: of(member) }),
    GuardiansKept: plain("GuardiansKept"),
    RecoveryOpened: ({ member, due }, language) => ({ pieces: peopleEventText[language].RecoveryOpened(who(member, language), formatDate(due, language)), link: `#/recover?member=${member}` }),
    RecoveryVetoed: plain("RecoveryVetoed"),
    RecoveryCancelled: plain("RecoveryCancelled"),
    // One that was done is told by the key that changed.
    RecoveryFinished: ({ member, done }, language) => (done ? null : { pieces: peopleEventText[language].RecoveryWithoutEffect(who(member, language)), link: of(member) }),
    EIP712DomainChanged: null,
  },
  relay: {
    // What was carried is told by its own event.
    Carried: null,
    NotCarried: plain("NotCarried"),
    Revoked: plain("Revoked"),
    EIP712DomainChanged: null,
  },
};

/** Puts an event about people into a sentence; null for one that another event tells as well. */
export function tellPeople(event: EventOf<PeopleContract>, language: Language): PeopleTold | null {
  const teller = (tellers[event.contract] as Readonly<Record<string, ((args: never, language: Language) => PeopleTold | null) | null>>)[event.name];
  return teller?.(event.args as never, language) ?? null;
}

/** Whether an event is about people. */
export const isAboutPeople = (event: { readonly contract: string }): event is EventOf<PeopleContract> => event.contract in tellers;
