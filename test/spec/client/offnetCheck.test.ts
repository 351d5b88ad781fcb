import { readFileSync } from "node:fs";
import { expect } from "chai";
import { type Address, encodeFunctionData, type Hex } from "viem";
import { abis } from "#client/chain/contracts.ts";
import { DAY, QUARTER } from "#client/chain/epoch.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { plainSpeech, tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Item, itemId, readBundle, type ReadItem, writeBundle } from "#client/offnet/bundle.ts";
import { type CheckedItem, checkItems } from "#client/offnet/check.ts";
import { kinds } from "#client/offnet/shapes.ts";
import { badTexts, type Problem, sayVerdict, type Verdict, type Wait } from "#client/offnet/verdicts.ts";
import { parseResign } from "#client/people/resign.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { digestOf, typeText } from "#client/people/signing.ts";
import { council, deployment, GENESIS, keyOf, proposalWith } from "../../support/client/ballots.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { after, asRead, type Key, NOW, signedAct, signedApplication, signedBallot, signedCancel, signedGuardianConsent, signedKeyConsent, signedRecovery, signedVouch, strangerKey } from "../../support/client/signed.ts";

const { books: plain, opensAt } = council({ members: 6 });
const proposal = proposalWith(plain, { opensAt: NOW - DAY, plannedEnd: NOW + 5 * DAY, closesAt: NOW + 5 * DAY });
const early = proposalWith(plain, { opensAt: NOW + DAY, closesAt: NOW + 5 * DAY, plannedEnd: NOW + 5 * DAY });
const over = proposalWith(plain, { opensAt, closesAt: opensAt + DAY });
const newcomer = strangerKey(1);
const ELSEWHERE = strangerKey(99).address;

/** Member 1 has the guardians 2, 3 and a stranger. */
const guarded = after(plain, "guardians", "GuardiansProposed", { member: 1, guardians: [keyOf(2).address, keyOf(3).address, strangerKey(30).address], from: NOW - DAY }, NOW - 15 * DAY);
const fresh = strangerKey(9);
const opening = { member: 1, opening: 1, newKey: fresh.address, expires: NOW + DAY };

const look = async (items: readonly ReadItem[], ledger: Ledger = plain, now = NOW, hasCode?: (address: Address) => boolean): Promise<CheckedItem[]> => checkItems(items, { ledger, deployment, now, ...(hasCode ? { hasCode } : {}) });

/** The verdict as one word or two. */
function told({ verdict }: CheckedItem): string {
  if (verdict.is === "bad") return verdict.problem;
  return verdict.is === "waits" ? `waits for ${verdict.for.is}` : verdict.is;
}
const verdicts = async (items: readonly Item[], ledger?: Ledger, now?: number, hasCode?: (address: Address) => boolean): Promise<string[]> => (await look(asRead(...items), ledger, now, hasCode)).map(told);

const rotated = (ledger: Ledger, member: number, key: Key, keyEpoch = 1): Ledger =>
  after(ledger, "memberRegistry", "KeyChanged", { member, key: key.address, former: ledger.people.members.get(member as MemberId)!.key, keyEpoch, recovered: false });

const call = (functionName: string, args: readonly unknown[], contract: keyof typeof abis = "memberRegistry"): { to: Address; data: Hex } => ({
  to: deployment.contracts[contract],
  data: encodeFunctionData({ abi: abis[contract] as never, functionName, args } as never),
});

