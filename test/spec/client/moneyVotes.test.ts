import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress } from "viem";
import { surplusPoolAbi } from "#client/abi/SurplusPool.ts";
import type { Holder, MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import { type Action, decodeAction, encodeAction, goesTogether, matterOf, type Wanted } from "#client/governance/actions.ts";
import { changesOf, dangersOf, describeAction } from "#client/governance/describe.ts";
import { actionObstacle } from "#client/governance/mayExecute.ts";
import { mostSpendable } from "#client/governance/money.ts";
import { weighOf } from "#client/governance/preview.ts";
import { draftProposal } from "#client/governance/propose.ts";
import { quorumFor } from "#client/governance/tally.ts";
import type { Ledger } from "#client/ledger.ts";
import { emptyAccount } from "#client/price/foldSurplus.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { council, deployment, GENESIS, keyOf } from "../../support/client/ballots.ts";

const DAY = 86_400;
const now = GENESIS + 5 * DAY;
const token = `0x${"7a".repeat(20)}` as Token;
const target = getAddress(`0x${"c0".repeat(20)}`);
const digest = `0x${"d".repeat(64)}` as const;
const mill = 1 as ProjectId;

/** Books in which the mill has 1,000 in reserve and 30 in its pocket, and the commons hold 500. */
function rich(): Ledger {
  const { books } = council({ members: 12 });
  const account = { ...emptyAccount, reserve: 1_000n, pocket: 30n };
  return { ...books, price: { ...books.price, accounts: new Map([[`${mill}.${token}`, account]]) }, commons: { ...books.commons, capital: new Map([[token, 500n]]) } };
}

const spend: Extract<Wanted, { type: "spend" }> = { type: "spend", project: mill, token, to: holderOfMember(3 as MemberId), amount: 100n, cause: digest, fromPocket: false };
const wanted: readonly Wanted[] = [
  { type: "listToken", token, listed: true },
  { type: "listToken", token, listed: false },
  spend,
  { ...spend, fromPocket: true, amount: 30n, to: `0x${"be".repeat(20)}` as Holder },
  { type: "adopt", target, codeHash: digest, adopted: true },
  { type: "release", token, target, amount: 50n },
];

const read = (books: Ledger, action: Wanted): Action => {
  const { target: to, calldata } = encodeAction(action, deployment);
  return decodeAction(to, calldata, books, deployment);
};
const dangers = (books: Ledger, action: Wanted): string[] => dangersOf(action as Action, books, now).map(({ en }) => en);

describe("A vote on money", () => {
  const books = rich();

  for (const action of wanted)
    it(`of the sort “${action.type}”${"fromPocket" in action && action.fromPocket ? ", out of the pocket" : ""}${"listed" in action && !action.listed ? ", off the list" : ""} is written, read again to the letter, and told in both languages`, () => {
      const again = read(books, action);
      expect(again).to.deep.equal(action);
      const { zh, en } = describeAction(again, books);
      expect(zh).to.match(/[\u4e00-\u9fff]/).and.not.match(/undefined|NaN/);
      expect(en).to.match(/^[A-Z]/).and.not.match(/undefined|NaN/);
      expect(changesOf(again, books, now).map(({ after }) => after.en.toLowerCase())).to.include("token" in action ? action.token : target.toLowerCase());
    });

  it("that spends needs two thirds and a third of the members, alone in its proposal; a list of tokens is a term of ten", () => {
    for (const action of wanted) {
      const isTerm = action.type === "listToken";
      expect([matterOf(action), weighOf(books, action, now).majority, goesTogether(action)], action.type).to.deep.equal(isTerm ? ["terms", "threeFifths", true] : ["funds", "twoThirds", false]);
    }
    expect(quorumFor(60, 10, "funds")).to.equal(20);
    const proposal = (actions: readonly Wanted[]) => () => draftProposal({ actions, description: "Because.", proposer: keyOf(1).address }, deployment);
    expect(proposal([spend, { ...spend, amount: 1n }])).to.throw();
    expect(proposal([{ type: "listToken", token, listed: true }, { type: "listToken", token: `0x${"7b".repeat(20)}` as Token, listed: true }])).not.to.throw();
  });

  it("is told as refused where it takes more than a tenth, or more than there is", () => {
    expect(mostSpendable(books, mill, token, now)).to.equal(100n);
    expect(dangers(books, spend)).to.deep.equal([]);
    expect(dangers(books, { ...spend, amount: 101n })[0]).to.include("more than the tenth");
    expect(actionObstacle(books, { ...spend, amount: 101n }, now)).to.equal("AboveATenth");
    expect(actionObstacle(books, { ...spend, amount: 31n, fromPocket: true }, now)).to.equal("AmountOutOfBounds");
    // The pocket is outside the tenth: all of it may be spent at once.
    expect(actionObstacle(books, { ...spend, amount: 30n, fromPocket: true }, now)).to.equal(null);
  });

  it("counts into the tenth what was spent of the reserve in the same epoch, and nothing of earlier ones", () => {
    const key = `${mill}.${token}`;
    const spent = (epoch: number): Ledger => ({ ...books, price: { ...books.price, accounts: new Map([[key, { ...emptyAccount, reserve: 940n, spent: { epoch, amount: 60n } }]]) } });
    expect(mostSpendable(spent(0), mill, token, now)).to.equal(40n);
    expect(mostSpendable(spent(0), mill, token, now + 28 * DAY)).to.equal(94n);
  });

  it("is told as refused where nobody is paid, or there is no such project", () => {
    expect(actionObstacle(books, { ...spend, to: holderOfMember(13 as MemberId) }, now)).to.equal("NoSuchMember");
    expect(actionObstacle(books, { ...spend, to: `0x${"0".repeat(40)}` as Holder }, now)).to.equal("NoSuchMember");
    expect(actionObstacle(books, { ...spend, project: 99 as ProjectId }, now)).to.equal("NoSuchProject");
  });

  it("releases capital only to a contract that was adopted, a tenth at most", () => {
    const release: Wanted = { type: "release", token, target, amount: 50n };
    expect(actionObstacle(books, release, now)).to.equal("NotAContract");
    const adopted: Ledger = { ...books, commons: { ...books.commons, contracts: new Map([[target.toLowerCase(), { target, codeHash: digest, adopted: true, at: now, tx: digest }]]) } };
    expect(actionObstacle(adopted, release, now)).to.equal(null);
    expect(actionObstacle(adopted, { ...release, amount: 51n }, now)).to.equal("AboveATenth");
    const adopt: Wanted = { type: "adopt", target, codeHash: digest, adopted: true };
    expect([actionObstacle(books, adopt, now), actionObstacle(adopted, adopt, now), actionObstacle(adopted, { ...adopt, adopted: false }, now)]).to.deep.equal([null, "AdoptedAlready", null]);
    expect(dangers(books, adopt)[0]).to.include("Read that code first");
  });

  it("that is another call of the pool or of the commons is unknown, and so is one with more data than its function takes", () => {
    const strangers: readonly [Address, `0x${string}`][] = [
      [deployment.contracts.surplusPool, encodeFunctionData({ abi: surplusPoolAbi, functionName: "deposit", args: [token, 1n] })],
      [deployment.contracts.commonsPool, encodeAction(spend, deployment).calldata],
      [deployment.contracts.surplusPool, `${encodeAction(spend, deployment).calldata}00`],
    ];
    for (const [to, data] of strangers) expect(decodeAction(to, data, books, deployment).type).to.equal("unknown");
  });
});
