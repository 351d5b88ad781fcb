import { concat, getBytes, hexlify, id as hashOf, Signature, ZeroAddress } from "ethers";
import { expect } from "chai";
import { network } from "hardhat";
import { nonceOf } from "#client/people/nonces.ts";
import { digestOf } from "#client/people/signing.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, found } from "../../support/cooperative.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { giveAddress, seatSlots } from "../../support/seats.ts";
import { placeOf } from "../../support/signing.ts";
import { deploySource } from "../../support/solidity.ts";
import { agreeingWallet, callingWallet, ownedWallet, ROGUES, rogueWallet } from "../../support/wallets.ts";

async function founded() {
  return found({ members: 12 });
}

/** Lin's key and Zhou's are wallets of one owner, account 30. */
async function withWallets() {
  const coop = await founded();
  const owner = await personAt(30);
  const wallets = [await ownedWallet(owner.address), await ownedWallet(owner.address)] as const;
  await giveAddress(coop, coop.people.lin, wallets[0]);
  await giveAddress(coop, coop.people.zhou, wallets[1]);
  return { coop, owner, wallets };
}

const profile = (coop: Cooperative, text: string): string => coop.members.interface.encodeFunctionData("setProfile", [hashOf(text), ""]);
const signsProfile = (coop: Cooperative, who: Person, text: string, wish = {}) => coop.offNet.signs(who, coop.members, profile(coop, text), wish);
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const word = (value: bigint): string => `0x${value.toString(16).padStart(64, "0")}`;

describe("A signature", () => {
  it("of 65 bytes with v 27 or 28, or of 64, counts, and no other form of it does", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    for (const text of ["one", "two", "three", "four"]) {
      const parcel = await signsProfile(coop, people.lin, text);
      const { r, s, v, yParityAndS } = Signature.from(parcel.signature);
      const other = v === 27 ? "0x1c" : "0x1b";
      const high = word(ORDER - BigInt(s));
      const bad = [
        "0x", "0x00", concat([r, yParityAndS]).slice(0, -2), concat([r, s, v === 27 ? "0x00" : "0x01"]), concat([r, s, "0x00"]), concat([r, s, "0x01"]), concat([r, s, "0x1a"]), concat([r, s, "0x1d"]), concat([r, s, "0xff"]),
        concat([r, s, other]), concat([r, high, other]), concat([r, high, hexlify(new Uint8Array([v]))]), concat([r, word(BigInt(yParityAndS) ^ (1n << 255n))]), concat([r, high]),
        `${parcel.signature}00`, concat([parcel.signature, parcel.signature]), `0x${"00".repeat(65)}`, `0x${"00".repeat(64)}`, `0x${"ff".repeat(65)}`, concat([word(0n), s, "0x1b"]), concat([r, word(0n), "0x1b"]),
      ];
      const reasons = await offNet.would(bad.map((signature) => ({ ...parcel, signature })));
      for (const [place, reason] of reasons.entries()) expect(offNet.why(reason), bad[place]).to.equal("ActNotSigned(1, 0)");
      await refused(offNet.carries({ ...parcel, signature: bad[0]! }), relay, "ActNotSigned", 1, 0);
      await offNet.carries({ ...parcel, signature: text.length === 3 ? parcel.signature : concat([r, yParityAndS]) });
      // It is no id: another form of the same signature carries nothing twice.
      for (const signature of [parcel.signature, concat([r, yParityAndS])]) await refused(offNet.carries({ ...parcel, signature }), relay, "NonceUsed", 1, parcel.act.nonce, 1);
    }
  });

  it("altered in any one bit is none", async () => {
    const coop = await load(founded);
    const { offNet, people } = coop;
    const parcel = await signsProfile(coop, people.lin, "mine");
    const altered = Array.from({ length: 65 * 8 }, (_, place) => {
      const bytes = getBytes(parcel.signature);
      bytes[place >> 3]! ^= 1 << (place & 7);
      return { ...parcel, signature: hexlify(bytes) };
    });
    for (let from = 0; from < altered.length; from += 65) {
      const reasons = await offNet.would(altered.slice(from, from + 65));
      for (const [place, reason] of reasons.entries()) expect(offNet.why(reason), `bit ${from + place}`).to.equal("ActNotSigned(1, 0)");
    }
  });
});