describe("A signed act", () => {
  it("is good while its key is in force, its time is now and its number is next", async () => {
    expect(await verdicts([await signedAct(plain, 1)])).to.deep.equal(["good"]);
    expect(await verdicts([await signedAct(rotated(plain, 1, strangerKey(3)), 1, { by: strangerKey(3) })], rotated(plain, 1, strangerKey(3)))).to.deep.equal(["good"]);
  });

  it("is good with 64 bytes as with 65, and with 0 or 1 where others write 27 or 28", async () => {
    const act = await signedAct(plain, 1);
    const v = Number.parseInt(act.signature.slice(-2), 16) - 27;
    const short = `0x${act.signature.slice(2, 66)}${(BigInt(`0x${act.signature.slice(66, 130)}`) | (BigInt(v) << 255n)).toString(16).padStart(64, "0")}` as Hex;
    expect(await verdicts([{ ...act, signature: short }])).to.deep.equal(["good"]);
    expect(await verdicts([{ ...act, signature: `${act.signature.slice(0, -2)}0${v}` as Hex }])).to.deep.equal(["good"]);
  });

  it("of another chain or another cooperative says so, whatever its signature", async () => {
    const [read] = asRead(await signedAct(plain, 1));
    const at = (place: Partial<ReadItem["place"]>) => ({ ...read!, place: { ...read!.place, ...place } }) as ReadItem;
    const found = await look([at({ chainId: 1 }), at({ registry: ELSEWHERE }), at({ registry: null, governor: ELSEWHERE })]);
    expect(found.map(told)).to.deep.equal(["otherChain", "otherCooperative", "otherCooperative"]);
  });

  it("that was signed for another chain or contract, though its file says otherwise, is not signed for here", async () => {
    const contracts = { ...deployment.contracts, relay: ELSEWHERE };
    expect(await verdicts([await signedAct(plain, 1, { place: { ...deployment, chainId: 1 } }), await signedAct(plain, 2, { place: { ...deployment, contracts } })])).to.deep.equal(["notSigned", "notSigned"]);
  });

  it("names what is wrong with what it asks for", async () => {
    const acts = [
      { ...call("resign", []), to: ELSEWHERE },
      call("set", [1, 2n], "parameters"),
      { to: deployment.contracts.memberRegistry, data: "0x12345678" as Hex },
      { to: deployment.contracts.memberRegistry, data: "0x" as Hex },
      { ...call("resign", []), data: `${call("resign", []).data}00` as Hex },
      call("keyOf", [1]),
      call("expel", [2, `0x${"a".repeat(64)}`]),
      call("recover", [2, newcomer.address]),
    ];
    const signed = await Promise.all(acts.map((act, place) => signedAct(plain, 1, { ...act, nonce: nonceOf(BigInt(place), 0n) })));
    expect(await verdicts(signed)).to.deep.equal(["otherContract", "takesNoActs", "unknownCall", "unknownCall", "unknownCall", "unknownCall", "notForMembers", "notForMembers"]);
  });

  it("that was done, revoked, or comes too early in its series says which", async () => {
    const done = after(plain, "relay", "Carried", { member: 1, nonce: nonceOf(0n, 0n) });
    const revoked = after(done, "relay", "Revoked", { member: 1, nonce: nonceOf(0n, 4n) });
    const acts = await Promise.all([0n, 2n, 4n, 5n, 7n].map((number) => signedAct(plain, 1, { nonce: nonceOf(0n, number) })));
    expect(await verdicts(acts, revoked)).to.deep.equal(["done", "revoked", "revoked", "good", "waits for earlier"]);
    expect(await verdicts(acts, done)).to.deep.equal(["done", "waits for earlier", "waits for earlier", "waits for earlier", "waits for earlier"]);
    expect(await verdicts([await signedAct(plain, 1, { nonce: nonceOf(7n, 0n) }), await signedAct(plain, 2)], revoked)).to.deep.equal(["good", "good"]);
    const all = rotated(revoked, 1, strangerKey(3));
    expect(await verdicts(acts, all)).to.deep.equal(["done", "revoked", "revoked", "keyReplaced", "keyReplaced"]);
  });

  it("follows those before it in the same list, in any order, and of two with one number the first is taken", async () => {
    const acts = await Promise.all([2n, 0n, 1n].map((number) => signedAct(plain, 1, { nonce: nonceOf(3n, number) })));
    expect(await verdicts(acts)).to.deep.equal(["good", "good", "good"]);
    const other = await signedAct(plain, 1, { nonce: nonceOf(3n, 1n), intent: parseResign() });
    expect(await verdicts([...acts, other, acts[0]!])).to.deep.equal(["good", "good", "good", "sameNumber", "twice"]);
    expect(await verdicts([{ ...acts[1]!, signature: "0x12" }, acts[1]!])).to.deep.equal(["notSigned", "good"]);
  });

  it("is bound to its time", async () => {
    const act = await signedAct(plain, 1);
    expect(await verdicts([act], plain, act.notBefore)).to.deep.equal(["good"]);
    expect(await verdicts([act], plain, act.notAfter)).to.deep.equal(["good"]);
    expect(await verdicts([act], plain, act.notBefore - 1)).to.deep.equal(["waits for time"]);
    expect(await verdicts([act], plain, act.notAfter + 1)).to.deep.equal(["expired"]);
    const windows = [{ notBefore: NOW + 5, notAfter: NOW + 4 }, { notBefore: NOW, notAfter: NOW + 30 * DAY + 1 }, { notBefore: NOW, notAfter: NOW + 30 * DAY }];
    expect(await verdicts(await Promise.all(windows.map((wish, place) => signedAct(plain, 1, { ...wish, nonce: nonceOf(BigInt(place), 0n) }))))).to.deep.equal(["windowInvalid", "windowInvalid", "good"]);
  });

  it("of nobody, of a replaced key and by a stranger are told apart", async () => {
    const act = await signedAct(plain, 1);
    const other = rotated(plain, 1, strangerKey(3));
    expect(await verdicts([{ ...act, member: 999 }, act, await signedAct(plain, 2, { by: newcomer }), await signedAct(plain, 2, { keyEpoch: 1 })], other)).to.deep.equal(["nobody", "keyReplaced", "notSigned", "notSigned"]);
  });

  it("of a contract wallet is the chain's to check, if the address is a contract, and expires like any", async () => {
    const wallet = strangerKey(3).address;
    const held = rotated(plain, 1, strangerKey(3));
    const act = { ...(await signedAct(held, 1)), signature: `0x${"12".repeat(200)}` as Hex };
    const isContract = (address: Address) => address === wallet;
    expect(await verdicts([act], held)).to.deep.equal(["notSigned"]);
    expect(await verdicts([act], held, NOW, isContract)).to.deep.equal(["wallet"]);
    expect(await verdicts([act], held, act.notAfter + 1, isContract)).to.deep.equal(["expired"]);
    expect(await verdicts([{ ...act, keyEpoch: 0 }], held, NOW, (address) => address === keyOf(1).address.toLowerCase())).to.deep.equal(["keyReplaced"]);
  });
});

