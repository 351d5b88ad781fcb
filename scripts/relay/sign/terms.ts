// What is to be signed, from what was typed.
import { type Address, getAddress, type Hex, isAddress, zeroHash } from "viem";
import type { Deployment } from "#client/chain/deployment.ts";
import { isHash, type MemberId, type ProposalId } from "#client/chain/ids.ts";
import { supports } from "#client/governance/types.ts";
import type { Item } from "#client/offnet/bundle.ts";
import { isForMembers, readCall } from "#client/offnet/call.ts";
import type { ActItem } from "#client/offnet/confirmable.ts";
import { profileDocument } from "#client/people/names.ts";
import { nonceOf, splitNonce } from "#client/people/nonces.ts";
import { LONGEST } from "#client/people/signing.ts";
import { BadInput } from "../../coop/failure.ts";
import type { Language } from "../../coop/language.ts";
import { CallFault, parseCall } from "./callText.ts";
import { confirmCall } from "./confirm.ts";
import type { OutFile } from "./file.ts";
import { signWords } from "./text.ts";

/** What can be signed, as it is typed. */
export const signKinds = ["act", "application", "vouch", "key-consent", "guardian-consent", "recovery-consent", "recovery-approval", "recovery-cancel", "ballot", "confirm"] as const;
export type SignKind = (typeof signKinds)[number];

const text = { type: "string" } as const;
/** For node:util's parseArgs. */
export const signOptions = {
  deployment: text, lang: text, out: text, seat: text, member: text, "key-epoch": text, days: text, expires: text, from: text, now: text,
  nonce: text, call: text, to: text, data: text, for: text, "join-count": text, name: text, "profile-uri": text, "profile-digest": text, opening: text, "new-key": text, proposal: text, vote: text,
  record: text, item: text,
  help: { type: "boolean", short: "h", default: false },
} as const;
type Option = Exclude<keyof typeof signOptions, "help">;
export type Given = Partial<Record<Option, string>>;

/** Which options each takes beyond those that all take. */
const OWN: Readonly<Record<SignKind, readonly Option[]>> = {
  act: ["member", "key-epoch", "nonce", "call", "to", "data", "from", "days", "expires"],
  application: ["name", "profile-uri", "profile-digest", "days", "expires"],
  vouch: ["member", "key-epoch", "for", "join-count", "days", "expires"],
  "key-consent": ["member", "key-epoch", "days", "expires"],
  "guardian-consent": ["member", "days", "expires"],
  "recovery-consent": ["member", "opening", "days", "expires"],
  "recovery-approval": ["member", "opening", "new-key", "days", "expires"],
  "recovery-cancel": ["member", "opening", "days", "expires"],
  ballot: ["member", "key-epoch", "proposal", "vote"],
  confirm: ["member", "key-epoch", "nonce", "record", "item", "from", "days", "expires"],
};
const ALL: readonly Option[] = ["deployment", "lang", "out", "seat", "now"];
/** An act may be a little older than its carrier's clock says. */
const SLACK = 300;
const DAY = 86_400;

export interface Setting {
  readonly deployment: Deployment;
  readonly out: OutFile;
  /** Whose key signs. */
  readonly signer: Address;
  readonly language: Language;
  /** The record that is confirmed, as it was signed. */
  readonly record: ActItem | null;
}

type Unsigned = Item extends infer I ? (I extends Item ? Omit<I, "signature"> : never) : never;

