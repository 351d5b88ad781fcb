import { expect } from "chai";
import type { Charter } from "../../../scripts/deploy/founding.ts";
import { chain, load } from "../../support/chain.ts";
import { BUDGET, CHARTERS, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  return found({ members: 8 });
}

describe("The founding projects", () => {
  it("are live from the first second, each with its whole charter in the log", async () => {
    const { projects, record } = await load(founded);
    expect(await projects.projectCount()).to.equal(CHARTERS.length);
    const logs = await projects.queryFilter(projects.filters.ProjectFounded(), record.genesisBlock);
    expect(logs.length).to.equal(CHARTERS.length);
    for (const [place, { args }] of logs.entries()) {
      const { statement, uri, industry, budget, rates, minSurplus, salesCap, stewards } = CHARTERS[place]!;
      expect([args.project, args.fromEpoch]).to.deep.equal([BigInt(place), 0n]);
      expect(args.charter).to.deep.equal([statement, uri, BigInt(industry), budget, [...rates], BigInt(minSurplus), salesCap, stewards.map(BigInt)]);
    }
  });

  it("have a budget and a rate for each kind that they record", async () => {
    const { projects } = await load(founded);
    expect(await projects.budgetAt(PROJECT.mill, 7)).to.deep.equal([BUDGET, true]);
    expect(await projects.termsAt(PROJECT.mill, 7)).to.deep.equal([[UNIT, UNIT, 2n * UNIT, 0n], BUDGET, 20n]);
    expect(await projects.cardAt(PROJECT.mill, 0, 0)).to.deep.equal([UNIT, BUDGET]);
    expect(await projects.cardAt(PROJECT.mill, 1, 0)).to.deep.equal([UNIT, BUDGET]);
    expect(await projects.cardAt(PROJECT.mill, 2, 3)).to.deep.equal([2n * UNIT, BUDGET]);
    await refused(projects.cardAt(PROJECT.mill, 3, 0), projects, "KindNotRecorded", PROJECT.mill, 3);
    await refused(projects.cardAt(PROJECT.cooperative, 1, 0), projects, "KindNotRecorded", PROJECT.cooperative, 1);
  });

  it("have stewards, who are members", async () => {
    const { projects } = await load(founded);
    expect(await projects.stewardsOf(PROJECT.mill)).to.deep.equal([2n, 3n]);
    expect(await projects.isSteward(PROJECT.mill, 3)).to.equal(true);
    expect(await projects.isSteward(PROJECT.mill, 1)).to.equal(false);
    expect(await projects.isSteward(PROJECT.mill, 0)).to.equal(false);
  });

  it("were admitted by no vote: they have no grade and no probation, and are open", async () => {
    const { projects } = await load(founded);
    for (const [project, { salesCap, industry }] of CHARTERS.entries()) {
      expect(await projects.footingOf(project)).to.deep.equal([salesCap, BigInt(industry), 0n, 0n, 0n, 0n, 0n]);
      expect(await projects.closedFrom(project)).to.equal(0);
    }
  });

  it("begin with the cooperative itself", async () => {
    const { projects, record: { contracts } } = await load(founded);
    const factory = await chain.ethers.getContractFactory("ProjectRegistry");
    await refused(factory.deploy(contracts.memberRegistry, contracts.projectReviews, contracts.parameters, contracts.relay, []), projects, "NoCooperative");
  });

  it("are all there are", async () => {
    const { projects } = await load(founded);
    for (const read of [projects.budgetAt(5, 0), projects.cardAt(5, 0, 0), projects.isSteward(5, 1), projects.stewardsOf(5), projects.termsAt(5, 0), projects.footingOf(5), projects.closedFrom(5)]) await refused(read, projects, "NoSuchProject", 5);
  });

  it("keep their terms within bounds, or nothing is deployed", async () => {
    const { projects, members, record: { contracts } } = await load(founded);
    const factory = await chain.ethers.getContractFactory("ProjectRegistry");
    const founding = async (change: Partial<Charter>) => factory.deploy(contracts.memberRegistry, contracts.projectReviews, contracts.parameters, contracts.relay, [CHARTERS[0]!, { ...CHARTERS[1]!, ...change }] as never);
    const [most, mostRate] = [(1n << 48n) - 1n, (1n << 40n) - 1n];
    expect([await projects.MOST_BUDGET(), await projects.MOST_RATE()]).to.deep.equal([most, mostRate]);
    await refused(founding({ budget: 0n }), projects, "BudgetOutOfBounds", 0, most);
    await refused(founding({ budget: most + 1n }), projects, "BudgetOutOfBounds", most + 1n, most);
    for (const kind of [0, 1, 2, 3]) {
      const rates = [0n, 0n, 0n, 0n].map((_, place) => (place === kind ? mostRate + 1n : 1n)) as unknown as Charter["rates"];
      await refused(founding({ rates }), projects, "RateOutOfBounds", kind, mostRate + 1n, mostRate);
    }
    await refused(founding({ minSurplus: 4 }), projects, "MinSurplusOutOfBounds", 4, 5, 50);
    await refused(founding({ minSurplus: 51 }), projects, "MinSurplusOutOfBounds", 51, 5, 50);
    await refused(founding({ stewards: [] }), projects, "StewardsOutOfBounds", 0, 7);
    await refused(founding({ stewards: [1, 2, 3, 4, 5, 6, 7, 8] }), projects, "StewardsOutOfBounds", 8, 7);
    await refused(founding({ stewards: [4, 5, 4] }), projects, "StewardTwice", 4);
    await refused(founding({ stewards: [9] }), members, "NoSuchMember", 9);
    const widest = await founding({ budget: most, minSurplus: 50, stewards: [1, 2, 3, 4, 5, 6, 7], rates: [mostRate, 0n, 0n, 1n] });
    expect(await widest.cardAt(1, 0, 0)).to.deep.equal([mostRate, most]);
    expect(await widest.cardAt(1, 3, 0)).to.deep.equal([1n, most]);
    expect(await widest.stewardsOf(1)).to.deep.equal([1n, 2n, 3n, 4n, 5n, 6n, 7n]);
    await founding({ minSurplus: 5 });
  });
});
