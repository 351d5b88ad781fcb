import { expect } from "chai";
import { EPOCH, epochAt, epochStart, isFinal } from "#client/chain/epoch.ts";
import { ofCredit, ofLeaf } from "#client/value/shares.ts";
import { leafHash } from "#client/work/leaf.ts";
import { lowerMedian, upperMedianOfTenths } from "#client/work/median.ts";
import { shareOut } from "#client/work/split.ts";
import { buildSumTree, verifyLeaf } from "#client/work/sumTree.ts";
import { openMathematics } from "../../support/client/mathematics.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const U32 = 2 ** 32 - 1;
const U64 = 2n ** 64n - 1n;
const times = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, place) => make(place));
/** Compares many cases and names the first that differs; a whole list of differences would be read by nobody. */
function expectAlike<C>(cases: readonly C[], mine: readonly unknown[], theirs: readonly unknown[]): void {
  const plain = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? String(part) : part));
  expect(theirs).to.have.length(cases.length);
  const place = cases.findIndex((_case, at) => plain(mine[at]) !== plain(theirs[at]));
  if (place >= 0) expect.fail(`${plain(cases[place])}: the client says ${plain(mine[place])}, the contract ${plain(theirs[place])}`);
}
const numbers = (list: readonly bigint[]): number[] => [...list].map(Number);

