import { type BaseContract, type FunctionFragment, getAddress, id as hashOf, Interface, Signature, ZeroHash } from "ethers";
import { expect } from "chai";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { STEPS, type StepName } from "../../../scripts/deploy/record.ts";
import { MARKS, NUMBER, SUPPORT } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, DAY, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { COIN, holderOf, openMarket } from "../../support/trade.ts";

/** What is signed for a deposit without an approval (ERC-2612). */
const PERMIT = { Permit: [["owner", "address"], ["spender", "address"], ["value", "uint256"], ["nonce", "uint256"], ["deadline", "uint256"]].map(([name, type]) => ({ name: name!, type: type! })) };

async function founded() {
  const coop = await found({ members: 12 });
  await coop.days(31);
  await coop.until(coop.start(2) + DAY);
  return coop;
}

/** Why the Relay is not asked for a function. */
type Why = "anyone's, with the same result whoever calls" | "a vote's" | "a contract's" | "a role's" | "always refused" | "anyone's, who brings members' signatures";

const NOT_ACTS: Readonly<Record<StepName, Readonly<Record<string, Why>>>> = {
  timelock: {
    cancel: "a role's", execute: "a role's", executeBatch: "a role's", grantRole: "a role's", renounceRole: "a role's", revokeRole: "a role's", schedule: "a role's", scheduleBatch: "a role's",
    onERC1155BatchReceived: "anyone's, with the same result whoever calls", onERC1155Received: "anyone's, with the same result whoever calls", onERC721Received: "anyone's, with the same result whoever calls",
  },
  parameters: { set: "a vote's" },
  memberRegistry: { expel: "a vote's", join: "anyone's, who brings members' signatures", namePersons: "a vote's", readmit: "a vote's", recover: "a contract's", takeSeat: "anyone's, with the same result whoever calls" },
  guardians: { cancelRecovery: "anyone's, who brings members' signatures", finishRecovery: "anyone's, with the same result whoever calls", openRecovery: "anyone's, who brings members' signatures" },
  relay: { carry: "anyone's, who brings members' signatures", carryMany: "anyone's, who brings members' signatures" },
  projectRegistry: { admit: "a vote's", amendCooperative: "a vote's", close: "a vote's", replaceStewards: "a vote's" },
  projectReviews: {},
  contributionLedger: { reopen: "a contract's", settle: "a contract's" },
  challenges: {},
  shareLedger: { close: "anyone's, with the same result whoever calls", draw: "anyone's, with the same result whoever calls", drawLeaf: "anyone's, with the same result whoever calls" },
  surplusPool: {
    adopt: "anyone's, with the same result whoever calls", divide: "anyone's, with the same result whoever calls", draw: "anyone's, with the same result whoever calls",
    escrow: "a contract's", settle: "a contract's", takeCapital: "a contract's", takeReserve: "a contract's", list: "a vote's", spendPocket: "a vote's", spendReserve: "a vote's",
  },
  market: { answer: "anyone's, who brings members' signatures", open: "anyone's, who brings members' signatures", openRequest: "anyone's, who brings members' signatures" },
  commonsPool: { adopt: "a vote's", pull: "anyone's, with the same result whoever calls", release: "a vote's", sweep: "anyone's, with the same result whoever calls" },
  governor: {
    castBallots: "anyone's, who brings members' signatures", castVoteBySig: "anyone's, who brings members' signatures", castVoteWithReasonAndParamsBySig: "anyone's, who brings members' signatures",
    execute: "anyone's, with the same result whoever calls", queue: "anyone's, with the same result whoever calls", relay: "a vote's", onERC1155BatchReceived: "always refused", onERC1155Received: "always refused", onERC721Received: "always refused",
  },
};

/** An act as it is carried, and the word of the log that names who acted: a member's number, or a key where the log has keys. */
interface Carried {
  readonly by: Person;
  readonly to: BaseContract;
  readonly values: readonly unknown[];
  readonly event: string;
  /** The event's value that says whose act it is; or, where the log leaves it to who alone may, the refusal that another's act meets. */
  readonly actor: string | { readonly refusal: string; readonly values: (other: Person) => readonly unknown[] };
  /** Where the log does not name the member's number: the key, or the purse. */
  readonly as?: "key" | "purse";
}

type Scene = (coop: Cooperative) => Promise<Carried>;

