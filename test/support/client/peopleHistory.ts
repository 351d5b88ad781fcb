// A random history of people: they join, leave, return, change and recover keys, and sign acts that others carry. Whatever is done is
// foretold from the books, by the same checks that a page makes.
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { intend, type Intent } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Item, readBundle, type ReadItem, writeBundle } from "#client/offnet/bundle.ts";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { actOf } from "#client/offnet/sign.ts";
import { parseCarry, parseRevokeAct } from "#client/people/carry.ts";
import { isSeated, type Member } from "#client/people/fold.ts";
import { parseKeepGuardians } from "#client/people/keepGuardians.ts";
import { guardiansAt, guardOf } from "#client/people/foldGuards.ts";
import { nextNumber } from "#client/people/foldNonces.ts";
import { vouchArgs } from "#client/people/join.ts";
import { mayChangeGuardians, mayFinish, mayVeto, speaksFor } from "#client/people/mayGuard.ts";
import { joinCountOf, maySit, placesLeft, vouchesNeeded } from "#client/people/mayJoin.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { parseCancelRecovery, parseFinishRecovery, parseOpenRecovery, parseVeto } from "#client/people/recovery.ts";
import { parseRejoin } from "#client/people/rejoin.ts";
import { parseResign } from "#client/people/resign.ts";
import { parseRevokeVouch } from "#client/people/revokeVouch.ts";
import { parseRotate } from "#client/people/rotate.ts";
import { parseSetGuardians } from "#client/people/setGuardians.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { signable, type SignedTerms, type SignedType } from "#client/people/signing.ts";
import { parseTakeSeat } from "#client/people/takeSeat.ts";
import type { Deployment } from "#client/chain/deployment.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import type { Random } from "./random.ts";
import { type Key, strangerKey } from "./signed.ts";

const DAY = 86_400;
const HASH = `0x${"c".repeat(64)}` as const;

/** Something to be tried, and what must come of it: null: it is done; a list: one of these refusals. */
export interface PeopleStep {
  readonly verb: string;
  readonly intent: Intent;
  readonly voted?: boolean;
  readonly expects: null | readonly string[] | "refused";
}

type Of<K extends Item["kind"]> = Extract<Item, { kind: K }>;
type Fault = "expired" | "early" | "window" | "ahead" | "used" | "stranger" | "epoch" | "altered" | "elsewhere" | "deaf" | "chain" | "revoked";

/** The Relay's refusals, which never depend on what an act asks for. */
const RELAY = ["NonceUsed", "NonceAhead", "ActTooEarly", "ActExpired", "ActWindowInvalid", "ActNotSigned", "TargetUnknown"];

/** What the Relay says of an act that is judged so; where several things are wrong it may name another. */
const refusals: Readonly<Record<string, readonly string[]>> = {
  done: ["NonceUsed"],
  revoked: ["NonceUsed"],
  earlier: ["NonceAhead"],
  time: ["ActTooEarly", "NonceAhead"],
  expired: ["ActExpired", "NonceAhead"],
  windowInvalid: ["ActWindowInvalid", "NonceAhead"],
  keyReplaced: ["ActNotSigned", "ActExpired", "ActTooEarly", "ActWindowInvalid", "NonceAhead"],
  notSigned: ["ActNotSigned", "NonceUsed", "NonceAhead", "ActExpired", "ActTooEarly", "ActWindowInvalid"],
  nobody: ["ActNotSigned"],
  otherContract: ["TargetUnknown", "ActExpired", "ActTooEarly", "NonceAhead"],
  takesNoActs: ["TargetUnknown", "ActExpired", "ActTooEarly", "NonceAhead"],
  };

export class PeopleHistory {
  private readonly random: Random;
  private readonly deployment: Deployment;
  private readonly keys = new Map<string, Key>();
  private made = 0;
  /** What was signed and may still lie about. */
  private acts: Of<"act">[] = [];
  private readonly vouches: Of<"vouch">[] = [];
  /** A vouch that was taken back and is tried next. */
  private takenBack: Of<"vouch"> | undefined;

  constructor(random: Random, deployment: Deployment, founders: number) {
    this.random = random;
    this.deployment = deployment;
    for (let place = 1; place <= founders; place++) this.keep(privateKeyToAccount(practiceAccount(place).privateKey as Hex));
  }

