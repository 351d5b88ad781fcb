// What people do to become members, change keys, leave and come back. Verbs for specs, as in cooperative.ts.
import { id as hashOf, ZeroHash } from "ethers";
import type { Cooperative } from "./cooperative.ts";
import { type Person, personAt } from "./people.ts";
import { type OtherDomain, signsTerms } from "./signing.ts";
import { votedHand } from "./voted.ts";

const DAY = 86_400;
export const STANDING = { none: 0n, active: 1n, left: 2n, expelled: 3n } as const;
/** From joining to the seat, from joining to the first vouch, and so long wards and sponsors are bound to each other; in days. */
export const DAYS = { seat: 28, vouch: 90, family: 180, liable: 180, named: 90, longest: 30, guardians: 14, keyAge: 30, recovery: 14, veto: 180 } as const;

type Someone = Pick<Person, "address">;

/** An application as the registry takes it. */
export interface Application {
  readonly applicant: string;
  readonly profileDigest: string;
  readonly profileUri: string;
  readonly expires: number;
  readonly signature: string;
}

/** A vouch as the registry takes it. */
export interface Vouch {
  readonly sponsor: number;
  readonly keyEpoch: number;
  readonly expires: number;
  readonly signature: string;
}

/** A signature about a recovery. */
export interface Approval {
  readonly signer: string;
  readonly signature: string;
}

/** What may be said otherwise than is usual. `by`: whose key signs. */
export interface Wish {
  readonly expires?: number;
  readonly by?: Someone;
  readonly domain?: OtherDomain;
}
export interface VouchWish extends Wish {
  readonly joinCount?: number;
  readonly keyEpoch?: number;
}
export interface RecoveryWish extends Wish {
  readonly opening?: number;
}

export class Membership {
  private readonly coop: Cooperative;

  constructor(coop: Cooperative) {
    this.coop = coop;
  }

  /** A week from now: what is signed here holds until then, unless it says otherwise. */
  inAWeek = async (): Promise<number> => (await this.coop.now()) + 7 * DAY;

  // --- joining ---

  /** Somebody signs the wish to join. */
  applies = async ({ address }: Someone, wish: Wish & { readonly profile?: string } = {}): Promise<Application> => {
    const expires = wish.expires ?? (await this.inAWeek());
    const profileDigest = wish.profile === undefined ? ZeroHash : hashOf(wish.profile);
    const profileUri = wish.profile === undefined ? "" : `data:,${wish.profile}`;
    const terms = { applicant: address, profileDigest, profileUri, expires };
    return { ...terms, signature: await signsTerms(this.coop, wish.by ?? { address }, "Application", terms as never, wish.domain) };
  };
  /** A member vouches for somebody. */
  vouches = async (sponsor: Person, applicant: Someone, wish: VouchWish = {}): Promise<Vouch> => {
    const joinCount = wish.joinCount ?? Number(await this.coop.members.joinCount(applicant.address));
    const keyEpoch = wish.keyEpoch ?? Number((await this.coop.members.seatOf(sponsor.id)).keyEpoch);
    const expires = wish.expires ?? (await this.inAWeek());
    const terms = { applicant: applicant.address as never, joinCount, sponsor: sponsor.id, keyEpoch, expires };
    return { sponsor: sponsor.id, keyEpoch, expires, signature: await signsTerms(this.coop, wish.by ?? sponsor, "Vouch", terms, wish.domain) };
  };
  allVouch = async (sponsors: readonly Person[], applicant: Someone): Promise<Vouch[]> => Promise.all(sponsors.map((sponsor) => this.vouches(sponsor, applicant)));
  joining = (application: Application, vouches: readonly Vouch[] = [], by: Person = this.coop.stranger) => this.coop.members.connect(by.signer).join(application, [...vouches]);
  /** The person with practice account `place` joins by these vouches; a stranger sends it. */
  joins = async (place: number, sponsors: readonly Person[]): Promise<Person> => {
    const newcomer = await personAt(place);
    await this.joining(await this.applies(newcomer), await this.allVouch(sponsors, newcomer));
    return { ...newcomer, id: Number(await this.coop.members.idOf(newcomer.address)) };
  };
  takesSeat = ({ id }: Pick<Person, "id">, by: Person = this.coop.stranger) => this.coop.members.connect(by.signer).takeSeat(id);
  /** Such newcomers join and are seated after 28 days. */
  joinSeated = async (places: readonly number[], sponsors: readonly Person[]): Promise<Person[]> => {
    const newcomers: Person[] = [];
    for (const place of places) newcomers.push(await this.joins(place, sponsors));
    await this.coop.days(DAYS.seat);
    for (const newcomer of newcomers) await this.takesSeat(newcomer);
    return newcomers;
  };
  revokesVouch = (sponsor: Person, applicant: Someone, { expires }: Pick<Vouch, "expires">, joinCount = 0) => this.coop.members.connect(sponsor.signer).revokeVouch(applicant.address, joinCount, expires);

  // --- leaving and coming back ---

  resigns = ({ signer }: Person) => this.coop.members.connect(signer).resign();
  rejoins = async (who: Person, sponsors: readonly Person[]) => this.coop.members.connect(who.signer).rejoin(await this.allVouch(sponsors, who));
  expels = async ({ id }: Pick<Person, "id">, cause = hashOf("cause")) => this.coop.members.connect(await votedHand(this.coop)).expel(id, cause);
  readmits = async ({ id }: Pick<Person, "id">) => this.coop.members.connect(await votedHand(this.coop)).readmit(id);
  names = async (people: readonly Someone[]) => this.coop.members.connect(await votedHand(this.coop)).namePersons(people.map(({ address }) => address));