describe("The client's mathematics is the contracts'", () => {
  const random = new Random(specSeed);
  let chain: Awaited<ReturnType<typeof openMathematics>>;
  const ask = (name: string, ...args: unknown[]): Promise<any> => chain.getFunction(name).staticCall(...args); // oxlint-disable-line typescript/no-explicit-any

  /** Asks for many cases, a few hundred a call: a call has no more gas than a block. */
  async function askMany(name: string, ...lists: (readonly unknown[])[]): Promise<any[]> { // oxlint-disable-line typescript/no-explicit-any
    const answers: unknown[] = [];
    for (let from = 0; from < lists[0]!.length; from += 250) answers.push(...(await ask(name, ...lists.map((list) => list.slice(from, from + 250)))));
    return answers;
  }

  before(async () => {
    chain = await openMathematics();
  });

  it("counts epochs alike, to the second of their turn", async () => {
    const genesis = 1_767_571_200;
    const moments = times(3_000, () => genesis + random.whole(0, 400) * EPOCH + random.one([0, 1, EPOCH - 1, random.whole(0, EPOCH - 1)]));
    const answers: any[] = []; // oxlint-disable-line typescript/no-explicit-any
    for (let from = 0; from < moments.length; from += 500) answers.push(await ask("epochs", genesis, moments.slice(from, from + 500)));
    const [epochs, starts, finals] = [0, 1, 2].map((column) => answers.flatMap((answer) => [...answer[column]]));
    expectAlike(moments, moments.map((time) => epochAt(genesis, time)), numbers(epochs!));
    expectAlike(moments, moments.map((time) => epochStart(genesis, epochAt(genesis, time))), numbers(starts!));
    expectAlike(moments, moments.map((time) => isFinal(genesis, Math.max(0, epochAt(genesis, time) - 2), time)), finals!);
    expect(() => epochAt(genesis, genesis - 1)).to.throw(RangeError);
    await ask("epochs", genesis, [genesis - 1]).then(() => expect.fail("a time before genesis has an epoch"), () => undefined);
  });

  it("takes the lower median of first answers alike", async () => {
    const lists = times(3_000, () => times(random.whole(1, 7), () => random.one([random.whole(0, 8), random.whole(0, U32), 0, U32])));
    expectAlike(lists, lists.map(lowerMedian), numbers(await askMany("lowerMedians", lists)));
  });

  it("takes the upper median of second rounds alike", async () => {
    const lists = times(1_000, () => times(random.whole(1, 24), () => random.whole(0, 10)));
    expectAlike(lists, lists.map(upperMedianOfTenths), numbers(await askMany("upperMedians", lists)));
  });

  it("splits a record alike, and always in full", async () => {
    const parts = times(1_000, () => times(random.whole(2, 7), () => random.one([1, 255, random.whole(1, 255)])));
    const values = parts.map(() => random.one([0n, 1n, U64, random.big(2n ** 56n)]));
    const mine = parts.map((part, place) => shareOut(part, values[place]!));
    const theirs = await askMany("splits", parts, values);
    expectAlike(parts, mine, theirs.map((list: bigint[]) => [...list]));
    mine.forEach((shares, place) => expect(shares.reduce((sum, share) => sum + share, 0n)).to.equal(values[place]));
  });

  it("turns credit into shares alike", async () => {
    const cases = times(3_000, () => {
      const total = 1n + random.big(2n ** 57n);
      return [random.one([total, random.big(total + 1n)]), random.one([total, total - random.big(total + 1n)]), total] as const;
    });
    expectAlike(cases, cases.map(([credit, issued, total]) => ofCredit(credit, issued, total)), await askMany("credits", cases));
  });

  it("turns leaves into shares alike, with and without the stop", async () => {
    const cases = times(2_000, () => {
      const sum = random.one([2n ** 63n - 1n, 1n + random.big(2n ** 63n - 1n)]);
      const batches = 1n + random.big(2n ** 56n);
      const batchPart = random.one([batches, 1n + random.big(batches)]);
      const total = batchPart + random.one([0n, random.big(2n ** 56n)]);
      const stop = random.one([null, random.big(2n ** 54n), batchPart / 7n]);
      const [value, credit, issued] = [sum, batches, total].map((most) => most - random.big(most)) as [bigint, bigint, bigint];
      return { value, sum, credit, batches, batchPart, stop, issued, total };
    });
    const theirs = await askMany("leaves", cases.map((leaf) => ({ ...leaf, stop: leaf.stop ?? U64 })));
    const mine = cases.map((leaf) => ofLeaf(leaf));
    expectAlike(cases, mine, theirs.map(([shares, withheld]: [bigint, bigint]) => ({ shares, withheld })));
  });

  it("hashes leaves alike", async () => {
    for (const leaf of times(200, () => ({ identity: random.hash(), value: 1n + random.big(2n ** 63n - 1n), recordsDigest: random.hash() }))) {
      expect(leafHash(leaf)).to.equal(await ask("leafHash", leaf.identity, leaf.value, leaf.recordsDigest));
    }
  });

  it("proves leaves alike, and refuses alike what was altered", async () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 31, 33]) {
      const tree = buildSumTree(times(size, () => ({ identity: random.hash(), value: 1n + random.big(2n ** 40n), recordsDigest: random.hash() })));
      for (const index of new Set(times(6, () => random.whole(0, size - 1)))) {
        const [leaf, proof] = [tree.leaves[index]!, tree.proof(index)];
        const altered = [
          { leaf, proof },
          { leaf: { ...leaf, value: leaf.value + 1n }, proof },
          { leaf: { ...leaf, identity: random.hash() }, proof },
          { leaf, proof: { ...proof, index: index ^ 1 } },
          { leaf, proof: { ...proof, index: index + 2 ** tree.depth } },
          { leaf, proof: { ...proof, hashes: proof.hashes.map((hash, level) => (level === 0 ? random.hash() : hash)) } },
          { leaf, proof: { ...proof, sums: proof.sums.map((sum, level) => (level === 0 ? sum + 1n : sum)) } },
          { leaf, proof: { index, hashes: [...proof.hashes, random.hash()], sums: [...proof.sums, 0n] } },
        ];
        for (const { leaf: one, proof: two } of altered) {
          const mine = verifyLeaf(tree.root, tree.sum, one, two);
          const theirs = await ask("verify", tree.root, tree.sum, two.index, leafHash(one), one.value, two.hashes, two.sums);
          expect(mine).to.equal(theirs);
        }
        expect(verifyLeaf(tree.root, tree.sum, leaf, proof)).to.equal(true);
      }
    }
  });
});