  private keep(key: Key): Key {
    this.keys.set(key.address.toLowerCase(), key);
    return key;
  }
  private fresh = (): Key => this.keep(strangerKey(1_000 + (this.made += 1)));
  private keyOf = (address: string): Key => this.keys.get(address.toLowerCase())!;
  private sign = <T extends SignedType>(by: Key, type: T, terms: SignedTerms[T], place = this.deployment): Promise<Hex> => by.signTypedData(signable(type, terms, place) as never);
  private members = (books: Ledger): Member[] => [...books.people.members.values()];
  private chance = (part: number): boolean => this.random.part() < part;

  /** The items as another would get them: through a text. */
  private async check(items: readonly Item[], books: Ledger, now: number): Promise<CheckedItem[]> {
    const read: readonly ReadItem[] = readBundle(writeBundle(items, this.deployment)).items;
    return checkItems(read, { ledger: books, deployment: this.deployment, now });
  }

  /** Null where there was nothing to do of the sort that came up. */
  next(books: Ledger, now: number): Promise<PeopleStep | null> {
    const kind = this.random.part();
    if (kind < 0.2) return this.join(books, now);
    if (kind < 0.28) return Promise.resolve(this.seat(books, now));
    if (kind < 0.38) return this.open(books, now);
    if (kind < 0.43) return this.cancel(books, now);
    if (kind < 0.49) return Promise.resolve(this.finish(books, now));
    if (kind < 0.54) return Promise.resolve(this.vote(books));
    if (kind < 0.66 && this.acts.length > 0) {
      const waiting = this.acts.filter(({ member, nonce, notAfter }) => nonce === nonceOf(nonce >> 64n, nextNumber(books, member, nonce >> 64n)) && notAfter >= now);
      return this.carry(this.random.one(waiting.length > 0 && this.chance(0.7) ? waiting : this.acts), "carry an old act", books, now, undefined);
    }
    return this.act(books, now);
  }

  // --- joining ---

  private async application(by: Key, now: number): Promise<Of<"application">> {
    const expires = this.chance(0.06) ? now - 1 : this.chance(0.06) ? now + 31 * DAY : now + this.random.whole(0, 30) * DAY;
    const profileUri = this.random.one(["", "data:,林", "data:,Lin"]);
    const terms = { applicant: by.address, profileDigest: profileUri === "" ? (`0x${"0".repeat(64)}` as Hex) : HASH, profileUri, expires };
    const signature = await this.sign(this.chance(0.04) ? this.fresh() : by, "Application", terms);
    return { kind: "application", ...terms, signature };
  }

  private async vouch(sponsor: Member, applicant: Address, joinCount: number, now: number): Promise<Of<"vouch">> {
    const expires = this.chance(0.05) ? now - 1 : this.chance(0.04) ? now + 31 * DAY : now + this.random.whole(1, 30) * DAY;
    const keyEpoch = this.chance(0.03) ? sponsor.keyEpoch + 1 : sponsor.keyEpoch;
    const terms = { applicant, joinCount: this.chance(0.03) ? joinCount + 1 : joinCount, sponsor: sponsor.id, keyEpoch, expires };
    const signature = await this.sign(this.chance(0.03) ? this.fresh() : this.keyOf(sponsor.key), "Vouch", terms);
    const vouch = { kind: "vouch", ...terms, signature } as const;
    this.vouches.push(vouch);
    return vouch;
  }

  /** Those who may vouch now are likelier than others to be asked. */
  private async vouchesFor(applicant: Address, books: Ledger, now: number): Promise<Of<"vouch">[]> {
    const taken = this.takenBack;
    this.takenBack = undefined;
    const others = this.members(books).filter(({ id }) => isSeated(books, id) && id !== taken?.sponsor);
    if (taken?.applicant === applicant && others.length > 0) return [taken, await this.vouch(this.random.one(others), applicant, taken.joinCount, now)];
    const old = this.vouches.filter((one) => one.applicant === applicant);
    if (old.length > 1 && this.chance(0.6)) return this.random.some(old, 2);
    const all = this.members(books);
    const seated = all.filter(({ id }) => isSeated(books, id));
    const sponsors = this.random.some(this.chance(0.85) ? seated : all, this.chance(0.9) ? 2 : this.random.whole(0, 3));
    return Promise.all(sponsors.map((sponsor) => this.vouch(sponsor, applicant, joinCountOf(books, applicant), now)));
  }

