import { expect } from "chai";
import { identityOf } from "#client/work/leaf.ts";
import { load } from "../../support/chain.ts";
import { found, UNIT } from "../../support/cooperative.ts";
import { join, leafNamed, nodeOf, proofOf } from "../../support/histories.ts";

async function nineAttest() {
  const coop = await found();
  await coop.allEnrol(coop.all.slice(3, 12));
  return coop;
}

// A leaf is known by its number and the depth at which it stands. The log gave the number alone, so that a reader of a lopsided
// tree could not tell which of two leaves was drawn: the books did not follow from the events.
describe("The log of a leaf that is drawn", () => {
  it("tells its place, also in a tree with two leaves of one person and number at two depths", async () => {
    const coop = await load(nineAttest);
    const { people, shares } = coop;
    const [han, deep, shallow] = [leafNamed("han", 20n), leafNamed("yu", 30n), leafNamed("yu", 50n)];
    const inner = join(nodeOf(han), nodeOf(deep));
    const whole = join(inner, nodeOf(shallow));
    const batch = await coop.posts(people.zhou, { root: whole.hash, sum: whole.sum, credit: 100n * UNIT });
    await coop.allAttest(coop.all.slice(3, 7), batch, 1);
    const binding = await coop.proposes(people.zhou, identityOf("yu"), people.lin);
    await coop.allAttest(coop.all.slice(7, 10), binding, 1);
    await coop.until(coop.start(2));
    const places = async (): Promise<bigint[][]> => (await shares.queryFilter(shares.filters.LeafDrawn())).map(({ args }) => [args.index, args.depth]);
    const drawn = (): Promise<boolean[]> => Promise.all([shares.isLeafDrawn(batch.id, 1, 1), shares.isLeafDrawn(batch.id, 1, 2)]);
    await coop.drawsLeaf(batch, proofOf(deep, 1, [nodeOf(han), nodeOf(shallow)]));
    expect(await places()).to.deep.equal([[1n, 2n]]);
    expect(await drawn()).to.deep.equal([false, true]);
    await coop.drawsLeaf(batch, proofOf(shallow, 1, [inner]));
    expect(await places()).to.deep.equal([[1n, 2n], [1n, 1n]]);
    expect(await drawn()).to.deep.equal([true, true]);
  });
});
