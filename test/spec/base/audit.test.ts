import { AbiCoder, id as hashOf, keccak256, toBeHex, ZeroHash } from "ethers";
import { expect } from "chai";
import { network } from "hardhat";
import { auditDeployment, auditParts, type AuditPart } from "../../../scripts/deploy/audit.ts";
import type { Agreed } from "../../../scripts/deploy/audit/founding.ts";
import { ACTS, isOpen } from "../../../scripts/deploy/audit/acts.ts";
import { findOpenDoors } from "../../../scripts/deploy/audit/probe.ts";
import { readImmutables } from "../../../scripts/deploy/artifact.ts";
import { STEPS, type DeploymentRecord, type StepName } from "../../../scripts/deploy/record.ts";
import { deployPractice, PRACTICE_FOUNDING, practiceFounders } from "../../../scripts/seed/founding.ts";
import { practiceCharters } from "../../../scripts/seed/projects.ts";
import { seed } from "../../../scripts/seed/seed.ts";
import { chain as shared, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { failureOf } from "../../support/failure.ts";
import { COIN, openMarket, ORDER } from "../../support/trade.ts";

const PROPOSER = hashOf("PROPOSER_ROLE");

async function ofTwelve() {
  return found({ members: 12 });
}

/** All parts but the two that ask hundreds of questions. */
const QUICK = auditParts.filter((part) => part !== "doors" && part !== "powers");

async function stand() {
  const chain = await network.create({ network: "default", chainType: "l1" });
  const deployer = (await chain.ethers.getSigners())[0]!;
  const record = await deployPractice(deployer);
  const ask = (method: string, ...params: unknown[]) => chain.provider.request({ method, params });
  const as = async (address: string) => {
    await ask("hardhat_impersonateAccount", address);
    await ask("hardhat_setBalance", address, "0xde0b6b3a7640000");
    return chain.ethers.getSigner(address);
  };
  return { chain, deployer, record, ask, as, provider: chain.ethers.provider };
}

/** Puts other addresses where a constructor wrote its own: the deployment itself refuses to be wired so. */
async function rewrite({ record, ask, provider }: Awaited<ReturnType<typeof stand>>, step: StepName, values: Readonly<Record<string, string>>): Promise<void> {
  let code = await provider.getCode(record.contracts[step]);
  for (const { name, places } of readImmutables(step))
    if (values[name] !== undefined) for (const { start, length } of places) code = `${code.slice(0, 2 + 2 * start)}${values[name].slice(2).toLowerCase().padStart(2 * length, "0")}${code.slice(2 + 2 * (start + length))}`;
  await ask("hardhat_setCode", record.contracts[step], code);
}

/** All that was found, by part: `part: sentence`. */
async function findingsOf({ provider }: Pick<Awaited<ReturnType<typeof stand>>, "provider">, record: DeploymentRecord, { agreed, parts = QUICK }: { agreed?: Agreed; parts?: readonly AuditPart[] } = {}): Promise<string[]> {
  const { findings } = await auditDeployment(provider, record, agreed, parts);
  return [...findings].flatMap(([part, { faults }]) => faults.map(({ zh, en }) => (expect(zh).to.not.equal(""), `${part}: ${en}`)));
}

describe("An audit", function () {
  this.timeout(120_000);

  it("finds nobody above the seeded cooperative, whose deployer is named and has no power", async () => {
    const chain = await network.create({ network: "default", chainType: "l1" });
    const { deployment } = await seed(chain, () => undefined);
    const before = await chain.ethers.provider.getBlockNumber();
    const { findings, faults, deployer } = await auditDeployment(chain.ethers.provider, deployment as unknown as DeploymentRecord, { founding: PRACTICE_FOUNDING, founders: await practiceFoundersAt(0), charters: practiceCharters });
    expect(faults).to.deep.equal([]);
    expect([...findings.keys()]).to.deep.equal([...auditParts]);
    expect(deployer).to.equal((await chain.ethers.getSigners())[0]!.address);
    expect(await chain.ethers.provider.getBlockNumber()).to.equal(before);
    const looked = Object.fromEntries([...findings].map(([part, finding]) => [part, finding.looked])) as Record<AuditPart, number>;
    const immutables = STEPS.reduce((sum, { name }) => sum + readImmutables(name).length, 0);
    const tried = Object.values(ACTS).flatMap((acts) => Object.values(acts)).filter((whose) => !isOpen(whose)).length;
    expect([looked.code, looked.immutables, looked.doors]).to.deep.equal([STEPS.length, immutables, 10 * tried]);
    expect(looked.powers).to.be.greaterThan(450);
    const governor = await chain.ethers.getContractAt("CoopGovernor", (deployment as unknown as DeploymentRecord).contracts.governor);
    expect(looked.queue).to.be.greaterThan(3).and.to.equal((await governor.queryFilter(governor.filters.ProposalQueued())).length);

    async function practiceFoundersAt(nonce: number) {
      const other = await network.create({ network: "default", chainType: "l1" });
      expect(await other.ethers.provider.getTransactionCount((await other.ethers.getSigners())[0]!.address)).to.equal(nonce);
      return practiceFounders((await other.ethers.getSigners())[0]!);
    }
  });

  /** Each is one deployment made wrong on purpose, and what must be said of it. */
  const wrongs: readonly { readonly name: string; readonly parts?: readonly AuditPart[]; readonly spoil: (ground: Awaited<ReturnType<typeof stand>>) => Promise<DeploymentRecord>; readonly says: (record: DeploymentRecord, deployer: string) => readonly (RegExp | string)[] }[] = [
    {
      name: "a second proposer",
      parts: ["roles", "doors"],
      spoil: async ({ record, as, deployer, chain }) => {
        const timelock = await chain.ethers.getContractAt("CoopTimelock", record.contracts.timelock, await as(record.contracts.timelock));
        await timelock.grantRole(PROPOSER, deployer.address);
        return record;
      },
      says: (_, deployer) => [`roles: ${deployer} proposes to the timelock; nobody should.`, /^doors: CoopTimelock\.schedule, called by 0x\w+, is refused with “TimelockInsufficientDelay”/],
    },
    {
      name: "an admin who stayed",
      parts: ["roles", "doors"],
      spoil: async ({ record, as, deployer, chain }) => {
        const timelock = await chain.ethers.getContractAt("CoopTimelock", record.contracts.timelock, await as(record.contracts.timelock));
        await timelock.grantRole(ZeroHash, deployer.address);
        return record;
      },
      says: (_, deployer) => [`roles: ${deployer} administers the timelock; nobody should.`, /^doors: CoopTimelock\.grantRole, called by 0x\w+, is not refused/],
    },
    {
      name: "a role that no log tells of",
      spoil: async ({ record, ask, deployer }) => {
        // AccessControl keeps its roles at slot 0: role → { account → held }.
        const coder = AbiCoder.defaultAbiCoder();
        const role = keccak256(coder.encode(["bytes32", "uint256"], [PROPOSER, 0]));
        await ask("hardhat_setStorageAt", record.contracts.timelock, keccak256(coder.encode(["address", "bytes32"], [deployer.address, role])), toBeHex(1, 32));
        return record;
      },
      says: (_, deployer) => [`roles: ${deployer} proposes to the timelock; nobody should.`],
    },
    {
      name: "a governor that lost its own role",
      spoil: async ({ record, as, chain }) => {
        const timelock = await chain.ethers.getContractAt("CoopTimelock", record.contracts.timelock, await as(record.contracts.timelock));
        await timelock.revokeRole(PROPOSER, record.contracts.governor);
        return record;
      },
      says: ({ contracts }) => [`roles: The timelock should grant PROPOSER_ROLE to ${contracts.governor}, and does not.`],
    },
    {
      name: "another cooperative's governor",
      spoil: async ({ record, deployer }) => ({ ...record, contracts: { ...record.contracts, governor: (await deployPractice(deployer)).contracts.governor } }),
      says: ({ contracts }) => ["immutables: CoopGovernor fixes timelock as ", "wires: governor.timelock is ", `roles: The timelock should grant EXECUTOR_ROLE to ${contracts.governor}, and does not.`],
    },
    {
      name: "a swapped registry",
      parts: ["code", "immutables", "wires", "powers"],
      spoil: async ({ record, deployer }) => ({ ...record, contracts: { ...record.contracts, projectRegistry: (await deployPractice(deployer)).contracts.projectRegistry } }),
      says: ({ contracts }) => ["immutables: ContributionLedger fixes projects as ", `should be ${contracts.projectRegistry}`, "wires: projectRegistry.members is ", "powers: The governor refuses a vote on"],
    },
    {
      name: "another cooperative's Guardians",
      parts: ["immutables", "wires", "doors"],
      spoil: async ({ record, deployer }) => ({ ...record, contracts: { ...record.contracts, guardians: (await deployPractice(deployer)).contracts.guardians } }),
      says: ({ contracts }) => ["immutables: MemberRegistry fixes guardians as ", "immutables: Guardians fixes members as ", "wires: memberRegistry.guardians is ", `and should be ${contracts.guardians}`, "wires: guardians.members is ", "wires: guardians.relay is "],
    },
    {
      name: "Guardians that ask another registry and believe another Relay",
      spoil: async (ground) => {
        await rewrite(ground, "guardians", { members: ground.record.contracts.parameters, relay: ground.deployer.address });
        return ground.record;
      },
      says: ({ contracts }, deployer) => [
        "immutables: Guardians fixes members as ", "immutables: Guardians fixes relay as ",
        `wires: guardians.members is ${contracts.parameters} and should be ${contracts.memberRegistry}.`, `wires: guardians.relay is ${deployer} and should be ${contracts.relay}.`,
      ],
    },
    {
      name: "a registry that lets a person give new keys",
      parts: ["immutables", "wires", "doors"],
      spoil: async (ground) => {
        await rewrite(ground, "memberRegistry", { guardians: ground.deployer.address });
        return ground.record;
      },
      says: ({ contracts }, deployer) => [`wires: memberRegistry.guardians is ${deployer} and should be ${contracts.guardians}.`, new RegExp(`^doors: MemberRegistry\\.recover, called by ${deployer}, is refused with “NoSuchMember”`)],
    },
    {
      name: "a purse that another market moves, and whose commons is a person",
      parts: ["immutables", "wires", "doors"],
      spoil: async (ground) => {
        await rewrite(ground, "surplusPool", { market: ground.record.contracts.shareLedger, commonsPool: ground.deployer.address });
        return ground.record;
      },
      says: ({ contracts }, deployer) => [
        "immutables: SurplusPool fixes market as ", "immutables: SurplusPool fixes commonsPool as ",
        `wires: surplusPool.market is ${contracts.shareLedger} and should be ${contracts.market}.`, `wires: surplusPool.commonsPool is ${deployer} and should be ${contracts.commonsPool}.`,
        `doors: SurplusPool.escrow, called by ${contracts.shareLedger}, is refused with “TokenNotListed”`, `doors: SurplusPool.takeCapital, called by ${deployer}, is not refused`,
      ],
    },
    {
      name: "a market and a commons that keep their money elsewhere",
      spoil: async (ground) => {
        await rewrite(ground, "market", { pool: ground.record.contracts.shareLedger });
        await rewrite(ground, "commonsPool", { pool: ground.deployer.address, timelock: ground.deployer.address });
        return ground.record;
      },
      says: ({ contracts }, deployer) => [
        `wires: market.pool is ${contracts.shareLedger} and should be ${contracts.surplusPool}.`, `wires: commonsPool.pool is ${deployer} and should be ${contracts.surplusPool}.`,
        "immutables: CommonsPool fixes timelock as ", `wires: commonsPool.timelock is ${deployer} and should be ${contracts.timelock}.`,
      ],
    },
    {
      name: "a governor that decides on another cooperative's money",
      parts: ["immutables", "wires", "powers"],
      spoil: async (ground) => {
        await rewrite(ground, "governor", { surplusPool: ground.record.contracts.shareLedger, commonsPool: ground.deployer.address });
        return ground.record;
      },
      says: ({ contracts }, deployer) => [
        `wires: governor.surplusPool is ${contracts.shareLedger} and should be ${contracts.surplusPool}.`, `wires: governor.commonsPool is ${deployer} and should be ${contracts.commonsPool}.`,
        `powers: The governor refuses a vote on ${contracts.surplusPool.toLowerCase()} `, `powers: The governor takes a vote on ${contracts.shareLedger.toLowerCase()} `,
      ],
    },
    {
      name: "another cooperative's Relay",
      spoil: async ({ record, deployer }) => ({ ...record, contracts: { ...record.contracts, relay: (await deployPractice(deployer)).contracts.relay } }),
      says: ({ contracts }) => [
        "immutables: MemberRegistry fixes relay as ", "immutables: CoopGovernor fixes _trustedForwarder as ", "wires: governor.trustedForwarder is ", "wires: memberRegistry.relay is ",
        "wires: guardians.relay is ", "wires: relay.members is ", `and should be ${contracts.memberRegistry}`,
      ],
    },
    {
      name: "a Relay that does not believe itself, so that no act can be taken back off-net",
      spoil: async (ground) => {
        await rewrite(ground, "relay", { relay: ground.record.contracts.parameters });
        return ground.record;
      },
      says: ({ contracts }) => ["immutables: Relay fixes relay as ", `wires: relay.relay is ${contracts.parameters} and should be ${contracts.relay}.`],
    },
    {
      name: "a Relay that is a person's address",
      spoil: async ({ record, deployer }) => ({ ...record, contracts: { ...record.contracts, relay: deployer.address } }),
      says: (_, deployer) => [`code: No code stands at ${deployer}, where Relay should be.`],
    },
    {
      name: "a person's address as the timelock",
      spoil: async ({ record, deployer }) => ({ ...record, contracts: { ...record.contracts, timelock: deployer.address } }),
      says: (_, deployer) => [`code: No code stands at ${deployer}, where CoopTimelock should be.`],
    },
    {
      name: "a key that borrows the timelock's code",
      spoil: async ({ record, ask }) => {
        await ask("hardhat_setCode", record.contracts.timelock, `0xef0100${record.contracts.parameters.slice(2)}`);
        return record;
      },
      says: ({ contracts }) => [`code: ${contracts.timelock} is a person's key that borrows code from elsewhere`],
    },
    {
      name: "other code",
      spoil: async ({ record, ask, provider }) => {
        const code = await provider.getCode(record.contracts.shareLedger);
        const middle = code.length / 2 - ((code.length / 2) % 2);
        await ask("hardhat_setCode", record.contracts.shareLedger, `${code.slice(0, middle)}00${code.slice(middle + 2)}`);
        return record;
      },
      says: ({ contracts }) => [`code: The code at ${contracts.shareLedger} is not that of ShareLedger as compiled here.`],
    },
    {
      name: "a constant that only the code holds",
      spoil: async ({ record, ask, provider }) => {
        const { places } = readImmutables("governor").find(({ name }) => name === "_cachedThis")!;
        let code = await provider.getCode(record.contracts.governor);
        for (const { start, length } of places) code = `${code.slice(0, 2 + 2 * start)}${"11".repeat(length)}${code.slice(2 + 2 * (start + length))}`;
        await ask("hardhat_setCode", record.contracts.governor, code);
        return record;
      },
      says: () => [`immutables: CoopGovernor fixes _cachedThis as 0x${"11".repeat(32)}, and it should be `],
    },
    {
      name: "another first second in one contract",
      spoil: async ({ record }) => ({ ...record, genesis: record.genesis + 1 }),
      says: ({ genesis }) => [`immutables: MemberRegistry fixes _genesis as `, `it should be ${toBeHex(genesis, 32)}`],
    },
    {
      name: "a slot that lets code be exchanged",
      spoil: async ({ record, ask, deployer }) => {
        await ask("hardhat_setStorageAt", record.contracts.memberRegistry, toBeHex(BigInt(hashOf("eip1967.proxy.admin")) - 1n, 32), toBeHex(deployer.address, 32));
        return record;
      },
      says: () => ["masters: MemberRegistry holds 0x", "at EIP-1967 admin: other code can be put in its place."],
    },
    {
      name: "an operation in the timelock that no vote put there",
      spoil: async ({ record, as, chain }) => {
        const timelock = await chain.ethers.getContractAt("CoopTimelock", record.contracts.timelock, await as(record.contracts.governor));
        await timelock.schedule(record.contracts.parameters, 0, "0x", ZeroHash, ZeroHash, 2 * 86_400);
        return record;
      },
      says: () => [/^queue: The timelock holds an operation 0x[0-9a-f]{64} that comes from no vote\.$/],
    },
    {
      name: "a number out of its bounds",
      spoil: async ({ record, ask, provider }) => {
        // The history of numbers: its length at slot 0, its entries from keccak256(0) on; 32 bits of epoch lowest.
        const place = keccak256(toBeHex(0, 32));
        const word = BigInt(await provider.getStorage(record.contracts.parameters, place));
        expect((word >> 32n) & 0xffn).to.equal(10n);
        await ask("hardhat_setStorageAt", record.contracts.parameters, place, toBeHex(word + (90n << 32n), 32));
        return record;
      },
      says: () => ["numbers: joinPercent of epoch 0 is 100, outside 5 to 20.", "numbers: joinPercent began at 100, and should have begun at 10."],
    },
    {
      name: "a chain that was started anew",
      spoil: async ({ record }) => ({ ...record, genesisHash: `0x${"ab".repeat(32)}` }),
      says: () => ["chain: Block 1 is not the record's"],
    },
  ];

  for (const { name, parts = QUICK, spoil, says } of wrongs) {
    it(`names ${name}`, async () => {
      const ground = await stand();
      const record = await spoil(ground);
      const found = (await findingsOf(ground, record, { parts })).join("\n");
      for (const what of says(record, ground.deployer.address)) typeof what === "string" ? expect(found).to.contain(what) : expect(found.split("\n").some((line) => what.test(line)), `${what} in\n${found}`).to.equal(true);
    });
  }

  it("names every word that the deployer changed in what the founders signed", async () => {
    const ground = await stand();
    const founders = (await practiceFounders(ground.deployer)).map(({ key, profileDigest, profileUri }) => ({ key, profileDigest, profileUri }));
    const agreed = { founding: PRACTICE_FOUNDING, founders, charters: practiceCharters };
    expect(await findingsOf(ground, ground.record, { agreed })).to.deep.equal([]);
    const [own, ...others] = practiceCharters;
    const found = (change: object): Promise<string[]> => findingsOf(ground, ground.record, { agreed: { ...agreed, ...change } });
    expect((await found({ founding: hashOf("another") })).map((line) => line.split(":")[0])).to.deep.equal(["immutables", "founding"]);
    expect(await found({ charters: [{ ...own!, uri: "https://elsewhere.example/statement.md" }, ...others] })).to.have.length(1).and.to.satisfy(([line]: string[]) => line!.startsWith("founding: The charter of project 0"));
    expect(await found({ charters: [own!] })).to.satisfy(([line]: string[]) => line!.startsWith("founding: How many projects were founded: the chain has 3"));
    expect(await found({ founders: founders.toReversed() })).to.have.length(24);
  });

  it("fails for a function that nobody put in the list", async () => {
    const ground = await stand();
    const acts = ACTS.shareLedger as Record<string, unknown>;
    const { draw } = acts;
    delete acts.draw;
    try {
      expect(await findingsOf(ground, ground.record, { parts: ["doors"] })).to.deep.equal(["doors: ShareLedger.draw may change something, and nobody here knows whose act it is."]);
    } finally {
      acts.draw = draw;
    }
  });

  it("tries what parties of an order do on a real one, of which no caller is a party", async () => {
    const coop = await load(ofTwelve);
    const { provider } = shared.ethers;
    const { he, zhou } = coop.people;
    const trade = await openMarket(coop);
    const buyer = { signer: coop.stranger.signer };
    await trade.deposits(buyer, 20n * COIN);
    const order = await trade.funds(buyer, await trade.offers(zhou, { costs: [[he, COIN]] }));
    await trade.ships(zhou, order);
    const said = async (...callers: string[]): Promise<string[]> => (await findOpenDoors(provider, coop.record, callers, () => false)).faults.map(({ en }) => en).filter((line) => line.includes("Market."));
    expect(await said(coop.record.contracts.parameters)).to.deep.equal([]);
    // Whose own order it is is not asked about it; while there is no other, none is found.
    expect(await said(coop.stranger.address)).to.deep.equal([]);
    // Were a beneficiary no member, this is what would be refused for the order's stage alone.
    const own = await said(he.address);
    expect(own.map((line) => /Market\.(\w+), .*“(\w+)”/.exec(line)?.slice(1).join(" ")).sort()).to.deep.equal(["acceptBySilence OrderTooEarly", "endDispute OrderStands", "nameSeller NotStewardOf"]);
    expect(await trade.stageOf(order)).to.equal(ORDER.shipped);
  });

  it("never takes a node that does not answer for one that refuses", async () => {
    const ground = await stand();
    const broken = new Proxy(ground.provider, { get: (target, name) => (name === "call" ? () => Promise.reject(new Error("socket hang up")) : bound(target, name)) });
    const bound = (target: object, name: string | symbol): unknown => {
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    };
    expect((await failureOf(auditDeployment(broken as never, ground.record, undefined, ["doors"]))).message).to.contain("socket hang up");
  });

  it("knows every contract and every step by the same names", () => {
    expect(Object.keys(ACTS).sort()).to.deep.equal(STEPS.map(({ name }): StepName => name).sort());
  });
});
