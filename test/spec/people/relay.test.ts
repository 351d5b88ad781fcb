import { id as hashOf, ZeroAddress } from "ethers";
import { expect } from "chai";
import { nonceOf } from "#client/people/nonces.ts";
import { digestOf, LONGEST } from "#client/people/signing.ts";
import { STEPS } from "../../../scripts/deploy/record.ts";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, DAY, found, PROJECT } from "../../support/cooperative.ts";
import { STANDING } from "../../support/membership.ts";
import { type Act, freshKey, type Parcel } from "../../support/offNet.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { placeOf } from "../../support/signing.ts";

async function founded() {
  return found({ members: 12 });
}

/** The call that gives the caller's profile another digest. */
const profile = (coop: Cooperative, text: string): string => coop.members.interface.encodeFunctionData("setProfile", [hashOf(text), `data:,${text}`]);
const signsProfile = (coop: Cooperative, who: Person, text: string, wish = {}) => coop.offNet.signs(who, coop.members, profile(coop, text), wish);
/** The profiles that were written since the founding, in order: whose, and which. */
async function written(coop: Cooperative): Promise<string[]> {
  const logs = await coop.members.queryFilter(coop.members.filters.ProfileChanged(), coop.record.genesisBlock + STEPS.length);
  return logs.map(({ args }) => `${args.member} ${args.uri.slice(6)}`);
}

describe("The Relay", () => {
  it("carries what a member signed, whoever brings it: it is the member's act, and the nonce is used", async () => {
    const coop = await load(founded);
    const { members, offNet, people, relay, stranger } = coop;
    const parcel = await signsProfile(coop, people.lin, "new");
    const act = offNet.carries(parcel, stranger);
    await expect(act).to.emit(members, "ProfileChanged").withArgs(1, hashOf("new"), "data:,new");
    await expect(act).to.emit(relay, "Carried").withArgs(1, parcel.act.nonce);
    expect(await offNet.next(parcel)).to.equal(1);
    await refused(offNet.carries(parcel), relay, "NonceUsed", 1, parcel.act.nonce, 1);
  });

  it("reads the same digest that a wallet signs", async () => {
    const coop = await load(founded);
    for (const data of ["0x", "0x00", profile(coop, "x".repeat(1000)), `0x${"ff".repeat(31)}`, `0x${"ab".repeat(4096)}`]) {
      const { act } = await coop.offNet.signs(coop.people.lin, coop.members, data, { nonce: 2n ** 256n - 1n, notBefore: 0, notAfter: 2 ** 40 - 1, keyEpoch: 65_535, member: 2 ** 32 - 1 });
      expect(await coop.relay.actDigest(act)).to.equal(digestOf("Act", act as never, placeOf(coop)));
    }
  });

  it("names its refusal as the target does, when one act is carried alone", async () => {
    const coop = await load(founded);
    const { ledger, members, offNet, people } = coop;
    await refused(offNet.carries(await offNet.signs(people.lin, ledger, ledger.interface.encodeFunctionData("enrol", [99]))), coop.projects, "NoSuchProject", 99);
    await coop.membership.resigns(people.lin);
    const parcel = await signsProfile(coop, people.lin, "new");
    await refused(offNet.carries(parcel), members, "NotActive", 1, STANDING.left);
    expect(await offNet.next(parcel)).to.equal(0);
    // What failed can be carried again, and is done once it can be.
    await coop.membership.rejoins(people.lin, [people.he, people.fang]);
    await offNet.carries(parcel);
  });

  it("is asked for what is a member's in every standing: who left draws up a new key, and comes back, off-net", async () => {
    const coop = await load(founded);
    const { members, membership, offNet, people } = coop;
    await membership.resigns(people.lin);
    const key = await personAt(60);
    const consent = await membership.consentsToKey(people.lin, key);
    const rotate = members.interface.encodeFunctionData("rotate", [key.address, consent.expires, consent.signature]);
    await offNet.carries(await offNet.signs(people.lin, members, rotate));
    const lin = { ...key, id: 1 };
    const rejoin = members.interface.encodeFunctionData("rejoin", [await membership.allVouch([people.he, people.fang], lin)]);
    await expect(offNet.carries(await offNet.signs(lin, members, rejoin))).to.emit(members, "Returned").withArgs(1, 1, 3, 4);
  });

  it("gives its carrier nothing, takes no money, and holds none", async () => {
    const coop = await load(founded);
    const { members, offNet, people, relay, stranger } = coop;
    const before = await members.seatOf(2);
    await offNet.carries(await signsProfile(coop, people.lin, "new"), people.zhou);
    expect(await members.seatOf(2)).to.deep.equal(before);
    expect(await written(coop)).to.include("1 new").and.not.include("2 new");
    const to = await relay.getAddress();
    await expect(stranger.signer.sendTransaction({ to, value: 1n })).to.revert(chain.ethers);
    await expect(stranger.signer.sendTransaction({ to, data: relay.interface.encodeFunctionData("carry", [await signsProfile(coop, people.lin, "paid")]), value: 1n })).to.revert(chain.ethers);
  });
});