  private async join(books: Ledger, now: number): Promise<PeopleStep> {
    const waiting = [...new Set(this.vouches.map(({ applicant }) => applicant))].filter((one) => this.keys.has(one.toLowerCase()));
    const named = [...books.people.named.keys()].filter((one) => !books.people.byKey.has(one));
    const { takenBack } = this;
    const by = takenBack && !books.people.byKey.has(takenBack.applicant.toLowerCase()) ? this.keyOf(takenBack.applicant) : named.length > 0 && this.chance(0.4) ? this.keyOf(this.random.one(named)) : waiting.length > 0 && this.chance(0.4) ? this.keyOf(this.random.one(waiting)) : this.fresh();
    const application = await this.application(by, now);
    const vouches = named.includes(by.address.toLowerCase()) && this.chance(0.7) ? [] : await this.vouchesFor(by.address, books, now);
    const [shipment] = planShipments(await this.check([application, ...vouches], books, now));
    if (shipment) return { verb: vouches.length === 0 ? "join as named" : "join", intent: shipment.intent, expects: null };
    return { verb: "join", intent: intend("memberRegistry", "join", [application, vouchArgs(vouches)], "Joined"), expects: "refused" };
  }

  private seat(books: Ledger, now: number): PeopleStep {
    const waiting = this.members(books).filter(({ id, standing }) => standing === "active" && !isSeated(books, id));
    const { id } = waiting.length > 0 && this.chance(0.9) ? this.random.one(waiting) : this.random.one(this.members(books));
    const obstacle = maySit(books, id, now);
    return { verb: "take a seat", intent: parseTakeSeat(id), expects: obstacle && [obstacle.is] };
  }

  // --- recoveries ---

  private guarded = (books: Ledger, now: number): Member[] => this.members(books).filter(({ id }) => guardiansAt(guardOf(books, id), now).length > 0);

  private async open(books: Ledger, now: number): Promise<PeopleStep | null> {
    const guarded = this.guarded(books, now);
    const changing = guarded.filter(({ id }) => (guardOf(books, id).next?.from ?? 0) > now);
    const member = changing.length > 0 && this.chance(0.5) ? this.random.one(changing) : guarded.length > 0 && this.chance(0.95) ? this.random.one(guarded) : this.random.one(this.members(books));
    const guard = guardOf(books, member.id);
    const newKey = this.chance(0.05) ? this.keyOf(this.random.one(this.members(books)).key) : this.fresh();
    const opening = guard.openings + (this.chance(0.05) ? this.random.one([0, 2]) : 1);
    const terms = { member: member.id, opening, newKey: newKey.address, expires: this.chance(0.05) ? now - 1 : now + this.random.whole(1, 30) * DAY };
    const speakers = guardiansAt(guard, now).map((one) => speaksFor(books, one)).concat(this.chance(0.05) ? [this.fresh().address] : []);
    const signers = [...new Set(this.random.some(speakers, this.chance(0.3) ? speakers.length : this.random.whole(0, speakers.length)))].map(this.keyOf);
    const consent = { kind: "recoveryConsent", ...terms, signer: newKey.address, signature: await this.sign(newKey, "RecoveryConsent", terms) } as const;
    const approvals = await Promise.all(signers.map(async (by) => ({ kind: "recoveryApproval", ...terms, signer: by.address, signature: await this.sign(this.chance(0.02) ? newKey : by, "RecoveryApproval", { ...terms, signer: by.address }) }) as const));
    const [shipment] = planShipments(await this.check([consent, ...approvals], books, now));
    return { verb: "open a recovery", intent: shipment?.intent ?? parseOpenRecovery(terms, consent.signature, approvals), expects: shipment ? null : "refused" };
  }

  private async cancel(books: Ledger, now: number): Promise<PeopleStep | null> {
    const guarded = this.guarded(books, now);
    const open = guarded.filter(({ id }) => guardOf(books, id).recovery);
    if (guarded.length === 0) return null;
    const { id } = this.random.one(open.length > 0 && this.chance(0.9) ? open : guarded);
    const guard = guardOf(books, id);
    const terms = { member: id, opening: guard.openings + (this.chance(0.1) ? 1 : 0), expires: now + DAY };
    const signers = this.random.some(guardiansAt(guard, now).map((one) => this.keyOf(speaksFor(books, one))), this.random.whole(1, 5));
    const items = await Promise.all(signers.map(async (by) => ({ kind: "recoveryCancel", ...terms, signer: by.address, signature: await this.sign(by, "RecoveryCancel", { ...terms, signer: by.address }) }) as const));
    const [shipment] = planShipments(await this.check(items, books, now));
    return { verb: "cancel a recovery", intent: shipment?.intent ?? parseCancelRecovery(terms, items), expects: shipment ? null : "refused" };
  }