const attested = async (coop: Cooperative) => {
  await coop.allEnrol([coop.people.zhou, coop.people.he, coop.people.fang, coop.people.su, coop.people.chen]);
  return coop.records(coop.people.lin, { quantity: 1 });
};
const sealed = async (coop: Cooperative) => {
  const rec = await attested(coop);
  await coop.allAttest([coop.people.zhou, coop.people.he], rec, 1);
  return rec;
};
const openVote = async (coop: Cooperative) => {
  const proposal = await coop.assembly.proposes(coop.people.su, await coop.assembly.sets(NUMBER.stopPercent, 20));
  await coop.assembly.opens(proposal);
  return proposal;
};
const voting = async (coop: Cooperative, ...more: readonly unknown[]): Promise<Carried> => ({ by: coop.people.lin, to: coop.governor, values: [(await openVote(coop)).id, SUPPORT.for, ...more], event: "VoteCast", actor: "voter", as: "key" });

/** How far an order has come: member 3 buys of member 2, who sells for the mill; member 4 could end a dispute. */
const ordered = async (coop: Cooperative, until: "funded" | "shipped" | "disputed" | "accepted" = "funded") => {
  const { he, zhou } = coop.people;
  const trade = await openMarket(coop);
  await trade.deposits(he, 10n * COIN);
  const signed = await trade.offers(zhou, { arbiter: holderOf(coop.people.fang) });
  const order = await trade.funds(he, signed);
  if (until !== "funded") await trade.ships(zhou, order);
  if (until === "disputed") await trade.disputes(he, order);
  if (until === "accepted") await trade.accepts(he, order);
  return { trade, signed, order, id: await trade.idOf(order) };
};
/** An act of an order whose event names the order alone: whoever else acts is refused by name. */
const partys = (coop: Cooperative, by: Person, event: string, id: string, values: readonly unknown[]): Carried => ({ by, to: coop.market, values, event, actor: { refusal: "NotYourOrder", values: (other) => [id, getAddress(holderOf(other))] } });