/** What will be signed. Errors: BadInput, with the option and what to do. */
export function termsOf(kind: SignKind, given: Given, setting: Setting): Unsigned {
  const words = signWords[setting.language];
  const foreign = (Object.keys(given) as Option[]).find((name) => given[name] !== undefined && !ALL.includes(name) && !OWN[kind].includes(name) && (name as string) !== "help");
  if (foreign) throw new BadInput(`--${foreign}`, words.notForThis(kind));
  const typed = new Typed(given, setting.language);
  const { signer } = setting;
  switch (kind) {
    case "act":
      return actTerms(typed, setting, callTerms(typed, given, setting));
    case "application":
      return { kind: "application", applicant: signer, ...profileTerms(typed, given), expires: typed.expires() };
    case "vouch":
      return { kind: "vouch", applicant: typed.address("for"), joinCount: typed.whole("join-count", 0, 2 ** 32 - 1, 0), sponsor: typed.member(), keyEpoch: typed.keyEpoch(), expires: typed.expires() };
    case "key-consent":
      return { kind: "keyConsent", member: typed.member(), keyEpoch: typed.keyEpoch(), newKey: signer, expires: typed.expires() };
    case "guardian-consent":
      return { kind: "guardianConsent", member: typed.member(), guardian: signer, expires: typed.expires() };
    case "recovery-consent":
      return { kind: "recoveryConsent", member: typed.member(), opening: typed.opening(), newKey: signer, expires: typed.expires(), signer };
    case "recovery-approval":
      return { kind: "recoveryApproval", member: typed.member(), opening: typed.opening(), newKey: typed.address("new-key"), expires: typed.expires(), signer };
    case "recovery-cancel":
      return { kind: "recoveryCancel", member: typed.member(), opening: typed.opening(), expires: typed.expires(), signer };
    case "ballot":
      return { kind: "ballot", ...ballotTerms(typed) };
    case "confirm":
      return actTerms(typed, setting, confirmCall(setting.record!, setting.deployment));
  }
}

function actTerms(typed: Typed, { out, language }: Setting, { to, data }: Target): Extract<Unsigned, { kind: "act" }> {
  const words = signWords[language];
  const member = typed.member();
  const notBefore = typed.moment("from") ?? typed.now() - SLACK;
  const notAfter = typed.expires();
  if (notAfter < notBefore || notAfter - notBefore > LONGEST) throw new BadInput("--from", words.window);
  return { kind: "act", member, keyEpoch: typed.keyEpoch(), to, data, nonce: nonceFor(typed, member, out), notBefore, notAfter };
}

/** What an act calls. */
interface Target {
  readonly to: Address;
  readonly data: Hex;
}

function callTerms(typed: Typed, given: Given, { deployment, language }: Setting): Target {
  const words = signWords[language];
  const { to, data } = target(typed, given, deployment, language);
  const call = readCall(to, data, deployment);
  if (call.is === "otherContract") throw new BadInput("--to", words.otherContract);
  if (call.is === "unknownCall" || !isForMembers(call)) throw new BadInput(given.call === undefined ? "--data" : "--call", words.notForMembers);
  return { to, data };
}

function target(typed: Typed, given: Given, { contracts }: Deployment, language: Language): Target {
  const words = signWords[language];
  if (given.call === undefined) {
    const { data } = given;
    if (data === undefined) throw new BadInput("--call", words.callMissing);
    if (!/^0x(?:[0-9a-fA-F]{2})*$/.test(data)) throw new BadInput("--data", words.noBytes);
    return { to: typed.address("to"), data: data as Hex };
  }
  if (given.to !== undefined || given.data !== undefined) throw new BadInput("--to", words.callOrData);
  try {
    const { contract, data } = parseCall(given.call);
    return { to: contracts[contract], data };
  } catch (error) {
    if (error instanceof CallFault) throw new BadInput("--call", words.badCall(error.at, error.say[language]));
    throw error;
  }
}

/** What was typed; else the number after the highest that the file holds of the member's nonce key. */
function nonceFor(typed: Typed, member: number, { items }: OutFile): bigint {
  const given = typed.nonce();
  const key = given?.key ?? 0n;
  if (given && given.number !== null) return nonceOf(key, given.number);
  const before = items.flatMap((item) => (item.kind === "act" && item.member === member && splitNonce(item.nonce).key === key ? [splitNonce(item.nonce).number] : []));
  if (before.length === 0) throw typed.missing("nonce");
  return nonceOf(key, before.reduce((most, one) => (one > most ? one : most)) + 1n);
}

function profileTerms(typed: Typed, given: Given): { profileDigest: Hex; profileUri: string } {
  if (given.name !== undefined) {
    const { digest, uri } = profileDocument({ zh: given.name, en: given.name });
    return { profileDigest: digest, profileUri: uri };
  }
  if (given["profile-uri"] === undefined) return { profileDigest: zeroHash, profileUri: "" };
  return { profileDigest: typed.hash("profile-digest"), profileUri: given["profile-uri"] };
}