  private finish(books: Ledger, now: number): PeopleStep {
    const open = this.members(books).filter(({ id }) => guardOf(books, id).recovery);
    const { id } = open.length > 0 && this.chance(0.9) ? this.random.one(open) : this.random.one(this.members(books));
    const obstacle = mayFinish(books, id, now);
    return { verb: "finish a recovery", intent: parseFinishRecovery(id), expects: obstacle && [obstacle.is] };
  }

  // --- votes ---

  private vote(books: Ledger): PeopleStep | null {
    const expelled = this.members(books).filter(({ standing }) => standing === "expelled");
    if (this.chance(0.5)) return { verb: "name persons", voted: true, expects: null, intent: intend("memberRegistry", "namePersons", [Array.from({ length: this.random.whole(1, 2) }, () => this.fresh().address)], "PersonNamed") };
    if (expelled.length > 0 && this.chance(0.6)) return { verb: "readmit", voted: true, expects: null, intent: intend("memberRegistry", "readmit", [this.random.one(expelled).id], "Returned") };
    const active = this.members(books).filter(({ id, standing }) => standing === "active" && (books.people.seated > 5 || !isSeated(books, id)));
    if (active.length === 0) return null;
    return { verb: "expel", voted: true, expects: ["", "TooManyExpelled"], intent: intend("memberRegistry", "expel", [this.random.one(active).id, HASH], "Expelled") };
  }

  // --- acts ---

  private async act(books: Ledger, now: number): Promise<PeopleStep | null> {
    const all = this.members(books);
    const busy = all.filter(({ id, standing }) => standing === "left" || guardOf(books, id).recovery || guardiansAt(guardOf(books, id), now).length > 0);
    const changing = all.filter(({ id }) => (guardOf(books, id).next?.from ?? 0) > now);
    const member = this.random.one(changing.length > 0 && this.chance(0.2) ? changing : busy.length > 0 && this.chance(0.4) ? busy : all);
    const wanted = await this.wish(member, books, now);
    if (!wanted) return null;
    const fault = this.chance(0.3) ? this.random.one<Fault>(["expired", "early", "window", "ahead", "used", "stranger", "epoch", "altered", "elsewhere", "deaf", "chain"]) : undefined;
    const item = await this.signs(member, wanted.intent, fault, books, now);
    this.acts.push(item);
    this.acts = this.acts.slice(-40);
    if (this.chance(0.2)) return null; // It lies in a drawer, and may be carried later.
    return this.carry(item, wanted.verb, books, now, fault ? undefined : wanted.obstacle);
  }

  private async signs(member: Member, intent: Intent, fault: Fault | undefined, books: Ledger, now: number): Promise<Of<"act">> {
    const key = BigInt(this.random.whole(0, 2));
    const next = nextNumber(books, member.id, key);
    const number = fault === "ahead" || this.chance(0.05) ? next + 1n : fault === "used" && next > 0n ? next - 1n : next;
    const usual = actOf(intent, { ledger: books, deployment: this.deployment, member: member.id, now, nonce: nonceOf(key, number), days: this.random.whole(1, 30) });
    const act = {
      ...usual,
      ...(fault === "expired" ? { notBefore: now - 9 * DAY, notAfter: now - 1 } : {}),
      ...(fault === "early" ? { notBefore: now + 1, notAfter: now + DAY } : {}),
      ...(fault === "window" ? { notAfter: usual.notBefore + 30 * DAY + 1 } : {}),
      ...(fault === "epoch" ? { keyEpoch: member.keyEpoch + 1 } : {}),
      ...(fault === "elsewhere" ? { to: strangerKey(3).address } : {}),
      ...(fault === "deaf" ? { to: this.deployment.contracts.shareLedger } : {}),
    };
    const place = fault === "chain" ? { ...this.deployment, chainId: 1 } : this.deployment;
    const signature = await this.sign(fault === "stranger" ? this.fresh() : this.keyOf(member.key), "Act", act, place);
    return { kind: "act", ...act, ...(fault === "altered" ? { notAfter: act.notAfter - 1 } : {}), signature };
  }

  /** `obstacle`: what the target will say; null: nothing; undefined: who knows. */
  private async carry(item: Of<"act">, verb: string, books: Ledger, now: number, obstacle: string | null | undefined): Promise<PeopleStep> {
    const [checked] = await this.check([item], books, now);
    const { verdict } = checked!;
    const intent = parseCarry({ ...item, gas: 3_000_000 });
    if (verdict.is !== "good") {
      const problem = verdict.is === "bad" ? verdict.problem : verdict.is === "waits" ? verdict.for.is : verdict.is;
      return { verb: `${verb}: ${problem}`, intent, expects: refusals[problem] ?? [`nothing is known of ${problem}`] };
    }
    return { verb, intent, expects: obstacle === undefined ? ["", "not of the Relay"] : obstacle === null ? null : [obstacle] };
  }

