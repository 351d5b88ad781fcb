import { id as hashOf, keccak256 } from "ethers";
import { expect } from "chai";
import { MAJORITY, MATTER, STATE } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { deploySource } from "../../support/solidity.ts";
import { COIN, holderOf, openMarket, Trade } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";

const deployContract = () => chain.ethers.deployContract("PracticeToken");

/** Twelve members, and a surplus of 6 coins of the mill's, who has no shares: 4.08 coins in its reserve, 0.80 for guarantees. */
async function withReserve() {
  const coop = await found({ members: 12 });
  const trade = await openMarket(coop);
  const { he, zhou } = coop.people;
  await trade.deposits(he, 10n * COIN);
  await trade.sells(zhou, he);
  await coop.until(coop.start(2) + DAY);
  for (const project of [0, PROJECT.mill]) await coop.shares.close(project, 8);
  return { coop, trade };
}

describe("A vote on money", () => {
  it("lists a token, which is taken from its execution on, and takes it off the list, after which what is held can only go out", async () => {
    const coop = await found({ members: 12 });
    const { assembly, all, pool, people } = coop;
    const token = await deployContract();
    const trade = new Trade(coop, token, await token.getAddress());
    await refused(trade.deposits(people.lin, 5n), pool, "TokenNotListed", trade.address);
    await expect(assembly.passes(await assembly.listsToken(trade.address), all.slice(0, 5))).to.emit(pool, "TokenListed").withArgs(trade.address, true);
    await trade.deposits(people.lin, 5n);
    await expect(assembly.passes(await assembly.listsToken(trade.address, false), all.slice(0, 5))).to.emit(pool, "TokenListed").withArgs(trade.address, false);
    await refused(trade.deposits(people.lin, 5n), pool, "TokenNotListed", trade.address);
    await trade.withdraws(people.lin, 5n);
    expect(await trade.held()).to.equal(0);
  });

  it("pays a named cost out of a reserve: two thirds for it, and a tenth of the reserve at most", async () => {
    const { coop, trade } = await load(withReserve);
    const { assembly, governor, all, pool, people } = coop;
    const action = await assembly.spendsReserve(PROJECT.mill, trade.address, holderOf(people.fang), 408_000n);
    const proposal = await assembly.proposes(people.lin, action);
    await assembly.opens(proposal);
    const { matter, majority } = await governor.decisionOf(proposal.id);
    expect([matter, majority, await governor.quorumOf(proposal.id)]).to.deep.equal([MATTER.funds, MAJORITY.twoThirds, 5n]);
    await assembly.allVote(all.slice(0, 6), proposal);
    await assembly.allVote(all.slice(6, 9), proposal, "against");
    await assembly.waits(proposal);
    await assembly.executes(proposal);
    expect([await trade.purse(people.fang), (await pool.accountOf(PROJECT.mill, trade.address)).reserve]).to.deep.equal([408_000n, 3_672_000n]);
    // One unit more than a tenth passes the vote, and is refused where it is executed.
    await coop.until(coop.start(4) + DAY);
    await refused(assembly.passes(await assembly.spendsReserve(PROJECT.mill, trade.address, holderOf(people.fang), 367_201n)), pool, "AboveATenth", 367_201, 367_200);
  });

  it("does not pay with three fifths", async () => {
    const { coop, trade } = await load(withReserve);
    const { assembly, all, people } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.spendsReserve(PROJECT.mill, trade.address, holderOf(people.fang), 1n));
    await assembly.opens(proposal);
    await assembly.allVote(all.slice(0, 6), proposal);
    await assembly.allVote(all.slice(6, 10), proposal, "against");
    await assembly.ends(proposal);
    expect(await assembly.state(proposal)).to.equal(STATE.defeated);
  });

  it("lets guarantee capital go to a contract that another vote adopted with its code", async () => {
    const { coop, trade } = await load(withReserve);
    const { assembly, all, commons, timelock } = coop;
    const guarantee = await deployContract();
    const target = await guarantee.getAddress();
    const codeHash = keccak256((await guarantee.getDeployedCode())!);
    await refused(assembly.passes(await assembly.releases(trade.address, target, 80_000n), all.slice(0, 5)), commons, "CodeDiffers", target, `0x${"0".repeat(64)}`, codeHash);
    await expect(assembly.passes(await assembly.adoptsContract(target, codeHash), all.slice(0, 5))).to.emit(commons, "ContractAdopted").withArgs(target, codeHash, true);
    await expect(assembly.passes(await assembly.releases(trade.address, target, 80_000n), all.slice(0, 5))).to.emit(commons, "CapitalReleased").withArgs(trade.address, target, 80_000, 720_000);
    expect(await trade.token.balanceOf(target)).to.equal(80_000);
    expect(await trade.token.balanceOf(await timelock.getAddress())).to.equal(0);
  });

  it("is executed once, though a token that was listed calls back while capital is released", async () => {
    const coop = await found({ members: 12 });
    const { assembly, all, commons, governor, people, pool } = coop;
    const token = await deploySource("test/support/tokens/Changing.sol", "Hooked");
    const address = await token.getAddress();
    const trade = new Trade(coop, token as never, address);
    await pool.connect(await votedHand(coop)).list(address, true);
    await trade.deposits(people.he, 10n * COIN);
    await trade.sells(people.zhou, people.he);
    await coop.until(coop.start(2) + DAY);
    await coop.shares.close(0, 8);
    const target = await (await deployContract()).getAddress();
    await commons.connect(await votedHand(coop)).adopt(target, keccak256(await chain.ethers.provider.getCode(target)), true);
    const [first, second] = [await assembly.proposes(people.lin, await assembly.releases(address, target, 80_000n)), await assembly.proposes(people.lin, await assembly.releases(address, target, 1n))];
    await assembly.opens(second);
    for (const proposal of [first, second]) await assembly.allVote(all.slice(0, 5), proposal);
    await assembly.ends(second);
    for (const proposal of [first, second]) await assembly.queues(proposal);
    await coop.until(Number(await governor.proposalEta(second.id)));
    // Whoever is called executes the same proposal again, another, and the release itself.
    const again = [first, second].map(({ actions, description }) => {
      const [targets, values, calldatas] = assembly.lists(actions, description);
      return governor.interface.encodeFunctionData("execute", [targets, values, calldatas, hashOf(description)]);
    });
    const to = await governor.getAddress();
    await token.getFunction("hook")([{ to, data: again[0] }, { to, data: again[1] }, { to: first.actions[0]!.target, data: first.actions[0]!.data }], false, false);
    await assembly.executes(first);
    const answers = (await token.queryFilter("Hook")).map((log) => (log as unknown as { args: { success: boolean; answer: string } }).args);
    expect(answers.map(({ success }) => success)).to.deep.equal([false, false, false]);
    expect([governor, commons, commons].map(({ interface: reader }, place) => reader.parseError(answers[place]!.answer)?.name)).to.deep.equal(["GovernorUnexpectedProposalState", "AboveATenth", "OnlyByVote"]);
    expect([await trade.token.balanceOf(target), await commons.capitalOf(address)]).to.deep.equal([80_000n, 720_000n]);
    // What was tried too soon is as it was.
    expect(await assembly.state(second)).to.equal(STATE.queued);
  });
});