describe("A member whose key is a contract", () => {
  it("acts off-net by what the contract says it signed (ERC-1271)", async () => {
    const { coop, owner, wallets } = await load(withWallets);
    const { members, offNet, people, relay } = coop;
    const lin = { ...people.lin, address: wallets[0] };
    const act = offNet.carries(await signsProfile(coop, lin, "by wallet", { by: owner }));
    await expect(act).to.emit(members, "ProfileChanged").withArgs(1, hashOf("by wallet"), "");
    await refused(offNet.carries(await signsProfile(coop, lin, "by another", { by: people.he })), relay, "ActNotSigned", 1, 1);
    // Neither the owner's key nor the old one is the member's.
    await refused(offNet.carries(await signsProfile(coop, lin, "old epoch", { by: owner, keyEpoch: 0 })), relay, "ActNotSigned", 1, 1);
    await refused(offNet.carries(await signsProfile(coop, people.lin, "old key", { keyEpoch: 1 })), relay, "ActNotSigned", 1, 1);
    await refused(members.memberOf(owner.address), members, "NotAMember", owner.address);
  });

  it("is one of two of the same owner: what was signed for one is not the other's, and each has nonces of the own", async () => {
    const { coop, owner, wallets } = await load(withWallets);
    const { members, offNet, people, relay } = coop;
    const lin = { ...people.lin, address: wallets[0] };
    const parcel = await signsProfile(coop, lin, "first wallet's", { by: owner, nonce: nonceOf(5n, 0n) });
    await refused(offNet.carries({ ...parcel, act: { ...parcel.act, member: 2 } }), relay, "ActNotSigned", 2, 1);
    await expect(offNet.carries(parcel)).to.emit(members, "ProfileChanged").withArgs(1, hashOf("first wallet's"), "");
    expect(await relay.nextNumber(2, 5n)).to.equal(0);
    const zhou = { ...people.zhou, address: wallets[1] };
    await expect(offNet.carries(await signsProfile(coop, zhou, "second wallet's", { by: owner, nonce: nonceOf(5n, 0n) }))).to.emit(members, "ProfileChanged").withArgs(2, hashOf("second wallet's"), "");
  });

  for (const kind of Object.keys(ROGUES) as (keyof typeof ROGUES)[]) {
    it(`and answers badly, as a wallet ${kind}, has signed nothing, and sinks no neighbour`, async () => {
      const coop = await load(founded);
      const { members, offNet, people } = coop;
      const wallet = await rogueWallet(kind);
      await giveAddress(coop, people.lin, wallet);
      const rogue = { ...(await signsProfile(coop, { ...people.lin, address: wallet }, "rogue", { by: people.su })), gas: 100_000 };
      const list = [await signsProfile(coop, people.zhou, "before"), rogue, rogue, await signsProfile(coop, people.he, "after")];
      expect((await offNet.would(list)).map((reason) => offNet.why(reason))).to.deep.equal(["", "ActNotSigned(1, 1)", "ActNotSigned(1, 1)", ""]);
      const act = offNet.carriesMany(list, coop.stranger, 5_000_000);
      for (const [member, text] of [[2, "before"], [3, "after"]] as const) await expect(act).to.emit(members, "ProfileChanged").withArgs(member, hashOf(text), "");
      expect((await (await act).wait())!.gasUsed).to.be.lessThan(800_000n);
      expect(await offNet.next(rogue)).to.equal(0);
    });
  }

  it("and agrees to everything, at whatever length, is one member and no other", async () => {
    const coop = await load(founded);
    const { members, offNet, people } = coop;
    for (const [who, size] of [[people.lin, 32], [people.zhou, 4096]] as const) {
      const wallet = await agreeingWallet(size);
      await giveAddress(coop, who, wallet);
      const parcel = { ...(await signsProfile(coop, { ...who, address: wallet }, `any ${size}`, { by: people.su })), signature: "0x1234" };
      for (const member of [3, 0, 13]) expect(offNet.why((await offNet.would([{ ...parcel, act: { ...parcel.act, member } }]))[0]!)).to.match(/^ActNotSigned/);
      await expect(offNet.carries(parcel)).to.emit(members, "ProfileChanged").withArgs(who.id, hashOf(`any ${size}`), "");
      expect(offNet.why((await offNet.would([parcel]))[0]!)).to.match(/^NonceUsed/);
    }
  });

  it("and calls back while it is asked changes nothing: it is asked in a call that may write nowhere", async () => {
    const coop = await load(founded);
    const { members, offNet, people, relay } = coop;
    const other = await signsProfile(coop, people.he, "inner");
    const own = await signsProfile(coop, people.lin, "own", { keyEpoch: 1, by: people.su });
    const attempts = [relay.interface.encodeFunctionData("carry", [other]), relay.interface.encodeFunctionData("carryMany", [[other, own]]), relay.interface.encodeFunctionData("revoke", [0]), members.interface.encodeFunctionData("resign")];
    for (const [place, data] of attempts.entries()) {
      const to = place < 3 ? await relay.getAddress() : await members.getAddress();
      const wallet = await callingWallet(to, data);
      const who = [people.lin, people.zhou, people.fang, people.su][place]!;
      await giveAddress(coop, who, wallet);
      const parcel = { ...(await signsProfile(coop, { ...who, address: wallet }, `caller ${place}`, { by: people.chen })), signature: "0x" };
      const receipt = (await (await offNet.carries(parcel)).wait())!;
      expect(receipt.logs.length).to.equal(2);
      expect([await offNet.next(other), await offNet.next(parcel), await members.isActive(who.id)]).to.deep.equal([0n, 1n, true]);
    }
  });

  it("is given the gas that the carrier states, and no more: less is a refusal that costs no nonce", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const wallet = await (await deploySource("test/support/Targets.sol", "ThriftyWallet", 200_000)).getAddress();
    await giveAddress(coop, people.lin, wallet);
    const parcel = { ...(await signsProfile(coop, { ...people.lin, address: wallet }, "thrifty", { by: people.su })), signature: "0x" };
    await refused(offNet.carries({ ...parcel, gas: 190_000 }), relay, "ActNotSigned", 1, 1);
    expect(await offNet.next(parcel)).to.equal(0);
    await offNet.carries({ ...parcel, gas: 210_000 });
  });
});