describe("Nonces", () => {
  it("of different keys wait for nobody: carried in any order, each is done once", async () => {
    const coop = await load(founded);
    const { offNet, people } = coop;
    const keys = [0n, 1n, 2n ** 64n, 2n ** 191n, 2n ** 192n - 1n, freshKey()];
    const parcels = await Promise.all(keys.map((key) => signsProfile(coop, people.lin, `key ${key}`, { key })));
    for (const place of [3, 0, 5, 1, 4, 2]) await offNet.carries(parcels[place]!);
    expect((await written(coop)).slice(-6)).to.deep.equal([3, 0, 5, 1, 4, 2].map((place) => `1 key ${keys[place]}`));
    for (const parcel of parcels) await refused(offNet.carries(parcel), coop.relay, "NonceUsed", 1, parcel.act.nonce, 1);
  });

  it("of one key come one after another, and what comes too soon waits", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const key = freshKey();
    const series = await Promise.all([0n, 1n, 2n, 3n].map((number) => signsProfile(coop, people.lin, `number ${number}`, { key, number })));
    await refused(offNet.carries(series[1]!), relay, "NonceAhead", 1, nonceOf(key, 1n), 0);
    await offNet.carries(series[0]!);
    await refused(offNet.carries(series[3]!), relay, "NonceAhead", 1, nonceOf(key, 3n), 1);
    // In one bundle they follow each other; what was out of order there is carried later.
    const reasons = await offNet.would([series[2]!, series[1]!, series[3]!]);
    expect(reasons.map((reason) => offNet.why(reason))).to.deep.equal([`NonceAhead(1, ${nonceOf(key, 2n)}, 1)`, "", `NonceAhead(1, ${nonceOf(key, 3n)}, 2)`]);
    await offNet.carriesMany(series.slice(1));
    expect((await written(coop)).slice(-4)).to.deep.equal([0, 1, 2, 3].map((number) => `1 number ${number}`));
    expect(await relay.nextNumber(1, key)).to.equal(4);
  });

  it("are each member's own", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    for (const who of [people.lin, people.zhou, people.he]) await offNet.carries(await signsProfile(coop, who, "same", { nonce: 7n << 64n }));
    expect(await Promise.all([1, 2, 3, 4].map((member) => relay.nextNumber(member, 7n)))).to.deep.equal([1n, 1n, 1n, 0n]);
  });

  it("end with the last of a key, and sink nothing there", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const last = 2n ** 64n - 1n;
    const key = freshKey();
    await expect(relay.connect(people.lin.signer).revoke(nonceOf(key, last - 1n))).to.emit(relay, "Revoked").withArgs(1, nonceOf(key, last - 1n));
    const [one, two] = [await signsProfile(coop, people.lin, "last", { key, number: last }), await signsProfile(coop, people.zhou, "neighbour")];
    const first = await signsProfile(coop, people.lin, "first again", { key, number: 0n });
    await expect(offNet.carriesMany([one, two])).to.emit(relay, "Carried").withArgs(2, two.act.nonce);
    expect((await written(coop)).slice(-2)).to.deep.equal(["1 last", "2 neighbour"]);
    for (const parcel of [one, first]) await refused(offNet.carries(parcel), relay, "NonceUsed", 1, parcel.act.nonce, 2n ** 64n);
    await refused(relay.connect(people.lin.signer).revoke(nonceOf(key, last)), relay, "NonceUsed", 1, nonceOf(key, last), 2n ** 64n);
  });

  it("that are revoked are used, with those before them and none after, by the member's own call or off-net", async () => {
    const coop = await load(founded);
    const { members, offNet, people, relay, stranger } = coop;
    const key = freshKey();
    const series = await Promise.all([0n, 1n, 2n, 3n].map((number) => signsProfile(coop, people.lin, `number ${number}`, { key, number })));
    await expect(relay.connect(people.lin.signer).revoke(nonceOf(key, 1n))).to.emit(relay, "Revoked").withArgs(1, nonceOf(key, 1n));
    for (const parcel of series.slice(0, 2)) await refused(offNet.carries(parcel), relay, "NonceUsed", 1, parcel.act.nonce, 2);
    await refused(relay.connect(people.lin.signer).revoke(nonceOf(key, 1n)), relay, "NonceUsed", 1, nonceOf(key, 1n), 2);
    // Off-net: the act of revoking has a key of its own, and names another's nonce as well as it can name its own key's next.
    const revoke = await offNet.signs(people.lin, relay, relay.interface.encodeFunctionData("revoke", [nonceOf(key, 2n)]));
    await expect(offNet.carries(revoke)).to.emit(relay, "Revoked").withArgs(1, nonceOf(key, 2n));
    await refused(offNet.carries(series[2]!), relay, "NonceUsed", 1, nonceOf(key, 2n), 3);
    await offNet.carries(series[3]!);
    const own = await offNet.signs(people.lin, relay, relay.interface.encodeFunctionData("revoke", [nonceOf(key, 9n)]), { key, number: 4n });
    await offNet.carries(own);
    expect(await relay.nextNumber(1, key)).to.equal(10);
    await refused(offNet.carries(own), relay, "NonceUsed", 1, own.act.nonce, 10);
    await refused(relay.connect(stranger.signer).revoke(0), members, "NotAMember", stranger.address);
    // A member revokes only the own.
    await relay.connect(people.zhou.signer).revoke(nonceOf(key, 20n));
    expect(await relay.nextNumber(1, key)).to.equal(10);
  });

  it("of a member go on with another key of the member, and what the old key signed is void", async () => {
    const coop = await load(founded);
    const { members, membership, offNet, people, relay } = coop;
    const key = freshKey();
    const series = await Promise.all([0n, 1n].map((number) => signsProfile(coop, people.lin, `number ${number}`, { key, number })));
    await offNet.carries(series[0]!);
    const lin = await membership.rotates(people.lin, 60);
    await refused(offNet.carries(series[1]!), relay, "ActNotSigned", 1, 1);
    await refused(relay.connect(people.lin.signer).revoke(0), members, "KeyReplaced", people.lin.address, 1);
    // Neither may the old key name the new epoch, nor the new key the old.
    await refused(offNet.carries(await signsProfile(coop, people.lin, "old", { keyEpoch: 1 })), relay, "ActNotSigned", 1, 1);
    await refused(offNet.carries(await signsProfile(coop, lin, "new", { keyEpoch: 0 })), relay, "ActNotSigned", 1, 1);
    await offNet.carries(await signsProfile(coop, lin, "number 1 anew", { key, number: 1n }));
    expect(await relay.nextNumber(1, key)).to.equal(2);
  });
});

