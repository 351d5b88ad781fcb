import { expect } from "chai";
import { getAddress, zeroAddress } from "viem";
import { chainKey, DeploymentFault, parseDeployment } from "#client/chain/deployment.ts";
import { parsePractice } from "#client/chain/practice.ts";
import { practiceSeats } from "../../../scripts/seed/people.ts";

const address = (number: number): string => `0x${number.toString(16).padStart(40, "0")}`;

const record = {
  name: "青溪合作社 Qingxi Co-op",
  chainId: 31337,
  genesisBlock: 1,
  genesisHash: `0x${"AB".repeat(32)}`,
  genesis: 1_767_571_200,
  practice: true,
  contracts: {
    timelock: address(1),
    parameters: address(2),
    memberRegistry: address(3),
    guardians: address(11),
    relay: address(12),
    projectRegistry: address(4),
    projectReviews: address(9),
    contributionLedger: address(5),
    challenges: address(6),
    shareLedger: address(7),
    surplusPool: address(13),
    market: address(14),
    commonsPool: address(15),
    governor: address(10),
  },
};

/** The sentences with which a record is refused. */
function faultsOf(json: unknown): readonly { zh: string; en: string }[] {
  try {
    parseDeployment(json);
  } catch (error) {
    if (error instanceof DeploymentFault) return error.faults;
    throw error;
  }
  return [];
}

describe("A deployment record", () => {
  it("is read, with every contract in its own place", () => {
    const deployment = parseDeployment(record);
    expect(deployment.name).to.deep.equal({ zh: record.name, en: record.name });
    expect(deployment.genesisBlock).to.equal(1n);
    expect([deployment.contracts.guardians, deployment.contracts.relay]).to.deep.equal([address(11), address(12)].map((one) => getAddress(one)));
    expect(deployment.rpc).to.equal(null);
    expect(chainKey(deployment)).to.equal(`31337:0x${"ab".repeat(32)}`);
  });

  it("may name the cooperative in each language, and a node", () => {
    const full = { ...record, name: { zh: "青溪合作社", en: "Qingxi Co-op" }, rpc: "https://node.example/" };
    const deployment = parseDeployment(full);
    expect(deployment.name.en).to.equal("Qingxi Co-op");
    expect(deployment.rpc).to.equal("https://node.example/");
  });

  for (const [fault, json, words] of [
    ["is no object", [], "The file must be a JSON object."],
    ["is nothing", null, "The file must be a JSON object."],
    ["has no name", { ...record, name: " " }, "“name” must be a text"],
    ["lacks the English name", { ...record, name: { zh: "青溪合作社" } }, "“name.en” is missing"],
    ["has a chain id in words", { ...record, chainId: "31337" }, "“chainId” must be a whole number"],
    ["has a block below zero", { ...record, genesisBlock: -1 }, "“genesisBlock” must be a whole number"],
    ["has half a hash", { ...record, genesisHash: "0xab" }, "“genesisHash” must be 0x and 64"],
    ["does not say whether it is for practice", { ...record, practice: "yes" }, "“practice” must be true or false"],
    ["lacks a contract", { ...record, contracts: { ...record.contracts, challenges: undefined } }, "“contracts.challenges” must be an address"],
    ["has no Relay", { ...record, contracts: { ...record.contracts, relay: zeroAddress } }, "“contracts.relay” must be an address"],
    ["has a contract at zero", { ...record, contracts: { ...record.contracts, challenges: zeroAddress } }, "“contracts.challenges” must be an address"],
    ["has two contracts at one address", { ...record, contracts: { ...record.contracts, challenges: address(7) } }, "Two contracts have the same address."],
    ["names a node by a script", { ...record, rpc: "javascript:alert(1)" }, "“rpc” must be an address"],
  ] as const) {
    it(`that ${fault} is refused with a sentence in both languages`, () => {
      const faults = faultsOf(json);
      expect(faults.some(({ en }) => en.includes(words)), faults.map(({ en }) => en).join(" ")).to.equal(true);
      for (const { zh, en } of faults) expect(zh).to.match(/。$/).and.not.equal(en);
    });
  }

  it("that has three faults is refused with all three", () => {
    expect(faultsOf({ ...record, chainId: 0, genesis: 0.5, practice: 1 })).to.have.length(3);
  });
});

describe("Practice money", () => {
  it("is known on a practice network, and nowhere else whatever the record says", () => {
    expect(parseDeployment({ ...record, practiceToken: address(20) }).practiceToken).to.equal(getAddress(address(20)));
    expect(parseDeployment({ ...record, practice: false, practiceToken: address(20) }).practiceToken).to.equal(undefined);
    expect(faultsOf({ ...record, practiceToken: "gold" }).map(({ en }) => en)).to.deep.equal(["“practiceToken” must be an address: 0x and 40 hexadecimal digits."]);
  });
});

describe("Practice keys", () => {
  const seats = practiceSeats().map(({ member, address, privateKey }) => ({ member, address, privateKey }));
  const practice = parseDeployment(record);

  it("are read on a practice network", () => {
    const read = parsePractice({ seats }, practice);
    expect(read.map(({ member }) => Number(member))).to.deep.equal(seats.map(({ member }) => member));
  });

  it("are never read on another chain, or for a deployment that is in earnest", () => {
    expect(() => parsePractice({ seats }, { practice: true, chainId: 1 })).to.throw(DeploymentFault, "practice network only");
    expect(() => parsePractice({ seats }, { practice: false, chainId: 31337 })).to.throw(DeploymentFault, "practice network only");
  });

  it("that do not belong to their address are refused", () => {
    const swapped = [{ ...seats[0]!, privateKey: seats[1]!.privateKey }];
    expect(() => parsePractice({ seats: swapped }, practice)).to.throw(DeploymentFault, "The key of seat 1 does not belong to its address.");
    const none = [{ ...seats[0]!, privateKey: `0x${"f".repeat(64)}` }];
    expect(() => parsePractice({ seats: none }, practice)).to.throw(DeploymentFault, "does not belong");
  });
});