function ballotTerms(typed: Typed): Omit<Extract<Unsigned, { kind: "ballot" }>, "kind"> {
  return { proposalId: typed.proposal(), support: typed.support(), member: typed.member() as MemberId, keyEpoch: typed.keyEpoch() };
}

/** Reads options one by one; each fault names its option. */
class Typed {
  private readonly given: Given;
  private readonly words: (typeof signWords)["en"];

  constructor(given: Given, language: Language) {
    this.given = given;
    this.words = signWords[language];
  }

  missing(name: Option): BadInput {
    return new BadInput(`--${name}`, this.words.missing[name] ?? this.words.needed);
  }

  whole(name: Option, least: number, most: number, initial?: number): number {
    const value = this.given[name];
    if (value === undefined && initial !== undefined) return initial;
    if (value === undefined) throw this.missing(name);
    if (/^\d{1,10}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    throw new BadInput(`--${name}`, this.words.noWhole(least, most));
  }

  member = (): number => this.whole("member", 1, 2 ** 32 - 1);
  keyEpoch = (): number => this.whole("key-epoch", 0, 2 ** 16 - 1, 0);
  opening = (): number => this.whole("opening", 1, 2 ** 32 - 1);
  now = (): number => this.moment("now") ?? Math.floor(Date.now() / 1000);

  /** Until when: a moment, or so many days from now. */
  expires(): number {
    const until = this.moment("expires") ?? this.now() + this.whole("days", 1, 30, 7) * DAY;
    if (this.given.expires !== undefined && this.given.days !== undefined) throw new BadInput("--days", this.words.daysOrExpires);
    if (until <= this.now() || until > this.now() + LONGEST) throw new BadInput("--expires", this.words.tooLong);
    return until;
  }

  /** Seconds since 1970, or a date as in 2026-02-01 or 2026-02-01T12:00Z; a date without an hour is its first second in UTC. */
  moment(name: "expires" | "from" | "now"): number | null {
    const value = this.given[name];
    if (value === undefined) return null;
    const at = /^\d{9,12}$/.test(value) ? Number(value) : /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/.test(value) ? Date.parse(value) / 1000 : Number.NaN;
    if (!Number.isSafeInteger(at) || at <= 0) throw new BadInput(`--${name}`, this.words.noMoment);
    return at;
  }

  address(name: Option): Address {
    const value = this.given[name];
    if (value === undefined) throw this.missing(name);
    // Mixed case is a checksum: a wrong letter shows.
    if (isAddress(value, { strict: value !== value.toLowerCase() })) return getAddress(value);
    throw new BadInput(`--${name}`, this.words.noAddress);
  }

  hash(name: Option): Hex {
    const value = this.given[name];
    if (value === undefined) throw this.missing(name);
    if (isHash(value)) return value.toLowerCase() as Hex;
    throw new BadInput(`--${name}`, this.words.noHash);
  }

  nonce(): { key: bigint; number: bigint | null } | null {
    const value = this.given.nonce;
    if (value === undefined) return null;
    const found = /^(?:(\d{1,58}):)?(\d{1,19})?$/.exec(value);
    if (!found || (found[1] === undefined && found[2] === undefined)) throw new BadInput("--nonce", this.words.noNonce);
    const [key, number] = [BigInt(found[1] ?? 0), found[2] === undefined ? null : BigInt(found[2])];
    if (key >= 1n << 192n) throw new BadInput("--nonce", this.words.noNonce);
    return { key, number };
  }

  proposal(): ProposalId {
    const value = this.given.proposal;
    if (value === undefined) throw this.missing("proposal");
    if (/^[1-9]\d{0,77}$/.test(value) && BigInt(value) < 1n << 256n) return BigInt(value) as ProposalId;
    throw new BadInput("--proposal", this.words.noProposal);
  }

  support(): (typeof supports)[number] {
    const { vote } = this.given;
    if (vote === undefined) throw this.missing("vote");
    const said = supports.find((one) => one === vote) ?? ({ 赞成: "for", 反对: "against", 弃权: "abstain" } as const)[vote as "赞成"];
    if (said) return said;
    throw new BadInput("--vote", this.words.noVote);
  }
}