describe("An act's time", () => {
  it("is from its first second to its last, both within, thirty days at most", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const from = (await coop.now()) + 1000;
    const until = from + 100;
    const parcel = await signsProfile(coop, people.lin, "in time", { notBefore: from, notAfter: until });
    await coop.nextAt(from - 1);
    await refused(offNet.carries(parcel), relay, "ActTooEarly", from, from - 1);
    const start = await chain.networkHelpers.takeSnapshot();
    for (const second of [from, until]) {
      await coop.nextAt(second);
      await offNet.carries(parcel);
      expect(await coop.now()).to.equal(second);
      await start.restore();
    }
    await coop.nextAt(until + 1);
    await refused(offNet.carries(parcel), relay, "ActExpired", until, until + 1);
  });

  it("may not end before it begins, nor be longer than thirty days, whenever it is", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const now = await coop.now();
    for (const [notBefore, notAfter] of [[now + 10, now + 9], [now, now + LONGEST + 1], [0, 2 ** 40 - 1], [now - 5, now - 6], [2 ** 40 - 1, 0]] as const)
      await refused(offNet.carries(await signsProfile(coop, people.lin, "never", { notBefore, notAfter })), relay, "ActWindowInvalid", notBefore, notAfter);
    await offNet.carries(await signsProfile(coop, people.lin, "long", { notBefore: now, notAfter: now + LONGEST }));
    const [from, until] = [now - 10, now + 1000];
    await offNet.carries(await signsProfile(coop, people.lin, "begun", { notBefore: from, notAfter: until }));
    await coop.nextAt(until);
    await offNet.carries(await signsProfile(coop, people.lin, "one second", { notBefore: until, notAfter: until }));
  });
});

