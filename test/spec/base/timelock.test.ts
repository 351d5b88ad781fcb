import { id as hashOf, ZeroAddress, ZeroHash } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { DAY, found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

const [ADMIN, PROPOSER, EXECUTOR, CANCELLER] = [ZeroHash, hashOf("PROPOSER_ROLE"), hashOf("EXECUTOR_ROLE"), hashOf("CANCELLER_ROLE")];

async function founded() {
  return found({ members: 4 });
}

/** A timelock whose governor is a key, so that it can be tried alone, and a Parameters that obeys it. */
async function governed() {
  const coop = await found({ members: 4 });
  const [, , , , governor] = await chain.ethers.getSigners();
  const timelock = await (await chain.ethers.getContractFactory("CoopTimelock")).deploy(governor!.address);
  const parameters = await (await chain.ethers.getContractFactory("Parameters")).deploy(await timelock.getAddress());
  const call = [await parameters.getAddress(), 0n, parameters.interface.encodeFunctionData("set", [5, 20]), ZeroHash, ZeroHash] as const;
  const operation = await timelock.hashOperation(...call);
  return { coop, timelock, parameters, governor: governor!, call, operation };
}

const READY = `0x${(1n << 2n).toString(16).padStart(64, "0")}`;

describe("The timelock", () => {
  it("has no admin but itself, and the governor alone proposes, cancels and executes", async () => {
    const { timelock, governor, record, all, stranger } = await load(founded);
    const [itself, voted] = [await timelock.getAddress(), await governor.getAddress()];
    const logs = await timelock.queryFilter(timelock.filters.RoleGranted(), record.genesisBlock);
    expect(logs.map(({ args }) => [args.role, args.account])).to.deep.equal([[ADMIN, itself], [PROPOSER, voted], [CANCELLER, voted], [EXECUTOR, voted]]);
    expect(await timelock.queryFilter(timelock.filters.RoleRevoked(), record.genesisBlock)).to.deep.equal([]);
    expect(await timelock.queryFilter(timelock.filters.RoleAdminChanged(), record.genesisBlock)).to.deep.equal([]);
    const deployer = (await chain.ethers.getSigners())[0]!;
    for (const account of [deployer.address, ZeroAddress, stranger.address, ...all.map(({ address }) => address)])
      for (const role of [ADMIN, PROPOSER, EXECUTOR, CANCELLER]) expect(await timelock.hasRole(role, account)).to.equal(false);
  });

  it("takes no proposal, executes none and gives no role at anyone's wish but a vote's", async () => {
    const { timelock, governor, all, stranger } = await load(founded);
    const voted = await governor.getAddress();
    for (const { signer, address } of [...all, stranger]) {
      const held = timelock.connect(signer);
      await refused(held.schedule(ZeroAddress, 0, "0x", ZeroHash, ZeroHash, 9 * DAY), timelock, "AccessControlUnauthorizedAccount", address, PROPOSER);
      await refused(held.scheduleBatch([], [], [], ZeroHash, ZeroHash, 9 * DAY), timelock, "AccessControlUnauthorizedAccount", address, PROPOSER);
      await refused(held.execute(ZeroAddress, 0, "0x", ZeroHash, ZeroHash), timelock, "AccessControlUnauthorizedAccount", address, EXECUTOR);
      await refused(held.executeBatch([], [], [], ZeroHash, ZeroHash), timelock, "AccessControlUnauthorizedAccount", address, EXECUTOR);
      await refused(held.cancel(ZeroHash), timelock, "AccessControlUnauthorizedAccount", address, CANCELLER);
      await refused(held.grantRole(PROPOSER, address), timelock, "AccessControlUnauthorizedAccount", address, ADMIN);
      await refused(held.revokeRole(EXECUTOR, voted), timelock, "AccessControlUnauthorizedAccount", address, ADMIN);
      await refused(held.renounceRole(EXECUTOR, voted), timelock, "AccessControlBadConfirmation");
    }
  });

  it("carries out what was proposed once its delay is over, to the second, and once", async () => {
    const { coop, timelock, parameters, governor, call, operation } = await load(governed);
    const held = timelock.connect(governor);
    await expect(held.schedule(...call, 3 * DAY)).to.emit(timelock, "CallScheduled").withArgs(operation, 0, call[0], 0, call[2], ZeroHash, 3 * DAY);
    const due = (await coop.now()) + 3 * DAY;
    await coop.nextAt(due - 1);
    await refused(held.execute(...call), timelock, "TimelockUnexpectedOperationState", operation, READY);
    await coop.nextAt(due);
    const act = held.execute(...call);
    await expect(act).to.emit(parameters, "ParameterChanged").withArgs(5, 20, 1);
    await expect(act).to.emit(timelock, "CallExecuted").withArgs(operation, 0, call[0], 0, call[2]);
    await refused(held.execute(...call), timelock, "TimelockUnexpectedOperationState", operation, READY);
  });

  it("forgets what its governor cancels", async () => {
    const { timelock, governor, call, operation } = await load(governed);
    await timelock.connect(governor).schedule(...call, 3 * DAY);
    await expect(timelock.connect(governor).cancel(operation)).to.emit(timelock, "Cancelled").withArgs(operation);
    expect(await timelock.isOperation(operation)).to.equal(false);
  });

  it("waits for what an act rests on, and refuses a batch whose parts do not match and a call that fails", async () => {
    const { coop, timelock, parameters, governor, call } = await load(governed);
    const held = timelock.connect(governor);
    const salt = hashOf("salt");
    const resting = [call[0], call[1], call[2], hashOf("before"), salt] as const;
    await expect(held.schedule(...resting, 3 * DAY)).to.emit(timelock, "CallSalt").withArgs(await timelock.hashOperation(...resting), salt);
    await refused(held.scheduleBatch([call[0]], [], [], ZeroHash, ZeroHash, 3 * DAY), timelock, "TimelockInvalidOperationLength", 1, 0, 0);
    const failing = [call[0], 0n, "0xdeadbeef", ZeroHash, ZeroHash] as const;
    await held.schedule(...failing, 3 * DAY);
    await coop.days(4);
    await refused(held.execute(...resting), timelock, "TimelockUnexecutedPredecessor", hashOf("before"));
    await refused(held.execute(...failing), timelock, "FailedCall");
    expect(await parameters.get(5, 1)).to.equal(15);
  });

  it("never waits less than two days, and its delay is no vote's to change: each proposal brings its own", async () => {
    const { timelock, governor, call } = await load(governed);
    expect(await timelock.FLOOR()).to.equal(2 * DAY);
    expect(await timelock.getMinDelay()).to.equal(2 * DAY);
    await refused(timelock.connect(governor).schedule(...call, 2 * DAY - 1), timelock, "TimelockInsufficientDelay", 2 * DAY - 1, 2 * DAY);
    const coop = await load(founded);
    for (const hand of [await votedHand(coop), coop.people.lin.signer]) await refused(coop.timelock.connect(hand).updateDelay(0), coop.timelock, "DelayIsAParameter");
    expect(await coop.timelock.getMinDelay()).to.equal(2 * DAY);
    const logs = await coop.timelock.queryFilter(coop.timelock.filters.MinDelayChange(), coop.record.genesisBlock);
    expect(logs.map(({ args }) => [args.oldDuration, args.newDuration])).to.deep.equal([[0n, BigInt(2 * DAY)]]);
  });

  it("takes no ether, with data or without", async () => {
    const { timelock, stranger, all } = await load(founded);
    const to = await timelock.getAddress();
    for (const { signer } of [stranger, all[0]!]) await refused(signer.sendTransaction({ to, value: 1n }), timelock, "EtherRefused");
    expect(await chain.ethers.provider.getBalance(to)).to.equal(0n);
  });

  it("needs a governor", async () => {
    const { timelock } = await load(founded);
    await refused((await chain.ethers.getContractFactory("CoopTimelock")).deploy(ZeroAddress), timelock, "GovernorMissing");
  });
});
