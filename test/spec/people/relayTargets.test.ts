import { concat, id as hashOf } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, found, freshEvidence, PROJECT } from "../../support/cooperative.ts";
import type { Parcel } from "../../support/offNet.ts";
import type { Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { deploySource } from "../../support/solidity.ts";
import { ROGUES, rogueWallet } from "../../support/wallets.ts";

const FILE = "test/support/Targets.sol";

async function founded() {
  return found({ members: 12 });
}

/** A cooperative, and contracts that believe any forwarder, good and bad. */
async function withTargets() {
  const coop = await founded();
  return { coop, notebook: await deploySource(FILE, "Notebook"), bomb: await deploySource(FILE, "Bomb"), reentrant: await deploySource(FILE, "Reentrant") };
}

const profile = (coop: Cooperative, text: string): string => coop.members.interface.encodeFunctionData("setProfile", [hashOf(text), ""]);
const signsProfile = (coop: Cooperative, who: Person, text: string, wish = {}) => coop.offNet.signs(who, coop.members, profile(coop, text), wish);

describe("A target", () => {
  it("that does not say that it takes acts from this Relay gets none", async () => {
    const coop = await load(founded);
    const { offNet, people, relay, record } = coop;
    const silent = [coop.stranger.address, people.lin.address, record.contracts.parameters, record.contracts.timelock, record.contracts.shareLedger, record.contracts.commonsPool, "0x0000000000000000000000000000000000000001", "0x0000000000000000000000000000000000000004"];
    for (const kind of Object.keys(ROGUES) as (keyof typeof ROGUES)[]) silent.push(await rogueWallet(kind));
    // A word that is not 1 is no yes; neither is one of 31 bytes.
    for (const [place, code] of ["0x60025f5260205ff3", "0x60015f52601f6001f3", "0x7f80000000000000000000000000000000000000000000000000000000000000015f5260205ff3"].entries()) {
      const address = chain.ethers.getAddress(`0x${"72".repeat(19)}0${place}`);
      await chain.networkHelpers.setCode(address, code);
      silent.push(address);
    }
    const list = await Promise.all(silent.map((to) => offNet.signs(people.lin, to, "0x", { gas: 50_000 })));
    for (const parcel of list) await refused(offNet.carries(parcel), relay, "TargetUnknown", parcel.act.to);
    const reasons = await offNet.would(list);
    for (const [place, reason] of reasons.entries()) expect(offNet.why(reason)).to.equal(`TargetUnknown(${silent[place]})`);
  });

  it("that takes them is told whose act it is in the last twenty bytes, after the call as it was signed", async () => {
    const { coop, notebook } = await load(withTargets);
    const { offNet, people } = coop;
    const note = notebook.interface.encodeFunctionData("note", [7]);
    const receipt = (await (await offNet.carries(await offNet.signs(people.lin, notebook, note))).wait())!;
    const { args } = notebook.interface.parseLog(receipt.logs[0]!)!;
    expect([args.actor, args.value, args.dataLength]).to.deep.equal([people.lin.address, 7n, BigInt(4 + 32 + 20)]);
    for (const length of [0, 1, 31, 32, 33, 1000, 24_000]) {
      const data = notebook.interface.encodeFunctionData("noteBytes", [`0x${"ab".repeat(length)}`]);
      const log = (await (await offNet.carries(await offNet.signs(people.zhou, notebook, data))).wait())!.logs[0]!;
      const noted = notebook.interface.parseLog(log)!.args;
      expect([noted.actor, noted.value, noted.dataLength]).to.deep.equal([people.zhou.address, BigInt(length), BigInt((data.length - 2) / 2 + 20)]);
    }
  });

  for (const verb of ["returns_", "reverts"] as const)
    it(`that ${verb === "reverts" ? "reverts" : "answers"} with a bomb costs its carrier the gas that was stated, and its neighbours nothing`, async () => {
      const { coop, bomb } = await load(withTargets);
      const { members, offNet, people, relay } = coop;
      for (const size of [0, 1, 1023, 1024, 1025, 100_000, 400_000]) {
        const bombs = await Promise.all([people.lin, people.lin].map((who) => offNet.signs(who, bomb, bomb.interface.encodeFunctionData(verb, [size]), { gas: 500_000 })));
        const list = [await signsProfile(coop, people.zhou, `before ${size}`), ...bombs, await signsProfile(coop, people.he, `after ${size}`)];
        const act = offNet.carriesMany(list, coop.stranger, 12_000_000);
        for (const [member, text] of [[2, "before"], [3, "after"]] as const) await expect(act).to.emit(members, "ProfileChanged").withArgs(member, hashOf(`${text} ${size}`), "");
        for (const parcel of bombs) {
          expect(await offNet.next(parcel)).to.equal(verb === "reverts" ? 0 : 1);
          if (verb === "returns_") continue;
          const [log] = await relay.queryFilter(relay.filters.NotCarried(1), (await act).blockNumber!);
          expect((log!.args.reason.length - 2) / 2).to.equal(size === 0 ? 4 : Math.min(size, 1024));
        }
      }
    });

  for (const verb of ["burns", "loops"] as const)
    it(`that ${verb} all it is given sinks no neighbour`, async () => {
      const { coop, bomb } = await load(withTargets);
      const { members, offNet, people } = coop;
      const bombs = await Promise.all([people.lin, people.fang].map((who) => offNet.signs(who, bomb, bomb.interface.encodeFunctionData(verb), { gas: 1_000_000 })));
      const list = [bombs[0]!, await signsProfile(coop, people.zhou, "between"), bombs[1]!, await signsProfile(coop, people.he, "after")];
      expect((await offNet.would(list)).map((reason) => offNet.why(reason))).to.deep.equal(["ActFailed()", "", "ActFailed()", ""]);
      await expect(offNet.carriesMany(list, coop.stranger, 6_000_000)).to.emit(members, "ProfileChanged").withArgs(3, hashOf("after"), "");
      for (const parcel of bombs) expect(await offNet.next(parcel)).to.equal(0);
      await refused(offNet.carries({ ...bombs[0]!, gas: 200_000 }, coop.stranger, 1_000_000), coop.relay, "ActFailed");
    });

  it("that re-enters carries others' acts as anyone may, and where it ends ill none of them was", async () => {
    const { coop, reentrant } = await load(withTargets);
    const { members, offNet, people, relay } = coop;
    const to = await relay.getAddress();
    for (const ends of [true, false]) {
      const inner = await signsProfile(coop, people.zhou, `inner ${ends}`, { gas: 100_000 });
      const again = reentrant.interface.encodeFunctionData("again", [to, relay.interface.encodeFunctionData("carry", [inner]), ends]);
      const outer = await offNet.signs(people.lin, reentrant, again);
      const act = offNet.carriesMany([outer, await signsProfile(coop, people.he, `after ${ends}`)]);
      if (ends) await expect(act).to.emit(members, "ProfileChanged").withArgs(2, hashOf("inner true"), "");
      else await expect(act).to.emit(relay, "NotCarried").withArgs(1, outer.act.nonce, concat(["0x08c379a0", chain.ethers.AbiCoder.defaultAbiCoder().encode(["string"], ["ended ill"])]));
      expect([await offNet.next(inner), await offNet.next(outer)]).to.deep.equal(ends ? [1n, 1n] : [0n, 0n]);
      await expect(act).to.emit(members, "ProfileChanged").withArgs(3, hashOf(`after ${ends}`), "");
    }
  });

  it("that re-enters with the very act it is in finds its nonce used, and gets nothing twice", async () => {
    const { coop, reentrant, notebook } = await load(withTargets);
    const { offNet, people, relay } = coop;
    const to = await relay.getAddress();
    // The act names a call that carries whatever stands in the next bundle: here itself, through a second target.
    const note = await offNet.signs(people.zhou, notebook, notebook.interface.encodeFunctionData("note", [1]));
    const twice = relay.interface.encodeFunctionData("carryMany", [[note, note]]);
    const outer = await offNet.signs(people.lin, reentrant, reentrant.interface.encodeFunctionData("again", [to, twice, true]));
    await offNet.carriesMany([outer, note, outer]);
    expect(await (notebook as unknown as { count(): Promise<bigint> }).count()).to.equal(1);
  });

  it("that re-enters the cooperative speaks for itself and for no member", async () => {
    const { coop, reentrant } = await load(withTargets);
    const { members, offNet, people } = coop;
    const call = concat([profile(coop, "stolen"), people.zhou.address]);
    const outer = await offNet.signs(people.lin, reentrant, reentrant.interface.encodeFunctionData("again", [await members.getAddress(), call, true]));
    const receipt = (await (await offNet.carries(outer)).wait())!;
    const called = receipt.logs.map((log) => reentrant.interface.parseLog(log)).find((event) => event?.name === "Called")!;
    expect([called.args.success, called.args.returned, called.args.actor]).to.deep.equal([false, members.interface.encodeErrorResult("NotAMember", [await reentrant.getAddress()]), people.lin.address]);
  });
});

describe("The fault of December 2023, in contracts that joined ERC-2771 with multicall", () => {
  it("is real where a contract has it: a call inside a call names whom it likes", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const victim = await deploySource(FILE, "Multicaller", await relay.getAddress());
    const note = concat([victim.interface.encodeFunctionData("note"), people.zhou.address]);
    await offNet.carries(await offNet.signs(people.lin, victim, victim.interface.encodeFunctionData("multicall", [[note]])));
    expect(await (victim as unknown as { notes(who: string): Promise<bigint> }).notes(people.zhou.address)).to.equal(1);
  });

  it("is in none of the cooperative's: every function that takes bytes is tried with a call that ends in another's key, and nothing is done in his name", async () => {
    const coop = await load(founded);
    const { members, offNet, people, record, relay } = coop;
    const spoofed = concat([profile(coop, "spoofed"), people.zhou.address]);
    const revoke = concat([relay.interface.encodeFunctionData("revoke", [77n << 64n]), people.zhou.address]);
    const multicall = ["multicall(bytes[])", "batch(bytes[])", "aggregate((address,bytes)[])", "execute(address,uint256,bytes)", "relay(address,uint256,bytes)", "functionDelegateCall(address,bytes)"];
    const coder = chain.ethers.AbiCoder.defaultAbiCoder();
    const tries: Parcel[] = [];
    for (const to of Object.values(record.contracts)) {
      for (const inner of [spoofed, revoke]) {
        for (const signature of multicall) {
          const types = signature.slice(signature.indexOf("(") + 1, -1);
          const values = types === "bytes[]" ? [[inner]] : types === "(address,bytes)[]" ? [[[to, inner]]] : types === "address,bytes" ? [to, inner] : [to, 0, inner];
          const split = types === "bytes[]" ? ["bytes[]"] : types === "(address,bytes)[]" ? ["tuple(address,bytes)[]"] : types.split(",");
          tries.push(await offNet.signs(people.lin, to, concat([hashOf(signature).slice(0, 10), coder.encode(split, values)])));
        }
      }
    }
    const before = await Promise.all([members.seatOf(2), relay.nextNumber(2, 77n)]);
    const reasons = await offNet.would(tries);
    expect(reasons.filter((reason) => reason === "0x").length).to.equal(0);
    for (let from = 0; from < tries.length; from += 22) await offNet.carriesMany(tries.slice(from, from + 22), coop.stranger, 16_000_000);
    expect(await Promise.all([members.seatOf(2), relay.nextNumber(2, 77n)])).to.deep.equal(before);
    expect((await members.queryFilter(members.filters.ProfileChanged(2))).length).to.equal(1);
    expect((await relay.queryFilter(relay.filters.Carried())).length).to.equal(0);
  });

  it("has no other way in: what a member appends to an own act stays before the own key", async () => {
    const coop = await load(founded);
    const { ledger, members, offNet, people } = coop;
    await expect(offNet.carries(await offNet.signs(people.lin, members, concat([profile(coop, "own"), people.zhou.address])))).to.emit(members, "ProfileChanged").withArgs(1, hashOf("own"), "");
    const enrol = concat([ledger.interface.encodeFunctionData("enrol", [PROJECT.mill]), people.zhou.address]);
    await expect(offNet.carries(await offNet.signs(people.lin, ledger, enrol))).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 1, 0, 0);
  });
});