  /** What a member may want, and what stands in the way of it. */
  private async wish(member: Member, books: Ledger, now: number): Promise<{ verb: string; intent: Intent; obstacle: string | null | undefined } | null> {
    const { id, standing } = member;
    const inactive = standing === "active" ? null : "NotActive";
    if (standing === "left" && this.chance(0.5)) return this.rejoin(member, books, now);
    if (guardOf(books, id).recovery && this.chance(0.6)) return { verb: "veto", intent: parseVeto(), obstacle: mayVeto(books, id, now)?.is ?? null };
    const waits = (guardOf(books, id).next?.from ?? 0) > now;
    if (waits ? this.chance(0.35) : this.chance(0.01)) return { verb: "keep guardians", intent: parseKeepGuardians(), obstacle: waits ? null : "NothingWaits" };
    const kind = this.random.part();
    if (kind < 0.1) return { verb: "set a profile", intent: parseSetProfile({ zh: "林", en: `Lin ${this.random.whole(1, 99)}` }), obstacle: inactive };
    if (kind < 0.2) {
      const key = BigInt(this.random.whole(3, 5));
      return { verb: "revoke an act", intent: parseRevokeAct(nonceOf(key, nextNumber(books, id, key) + BigInt(this.random.whole(0, 2)))), obstacle: null };
    }
    if (kind < 0.27 && this.vouches.length > 0) {
      const own = this.vouches.findLast(({ sponsor, applicant, expires }) => sponsor === id && !books.people.byKey.has(applicant.toLowerCase()) && expires > now + 2 * DAY);
      this.takenBack = own;
      return { verb: "revoke a vouch", intent: parseRevokeVouch(own ?? this.random.one(this.vouches)), obstacle: null };
    }
    if (kind < 0.34 && standing === "active" && (books.people.seated > 5 || !isSeated(books, id))) return { verb: "resign", intent: parseResign(), obstacle: null };
    if (kind < 0.36) return { verb: "veto", intent: parseVeto(), obstacle: mayVeto(books, id, now)?.is ?? null };
    if (kind < 0.6) return this.rotate(member, now);
    if (kind < 0.9) return this.setGuardians(member, books, now);
    return null;
  }

  private async rotate({ id, keyEpoch }: Member, now: number) {
    const key = this.fresh();
    const terms = { member: id, keyEpoch, newKey: key.address, expires: now + DAY };
    return { verb: "rotate", intent: parseRotate({ ...terms, signature: await this.sign(key, "KeyConsent", terms) }), obstacle: null };
  }

  private async setGuardians({ id }: Member, books: Ledger, now: number) {
    const others = this.members(books).filter((other) => other.id !== id).map(({ key }) => this.keyOf(key));
    const guardians = this.random.some([...others, this.fresh(), this.fresh()], this.random.whole(3, 5));
    const consents = await Promise.all(guardians.map(async (by) => {
      const terms = { member: id, guardian: by.address, expires: now + DAY };
      return { kind: "guardianConsent", ...terms, signature: await this.sign(by, "GuardianConsent", terms) } as const;
    }));
    const checked = await this.check(consents, books, now);
    if (checked.some(({ verdict }) => verdict.is !== "done" && !(verdict.is === "waits" && verdict.for.is === "member"))) throw new Error("a good consent was found wanting");
    return { verb: "set guardians", intent: parseSetGuardians(consents), obstacle: mayChangeGuardians(books, id, now)?.is ?? null };
  }

  private async rejoin({ key }: Member, books: Ledger, now: number) {
    const vouches = await this.vouchesFor(key, books, now);
    const checked = await this.check(vouches, books, now);
    const good = checked.every(({ verdict }) => verdict.is === "waits" && verdict.for.is === "member") && vouches.length === vouchesNeeded(books) && new Set(vouches.map(({ sponsor }) => sponsor)).size === vouches.length;
    return { verb: "rejoin", intent: parseRejoin(vouches), obstacle: good && placesLeft(books, now) > 0 ? null : undefined };
  }
}

/** Whether a refusal (null: none) is what was foretold. */
export function isForetold(refusal: string | null, { expects }: PeopleStep): boolean {
  if (expects === null) return refusal === null;
  if (expects === "refused") return refusal !== null;
  if (expects.includes("not of the Relay")) return refusal === null || !RELAY.includes(refusal);
  return expects.includes(refusal ?? "");
}