describe("An act that was altered", () => {
  it("in one bit of any field is not the member's, and changes nothing", async () => {
    const coop = await load(founded);
    const { offNet, people, relay, record } = coop;
    const parcel = await signsProfile(coop, people.lin, "mine");
    const { act } = parcel;
    const bit = (data: string, place: number): string => {
      const bytes = Buffer.from(data.slice(2), "hex");
      bytes[place >> 3]! ^= 1 << (place & 7);
      return `0x${bytes.toString("hex")}`;
    };
    const bits = 8 * ((act.data.length - 2) / 2);
    const changes: Partial<Act>[] = [
      { member: 2 }, { member: 3 }, { member: 0 }, { member: 13 }, { member: 2 ** 32 - 1 }, { keyEpoch: 1 }, { keyEpoch: 65_535 },
      ...Object.values(record.contracts).filter((to) => to !== act.to).map((to) => ({ to })), { to: ZeroAddress }, { to: people.lin.address },
      ...Array.from({ length: bits / 16 }, (_, place) => ({ data: bit(act.data, place * 16 + 3) })), { data: "0x" }, { data: `${act.data}00` }, { data: act.data.slice(0, -2) },
      { notBefore: act.notBefore + 0, notAfter: act.notAfter + 1 }, { notBefore: act.notBefore - 1 }, { notAfter: act.notAfter - 1 },
      { nonce: act.nonce + (1n << 64n) }, { nonce: act.nonce ^ (1n << 255n) },
    ];
    const reasons = await offNet.would(changes.map((change) => ({ ...parcel, act: { ...act, ...change } })));
    for (const [place, reason] of reasons.entries()) expect(offNet.why(reason), JSON.stringify(changes[place], (_, value) => (typeof value === "bigint" ? `${value}` : value))).to.match(/^ActNotSigned\(/);
    await offNet.carriesMany(changes.map((change) => ({ ...parcel, act: { ...act, ...change } })));
    expect(await written(coop)).to.not.include("1 mine");
    await refused(offNet.carries({ ...parcel, act: { ...act, member: 2 } }), relay, "ActNotSigned", 2, 0);
    await offNet.carries(parcel);
    expect(await written(coop)).to.include("1 mine");
  });

  it("is none where it was signed for another chain, contract, name or version, or by another's key", async () => {
    const coop = await load(founded);
    const { offNet, people, relay, record } = coop;
    for (const domain of [{ chainId: 1 }, { chainId: 31338 }, { verifyingContract: record.contracts.memberRegistry }, { verifyingContract: record.contracts.governor }, { name: "Gongsheng " }, { version: "2" }])
      await refused(offNet.carries(await signsProfile(coop, people.lin, "elsewhere", { domain })), relay, "ActNotSigned", 1, 0);
    for (const by of [people.zhou, coop.stranger]) await refused(offNet.carries(await signsProfile(coop, people.lin, "forged", { by })), relay, "ActNotSigned", 1, 0);
  });

  it("is none of member 0, whom every stranger could else be", async () => {
    const coop = await load(founded);
    const { offNet, people, relay, stranger } = coop;
    for (const keyEpoch of [0, 1, 65_535]) {
      const parcel = await offNet.signs(people.lin, coop.members, profile(coop, "nobody"), { member: 0, keyEpoch, by: stranger });
      await refused(offNet.carries(parcel), relay, "ActNotSigned", 0, 0);
      await refused(offNet.carries({ ...parcel, signature: "0x" }), relay, "ActNotSigned", 0, 0);
    }
    await refused(offNet.carries(await offNet.signs(people.lin, coop.members, profile(coop, "nobody"), { member: 13, by: stranger })), relay, "ActNotSigned", 13, 0);
  });

  it("by its carrier's words on gas is the same act: those are not signed", async () => {
    const coop = await load(founded);
    const { offNet, people } = coop;
    const parcel = await signsProfile(coop, people.lin, "mine");
    await offNet.carries({ ...parcel, gas: 77_777 });
  });
});

describe("A bundle", () => {
  /** Good acts of three members, and one of each kind that is not done. */
  async function mixed() {
    const coop = await founded();
    const { ledger, membership, offNet, people } = coop;
    const now = await coop.now();
    const old = await signsProfile(coop, people.chen, "of the old key");
    await membership.rotates(people.chen, 60);
    const good = [await signsProfile(coop, people.lin, "one"), await signsProfile(coop, people.zhou, "two"), await offNet.signs(people.he, ledger, ledger.interface.encodeFunctionData("enrol", [PROJECT.mill]))];
    const bad: [Parcel, string][] = [
      [good[0]!, `NonceUsed(1, ${good[0]!.act.nonce}, 1)`],
      [await signsProfile(coop, people.lin, "ahead", { number: 5n, key: 1n }), `NonceAhead(1, ${nonceOf(1n, 5n)}, 0)`],
      [await signsProfile(coop, people.lin, "late", { notBefore: now - 100, notAfter: now - 50 }), `ActExpired(${now - 50}, `],
      [await signsProfile(coop, people.lin, "early", { notBefore: now + DAY, notAfter: now + 2 * DAY }), `ActTooEarly(${now + DAY}, `],
      [await signsProfile(coop, people.lin, "endless", { notBefore: now, notAfter: now + LONGEST + 1 }), `ActWindowInvalid(${now}, ${now + LONGEST + 1})`],
      [await signsProfile(coop, people.lin, "elsewhere", { domain: { chainId: 1 } }), "ActNotSigned(1, 0)"],
      [old, "ActNotSigned(6, 1)"],
      [await offNet.signs(people.fang, ledger, ledger.interface.encodeFunctionData("enrol", [99])), "NoSuchProject(99)"],
      [await offNet.signs(people.fang, coop.stranger.address, "0x"), `TargetUnknown(${coop.stranger.address})`],
      [await offNet.signs(people.fang, coop.parameters, "0x"), `TargetUnknown(${coop.record.contracts.parameters})`],
      [await offNet.signs(people.fang, coop.members, "0x12345678"), "ActFailed()"],
      [{ ...(await signsProfile(coop, people.fang, "starved")), gas: 100 }, "ActFailed()"],
    ];
    return { coop, good, bad };
  }

  it("does what can be done and tells of the rest, each tried on its own, in whatever order", async () => {
    for (const turn of [0, 5, 9]) {
      const { coop, good, bad } = await load(mixed);
      const { offNet, relay, projects } = coop;
      const list = [good[0]!, ...bad.slice(0, turn).map(([parcel]) => parcel), good[1]!, ...bad.slice(turn).map(([parcel]) => parcel), good[2]!];
      const wanted = ["", ...bad.slice(0, turn).map(([, reason]) => reason), "", ...bad.slice(turn).map(([, reason]) => reason), ""];
      const reasons = (await offNet.would(list)).map((reason) => offNet.why(reason, projects));
      for (const [place, reason] of reasons.entries()) expect(wanted[place] === "" ? reason === "" : reason.startsWith(wanted[place]!), `${place}: ${reason} and not ${wanted[place]}`).to.equal(true);
      const receipt = (await (await offNet.carriesMany(list)).wait())!;
      const events = receipt.logs.map((log) => relay.interface.parseLog(log)).filter((event) => event !== null);
      expect(events.map(({ name, args }) => [name, args.member, args.nonce])).to.deep.equal(list.map(({ act }, place) => [wanted[place] === "" ? "Carried" : "NotCarried", BigInt(act.member), act.nonce]));
      expect(await written(coop)).to.deep.equal(["1 one", "2 two"]);
      for (const { act } of good) expect(await offNet.next({ act })).to.equal(1);
      for (const [parcel] of bad.slice(1)) expect(await offNet.next(parcel)).to.equal(0);
    }
  });

  it("tells why in the words of the one who refused, whole", async () => {
    const { coop } = await load(mixed);
    const { offNet, people, relay, ledger, projects } = coop;
    const parcel = await offNet.signs(people.fang, ledger, ledger.interface.encodeFunctionData("enrol", [99]));
    await expect(offNet.carriesMany([parcel])).to.emit(relay, "NotCarried").withArgs(4, parcel.act.nonce, projects.interface.encodeErrorResult("NoSuchProject", [99]));
  });

  it("of duplicates is done once, and each further copy is harmless, in one bundle or in many", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const parcel = await signsProfile(coop, people.lin, "once");
    await offNet.carriesMany([parcel, parcel, parcel]);
    await offNet.carriesMany([parcel]);
    expect((await written(coop)).filter((line) => line === "1 once").length).to.equal(1);
    expect((await relay.queryFilter(relay.filters.Carried())).length).to.equal(1);
    expect((await relay.queryFilter(relay.filters.NotCarried())).length).to.equal(3);
  });

  it("of nothing does nothing, and one of twenty is done whole", async () => {
    const coop = await load(founded);
    const { offNet, all, relay } = coop;
    expect(await offNet.would([])).to.deep.equal([]);
    await expect(offNet.carriesMany([])).to.not.emit(relay, "NotCarried");
    const twenty = await Promise.all(Array.from({ length: 20 }, (_, place) => signsProfile(coop, all[place % 12]!, `act ${place}`, { gas: 60_000 })));
    const receipt = (await (await offNet.carriesMany(twenty)).wait())!;
    expect((await written(coop)).slice(-20)).to.deep.equal(Array.from({ length: 20 }, (_, place) => `${(place % 12) + 1} act ${place}`));
    expect(receipt.gasUsed).to.be.lessThan(2_000_000n);
  });
});