/** One scene for each act of a member, by contract and function: signed by the one who acts, carried by another member. */
const ACTS: Readonly<Record<StepName, Readonly<Record<string, Scene>>>> = {
  timelock: {},
  parameters: {},
  shareLedger: {},
  commonsPool: {},
  surplusPool: {
    deposit: async (coop) => {
      const { address, token } = await openMarket(coop);
      await token.mint(coop.people.lin.address, 5);
      await token.connect(coop.people.lin.signer).approve(coop.record.contracts.surplusPool, 5);
      return { by: coop.people.lin, to: coop.pool, values: [address, 5], event: "Deposited", actor: "holder", as: "purse" };
    },
    depositWithPermit: async (coop) => {
      const { address, token } = await openMarket(coop);
      await token.mint(coop.people.lin.address, 5);
      const deadline = (await coop.now()) + DAY;
      const permit = { owner: coop.people.lin.address, spender: coop.record.contracts.surplusPool, value: 5, nonce: 0, deadline };
      const { v, r, s } = Signature.from(await coop.people.lin.signer.signTypedData({ name: await token.name(), version: "1", chainId: 31337, verifyingContract: address }, PERMIT, permit));
      return { by: coop.people.lin, to: coop.pool, values: [address, 5, deadline, v, r, s], event: "Deposited", actor: "holder", as: "purse" };
    },
    withdraw: async (coop) => {
      const trade = await openMarket(coop);
      await trade.deposits(coop.people.lin, 5n);
      return { by: coop.people.lin, to: coop.pool, values: [trade.address, 5, coop.stranger.address], event: "Withdrawn", actor: "holder", as: "purse" };
    },
    drawOut: async (coop) => {
      const { he, lin, zhou } = coop.people;
      const trade = await openMarket(coop);
      await sealed(coop);
      await trade.deposits(he, 10n * COIN);
      await trade.sells(zhou, he);
      await coop.until(coop.start(4) + DAY);
      await coop.shares.draw(PROJECT.mill, lin.id, [2]);
      return { by: lin, to: coop.pool, values: [PROJECT.mill, trade.address, [2], coop.stranger.address], event: "DividendPaidOut", actor: "member" };
    },
  },
  market: {
    fund: async (coop) => {
      const trade = await openMarket(coop);
      await trade.deposits(coop.people.he, 10n * COIN);
      const { offer, signatures } = await trade.offers(coop.people.zhou);
      return { by: coop.people.he, to: coop.market, values: [offer, signatures, "", 1], event: "OrderFunded", actor: "buyer", as: "purse" };
    },
    ship: async (coop) => {
      const { order, id } = await ordered(coop);
      return partys(coop, coop.people.zhou, "OrderShipped", id, [order]);
    },
    deliver: async (coop) => {
      const { order, id } = await ordered(coop, "shipped");
      return partys(coop, coop.people.he, "OrderDelivered", id, [order]);
    },
    accept: async (coop) => {
      const { order, id } = await ordered(coop, "shipped");
      return partys(coop, coop.people.he, "OrderEnded", id, [order]);
    },
    acceptBySilence: async (coop) => {
      const { order, id } = await ordered(coop, "shipped");
      await coop.days(7 + 14);
      return partys(coop, coop.people.zhou, "OrderEnded", id, [order]);
    },
    rate: async (coop) => {
      const { order, id } = await ordered(coop, "accepted");
      return partys(coop, coop.people.he, "OrderRated", id, [order, 5, ZeroHash]);
    },
    refund: async (coop) => {
      const { order, id } = await ordered(coop);
      return partys(coop, coop.people.zhou, "OrderEnded", id, [order]);
    },
    dispute: async (coop) => ({ by: coop.people.he, to: coop.market, values: [(await ordered(coop)).order, ZeroHash], event: "OrderDisputed", actor: "by", as: "purse" }),
    split: async (coop) => {
      const { trade, order, id } = await ordered(coop);
      const expires = (await coop.now()) + DAY;
      return partys(coop, coop.people.he, "OrderEnded", id, [order, COIN, 0, expires, await trade.signsSplit(coop.people.zhou, order, COIN, expires)]);
    },
    arbitrate: async (coop) => {
      const { order, id } = await ordered(coop, "disputed");
      return partys(coop, coop.people.fang, "OrderEnded", id, [order, COIN]);
    },
    endDispute: async (coop) => {
      const { order, id } = await ordered(coop, "disputed");
      await coop.days(30);
      return partys(coop, coop.people.zhou, "OrderEnded", id, [order]);
    },
    nameSeller: async ({ market, people }) => ({ by: people.zhou, to: market, values: [PROJECT.mill, 3, true], event: "SellerNamed", actor: "by" }),
    cancelOffer: async (coop) => {
      const { offer } = (await ordered(coop)).signed;
      return partys(coop, coop.people.zhou, "OfferCancelled", await coop.market.offerDigest(offer), [offer]);
    },
    cancelRequest: async (coop) => {
      const { trade, signed } = await ordered(coop);
      const request = await trade.asks(coop.people.he, signed.offer);
      return partys(coop, coop.people.he, "RequestCancelled", await coop.market.requestDigest(request), [request]);
    },
    cancelAll: async ({ market, people }) => ({ by: people.lin, to: market, values: [], event: "AllCancelled", actor: "holder", as: "purse" }),
  },
  memberRegistry: {
    setProfile: async ({ members, people }) => ({ by: people.lin, to: members, values: [hashOf("new"), ""], event: "ProfileChanged", actor: "member" }),
    resign: async ({ members, people }) => ({ by: people.lin, to: members, values: [], event: "MemberLeft", actor: "member" }),
    rejoin: async ({ members, membership, people }) => {
      await membership.resigns(people.lin);
      return { by: people.lin, to: members, values: [await membership.allVouch([people.he, people.fang], people.lin)], event: "Returned", actor: "member" };
    },
    revokeVouch: async ({ members, people, stranger }) => ({ by: people.lin, to: members, values: [stranger.address, 0, 5], event: "VouchRevoked", actor: "sponsor" }),
    rotate: async ({ members, membership, people }) => {
      const key = await personAt(60);
      const { expires, signature } = await membership.consentsToKey(people.lin, key);
      return { by: people.lin, to: members, values: [key.address, expires, signature], event: "KeyChanged", actor: "member" };
    },
  },
  guardians: {
    setGuardians: async ({ guardians, membership, people }) => ({
      by: people.lin, to: guardians, values: [await Promise.all([people.zhou, people.he, people.fang].map((guardian) => membership.guards(guardian, people.lin)))], event: "GuardiansProposed", actor: "member",
    }),
    keepGuardians: async ({ guardians, membership, people }) => {
      await membership.guarded(people.lin, [people.zhou, people.he, people.fang]);
      await membership.setsGuardians(people.lin, [people.su, people.he, people.fang]);
      return { by: people.lin, to: guardians, values: [], event: "GuardiansKept", actor: "member" };
    },
    veto: async ({ guardians, membership, people }) => {
      await membership.guarded(people.lin, [people.zhou, people.he, people.fang]);
      await membership.opensRecovery(people.lin, await personAt(60), [people.zhou, people.he]);
      return { by: people.lin, to: guardians, values: [], event: "RecoveryVetoed", actor: "member" };
    },
  },
  relay: { revoke: async ({ people, relay }) => ({ by: people.lin, to: relay, values: [5n << 64n], event: "Revoked", actor: "member" }) },
  projectRegistry: {
    askToClose: async ({ people, projects }) => ({ by: people.zhou, to: projects, values: [PROJECT.mill, true], event: "ClosingAsked", actor: "steward" }),
    draft: async (coop) => ({ by: coop.people.lin, to: coop.projects, values: [0, ZeroHash, [], { ...coop.charterOf("mill"), statement: hashOf("statement"), stewards: [1] }], event: "StatementDrafted", actor: "proposer" }),
  },
  projectReviews: {
    adopt: async ({ assembly, people, reviews }) => {
      const statement = await assembly.drafts(people.lin);
      await assembly.submits(statement);
      await assembly.reviews(people.zhou, statement);
      return { by: people.lin, to: reviews, values: [statement.id, statement.id, [2]], event: "CommentAdopted", actor: { refusal: "NotProposer", values: ({ id }) => [statement.id, id] } };
    },
    disown: async ({ assembly, people, reviews }) => {
      const statement = await assembly.drafts(people.lin, { cofounders: [people.zhou] });
      return { by: people.zhou, to: reviews, values: [statement.id], event: "Disowned", actor: "member" };
    },
    publish: async ({ people, reviews }) => ({ by: people.lin, to: reviews, values: [hashOf("article"), "", []], event: "ArticlePublished", actor: "author" }),
    review: async ({ assembly, people, reviews }) => {
      const statement = await assembly.drafts(people.lin);
      await assembly.submits(statement);
      return { by: people.zhou, to: reviews, values: [statement.id, MARKS.a, ZeroHash, ""], event: "Reviewed", actor: "reviewer" };
    },
    submit: async ({ assembly, people, reviews }) => {
      const statement = await assembly.drafts(people.lin);
      return { by: people.lin, to: reviews, values: [statement.id], event: "Submitted", actor: { refusal: "NotProposer", values: ({ id }) => [statement.id, id] } };
    },
    takeBack: async ({ assembly, people, reviews }) => {
      const statement = await assembly.drafts(people.lin);
      await assembly.submits(statement);
      return { by: people.lin, to: reviews, values: [statement.id], event: "TakenBack", actor: { refusal: "NotProposer", values: ({ id }) => [statement.id, id] } };
    },
  },
  contributionLedger: {
    enrol: async ({ ledger, people }) => ({ by: people.lin, to: ledger, values: [PROJECT.mill], event: "Enrolled", actor: "member" }),
    record: async (coop) => {
      await coop.allEnrol([coop.people.zhou, coop.people.he, coop.people.fang]);
      const { report } = await coop.drafts(coop.people.lin, { quantity: 1 });
      return { by: coop.people.lin, to: coop.ledger, values: [report], event: "Recorded", actor: "by" };
    },
    confirm: async (coop) => {
      await attested(coop);
      const rec = await coop.records(coop.people.zhou, { kind: "experience", split: [[coop.people.zhou, 1], [coop.people.lin, 0]] });
      return { by: coop.people.lin, to: coop.ledger, values: [2, rec.evidence, await coop.digestOf(rec)], event: "Confirmed", actor: "by" };
    },
    withdraw: async (coop) => ({ by: coop.people.lin, to: coop.ledger, values: [1, (await attested(coop)).evidence], event: "Withdrawn", actor: "by" }),
    attest: async (coop) => ({ by: coop.people.zhou, to: coop.ledger, values: [1, (await attested(coop)).evidence, 1], event: "Attested", actor: "attester" }),
    attestMany: async (coop) => ({ by: coop.people.zhou, to: coop.ledger, values: [[1], [(await attested(coop)).evidence], [1]], event: "Attested", actor: "attester" }),
    postBatch: async (coop) => {
      await attested(coop);
      const { root, sum } = historyOf({ "lin@example.org": 60n * UNIT, "he@example.org": 40n * UNIT });
      return { by: coop.people.zhou, to: coop.ledger, values: [PROJECT.mill, root, sum, 100n * UNIT, hashOf("data"), ""], event: "BatchPosted", actor: "by" };
    },
    proposeBinding: async (coop) => {
      await attested(coop);
      return { by: coop.people.zhou, to: coop.ledger, values: [PROJECT.mill, hashOf("identity"), 1], event: "BindingProposed", actor: "by" };
    },
  },
  challenges: {
    challenge: async (coop) => ({ by: coop.people.luo, to: coop.challenges, values: [1, (await sealed(coop)).evidence], event: "Challenged", actor: "challenger" }),
    answer: async (coop) => {
      const rec = await sealed(coop);
      await coop.challenge(coop.people.luo, rec);
      return { by: coop.people.fang, to: coop.challenges, values: [1, rec.evidence, 5], event: "Answered", actor: "attester" };
    },
  },
  governor: {
    propose: async (coop) => {
      const { target, data } = await coop.assembly.sets(NUMBER.stopPercent, 20);
      return { by: coop.people.lin, to: coop.governor, values: [[target], [0], [data], coop.assembly.words(coop.people.lin)], event: "ProposalCreated", actor: "proposer", as: "key" };
    },
    cancel: async (coop) => {
      const { id, actions, description } = await coop.assembly.proposes(coop.people.lin, await coop.assembly.sets(NUMBER.stopPercent, 20));
      return { by: coop.people.lin, to: coop.governor, values: [[actions[0]!.target], [0], [actions[0]!.data], hashOf(description)], event: "ProposalCanceled", actor: { refusal: "GovernorUnableToCancel", values: ({ address }) => [id, address] } };
    },
    castVote: (coop) => voting(coop),
    castVoteWithReason: (coop) => voting(coop, "because"),
    castVoteWithReasonAndParams: (coop) => voting(coop, "because", "0x"),
  },
};