describe("A key beneath which code lies (EIP-7702)", () => {
  it("signs as before, whatever the code says, and by the code as well where that is a wallet's", async () => {
    const coop = await load(founded);
    const { members, offNet, people, relay } = coop;
    const delegate = async (who: Person, to: string) => {
      const account = practiceAccount(who.id).connect(chain.ethers.provider);
      const nonce = await account.getNonce();
      const authorization = await account.authorize({ address: to, nonce: nonce + 1, chainId: 31337 });
      await (await account.sendTransaction({ type: 4, to: coop.stranger.address, authorizationList: [authorization], nonce, gasLimit: 200_000 })).wait();
      expect(await chain.ethers.provider.getCode(who.address)).to.equal(to === ZeroAddress ? "0x" : `0xef0100${to.slice(2).toLowerCase()}`);
    };
    const owned = await ownedWallet(people.su.address);
    const kinds = [[people.lin, await rogueWallet("that reverts")], [people.zhou, await rogueWallet("that burns what it is given")], [people.he, owned], [people.fang, await agreeingWallet()]] as const;
    for (const [who, to] of kinds) {
      await delegate(who, to);
      await expect(offNet.carries(await signsProfile(coop, who, "by key"))).to.emit(members, "ProfileChanged").withArgs(who.id, hashOf("by key"), "");
    }
    // The code's own word counts beside the key's: that is what its owner delegated to.
    await offNet.carries(await signsProfile(coop, people.he, "by code", { by: people.su }));
    await refused(offNet.carries(await signsProfile(coop, people.lin, "by code", { by: people.su, gas: 100_000 })), relay, "ActNotSigned", 1, 0);
    await refused(offNet.carries(await signsProfile(coop, people.zhou, "by code", { by: people.su, gas: 100_000 })), relay, "ActNotSigned", 2, 0);
    // And it goes on after the delegation ends.
    await delegate(people.lin, ZeroAddress);
    await offNet.carries(await signsProfile(coop, people.lin, "after"));
  });

  it("is a member like others in its own calls, in a vouch, as a guardian and as a new key", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    for (const who of [people.lin, people.zhou]) await chain.networkHelpers.setCode(who.address, ROGUES["that reverts"]);
    const newcomer = await membership.joins(50, [people.lin, people.zhou]);
    await members.connect(people.lin.signer).setProfile(hashOf("own"), "");
    await coop.days(30);
    await membership.guarded(people.he, [people.lin, people.zhou, newcomer]);
    const key = await personAt(60);
    await chain.networkHelpers.setCode(key.address, ROGUES["that returns garbage"]);
    const he = await membership.recovers(people.he, 60, [people.lin, people.zhou]);
    expect(await members.keyOf(3)).to.equal(he.address);
    expect(await members.balanceOf(he.address)).to.equal(1);
  });
});