  // --- keys ---

  /** A new key says that it will speak for a member. */
  consentsToKey = async (who: Person, key: Someone, wish: Wish & { readonly keyEpoch?: number } = {}) => {
    const keyEpoch = wish.keyEpoch ?? Number((await this.coop.members.seatOf(who.id)).keyEpoch);
    const expires = wish.expires ?? (await this.inAWeek());
    const terms = { member: who.id, keyEpoch, newKey: key.address as never, expires };
    return { expires, signature: await signsTerms(this.coop, wish.by ?? key, "KeyConsent", terms, wish.domain) };
  };
  rotating = async (who: Person, key: Someone, wish: Wish & { readonly keyEpoch?: number } = {}) => {
    const { expires, signature } = await this.consentsToKey(who, key, wish);
    return this.coop.members.connect(who.signer).rotate(key.address, expires, signature);
  };
  /** A member hands over to the key of practice account `place`. What comes back is the member with the new key. */
  rotates = async (who: Person, place: number): Promise<Person> => {
    const key = await personAt(place);
    await this.rotating(who, key);
    return { ...key, id: who.id };
  };

  // --- guardians ---

  /** Somebody agrees to be a member's guardian. */
  guards = async (guardian: Someone, who: Pick<Person, "id">, wish: Wish = {}) => {
    const expires = wish.expires ?? (await this.inAWeek());
    const terms = { member: who.id, guardian: guardian.address as never, expires };
    return { guardian: guardian.address, expires, signature: await signsTerms(this.coop, wish.by ?? guardian, "GuardianConsent", terms, wish.domain) };
  };
  setsGuardians = async (who: Person, guardians: readonly Someone[]) => {
    const consents = await Promise.all(guardians.map((guardian) => this.guards(guardian, who)));
    return this.coop.guardians.connect(who.signer).setGuardians(consents);
  };
  /** A member's key is old enough, the guardians are set, and the change is in force. */
  guarded = async (who: Person, guardians: readonly Someone[]): Promise<void> => {
    const from = Number(await this.coop.members.keySince(who.id)) + DAYS.keyAge * DAY;
    if ((await this.coop.now()) < from) await this.coop.until(from);
    await this.setsGuardians(who, guardians);
    await this.coop.days(DAYS.guardians);
  };
  private nextOpening = async ({ id }: Pick<Person, "id">): Promise<number> => Number((await this.coop.guardians.recoveryOf(id)).opening) + 1;
  /** A guardian signs that this key shall speak for the member. */
  approves = async (guardian: Someone, who: Pick<Person, "id">, key: Someone, expires: number, wish: RecoveryWish = {}): Promise<Approval> => {
    const opening = wish.opening ?? (await this.nextOpening(who));
    const terms = { member: who.id, opening, newKey: key.address as never, expires, signer: guardian.address as never };
    return { signer: guardian.address, signature: await signsTerms(this.coop, wish.by ?? guardian, "RecoveryApproval", terms, wish.domain) };
  };
  consentsToRecovery = async (who: Pick<Person, "id">, key: Someone, expires: number, wish: RecoveryWish = {}): Promise<string> => {
    const opening = wish.opening ?? (await this.nextOpening(who));
    return signsTerms(this.coop, wish.by ?? key, "RecoveryConsent", { member: who.id, opening, newKey: key.address as never, expires }, wish.domain);
  };
  /** Guardians open a member's recovery onto a key; a stranger sends it. */
  opensRecovery = async (who: Pick<Person, "id">, key: Someone, guardians: readonly Someone[], by: Person = this.coop.stranger) => {
    const expires = await this.inAWeek();
    const approvals = await Promise.all(guardians.map((guardian) => this.approves(guardian, who, key, expires)));
    return this.coop.guardians.connect(by.signer).openRecovery(who.id, key.address, expires, await this.consentsToRecovery(who, key, expires), rising(approvals));
  };
  vetoes = ({ signer }: Person) => this.coop.guardians.connect(signer).veto();
  closes = async (guardian: Someone, who: Pick<Person, "id">, expires: number, wish: RecoveryWish = {}): Promise<Approval> => {
    const opening = wish.opening ?? (await this.nextOpening(who)) - 1;
    return { signer: guardian.address, signature: await signsTerms(this.coop, wish.by ?? guardian, "RecoveryCancel", { member: who.id, opening, expires, signer: guardian.address as never }, wish.domain) };
  };
  /** Guardians close what they opened; a stranger sends it. */
  cancelsRecovery = async (who: Pick<Person, "id">, guardians: readonly Someone[], by: Person = this.coop.stranger) => {
    const expires = await this.inAWeek();
    const approvals = await Promise.all(guardians.map((guardian) => this.closes(guardian, who, expires)));
    return this.coop.guardians.connect(by.signer).cancelRecovery(who.id, expires, rising(approvals));
  };
  finishesRecovery = ({ id }: Pick<Person, "id">, by: Person = this.coop.stranger) => this.coop.guardians.connect(by.signer).finishRecovery(id);
  /** A recovery from its opening to its end. What comes back is the member with the new key. */
  recovers = async (who: Pick<Person, "id">, place: number, guardians: readonly Someone[]): Promise<Person> => {
    const key = await personAt(place);
    await this.opensRecovery(who, key, guardians);
    await this.coop.days(DAYS.recovery);
    await this.finishesRecovery(who);
    return { ...key, id: who.id };
  };
}

/** Approvals in rising order of their signers, as the contract wants them. */
export const rising = (approvals: readonly Approval[]): Approval[] => [...approvals].sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