describe("Gas", () => {
  /** Acts of four kinds, each done with some gas and not with less. */
  async function acts() {
    const setting = await withTargets();
    const { coop, notebook } = setting;
    await coop.allEnrol(coop.all.slice(0, 6));
    return { ...setting, notebook };
  }

  /** Whether an act left its mark, by the log of its target. */
  async function outcome(send: Promise<{ wait(): Promise<{ logs: readonly { address: string }[] } | null> }>, to: string) {
    try {
      const receipt = (await (await send).wait())!;
      return { marks: receipt.logs.filter(({ address }) => address === to).length, sent: true };
    } catch {
      return { marks: 0, sent: false };
    }
  }

  it("from 2,000 to 1,500,000 for the act: the nonce is used if and only if the act was done, and what failed is carried again", async () => {
    const { coop, notebook } = await load(acts);
    const { ledger, members, offNet, people } = coop;
    const kinds = [
      async () => signsProfile(coop, people.lin, "swept"),
      async () => offNet.signs(people.zhou, notebook, notebook.interface.encodeFunctionData("noteWith", [150_000])),
      async () => {
        const rec = await coop.drafts(people.lin, { quantity: 1 });
        return offNet.signs(people.lin, ledger, ledger.interface.encodeFunctionData("record", [{ ...rec.report, split: [] }]));
      },
      async () => offNet.signs(people.he, coop.reviews, coop.reviews.interface.encodeFunctionData("publish", [freshEvidence(), "", []])),
    ];
    const seen = new Set<string>();
    for (const kind of kinds) {
      for (let gas = 2_000; gas <= 1_500_000; gas = Math.ceil(gas * 1.23) + 7) {
        for (const alone of [true, false]) {
          const parcel = { ...(await kind()), gas };
          const { marks } = await outcome(alone ? offNet.carries(parcel, coop.stranger, 4_000_000) : offNet.carriesMany([parcel], coop.stranger, 4_000_000), parcel.act.to);
          expect((await offNet.next(parcel)) === 1n, `${parcel.act.to} with ${gas}`).to.equal(marks > 0);
          seen.add(`${parcel.act.to} ${marks > 0}`);
          if (marks === 0) await offNet.carries({ ...parcel, gas: 1_500_000 });
          expect(await offNet.next(parcel)).to.equal(1);
        }
      }
    }
    // Each kind was seen to fail for want of gas, and to be done.
    expect(seen.size).to.equal(8);
    expect(await members.isActive(1)).to.equal(true);
  });

  it("for the whole transaction, too: however little its carrier brings, nothing is half done, and nobody's nonce is lost", async () => {
    const { coop, notebook } = await load(acts);
    const { offNet, people, relay } = coop;
    const note = notebook.interface.encodeFunctionData("noteWith", [100_000]);
    const start = await chain.networkHelpers.takeSnapshot();
    const seen = { none: 0, missing: 0, all: 0 };
    for (let gasLimit = 60_000; gasLimit <= 1_500_000; gasLimit = Math.ceil(gasLimit * 1.08) + 11) {
      const parcels = [await signsProfile(coop, people.lin, "first", { gas: 60_000 }), await offNet.signs(people.zhou, notebook, note, { gas: 150_000 }), await signsProfile(coop, people.he, "third", { gas: 60_000 })];
      const { sent } = await outcome(offNet.carriesMany(parcels, coop.stranger, gasLimit), await notebook.getAddress());
      const used = await Promise.all(parcels.map((parcel) => offNet.next(parcel)));
      // A bundle that is given its gas is done whole; one that is not is not done at all.
      expect(used, `${gasLimit}`).to.deep.equal(sent ? [1n, 1n, 1n] : [0n, 0n, 0n]);
      if (sent) seen.all += 1;
      else seen.none += 1;
      await start.restore();
    }
    expect([seen.all > 5, seen.none > 5]).to.deep.equal([true, true]);
    const parcel = await signsProfile(coop, people.lin, "starved", { gas: 1_000_000 });
    await expect(offNet.carries(parcel, coop.stranger, 400_000)).to.be.revertedWithCustomError(relay, "GasMissing");
  });

  it("that is missing is told with how much is, and the bundle is as if it had not been sent", async () => {
    const coop = await load(founded);
    const { offNet, people, relay } = coop;
    const parcels = [await signsProfile(coop, people.lin, "first", { gas: 50_000 }), await signsProfile(coop, people.zhou, "second", { gas: 2_000_000 })];
    await expect(offNet.carriesMany(parcels, coop.stranger, 1_000_000)).to.be.revertedWithCustomError(relay, "GasMissing");
    const { data } = await relay.connect(coop.stranger.signer).carryMany.staticCall(parcels, { gasLimit: 1_000_000 }).then(() => ({ data: "" }), (cause: { data: string }) => cause);
    const [left, needed] = relay.interface.parseError(data)!.args as unknown as [bigint, bigint];
    expect(needed).to.equal(2_000_000n + 62_500n + 60_000n);
    expect(left).to.be.lessThan(needed);
    await refused(offNet.carries(parcels[1]!, coop.stranger, 1_000_000), relay, "GasMissing", (value: bigint) => value < 1_000_000n, needed);
    for (const parcel of parcels) expect(await offNet.next(parcel)).to.equal(0);
  });

  it("that was stated reaches the target, to the last act of a bundle and with much to say", async () => {
    const { coop, notebook } = await load(withTargets);
    const { offNet, people } = coop;
    const long = notebook.interface.encodeFunctionData("noteBytes", [`0x${"00".repeat(20_000)}`]);
    const needs = notebook.interface.encodeFunctionData("noteWith", [298_000]);
    const parcels = [await offNet.signs(people.lin, notebook, long, { gas: 300_000 }), await offNet.signs(people.lin, notebook, long, { gas: 300_000 }), await offNet.signs(people.zhou, notebook, needs, { gas: 300_000 })];
    const seen = new Set<boolean>();
    for (let gasLimit = 450_000; gasLimit < 1_300_000; gasLimit += 25_000) {
      const reasons = await coop.relay.connect(coop.stranger.signer).carryMany.staticCall(parcels, { gasLimit }).then((given) => [...given], () => null);
      seen.add(reasons === null);
      // Either the whole bundle is refused for want of gas, or each got what its carrier stated.
      if (reasons !== null) expect(reasons, `${gasLimit}`).to.deep.equal(["0x", "0x", "0x"]);
    }
    expect(seen.size).to.equal(2);
  });
});
