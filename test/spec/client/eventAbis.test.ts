import { expect } from "chai";
import { toEventSelector } from "viem";
import { contractNames } from "#client/chain/contractNames.ts";
import { abis } from "#client/chain/contracts.ts";
import { eventAbis } from "#client/chain/eventAbis.ts";

/** What decoding depends on: name, types, which are indexed, what they are called. */
const decisive = (items: readonly unknown[]): unknown[] => JSON.parse(JSON.stringify(items, (key, value: unknown) => (key === "internalType" ? undefined : value))) as unknown[];

describe("The events that a page reads the log with", () => {
  it("are every event of every interface, and nothing else", () => {
    expect(Object.keys(eventAbis).toSorted()).to.deep.equal(Object.keys(abis).toSorted());
    for (const name of contractNames) {
      const whole = abis[name].filter(({ type }) => type === "event");
      expect(decisive(eventAbis[name]), name).to.deep.equal(decisive(whole));
    }
  });

  it("are told apart by their selectors within a contract", () => {
    for (const name of contractNames) {
      const selectors = eventAbis[name].map((item) => toEventSelector(item));
      expect(new Set(selectors).size, name).to.equal(selectors.length);
    }
  });
});

describe("The contracts' names", () => {
  it("are those of the interfaces, each once", () => {
    expect([...contractNames].toSorted()).to.deep.equal(Object.keys(abis).toSorted());
  });
});
