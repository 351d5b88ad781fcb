import { expect } from "chai";
import type { Failure } from "#client/chain/failure.ts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import { send, settle, type Signer, signerOf } from "#client/chain/send.ts";
import { simulate } from "#client/chain/simulate.ts";
import { explainFailure } from "#client/errors.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { parseAttest } from "#client/work/attest.ts";
import { parseAttestMany } from "#client/work/attestMany.ts";
import { makeManifest, manifestDigest } from "#client/work/evidence.ts";
import { parseRecord } from "#client/work/record.ts";
import { createWalletClient, custom, encodeFunctionData, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { practiceSeats } from "../../../scripts/seed/people.ts";
import { chain, load } from "../../support/chain.ts";
import { found, type Cooperative } from "../../support/cooperative.ts";
import { client, World } from "../../support/client/world.ts";

async function fourAttesters(): Promise<Cooperative> {
  const cooperative = await found({ members: 5 });
  await cooperative.allEnrol(cooperative.all.slice(1));
  return cooperative;
}

const failureOf = (act: Promise<unknown>): Promise<Failure> => act.then(() => expect.fail("it happened"), (error: Failure) => error);

describe("Sending an act", () => {
  let world: World;
  let cooperative: Cooperative;
  let lin: Signer;
  let zhou: Signer;
  const evidence = manifestDigest(makeManifest({ title: "碾米6小时", salt: `0x${"01".repeat(32)}` }));

  beforeEach(async () => {
    cooperative = await load(fourAttesters);
    world = new World(cooperative.record);
    [lin, zhou] = [world.signer(cooperative.people.lin.address), world.signer(cooperative.people.zhou.address)];
  });

  const recording = async (quantity = 6): Promise<Intent> => parseRecord({ project: 1, kind: "work", quantity, evidence, occurredAt: (await world.now()) - 60 });

  it("ends with the expected event, decoded, out of the receipt", async () => {
    const sent: Hex[] = [];
    const done = await send(client, lin, world.deployment, await recording(), { onSent: (hash) => void sent.push(hash) });
    expect(sent).to.deep.equal([done.receipt.transactionHash]);
    expect(done.event.contract).to.equal("contributionLedger");
    expect(done.event.name).to.equal("Recorded");
    expect(done.event.args).to.include({ project: 1, by: 1, quantity: 6, evidence });
    expect(done.event.at).to.equal(await world.now());
  });

  it("goes on waiting after a reload, by the hash alone", async () => {
    const intent = parseSetProfile({ zh: "林小满", en: "Lin Xiaoman" });
    let hash: Hex = "0x";
    await send(client, lin, world.deployment, intent, { onSent: (sent) => void (hash = sent) });
    expect((await settle(client, world.deployment, intent, hash)).event.name).to.equal("ProfileChanged");
  });

  it("signs with a key in the page as well as with a wallet", async () => {
    const account = privateKeyToAccount(practiceSeats()[0]!.privateKey as Hex);
    const wallet = createWalletClient({ account, transport: custom(chain.provider as never) });
    const done = await send(client, signerOf(wallet), world.deployment, parseSetProfile({ zh: "林小满", en: "Lin" }));
    expect(done.event.args).to.include({ member: 1 });
  });

  it("counts the events of many answers in one act", async () => {
    await send(client, lin, world.deployment, await recording());
    const done = await send(client, zhou, world.deployment, parseAttestMany([{ by: 1, evidence, quantity: 6 }]));
    expect(done.event.name).to.equal("Attested");
  });

  it("is foretold by a rehearsal that sends nothing", async () => {
    const intent = await recording();
    const before = await client.getBlockNumber();
    const { result, gas, fee } = await simulate(client, world.deployment, intent, lin.address);
    expect(result).to.match(/^0x[0-9a-f]{64}$/);
    expect(gas > 21_000n && fee >= gas).to.equal(true);
    expect(await client.getBlockNumber()).to.equal(before);
  });

  it("that a rule refuses is told by that rule, in the rehearsal and in the sending", async () => {
    const intent = parseAttest({ by: 1, evidence, quantity: 1 });
    for (const act of [simulate(client, world.deployment, intent, zhou.address), send(client, zhou, world.deployment, intent)]) {
      const failure = await failureOf(act);
      expect(failure.data).to.have.nested.property("rule.name", "NoSuchClaim");
      expect(explainFailure(failure).en).to.equal("There is no such claim on the chain. Nothing changed. Read again; it may belong to another cooperative.");
    }
  });

  it("that another contract refuses is told by that contract's rule", async () => {
    const stranger = world.signer(cooperative.stranger.address);
    const failure = await failureOf(send(client, stranger, world.deployment, await recording()));
    expect(failure.data).to.have.nested.property("rule.name", "NotAMember");
  });

  it("that the chain refuses only in its block is told by the rule as well", async () => {
    await send(client, lin, world.deployment, await recording());
    const intent = parseAttest({ by: 1, evidence, quantity: 7 });
    const { address, hash } = await forced(world, zhou.address, intent);
    expect(address).to.equal(zhou.address);
    const failure = await failureOf(settle(client, world.deployment, intent, hash));
    expect(failure.data).to.have.nested.property("rule.name", "QuantityAboveClaimed");
  });

  it("is no success without its event, whatever the receipt's status says", async () => {
    const intent = parseSetProfile({ zh: "林小满", en: "Lin" });
    const failure = await failureOf(send(client, lin, world.deployment, { ...intent, expects: "Seated" }));
    expect(failure.data).to.have.nested.property("rule.is", "noEvent");
  });

  it("is stopped before the wallet opens where the wallet is on another chain", async () => {
    let opened = false;
    const elsewhere: Signer = { ...lin, chainId: async () => 1, writeContract: async () => ((opened = true), "0x") };
    const failure = await failureOf(send(client, elsewhere, world.deployment, await recording()));
    expect(failure.data).to.deep.equal({ kind: "wallet", problem: "otherChain" });
    expect(opened).to.equal(false);
  });

  it("that the member closes in the wallet is told as that", async () => {
    const closing: Signer = { ...lin, writeContract: () => Promise.reject(Object.assign(new Error("User rejected"), { code: 4001 })) };
    const failure = await failureOf(send(client, closing, world.deployment, await recording()));
    expect(failure.data).to.deep.equal({ kind: "wallet", problem: "rejected" });
  });
});

/** Gets an act into a block that refuses it, as happens when two are sent at once. */
async function forced(world: World, address: string, intent: Intent): Promise<{ address: string; hash: Hex }> {
  const { address: to, abi, functionName, args } = callOf(world.deployment, intent);
  const data = encodeFunctionData({ abi, functionName, args });
  await chain.provider.request({ method: "evm_setAutomine", params: [false] });
  try {
    const sent = { from: address, to, data, gas: "0x4c4b40", maxFeePerGas: "0x174876e800", maxPriorityFeePerGas: "0x0" };
    const hash = (await chain.provider.request({ method: "eth_sendTransaction", params: [sent] })) as Hex;
    await chain.provider.request({ method: "evm_mine", params: [] });
    return { address, hash };
  } finally {
    await chain.provider.request({ method: "evm_setAutomine", params: [true] });
  }
}
