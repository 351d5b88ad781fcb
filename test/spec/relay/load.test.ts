import { expect } from "chai";
import { runLoad } from "../../../scripts/campaign/relayLoad/load.ts";

describe("The relay service under many members, killed", function () {
  this.timeout(300_000);

  it("does each of many acts exactly once, and forgets none that it accepted", async () => {
    const told: string[] = [];
    const { acts, once, twice, missing, inVain, forgotten, doneAtKills, transactions } = await runLoad({ members: 12, perMember: 5, killsAt: [15, 60], perLot: 8, port: 28_770, tell: (line) => void told.push(line) });
    expect({ acts, once, twice, missing, inVain, forgotten }, told.join("\n")).to.deep.equal({ acts: 60, once: 60, twice: 0, missing: 0, inVain: 0, forgotten: 0 });
    expect(doneAtKills).to.have.length(2);
    // It was killed in the midst of its work, and not after it.
    expect(doneAtKills[0]).to.be.within(9, 55);
    expect(transactions).to.be.greaterThan(6);
  });
});