describe("An application", () => {
  it("is good with two vouches of different members, and waits for whatever is missing", async () => {
    const application = await signedApplication(newcomer);
    const [one, two, again] = [await signedVouch(1, newcomer.address), await signedVouch(2, newcomer.address), await signedVouch(1, newcomer.address, { expires: NOW + 5 * DAY })];
    expect(await verdicts([application, one, two])).to.deep.equal(["good", "good", "good"]);
    expect(await verdicts([one, application, again])).to.deep.equal(["waits for vouches", "waits for vouches", "twice"]);
    expect(await verdicts([application])).to.deep.equal(["waits for vouches"]);
    expect(await verdicts([one, two])).to.deep.equal(["waits for application", "waits for application"]);
    expect(await verdicts([application, one, two, await signedApplication(newcomer, { profileUri: "data:,other" })])).to.deep.equal(["good", "good", "good", "sameNumber"]);
  });

  it("of a named person needs none, until the day", async () => {
    const named = after(plain, "memberRegistry", "PersonNamed", { key: newcomer.address, until: NOW });
    const application = await signedApplication(newcomer, { expires: NOW + 2 * DAY });
    expect(await verdicts([application], named)).to.deep.equal(["good"]);
    expect(await verdicts([application, await signedVouch(1, newcomer.address)], named)).to.deep.equal(["good", "waits for notNeeded"]);
    expect(await verdicts([application], named, NOW + 1)).to.deep.equal(["waits for vouches"]);
  });

  it("waits for the next quarter where this one is full", async () => {
    const full: Ledger = { ...plain, people: { ...plain.people, quarter: { number: Math.floor((NOW - GENESIS) / QUARTER), base: 6, joined: 2 } } };
    const items = [await signedApplication(newcomer), await signedVouch(1, newcomer.address), await signedVouch(2, newcomer.address)];
    expect(await verdicts(items, full)).to.deep.equal(["waits for quarter", "waits for quarter", "waits for quarter"]);
  });

  it("that is expired, too long, altered, or of one who is a member already says which", async () => {
    const items = [await signedApplication(newcomer, { expires: NOW - 1 }), await signedApplication(newcomer, { expires: NOW + 30 * DAY + 1 }), { ...(await signedApplication(newcomer)), profileUri: "data:,x" }, await signedApplication(keyOf(2)), await signedApplication(strangerKey(3))];
    const joined = after(rotated(plain, 1, strangerKey(3)), "memberRegistry", "Joined", { member: 7, key: newcomer.address, founder: false, sponsor: 1, cosponsor: 2 });
    expect(await verdicts(items, rotated(plain, 1, strangerKey(3)))).to.deep.equal(["expired", "tooLong", "notSigned", "keyBarred", "keyBarred"]);
    expect(await verdicts([await signedApplication(newcomer)], joined)).to.deep.equal(["done"]);
  });
});