describe("Where a chain splits", () => {
  it("each side has its own signatures: what was signed for one is none on the other", async () => {
    const coop = await load(founded);
    const { contracts } = coop.record;
    const other = await network.create({ network: "default", chainType: "l1", override: { chainId: 8888 } });
    // The other side of the split: the same code, wired the same way, with the same members, under another chain id.
    for (const address of [contracts.relay, contracts.memberRegistry]) await other.networkHelpers.setCode(address, await chain.ethers.provider.getCode(address));
    for (const [slot, value] of await seatSlots(coop, coop.people.lin)) await other.networkHelpers.setStorageAt(contracts.memberRegistry, slot, value);
    const relay = await other.ethers.getContractAt("Relay", contracts.relay);
    const members = await other.ethers.getContractAt("MemberRegistry", contracts.memberRegistry);
    expect(await members.keyOf(1)).to.equal(coop.people.lin.address);
    expect([(await relay.eip712Domain()).chainId, (await coop.relay.eip712Domain()).chainId]).to.deep.equal([8888n, 31337n]);
    const now = (await other.ethers.provider.getBlock("latest"))!.timestamp;
    const wish = { notBefore: now, notAfter: now + 86_400 };
    const here = await signsProfile(coop, coop.people.lin, "here", wish);
    const there = await signsProfile(coop, coop.people.lin, "there", { ...wish, domain: { chainId: 8888 } });
    await refused(relay.carry(here), relay, "ActNotSigned", 1, 0);
    await expect(relay.carry(there)).to.emit(members, "ProfileChanged").withArgs(1, hashOf("there"), "");
    expect(await relay.actDigest(there.act)).to.equal(digestOf("Act", there.act as never, { ...placeOf(coop), chainId: 8888 }));
    await refused(coop.offNet.carries(await signsProfile(coop, coop.people.lin, "there", { domain: { chainId: 8888 } })), coop.relay, "ActNotSigned", 1, 0);
    // A vouch and a consent likewise.
    expect(await members.vouchDigest(here.act.to, 0, 1, 0, now)).to.not.equal(await coop.members.vouchDigest(here.act.to, 0, 1, 0, now));
  });
});
