// The acts by which people joined, named guardians, asked for a lost key, and had signed acts carried.
import type { Act, SignedTerms, SignedType } from "#client/people/signing.ts";
import { inlineDocument } from "../deploy/documents.ts";
import { signTerms } from "../lib/sign.ts";
import type { Moment } from "./moment.ts";
import { practiceAccount, practiceMembers, practiceNewcomers } from "./people.ts";
import { WHO, type Who } from "./records.ts";
import type { Teller } from "./teller.ts";

type Address = `0x${string}`;

const DAY = 86_400;
/** The account that Luo's guardians ask a new key for. */
const NEW_KEY = 20;

const sign = <T extends SignedType>(teller: Teller, account: number, type: T, terms: SignedTerms[T]): Promise<string> => signTerms(teller.record, practiceAccount(account), type, terms);
const addressOf = (account: number): Address => practiceAccount(account).address as Address;

/** Joined by the vouches of two members; the third, of whom it may be asked, sends it. */
const JOININGS: readonly (readonly [day: number, newcomer: number, sponsors: readonly [Who, Who], sends: Who])[] = [[90.3, 0, ["lin", "zhou"], "he"]];

/** Who named whom as guardians, on which day. */
const GUARDIANS: readonly (readonly [day: number, who: Who, guardians: readonly Who[]])[] = [
  [40.2, "luo", ["lin", "zhou", "chen"]],
  [86.8, "ye", ["lin", "fang", "su", "shen"]],
];

export const tellPeople = (): Moment[] => [
  ...JOININGS.map(([day, newcomer, sponsors, sends]): Moment => ({ day, act: (teller, now) => join(teller, now, newcomer, sponsors, sends) })),
  ...GUARDIANS.map(([day, who, guardians]): Moment => ({ day, act: (teller, now) => guard(teller, now, who, guardians) })),
  // Luo's telephone fell into the millrace: two of his three guardians ask for a new key. He has until day 109 to say no.
  { day: 95.4, act: (teller, now) => openRecovery(teller, now, "luo", ["lin", "zhou"]) },
  // Two who were in the hills signed there; Jiang carried what they had signed.
  { day: 96.2, act: (teller, now) => carry(teller, now, ["tang", "xu"], "jiang") },
];

async function join(teller: Teller, day: number, place: number, sponsors: readonly Who[], sends: Who): Promise<void> {
  const { member, name } = practiceNewcomers()[place]!;
  const profile = inlineDocument(name);
  const expires = teller.secondOf(day) + 7 * DAY;
  const application = { applicant: addressOf(member), profileDigest: profile.digest as Address, profileUri: profile.uri, expires };
  const vouches = await Promise.all(
    sponsors.map(async (who) => {
      const terms = { applicant: application.applicant, joinCount: 0, sponsor: WHO[who], keyEpoch: 0, expires };
      return { sponsor: terms.sponsor, keyEpoch: 0, expires, signature: await sign(teller, WHO[who], "Vouch", terms) };
    }),
  );
  await teller.act(day, WHO[sends], "memberRegistry", "join", { ...application, signature: await sign(teller, member, "Application", application) }, vouches);
}

async function guard(teller: Teller, day: number, who: Who, guardians: readonly Who[]): Promise<void> {
  const expires = teller.secondOf(day) + 7 * DAY;
  const consents = await Promise.all(
    guardians.map(async (guardian) => {
      const terms = { member: WHO[who], guardian: addressOf(WHO[guardian]), expires };
      return { guardian: terms.guardian, expires, signature: await sign(teller, WHO[guardian], "GuardianConsent", terms) };
    }),
  );
  await teller.act(day, WHO[who], "guardians", "setGuardians", consents);
}

async function openRecovery(teller: Teller, day: number, who: Who, guardians: readonly Who[]): Promise<void> {
  const terms = { member: WHO[who], opening: 1, newKey: addressOf(NEW_KEY), expires: teller.secondOf(day) + 7 * DAY };
  const approvals = await Promise.all(
    guardians.map(async (guardian) => {
      const signer = addressOf(WHO[guardian]);
      return { signer, signature: await sign(teller, WHO[guardian], "RecoveryApproval", { ...terms, signer }) };
    }),
  );
  approvals.sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
  await teller.act(day, WHO[guardians[0]!], "guardians", "openRecovery", terms.member, terms.newKey, terms.expires, await sign(teller, NEW_KEY, "RecoveryConsent", terms), approvals);
}

/** Acts that keep the profile as it is said once more: whoever reads the log sees who signed and who carried. */
async function carry(teller: Teller, day: number, signers: readonly Who[], carrier: Who): Promise<void> {
  const now = teller.secondOf(day);
  const parcels = await Promise.all(
    signers.map(async (who) => {
      const { digest, uri } = inlineDocument(practiceMembers()[WHO[who] - 1]!.name);
      const data = teller.encode("memberRegistry", "setProfile", [digest, uri]) as Address;
      const act: Act = { member: WHO[who], keyEpoch: 0, to: teller.record.contracts.memberRegistry as Address, data, nonce: 0n, notBefore: now - DAY, notAfter: now + 7 * DAY };
      return { act, gas: 300_000, signature: await sign(teller, WHO[who], "Act", act) };
    }),
  );
  await teller.act(day, WHO[carrier], "relay", "carryMany", parcels);
}
