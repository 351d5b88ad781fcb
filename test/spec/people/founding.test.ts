import { expect } from "chai";
import { signConsent, type Founder } from "../../../scripts/deploy/founding.ts";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, FOUNDING, found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";

async function founded() {
  return found({ members: 4 });
}

/** A registry for these places of the practice accounts, each having signed what `sign` says. */
async function registryOf(coop: Cooperative, places: readonly number[], sign: (place: number) => number = (place) => place, founding = FOUNDING) {
  const factory = await chain.ethers.getContractFactory("MemberRegistry");
  const deployer = (await chain.ethers.getSigners())[0]!;
  const registry = chain.ethers.getCreateAddress({ from: deployer.address, nonce: await deployer.getNonce() });
  const keys = places.map((place) => practiceAccount(place).address);
  const founders: Founder[] = [];
  for (const place of places) {
    const consent = await signConsent({ chainId: 31337, registry, keys, founding: FOUNDING }, practiceAccount(sign(place)) as never);
    founders.push({ key: practiceAccount(place).address, profileDigest: FOUNDING, profileUri: "", consent });
  }
  return { act: factory.connect(deployer).deploy(founders as never, founding, coop.record.contracts.parameters, coop.record.contracts.guardians, coop.record.contracts.relay), interface: factory, keys };
}

describe("The founders", () => {
  it("become members in their order, each seated at once, with the profile that each gave", async () => {
    const coop = await load(founded);
    const { members, record, all } = coop;
    const genesis = await chain.ethers.provider.getBlock(record.genesisBlock + 2);
    const logs = await members.queryFilter(members.filters.Joined());
    expect(logs.map(({ args }) => [...args])).to.deep.equal(all.map(({ id, address }) => [BigInt(id), address, true, 0n, 0n]));
    const seated = await members.queryFilter(members.filters.Seated());
    expect(seated.map(({ args }) => [...args])).to.deep.equal(all.map(({ id }) => [BigInt(id), BigInt(id)]));
    const profiles = await members.queryFilter(members.filters.ProfileChanged());
    expect(profiles.map(({ args }) => [args.member, args.uri])).to.deep.equal(all.map(({ id }) => [BigInt(id), `data:,${id}`]));
    expect(await members.memberCount()).to.equal(4);
    expect(await members.seatedCount()).to.equal(4);
    expect(await members.founding()).to.equal(FOUNDING);
    for (const { id, address } of all) {
      expect(await members.keyOf(id)).to.equal(address);
      expect(await members.idOf(address)).to.equal(id);
      expect(await members.memberOf(address)).to.equal(id);
      expect(await members.isActive(id)).to.equal(true);
      expect(await members.isSeated(id)).to.equal(true);
      expect(await members.recorder(address)).to.equal(id);
      expect(await members.attester(address)).to.equal(id);
      const seat = await members.seatOf(id);
      expect([seat.id, seat.keyEpoch, seat.standing, seat.founder]).to.deep.equal([BigInt(id), 0n, 1n, true]);
      expect([seat.joinedAt, await members.keySince(id), seat.seatedFrom, seat.seatedUntil]).to.deep.equal([genesis!.timestamp, genesis!.timestamp, genesis!.timestamp, 0].map(BigInt));
    }
  });

  it("are three at least", async () => {
    const coop = await load(founded);
    const { members } = coop;
    await refused((await registryOf(coop, [1, 2])).act, members, "TooFewFounders", 2, 3);
    await (await registryOf(coop, [1, 2, 3])).act;
  });

  it("each sign for themselves", async () => {
    const coop = await load(founded);
    const { members } = coop;
    const { act, keys } = await registryOf(coop, [1, 2, 3], (place) => (place === 2 ? 3 : place));
    await refused(act, members, "ConsentInvalid", 1, keys[1]);
  });

  it("sign one founding document and no other", async () => {
    const coop = await load(founded);
    const { members } = coop;
    const { act, keys } = await registryOf(coop, [1, 2, 3], undefined, `0x${"22".repeat(32)}`);
    await refused(act, members, "ConsentInvalid", 0, keys[0]);
  });

  it("are each named once", async () => {
    const coop = await load(founded);
    const { members } = coop;
    const { act, keys } = await registryOf(coop, [1, 2, 1]);
    await refused(act, members, "KeyBarred", keys[0]);
  });

  it("may sign with a contract that answers for them (ERC-1271), and with a key beneath which code lies", async () => {
    const coop = await load(founded);
    const { members } = coop;
    // Answers every question with the magic value of isValidSignature.
    const agrees = "0x631626ba7e60e01b5f5260205ff3";
    await chain.networkHelpers.setCode(practiceAccount(3).address, agrees);
    await (await registryOf(coop, [1, 2, 3], (place) => (place === 3 ? 9 : place))).act;
    // Says no to everything; the key's own signature counts first.
    await chain.networkHelpers.setCode(practiceAccount(3).address, "0x5f5f5260205ff3");
    await (await registryOf(coop, [1, 2, 3])).act;
    const { act, keys } = await registryOf(coop, [1, 2, 3], (place) => (place === 3 ? 9 : place));
    await refused(act, members, "ConsentInvalid", 2, keys[2]);
  });

  it("sign what the registry's own domain says (ERC-5267)", async () => {
    const { members } = await load(founded);
    const domain = await members.eip712Domain();
    expect([domain.fields, domain.name, domain.version, domain.chainId, domain.verifyingContract]).to.deep.equal(["0x0f", "Gongsheng", "1", 31337n, await members.getAddress()]);
    expect(await members.FOUNDER_CONSENT()).to.equal(chain.ethers.id("FounderConsent(address founder,address[] founders,bytes32 founding)"));
    expect(await members.LEAST()).to.equal(3);
  });
});
