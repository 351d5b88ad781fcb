import { expect } from "chai";
import { type Hex, parseEther } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { getBalance, getTransactionCount } from "viem/actions";
import { Payer, type Sent, type Settled } from "../../../scripts/relay/payer.ts";
import { failureOf } from "../../support/failure.ts";
import { Place } from "../../support/relay.ts";

/** Each test has an account of its own: a program that a test abandons goes on for a while, and must not pay with another's. */
const keyOf = (test: number): Hex => `0x${(0x77 + test).toString(16).repeat(32)}`;
const SINK = "0x00000000000000000000000000000000000000aa";
const CALL = { to: SINK, data: "0x", gas: 30_000n } as const;
const PACE = { look: 30, raise: 400, patience: 8_000 };

describe("The account that pays", function () {
  this.timeout(120_000);
  let place: Place;
  let notes: (Sent | Settled)[];
  let account = privateKeyToAccount(keyOf(0));
  let tests = 0;
  beforeEach(async () => {
    account = privateKeyToAccount(keyOf((tests += 1)));
    place = await Place.make();
    notes = [];
    await place.ground.ask("hardhat_setBalance", account.address, "0xde0b6b3a7640000");
  });
  afterEach(() => place.leave());
  const payer = (before: readonly Sent[] = [], pace = PACE): Payer => {
    const own = notes;
    return new Payer({ client: place.ground.client, account, chainId: 31337, note: (entry) => void own.push(entry), before, pace });
  };
  const nonce = (): Promise<number> => getTransactionCount(place.ground.client, { address: account.address });
  const sent = (): Sent[] => notes.filter((entry) => entry.is === "sent");
  const pause = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

  it("keeps each transaction before the chain has it, and says how it ended", async () => {
    const { settled, receipt } = await payer().send(CALL, ["0x01"]);
    expect(notes.map(({ is }) => is)).to.deep.equal(["sent", "settled"]);
    expect(settled).to.include({ status: "success", nonce: 0, hash: sent()[0]!.hash, gasUsed: 21_000 });
    expect(settled.ids).to.deep.equal(["0x01"]);
    expect(receipt?.transactionHash).to.equal(sent()[0]!.hash);
  });

  it("tells a transaction that the chain refused from one that it did", async () => {
    await place.ground.ask("hardhat_setCode", SINK, "0x5f5ffd");
    const { settled } = await payer().send(CALL, []);
    expect(settled.status).to.equal("reverted");
    expect((await payer().send({ ...CALL, to: "0x00000000000000000000000000000000000000bb" }, [])).settled.status).to.equal("success");
  });

  it("goes on with what was sent when the program ended, and sends nothing twice", async () => {
    await place.ground.ask("evm_setAutomine", false);
    const first = payer([], { ...PACE, raise: 60_000 });
    const under = first.send(CALL, ["0x01"]);
    while (sent().length === 0) await pause(20);
    // The program ends here; its successor has only the journal.
    const next = payer(sent().slice(0, 1));
    expect(next.waits).to.equal(true);
    expect((await failureOf(next.send(CALL, []))).message).to.contain("resume it first");
    const resumed = next.resume();
    await place.ground.ask("evm_setAutomine", true);
    await place.ground.ask("evm_mine");
    expect((await resumed).settled).to.include({ status: "success", hash: sent()[0]!.hash });
    await under;
    expect(await nonce()).to.equal(1);
    expect(next.waits).to.equal(false);
  });

  it("brings to the chain what it never got: signed and kept, and killed before it was sent", async () => {
    const probe = payer([], { ...PACE, raise: 60_000 });
    await place.ground.ask("evm_setAutomine", false);
    const under = probe.send(CALL, []);
    while (sent().length === 0) await pause(20);
    const [kept] = sent();
    await pause(200);
    await place.ground.ask("hardhat_dropTransaction", kept!.hash).catch(() => undefined);
    await place.ground.ask("evm_setAutomine", true);
    expect((await payer([kept!]).resume()).settled).to.include({ status: "success", hash: kept!.hash });
    expect((await under).settled.hash).to.equal(kept!.hash);
    expect(await nonce()).to.equal(1);
  });

  it("pays more where it is not mined, in the same place, so that one of the two is done", async () => {
    await place.ground.ask("evm_setAutomine", false);
    const under = payer().send(CALL, []);
    while (sent().length < 2) await pause(20);
    expect(sent()[0]!.nonce).to.equal(sent()[1]!.nonce);
    await place.ground.ask("evm_setAutomine", true);
    await place.ground.ask("evm_mine");
    const { settled } = await under;
    expect(settled.status).to.equal("success");
    expect(sent().map(({ hash }) => hash)).to.contain(settled.hash);
    expect(await nonce()).to.equal(1);
  });

  it("says that it was lost where another transaction took its place", async () => {
    await place.ground.ask("evm_setAutomine", false);
    const under = payer([], { ...PACE, raise: 60_000 }).send(CALL, ["0x01"]);
    while (sent().length === 0) await pause(20);
    await pause(100);
    const raw = await account.signTransaction({ chainId: 31337, nonce: 0, to: SINK, value: 1n, gas: 30_000n, maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n, type: "eip1559" });
    await place.ground.ask("eth_sendRawTransaction", raw);
    await place.ground.ask("evm_setAutomine", true);
    await place.ground.ask("evm_mine");
    const { settled, receipt } = await under;
    expect([settled.status, receipt]).to.deep.equal(["lost", null]);
    expect(await getBalance(place.ground.client, { address: SINK })).to.equal(1n);
  });

  it("without money sends nothing, and keeps no place for it", async () => {
    await place.ground.ask("hardhat_setBalance", account.address, "0x1");
    const poor = payer();
    expect(await failureOf(poor.send(CALL, []))).to.have.deep.property("data", { kind: "wallet", problem: "noFunds" });
    expect(poor.waits).to.equal(false);
    await place.ground.ask("hardhat_setBalance", account.address, `0x${parseEther("1").toString(16)}`);
    expect((await poor.send(CALL, [])).settled.status).to.equal("success");
    expect(await nonce()).to.equal(1);
  });
});