describe("Acts to the Relay itself", () => {
  it("may carry others' acts: nested, each is its signer's, and each nonce is used once", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const inner = await signsProfile(coop, people.zhou, "inner", { gas: 100_000 });
    const outer = await offNet.signs(people.lin, relay, relay.interface.encodeFunctionData("carry", [inner]));
    const act = offNet.carries(outer);
    for (const parcel of [inner, outer]) await expect(act).to.emit(relay, "Carried").withArgs(parcel.act.member, parcel.act.nonce);
    expect((await written(coop)).at(-1)).to.equal("2 inner");
    for (const parcel of [inner, outer]) await refused(offNet.carries(parcel), relay, "NonceUsed", parcel.act.member, parcel.act.nonce, 1);
  });

  it("that carry an own later act of the same nonce key do both, in order", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const key = freshKey();
    const inner = await signsProfile(coop, people.lin, "second", { key, number: 1n, gas: 100_000 });
    const outer = await offNet.signs(people.lin, relay, relay.interface.encodeFunctionData("carry", [inner]), { key, number: 0n });
    await refused(offNet.carries(inner), relay, "NonceAhead", 1, inner.act.nonce, 0);
    await offNet.carries(outer);
    expect([await relay.nextNumber(1, key), (await written(coop)).at(-1)]).to.deep.equal([2n, "1 second"]);
  });

  it("that carry what fails fail with it, and leave every nonce as it was", async () => {
    const coop = await load(founded);
    const { ledger, offNet, people, relay, projects } = coop;
    const inner = await offNet.signs(people.zhou, ledger, ledger.interface.encodeFunctionData("enrol", [99]), { gas: 200_000 });
    const outer = await offNet.signs(people.lin, relay, relay.interface.encodeFunctionData("carry", [inner]));
    await refused(offNet.carries(outer), projects, "NoSuchProject", 99);
    for (const parcel of [inner, outer]) expect(await offNet.next(parcel)).to.equal(0);
    // In a nested bundle the failure is told, and the outer act, which was to carry a bundle, is done.
    const many = await offNet.signs(people.lin, relay, relay.interface.encodeFunctionData("carryMany", [[inner]]));
    await expect(offNet.carries(many)).to.emit(relay, "NotCarried").withArgs(2, inner.act.nonce, projects.interface.encodeErrorResult("NoSuchProject", [99]));
    expect([await offNet.next(many), await offNet.next(inner)]).to.deep.equal([1n, 0n]);
  });

  it("cannot make the Relay speak for whom they name: what is appended is the signer", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const data = `${relay.interface.encodeFunctionData("revoke", [nonceOf(5n, 5n)])}${people.zhou.address.slice(2)}`;
    await expect(offNet.carries(await offNet.signs(people.lin, relay, data))).to.emit(relay, "Revoked").withArgs(1, nonceOf(5n, 5n));
    expect(await relay.nextNumber(2, 5n)).to.equal(0);
  });
});