describe("A vouch", () => {
  const vouch = () => signedVouch(1, newcomer.address);

  it("that was used, taken back, expired, altered or of a replaced key says which", async () => {
    const joined = after(plain, "memberRegistry", "Joined", { member: 7, key: newcomer.address, founder: false, sponsor: 1, cosponsor: 2 });
    expect(await verdicts([await vouch()], joined)).to.deep.equal(["used"]);
    const revoked = after(plain, "memberRegistry", "VouchRevoked", { sponsor: 1, vouch: digestOf("Vouch", await vouch(), deployment) });
    expect(await verdicts([await vouch(), await signedVouch(1, newcomer.address, { expires: NOW + 7 })], revoked)).to.deep.equal(["revoked", "waits for application"]);
    const items = [await signedVouch(1, newcomer.address, { expires: NOW - 1 }), await signedVouch(1, newcomer.address, { expires: NOW + 31 * DAY }), await signedVouch(1, newcomer.address, { joinCount: 1 }), { ...(await vouch()), applicant: strangerKey(5).address }, await signedVouch(88, newcomer.address)];
    expect(await verdicts(items)).to.deep.equal(["expired", "tooLong", "otherTurn", "notSigned", "nobody"]);
    expect(await verdicts([await vouch()], rotated(plain, 1, strangerKey(3)))).to.deep.equal(["keyReplaced"]);
  });

  it("of one who may not vouch now says why, and from when on it can be used", async () => {
    const person = plain.people.members.get(1 as MemberId)!;
    const with1 = (wish: object): Ledger => ({ ...plain, people: { ...plain.people, members: new Map(plain.people.members).set(1 as MemberId, { ...person, ...wish }) } });
    const quarter = Math.floor((NOW - GENESIS) / QUARTER);
    const long = await signedVouch(1, newcomer.address, { expires: NOW + 30 * DAY });
    const [short] = [await vouch()];
    expect(await verdicts([short], with1({ seatedUntil: NOW - 1, standing: "left" }))).to.deep.equal(["notSeated"]);
    expect(await verdicts([short, long], with1({ founder: false, joinedAt: NOW - 80 * DAY }))).to.deep.equal(["barred", "waits for sponsor"]);
    expect(await verdicts([short, long], with1({ barredUntil: NOW + 10 * DAY }))).to.deep.equal(["barred", "waits for sponsor"]);
    expect(await verdicts([short], with1({ vouched: { quarter, used: 2 } }))).to.deep.equal(["waits for application"]);
    expect(await verdicts([short, long], with1({ vouched: { quarter, used: 3 } }))).to.deep.equal(["noVouchLeft", "noVouchLeft"]);
    expect(await verdicts([long], with1({ vouched: { quarter: quarter - 1, used: 3 } }))).to.deep.equal(["waits for application"]);
  });

  it("for a return is put in by the member who returns", async () => {
    expect(await verdicts([await signedVouch(1, keyOf(5).address, { joinCount: 1 })])).to.deep.equal(["waits for member"]);
  });
});