const changing = (step: StepName): FunctionFragment[] => (Interface.from(readArtifact(step).abi).fragments.filter(({ type }) => type === "function") as FunctionFragment[]).filter(({ stateMutability }) => !["view", "pure"].includes(stateMutability));

describe("Every act of a member", () => {
  for (const { name } of STEPS) {
    it(`is told apart in ${name} from what is a vote's, a contract's or anyone's: a function that is added is one or the other`, () => {
      const functions = changing(name).map((fragment) => fragment.name);
      expect(new Set(functions).size, "no two functions that change something share a name").to.equal(functions.length);
      expect([...Object.keys(NOT_ACTS[name]), ...Object.keys(ACTS[name])].sort()).to.deep.equal(functions.sort());
    });

    for (const [verb, scene] of Object.entries(ACTS[name])) {
      it(`is the signer's where the Relay carries it: ${name}.${verb}`, async () => {
        const coop = await load(founded);
        const { offNet, people } = coop;
        const { by, to, values, event, actor, as } = await scene(coop);
        // The carrier is a member too, who could do the same: whoever takes the caller, the Relay or the sender for the actor is found out.
        const carrier = people.xu;
        expect(carrier.id).to.not.equal(by.id);
        const before = await chain.ethers.provider.getBlockNumber();
        const data = to.interface.encodeFunctionData(verb, values as unknown[]);
        if (typeof actor !== "string") await refused(offNet.carries(await offNet.signs(carrier, to, data), by), to, actor.refusal, ...actor.values(carrier));
        const parcel = await offNet.signs(by, to, data);
        await offNet.carries(parcel, carrier);
        const logs = (await to.queryFilter(event, before + 1)).map((log) => (log as unknown as { args: Record<string, unknown> }).args);
        expect(logs.length, event).to.equal(1);
        if (typeof actor === "string") expect(logs[0]![actor], `${event}.${actor}`).to.equal(as === "key" ? by.address : as === "purse" ? holderOf(by) : BigInt(by.id));
        await refused(offNet.carries(parcel, carrier), coop.relay, "NonceUsed", by.id, parcel.act.nonce, 1);
      });

      it(`is nobody's where another member signs it in that name: ${name}.${verb}`, async () => {
        const coop = await load(founded);
        const { offNet, people, relay } = coop;
        const { by, to, values } = await scene(coop);
        const parcel = await offNet.signs(by, to, to.interface.encodeFunctionData(verb, values as unknown[]), { by: people.xu });
        await refused(offNet.carries(parcel, people.xu), relay, "ActNotSigned", by.id, 0);
      });
    }
  }

  it("has a contract that takes acts from this Relay and from nobody else, and no contract without acts does", async () => {
    const coop = await load(founded);
    const { record, people, stranger } = coop;
    for (const { name } of STEPS) {
      const contract = await chain.ethers.getContractAt(["function isTrustedForwarder(address) view returns (bool)"], record.contracts[name]);
      const believes = (forwarder: string): Promise<boolean> => contract.isTrustedForwarder!(forwarder).catch(() => false);
      expect(await believes(record.contracts.relay), name).to.equal(Object.keys(ACTS[name]).length > 0);
      for (const other of [stranger.address, people.lin.address, record.contracts.governor, `0x${"0".repeat(40)}`]) expect(await believes(other), name).to.equal(false);
    }
  });
});
