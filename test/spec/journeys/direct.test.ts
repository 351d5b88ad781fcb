import { Transaction } from "ethers";
import { expect } from "chai";
import { describeFile, makeManifest, manifestBytes, manifestDigest, verifyFile, verifyManifest } from "#client/work/evidence.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT, STAGE, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  const coop = await found({ members: 12 });
  await coop.allEnrol(coop.all.slice(1, 9));
  return coop;
}

describe("A record's way from a signature to drawn shares", () => {
  it("is signed without a network, carried by somebody else, attested, challenged, cut, divided and drawn, and shows its evidence at the end", async () => {
    const coop = await load(founded);
    const { ledger, challenges, shares, people, stranger } = coop;

    // Lin describes the file and makes the manifest at home; only its digest leaves the house.
    const file = new File(["photograph of a roof"], "roof.jpg");
    const manifest = makeManifest({ title: "补屋顶", note: "Seven places.", files: [await describeFile(file)] });
    const evidence = manifestDigest(manifest);
    const rec = await coop.drafts(people.lin, { quantity: 20, evidence, uri: "data:,补屋顶" });

    // Lin signs with no chain in reach; a stranger sends it.
    const { maxFeePerGas } = await chain.ethers.provider.getFeeData();
    const unsigned = {
      type: 2, chainId: 31337, nonce: await people.lin.signer.getNonce(), to: await ledger.getAddress(), gasLimit: 500_000n, maxFeePerGas: maxFeePerGas! * 2n, maxPriorityFeePerGas: 0n, value: 0n,
      data: ledger.interface.encodeFunctionData("record", [{ ...rec.report, split: [] }]),
    };
    const signed = await practiceAccount(1).signTransaction(unsigned);
    expect(Transaction.from(signed).from).to.equal(people.lin.address);
    await chain.ethers.provider.broadcastTransaction(signed);
    expect((await ledger.claimOf(rec.id)).stage).to.equal(STAGE.pending);

    // Four of the eight who may answer are needed. The lower median is 18.
    const { needed } = await ledger.claimOf(rec.id);
    expect(needed).to.equal(4);
    for (const [who, seen] of [[people.zhou, 20], [people.he, 18], [people.fang, 17], [people.su, 20]] as const) await coop.attests(who, rec, seen);
    expect(await coop.inForce(rec)).to.equal(18n * UNIT);

    // Chen doubts it within the window; those who are new to it see nine tenths.
    await coop.days(6);
    await coop.challenge(people.chen, rec);
    for (const who of [people.ye, people.luo]) await coop.answers(who, rec, 9);
    expect(await coop.inForce(rec)).to.equal(16_200_000n);
    expect(await coop.creditOf(people.lin, 0)).to.equal(16_200_000n);

    // Nothing is divided before the epoch is final; then anyone draws for her, once.
    await refused(coop.draws(people.lin, 0, PROJECT.mill, stranger), shares, "NotFinalYet", PROJECT.mill, 0, coop.start(2));
    await coop.until(coop.start(2));
    await coop.draws(people.lin, 0, PROJECT.mill, stranger);
    expect(await shares.balanceOf(people.lin.address, PROJECT.mill)).to.equal(16_200_000n);
    const { closesAt } = await challenges.roundOf(rec.id);
    await refused(coop.answers(people.tang, rec, 0), challenges, "RoundOver", rec.id, Number(closesAt));

    // From the number on the page back to the file: log, digest, manifest, bytes.
    const [event] = await ledger.queryFilter(ledger.filters.Recorded(rec.id));
    expect(verifyManifest(manifestBytes(manifest), event!.args.evidence as typeof evidence).is).to.equal("matches");
    expect((await verifyFile(file, manifest)).is).to.equal("matches");
    expect((await verifyFile(new File(["photograph of another roof"], "roof.jpg"), manifest)).is).to.equal("differs");
  });

  it("ends with nothing lost where nobody comes: the record lapses, and is made again", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.days(91);
    const { time } = await ledger.claimOf(rec.id);
    await refused(coop.withdraws(people.lin, rec), ledger, "Lapsed", rec.id, Number(time) + 90 * DAY);
    await coop.allEnrol([people.zhou, people.he]);
    await coop.sends({ ...rec, report: { ...rec.report, occurredAt: (await coop.now()) - DAY } });
    await coop.allAttest([people.zhou, people.he], rec, 20);
    expect(await coop.inForce(rec)).to.equal(20n * UNIT);
  });
});