describe("Consents", () => {
  it("of a new key and of a guardian are put in by the member, and say when they are spent", async () => {
    const consents = [await signedKeyConsent(1, fresh), await signedGuardianConsent(1, keyOf(4))];
    expect(await verdicts(consents)).to.deep.equal(["waits for member", "waits for member"]);
    expect(await verdicts(consents, rotated(plain, 1, fresh))).to.deep.equal(["done", "waits for member"]);
    expect(await verdicts(consents, rotated(plain, 1, strangerKey(3)))).to.deep.equal(["otherTurn", "waits for member"]);
    expect(await verdicts(consents, rotated(plain, 2, fresh))).to.deep.equal(["keyBarred", "waits for member"]);
    expect(await verdicts([await signedGuardianConsent(1, keyOf(3)), await signedGuardianConsent(1, keyOf(1)), await signedGuardianConsent(1, keyOf(4))], rotated(guarded, 4, strangerKey(4)))).to.deep.equal(["done", "ownGuardian", "keyReplaced"]);
    const wrong = [await signedKeyConsent(1, fresh, { expires: NOW - 1 }), { ...(await signedKeyConsent(2, fresh)), member: 3 }, { ...(await signedGuardianConsent(2, keyOf(4))), member: 3 }, await signedGuardianConsent(88, keyOf(4)), await signedGuardianConsent(2, keyOf(5), { expires: NOW + 31 * DAY })];
    expect(await verdicts(wrong)).to.deep.equal(["expired", "notSigned", "notSigned", "nobody", "tooLong"]);
  });
});

describe("Words about a recovery", () => {
  const consent = () => signedRecovery("recoveryConsent", fresh, opening);
  const approval = (by: Key, wish: object = {}) => signedRecovery("recoveryApproval", by, { ...opening, ...wish });

  it("are good together: the new key's and those of most guardians", async () => {
    expect(await verdicts([await approval(keyOf(2)), await consent(), await approval(strangerKey(30))], guarded)).to.deep.equal(["good", "good", "good"]);
    expect(await verdicts([await approval(keyOf(2)), await consent()], guarded)).to.deep.equal(["waits for guardians", "waits for guardians"]);
    expect(await verdicts([await approval(keyOf(2)), await approval(keyOf(3))], guarded)).to.deep.equal(["waits for newKey", "waits for newKey"]);
    expect(await verdicts([await consent(), await approval(keyOf(2)), await approval(keyOf(3), { expires: NOW + 7 })], guarded)).to.deep.equal(["waits for guardians", "waits for guardians", "waits for guardians"]);
  });

  it("need all guardians after two vetoes that are fresh", async () => {
    const vetoed = [1, 2].reduce((ledger, number) => {
      const open = after(ledger, "guardians", "RecoveryOpened", { member: 1, newKey: strangerKey(8).address, opening: number, due: NOW + DAY, stands: false, cancelled: false });
      return after(open, "guardians", "RecoveryVetoed", { member: 1, opening: number });
    }, guarded);
    const third = { ...opening, opening: 3 };
    const items = [await signedRecovery("recoveryConsent", fresh, third), await signedRecovery("recoveryApproval", keyOf(2), third), await signedRecovery("recoveryApproval", keyOf(3), third)];
    expect(await verdicts(items, vetoed)).to.deep.equal(Array.from({ length: 3 }, () => "waits for guardians"));
    expect(await verdicts([...items, await signedRecovery("recoveryApproval", strangerKey(30), third)], vetoed)).to.deep.equal(Array.from({ length: 4 }, () => "good"));
    expect(await verdicts([await consent()], vetoed)).to.deep.equal(["used"]);
  });

  it("of one who is no guardian, has another key by now, or is the member, say which", async () => {
    const moved = rotated(guarded, 2, strangerKey(3));
    expect(await verdicts([await approval(keyOf(5)), await approval(keyOf(2)), await approval(keyOf(1)), await approval(strangerKey(3))], moved)).to.deep.equal(["notGuardian", "keyReplaced", "notGuardian", "waits for guardians"]);
    expect(await verdicts([await approval(keyOf(2))], plain)).to.deep.equal(["noGuardians"]);
    const ownGuardian = rotated(guarded, 1, strangerKey(30));
    expect(await verdicts([await approval(strangerKey(30)), await approval(keyOf(2))], ownGuardian)).to.deep.equal(["notGuardian", "waits for guardians"]);
    expect(await verdicts([await consent()], rotated(guarded, 4, fresh))).to.deep.equal(["keyBarred"]);
    expect(await verdicts([await signedRecovery("recoveryConsent", keyOf(2), opening), { ...(await approval(keyOf(2))), newKey: newcomer.address } as Item, await approval(keyOf(2), { member: 88 })], guarded)).to.deep.equal(["notSigned", "notSigned", "nobody"]);
  });

  it("of another turn, of an open recovery, and late ones say so", async () => {
    const open = after(guarded, "guardians", "RecoveryOpened", { member: 1, newKey: fresh.address, opening: 1, due: NOW + DAY, stands: false, cancelled: false });
    const next = await signedRecovery("recoveryConsent", newcomer, { ...opening, opening: 2, newKey: newcomer.address });
    expect(await verdicts([await consent(), next, await approval(keyOf(2), { opening: 3 }), await signedRecovery("recoveryConsent", newcomer, { ...opening, newKey: newcomer.address })], open)).to.deep.equal(["done", "waits for recovery", "otherTurn", "used"]);
    expect(await verdicts([await approval(keyOf(2), { expires: NOW - 1 }), await approval(keyOf(3), { expires: NOW + 31 * DAY })], guarded)).to.deep.equal(["expired", "tooLong"]);
    const cancels = [await signedCancel(keyOf(2), { member: 1, opening: 1, expires: NOW + DAY }), await signedCancel(keyOf(3), { member: 1, opening: 1, expires: NOW + DAY })];
    expect(await verdicts(cancels, open)).to.deep.equal(["good", "good"]);
    expect(await verdicts(cancels.slice(1), open)).to.deep.equal(["waits for guardians"]);
    expect(await verdicts(cancels, guarded)).to.deep.equal(["otherTurn", "otherTurn"]);
    expect(await verdicts(cancels, after(open, "guardians", "RecoveryCancelled", { member: 1, opening: 1 }))).to.deep.equal(["done", "done"]);
    expect(await verdicts(cancels, after(open, "guardians", "RecoveryVetoed", { member: 1, opening: 1 }))).to.deep.equal(["used", "used"]);
  });
});

