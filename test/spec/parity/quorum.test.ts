import { expect } from "chai";
import { quorumFor } from "#client/governance/tally.ts";
import { matters } from "#client/governance/types.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";

async function threeMembers() {
  return found({ members: 3 });
}

describe("The client's quorum is the governor's", () => {
  it("for every number of seated from 1 to 200, every matter, and percentages at and between the bounds", async function () {
    this.timeout(120_000);
    const { governor } = await load(threeMembers);
    let compared = 0;
    for (const matter of ["admission", "terms", "expulsion"] as const)
      for (const percent of [5, 10, 17, 30]) {
        const seated = Array.from({ length: 200 }, (_, place) => place + 1);
        const theirs = await Promise.all(seated.map((count) => governor.quorumFor(count, percent, matters.indexOf(matter))));
        for (const count of seated) {
          expect(quorumFor(count, percent, matter), `${count} seated, ${percent} %, ${matter}`).to.equal(Number(theirs[count - 1]));
          compared += 1;
        }
      }
    expect(compared).to.equal(2_400);
  });
});
