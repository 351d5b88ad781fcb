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

/** A timelock with a proposer, as it will be with a governor, and a Parameters that obeys it. */
async function governed() {
  const coop = await found({ members: 4 });
  const [, , , , governor] = await chain.ethers.getSigners();
  const timelock = await (await chain.ethers.getContractFactory("CoopTimelock")).deploy(3 * DAY, governor!.address);
  const parameters = await (await chain.ethers.getContractFactory("Parameters")).deploy(await timelock.getAddress());
  const call = [await parameters.getAddress(), 0n, parameters.interface.encodeFunctionData("set", [5, 20]), ZeroHash, ZeroHash] as const;
  const operation = await timelock.hashOperation(...call);
  return { coop, timelock, parameters, governor: governor!, call, operation };
}

describe("The timelock", () => {
  it("has no admin but itself, no proposer and no canceller, and anyone executes", async () => {
    const { timelock, record, all, stranger } = await load(founded);
    const itself = await timelock.getAddress();
    const logs = await timelock.queryFilter(timelock.filters.RoleGranted(), record.genesisBlock);
    expect(logs.map(({ args }) => [args.role, args.account])).to.deep.equal([[ADMIN, itself], [EXECUTOR, ZeroAddress]]);
    expect(await timelock.queryFilter(timelock.filters.RoleRevoked(), record.genesisBlock)).to.deep.equal([]);
    expect(await timelock.queryFilter(timelock.filters.RoleAdminChanged(), record.genesisBlock)).to.deep.equal([]);
    const deployer = (await chain.ethers.getSigners())[0]!;
    for (const account of [deployer.address, ZeroAddress, stranger.address, ...all.map(({ address }) => address)])
      for (const role of [ADMIN, PROPOSER, CANCELLER]) expect(await timelock.hasRole(role, account)).to.equal(false);
    expect(await timelock.getMinDelay()).to.equal(3 * DAY);
  });

  it("without a governor takes no proposal from anyone", async () => {
    const { timelock, all, stranger } = await load(founded);
    for (const { signer, address } of [...all, stranger]) {
      const held = timelock.connect(signer);
      await refused(held.schedule(ZeroAddress, 0, "0x", ZeroHash, ZeroHash, 9 * DAY), timelock, "AccessControlUnauthorizedAccount", address, PROPOSER);
      await refused(held.scheduleBatch([], [], [], ZeroHash, ZeroHash, 9 * DAY), timelock, "AccessControlUnauthorizedAccount", address, PROPOSER);
      await refused(held.cancel(ZeroHash), timelock, "AccessControlUnauthorizedAccount", address, CANCELLER);
      await refused(held.grantRole(PROPOSER, address), timelock, "AccessControlUnauthorizedAccount", address, ADMIN);
      await refused(held.revokeRole(EXECUTOR, ZeroAddress), timelock, "AccessControlUnauthorizedAccount", address, ADMIN);
      await refused(held.renounceRole(EXECUTOR, ZeroAddress), timelock, "AccessControlBadConfirmation");
      await refused(held.updateDelay(0), timelock, "TimelockUnauthorizedCaller", address);
    }
  });

  it("carries out what was proposed once its delay is over, by anyone's call", async () => {
    const { coop, timelock, parameters, governor, call, operation } = await load(governed);
    const anyone = timelock.connect(coop.stranger.signer);
    await refused(timelock.connect(governor).schedule(...call, 3 * DAY - 1), timelock, "TimelockInsufficientDelay", 3 * DAY - 1, 3 * DAY);
    await expect(timelock.connect(governor).schedule(...call, 3 * DAY)).to.emit(timelock, "CallScheduled").withArgs(operation, 0, call[0], 0, call[2], ZeroHash, 3 * DAY);
    const due = (await coop.now()) + 3 * DAY;
    const ready = 1n << 2n;
    await coop.nextAt(due - 1);
    await refused(anyone.execute(...call), timelock, "TimelockUnexpectedOperationState", operation, `0x${ready.toString(16).padStart(64, "0")}`);
    await coop.nextAt(due);
    const act = anyone.execute(...call);
    await expect(act).to.emit(parameters, "ParameterChanged").withArgs(5, 20, 1);
    await expect(act).to.emit(timelock, "CallExecuted").withArgs(operation, 0, call[0], 0, call[2]);
    await refused(anyone.execute(...call), timelock, "TimelockUnexpectedOperationState", operation, `0x${ready.toString(16).padStart(64, "0")}`);
  });

  it("forgets what its proposer cancels", async () => {
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

  it("never waits less than two days, whatever was set", async () => {
    const { timelock } = await load(founded);
    const factory = await chain.ethers.getContractFactory("CoopTimelock");
    await refused(factory.deploy(2 * DAY - 1, ZeroAddress), timelock, "DelayBelowFloor", 2 * DAY - 1, 2 * DAY);
    expect(await (await factory.deploy(2 * DAY, ZeroAddress)).getMinDelay()).to.equal(2 * DAY);
    const coop = await load(founded);
    await expect(timelock.connect(await votedHand(coop)).updateDelay(0)).to.emit(timelock, "MinDelayChange").withArgs(3 * DAY, 0);
    expect(await timelock.getMinDelay()).to.equal(2 * DAY);
    expect(await timelock.FLOOR()).to.equal(2 * DAY);
  });
});
