import { expect } from "chai";
import { network } from "hardhat";
import { checkDeployment, DeploymentFault } from "../../../scripts/deploy/check.ts";
import { deploy, DeploymentInterrupted } from "../../../scripts/deploy/deploy.ts";
import { deployPractice, PRACTICE_FOUNDING, practiceFounders } from "../../../scripts/seed/founding.ts";
import { COOPERATIVE_NAME, practiceCharters } from "../../../scripts/seed/projects.ts";
import type { Charter } from "../../../scripts/deploy/founding.ts";
import { STEPS } from "../../../scripts/deploy/record.ts";
import { failureOf } from "../../support/failure.ts";

describe("A deployment", () => {
  async function connect() {
    const { ethers, provider } = await network.create();
    const deployer = (await ethers.getSigners())[0]!;
    return { ethers, deployer, chain: ethers.provider, node: provider };
  }

  it("stands where it was predicted, names every part to every other, and has no master", async () => {
    const { deployer, chain, ethers } = await connect();
    const record = await deployPractice(deployer);
    await checkDeployment(chain, record);
    expect(record.practice).to.equal(true);
    expect(record.chainId).to.equal(31337);
    expect(record.genesisBlock).to.equal(1);
    const { guardians, relay, memberRegistry } = record.contracts;
    const registry = await ethers.getContractAt("MemberRegistry", memberRegistry);
    expect([await registry.guardians(), await registry.relay()]).to.deep.equal([guardians, relay]);
  });

  it("goes on where it was interrupted", async () => {
    const { deployer, chain } = await connect();
    const founders = await practiceFounders(deployer);
    const options = { deployer, name: COOPERATIVE_NAME, practice: true, founders, founding: PRACTICE_FOUNDING, charters: practiceCharters };
    const onStep = (step: number) => {
      if (step === 8) throw new Error("the line went dead");
    };
    const stopped = await failureOf(deploy({ ...options, onStep }));
    expect(stopped).to.be.instanceOf(DeploymentInterrupted);
    const { message, step, nonce } = stopped as DeploymentInterrupted;
    expect(step).to.equal(8);
    expect(message).to.contain("step 8 of 14 (contributionLedger): the line went dead");
    const steps: string[] = [];
    const record = await deploy({ ...options, nonce, onStep: (_, __, name) => void steps.push(name) });
    expect(steps).to.deep.equal(["contributionLedger", "challenges", "shareLedger", "surplusPool", "market", "commonsPool", "governor"]);
    expect(record.genesisBlock).to.equal(1);
    await checkDeployment(chain, record);
  });

  it("sends nothing when a founder signed something else", async () => {
    const { deployer, chain } = await connect();
    const founders = await practiceFounders(deployer);
    const founding = `0x${"11".repeat(32)}`;
    expect((await failureOf(deploy({ deployer, name: "x", practice: true, founders, founding, charters: practiceCharters }))).message).to.match(/Founder 1 .* has not signed this founding/);
    expect(await chain.getBlockNumber()).to.equal(0);
  });

  it("sends nothing when there is no charter, or one that the contract would refuse", async () => {
    const { deployer, chain } = await connect();
    const founders = await practiceFounders(deployer);
    const tried = async (charters: readonly Charter[]) => (await failureOf(deploy({ deployer, name: "x", practice: true, founders, founding: PRACTICE_FOUNDING, charters }))).message;
    expect(await tried([])).to.contain("The first one is the cooperative's own").and.to.contain("Nothing was sent");
    const [own] = practiceCharters;
    const message = await tried([own!, { ...own!, statement: `0x${"0".repeat(64)}`, budget: 1n << 48n, rates: [1n << 40n, 0n, 0n, 0n], minSurplus: 51, stewards: [2, 2, 13] }]);
    for (const part of ["Project 1: the statement's digest is missing", "the budget is 281474976710656", "the rates are 1099511627776", "the least surplus is 51 %", "one to 7 stewards are needed, each once", "the stewards are 2, 2, 13"])
      expect(message).to.contain(part);
    expect(await chain.getBlockNumber()).to.equal(0);
  });

  it("sends nothing when the nonces that the founders signed for were used for something else", async () => {
    const { deployer, chain } = await connect();
    const founders = await practiceFounders(deployer);
    await deployer.sendTransaction({ to: deployer.address });
    expect((await failureOf(deploy({ deployer, name: "x", practice: true, founders, founding: PRACTICE_FOUNDING, charters: practiceCharters, nonce: 0 }))).message).to.contain("were used for something else");
    expect(await chain.getBlockNumber()).to.equal(1);
  });

  for (const { name } of STEPS) {
    it(`is refused by the check when ${name} is another contract than the record says`, async () => {
      const { deployer, chain } = await connect();
      const [record, other] = [await deployPractice(deployer), await deployPractice(deployer)];
      const mixed = { ...record, contracts: { ...record.contracts, [name]: other.contracts[name] } };
      expect(await failureOf(checkDeployment(chain, mixed))).to.be.instanceOf(DeploymentFault);
    });
  }

  it("is refused by the check when a proposer was added to the timelock", async () => {
    const { deployer, chain, ethers, node } = await connect();
    const record = await deployPractice(deployer);
    const { timelock } = record.contracts;
    await node.request({ method: "hardhat_impersonateAccount", params: [timelock] });
    await node.request({ method: "hardhat_setBalance", params: [timelock, "0xde0b6b3a7640000"] });
    const itself = await ethers.getSigner(timelock);
    const controller = await ethers.getContractAt("CoopTimelock", timelock, itself);
    await controller.grantRole(await controller.PROPOSER_ROLE(), deployer.address);
    expect((await failureOf(checkDeployment(chain, record))).message).to.match(/proposes to the timelock; nobody should/);
  });

  it("is refused by the check when the chain was started anew", async () => {
    const [first, second] = [await connect(), await connect()];
    const record = await deployPractice(first.deployer);
    await second.deployer.sendTransaction({ to: second.deployer.address });
    expect((await failureOf(checkDeployment(second.chain, record))).message).to.contain("the chain was started anew");
  });
});
