import { expect } from "chai";
import type { Address } from "viem";
import type { Holder, MemberId } from "#client/chain/ids.ts";
import { emptyLedger, type Ledger } from "#client/ledger.ts";
import { holderOfMember, NO_ONE } from "#client/price/holders.ts";
import { arbiterIsPaid } from "#client/price/may.ts";
import type { Offer } from "#client/price/types.ts";

const [SELLER, CARRIER, NEIGHBOUR] = [2, 8, 10] as MemberId[] as [MemberId, MemberId, MemberId];
/** A key that the carrier spoke with before. */
const KEY = `0x${"ab".repeat(20)}` as Address;

describe("A buyer is told of an arbiter who gains", () => {
  const empty = emptyLedger(0);
  const books: Ledger = { ...empty, people: { ...empty.people, byKey: new Map([[KEY, CARRIER]]) } };
  const under = (arbiter: Holder): boolean =>
    arbiterIsPaid(books, { arbiter, seller: SELLER, costs: [{ to: holderOfMember(CARRIER), keyEpoch: 0, flow: "transport", amount: 4n }] } as unknown as Offer);

  it("where it is the seller, whom a cost line pays, or a key of one of them", () => {
    expect([holderOfMember(SELLER), holderOfMember(CARRIER), KEY as Holder].map(under)).to.deep.equal([true, true, true]);
  });

  it("and of nobody else", () => {
    expect([holderOfMember(NEIGHBOUR), NO_ONE, `0x${"cd".repeat(20)}` as Holder].map(under)).to.deep.equal([false, false, false]);
  });
});