describe("A ballot in a bundle", () => {
  it("is judged as ballots are, and one that was cast is done", async () => {
    const ballots = [await signedBallot(1, proposal.id), await signedBallot(2, early.id), await signedBallot(3, over.id), await signedBallot(4, 5n as never), await signedBallot(5, proposal.id, "for", keyOf(6)), await signedBallot(1, proposal.id, "against")];
    expect(await verdicts(ballots)).to.deep.equal(["good", "waits for vote", "voteOver", "noProposal", "notSigned", "twice"]);
    const cast = after(plain, "governor", "VoteCast", { voter: keyOf(1).address, proposalId: proposal.id, support: 1, weight: 1n, reason: "" });
    expect(await verdicts([ballots[0]!, ballots[5]!], cast)).to.deep.equal(["done", "votedAlready"]);
    const wallet = { ...ballots[0]!, signature: `0x${"12".repeat(99)}` as Hex };
    expect(await verdicts([wallet], plain, NOW, (address) => address === keyOf(1).address)).to.deep.equal(["wallet"]);
  });
});

describe("What is said of an item", () => {
  it("is another sentence for each thing that can be wrong, in both languages, and never a bare code", async () => {
    const act = await signedAct(plain, 1);
    const [read] = asRead(act);
    const done = after(plain, "relay", "Carried", { member: 1, nonce: act.nonce });
    const revoked = after(plain, "relay", "Revoked", { member: 1, nonce: act.nonce });
    const cases = [
      await look([read!]),
      await look([{ ...read!, data: "0x1234" } as ReadItem]),
      await look([read!], plain, act.notAfter + 1),
      await look([read!], plain, act.notBefore - 1),
      await look([read!], done),
      await look([read!], revoked),
      await look([{ ...read!, place: { ...read!.place, chainId: 5 } } as ReadItem]),
      await look([{ ...read!, place: { ...read!.place, registry: newcomer.address } } as ReadItem]),
      await look(asRead(await signedAct(plain, 1, { to: newcomer.address }))),
      await look([read!], rotated(plain, 1, fresh)),
      await look(asRead(await signedAct(plain, 1, { nonce: 5n }))),
      await look(asRead(await signedAct(plain, 1, { data: "0x12345678" }))),
      await look([{ ...read!, member: 77 } as ReadItem]),
    ].map(([one]) => one!);
    expect(cases.map(told)).to.deep.equal(["good", "notSigned", "expired", "waits for time", "done", "revoked", "otherChain", "otherCooperative", "otherContract", "keyReplaced", "waits for earlier", "unknownCall", "nobody"]);
    expect(new Set(cases.map(({ say }) => say.en)).size).to.equal(cases.length);
    expect(new Set(cases.map(({ say }) => say.zh)).size).to.equal(cases.length);
    for (const { say, what } of cases) {
      expect(say.zh).to.match(/。$/).and.not.match(/[\u4e00-\u9fff] [\u4e00-\u9fff\w]|[\u4e00-\u9fff][,;:!?]|—/);
      expect(say.en).to.match(/^[A-Z].*\.$/).and.not.match(/undefined|\[object|—/);
      expect(what.en).to.match(/^Member \d+ |^0x/).and.not.match(/\.$/);
    }
  });
});

describe("The words of verdicts", () => {
  const values = { speech: plainSpeech, who: tell("林小满", "Lin"), until: NOW, to: deployment.contracts.relay, act: true };
  const waits: readonly Wait[] = [
    { is: "time", at: NOW }, { is: "vote", at: NOW }, { is: "earlier", number: 2n }, { is: "application" }, { is: "vouches", missing: 1 }, { is: "vouches", missing: 2 }, { is: "notNeeded" },
    { is: "guardians", missing: 1 }, { is: "guardians", missing: 3 }, { is: "newKey" }, { is: "member", member: 3 }, { is: "sponsor", at: NOW }, { is: "quarter", at: NOW }, { is: "recovery" },
  ];
  const all: readonly Verdict[] = [
    { is: "good", signer: newcomer.address }, { is: "wallet", wallet: newcomer.address }, { is: "done" },
    ...waits.map((wait): Verdict => ({ is: "waits", for: wait })),
    ...Object.keys(badTexts).map((problem): Verdict => ({ is: "bad", problem: problem as Problem })),
  ];

  it("are a sentence of their own for each, in both languages", () => {
    const said = [...all.map((verdict) => sayVerdict(verdict, values)), sayVerdict({ is: "done" }, { ...values, act: false })];
    for (const { zh, en } of said) {
      expect(zh).to.match(/^[“\u4e00-\u9fff].*。$/).and.not.match(/[\u4e00-\u9fff] [\u4e00-\u9fff\w]|\w [\u4e00-\u9fff]|[\u4e00-\u9fff][,;:!?]|—|undefined|NaN/);
      expect(en).to.match(/^[A-Z].*\.$/).and.not.match(/—|undefined|NaN|\[object/);
    }
    expect(new Set(said.map(({ zh }) => zh)).size).to.equal(said.length);
    expect(new Set(said.map(({ en }) => en)).size).to.equal(said.length);
    for (const [place, verdict] of all.entries()) if (verdict.is === "waits" || verdict.is === "done") expect(said[place]!.en).to.include("othing was sent");
  });

  it("ask the chain about an address once, however often it is named", async () => {
    let asked = 0;
    const acts = await Promise.all([0n, 1n, 2n].map(async (number) => ({ ...(await signedAct(plain, 1, { nonce: number })), signature: "0x12" as Hex })));
    await look(asRead(...acts), plain, NOW, () => ((asked += 1), true));
    expect(asked).to.equal(1);
  });
});

const spoil = (value: unknown, random: Random): unknown => {
  if (typeof value === "bigint") return random.part() < 0.5 ? value ^ (1n << BigInt(random.whole(0, 255))) : random.big(1n << 256n);
  if (typeof value === "number") return random.part() < 0.5 ? value + random.one([1, -1, 2, 256]) : random.whole(0, 2 ** 31);
  if (typeof value !== "string") return value;
  if (!value.startsWith("0x")) return ["for", "against", "abstain"].includes(value) ? random.one(["for", "against", "abstain"]) : `${value}x`;
  const at = random.whole(2, value.length - 1);
  const digit = "0123456789abcdef"[(Number.parseInt(value[at]!, 16) + random.whole(1, 15)) % 16];
  return `${value.slice(0, at)}${digit}${value.slice(at + 1)}`;
};

describe("Thousands of altered items", () => {
  it("are never good: whatever a member signed, no other word of it counts", async function () {
    this.timeout(400_000);
    const random = new Random(specSeed);
    const good: readonly Item[] = [
      await signedAct(guarded, 1),
      await signedApplication(newcomer, { profileUri: "data:,lin" }),
      await signedVouch(1, newcomer.address),
      await signedVouch(2, newcomer.address),
      await signedRecovery("recoveryConsent", fresh, opening),
      await signedRecovery("recoveryApproval", keyOf(2), opening),
      await signedRecovery("recoveryApproval", keyOf(3), opening),
      await signedBallot(5, proposal.id),
    ];
    expect(await verdicts(good, guarded)).to.deep.equal(good.map(() => "good"));
    const counts = new Map<string, number>();
    for (const [place, item] of good.entries()) {
      const partners = good.filter((_, other) => other !== place);
      const spoilt = Array.from({ length: 350 }, (): Item => {
        const name = random.one(Object.keys(item).filter((key) => key !== "kind"));
        return { ...item, [name]: spoil((item as never)[name], random) };
      });
      const { items } = readBundle(writeBundle([...partners, ...spoilt], deployment));
      const untouched = JSON.stringify(JSON.parse(writeBundle([item], deployment)).items[0]);
      const altered = items.filter((one) => one.number < partners.length || JSON.stringify(JSON.parse(writeBundle([one], deployment)).items[0]) !== untouched);
      for (const found of (await look(altered, guarded)).slice(partners.length)) {
        expect(["good", "wallet", "done"], writeBundle([found.item], deployment)).not.to.include(found.verdict.is);
        counts.set(told(found), (counts.get(told(found)) ?? 0) + 1);
      }
    }
    expect(counts.get("notSigned")).to.be.greaterThan(1_500);
  });
});

describe("The page for other clients, docs/off-net.md", () => {
  const page = readFileSync(new URL("../../../docs/off-net.md", import.meta.url), "utf8");

  it("has an example that is canonical, good, and known by the digest and the id that it names", async () => {
    const example = /```json\n(.*)\n```/.exec(page)![1]!;
    const { items, faults } = readBundle(example);
    expect(faults).to.deep.equal([]);
    expect(writeBundle(items, deployment)).to.equal(example);
    expect((await look(items)).map(told)).to.deep.equal(["good"]);
    const [act] = items as Extract<ReadItem, { kind: "act" }>[];
    expect(page).to.include(digestOf("Act", act!, deployment)).and.to.include(itemId(act!)).and.to.include(`0x${"1".padStart(64, "5")}`);
    expect((await look(items))[0]!.what.en).to.equal("Member 1 enrols as an attester in project 1");
  });

  it("names every kind, every type that is signed, and every problem and wait", () => {
    for (const kind of kinds) expect(page).to.match(new RegExp(`^\\| \`${kind}\` \\|`, "m"));
    for (const type of ["Act", "Application", "Vouch", "KeyConsent", "GuardianConsent", "RecoveryConsent", "RecoveryApproval", "RecoveryCancel"] as const) expect(page).to.include(`\`${typeText(type)}\``);
    for (const problem of Object.keys(badTexts)) expect(page).to.match(new RegExp(`^\\| \`${problem}\` \\|`, "m"));
    const waits: Record<Wait["is"], true> = { time: true, vote: true, earlier: true, record: true, application: true, vouches: true, notNeeded: true, guardians: true, newKey: true, member: true, sponsor: true, quarter: true, recovery: true, beneficiaries: true, order: true, otherSide: true };
    for (const wait of Object.keys(waits)) expect(page).to.match(new RegExp(`^\\| .*\`${wait}\`.* \\|`, "m"));
  });
});
