import { expect } from "chai";
import type { Hex } from "viem";
import { DAY } from "#client/chain/epoch.ts";
import { InputFault } from "#client/chain/intent.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { longSignature, type MemberBallot, shortSignature, signable, type SignedMemberBallot } from "#client/governance/ballot.ts";
import { type BallotProblem, checkBallots } from "#client/governance/ballotCheck.ts";
import { BALLOTS, readBallots, writeBallots } from "#client/governance/ballotList.ts";
import { bundlesOf, lotsOf, MOST_CARRIED, packVoter, parseCastBallots } from "#client/governance/castBallots.ts";
import type { Proposal } from "#client/governance/types.ts";
import { council, deployment, GENESIS, keyOf, proposalWith } from "../../support/client/ballots.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const during = GENESIS + 5 * DAY;

async function sign(ballot: MemberBallot, signer: number = ballot.member): Promise<SignedMemberBallot> {
  return { ...ballot, signature: await keyOf(signer).signTypedData(signable(ballot, deployment)) };
}

const ballotOn = ({ id }: Proposal, member: number, part: Partial<MemberBallot> = {}): MemberBallot => ({ proposalId: id, support: "for", member: member as MemberId, keyEpoch: 0, ...part });

describe("Ballots as a text", () => {
  it("are read as they were written", async () => {
    const { books } = council({ members: 5 });
    const proposal = proposalWith(books);
    const ballots = await Promise.all([1, 2, 3].map((member) => sign(ballotOn(proposal, member))));
    const read = readBallots(writeBallots(ballots, deployment));
    expect(read.faults).to.deep.equal([]);
    expect(read.ballots).to.deep.equal(ballots.map((ballot, place) => ({ ...ballot, chainId: 31337, governor: deployment.contracts.governor, place })));
  });

  it("may be several lists, pasted one after another with other words between", async () => {
    const { books } = council({ members: 5 });
    const proposal = proposalWith(books);
    const texts = await Promise.all([1, 2].map(async (member) => writeBallots([await sign(ballotOn(proposal, member))], deployment)));
    const read = readBallots(`From Zhou:\n${texts[0]}\n\nFrom "He" {they wrote}:\n${texts[1]}`);
    expect(read.ballots.map(({ member, place }) => [member, place])).to.deep.equal([[1, 0], [2, 1]]);
    expect(read.faults.map(({ is }) => is)).to.deep.equal(["notJson"]);
  });

  const good = { proposalId: "5", support: "for", member: 1, keyEpoch: 0, signature: `0x${"1".repeat(130)}` };
  const list = (part: object, ballots: unknown = [good]): string => JSON.stringify({ form: BALLOTS, chainId: 31337, governor: deployment.contracts.governor, ballots, ...part });
  const bad: [string, string, string][] = [
    ["nothing", "", "notJson"],
    ["words", "hello", "notJson"],
    ["half a list", list({}).slice(0, -5), "notJson"],
    ["another form", list({ form: "gongsheng-ballots/2" }), "otherForm"],
    ["no list", list({ ballots: "none" }), "otherForm"],
    ["an array", "[]", "otherForm"],
    ["no chain", list({ chainId: "31337" }), "chain"],
    ["no governor", list({ governor: "0x12" }), "governor"],
    ["a ballot that is null", list({}, [null]), "notObject"],
    ["a proposal as a number", list({}, [{ ...good, proposalId: 5 }]), "proposal"],
    ["a proposal beyond 256 bits", list({}, [{ ...good, proposalId: "9".repeat(78) }]), "proposal"],
    ["a support by number", list({}, [{ ...good, support: 1 }]), "support"],
    ["member 0", list({}, [{ ...good, member: 0 }]), "member"],
    ["half a member", list({}, [{ ...good, member: 1.5 }]), "member"],
    ["a key beyond 16 bits", list({}, [{ ...good, keyEpoch: 65_536 }]), "keyEpoch"],
    ["a signature that is none", list({}, [{ ...good, signature: "0x" }]), "signature"],
    ["a signature with an odd digit", list({}, [{ ...good, signature: "0x123" }]), "signature"],
  ];
  for (const [what, text, is] of bad)
    it(`that hold ${what} leave a fault with a sentence in both languages, and nothing is thrown`, () => {
      const { ballots, faults } = readBallots(text);
      expect(ballots).to.deep.equal([]);
      expect(faults.map((fault) => fault.is)).to.deep.equal([is]);
      expect(faults[0]!.say.zh).to.match(/。$/);
      expect(faults[0]!.say.en).to.match(/\.$/);
    });

  it("lose only what is broken", () => {
    const { ballots, faults } = readBallots(list({}, [good, { ...good, member: -1 }, { ...good, member: 3 }]));
    expect(ballots.map(({ member, place }) => [member, place])).to.deep.equal([[1, 0], [3, 2]]);
    expect(faults.map(({ place, is }) => [place, is])).to.deep.equal([[1, "member"]]);
  });

  it("of any bytes at all are read or refused, never more", () => {
    const random = new Random(specSeed + 21);
    const text = list({}, [good, good]);
    for (let count = 0; count < 500; count++) {
      const at = random.whole(0, text.length - 1);
      const changed = text.slice(0, at) + String.fromCharCode(random.whole(32, 126)) + text.slice(at + random.whole(0, 2));
      const { ballots, faults } = readBallots(changed);
      expect(ballots.length + faults.length).to.be.greaterThan(0);
    }
  });
});

describe("A ballot before it is carried", () => {
  const { books } = council({ members: 12 });
  const open = proposalWith(books, { votes: { for: 1 } });
  const early = proposalWith(books, { opensAt: during, closesAt: during + DAY, plannedEnd: during + DAY });
  const over = proposalWith(books, { closesAt: during - 1, plannedEnd: during - 1 });
  const latecomer = { ...books.people.members.get(12 as MemberId)!, seatedFrom: open.opensAt + 1 };
  (books.people.members as Map<MemberId, typeof latecomer>).set(latecomer.id, latecomer);
  (books.people.byKey as Map<string, MemberId>).set(keyOf(99).address.toLowerCase(), 7 as MemberId); // a key that member 7 had before

  const check = async (ballots: readonly SignedMemberBallot[], place = deployment, contracts = new Set<string>()) =>
    checkBallots(readBallots(writeBallots(ballots, place)).ballots, books, deployment, during, { contracts });

  it("that is in order is good, with 64 bytes or with 65", async () => {
    const ballot = await sign(ballotOn(open, 5));
    const { r, vs } = shortSignature(ballot.signature);
    for (const signature of [ballot.signature, `${r}${vs.slice(2)}` as Hex]) {
      const [checked] = await check([{ ...ballot, signature }]);
      expect(checked!.verdict).to.deep.equal({ is: "good" });
      expect(checked!.say.en).to.equal("Member 5 votes for; the signature is true and the ballot can be carried.");
    }
  });

  const cases: [string, BallotProblem, () => Promise<SignedMemberBallot[]>][] = [
    ["on a proposal that nobody made", "noProposal", async () => [await sign({ ...ballotOn(open, 5), proposalId: 1n as never })]],
    ["before its vote opens", "early", async () => [await sign(ballotOn(early, 5))]],
    ["after its vote", "over", async () => [await sign(ballotOn(over, 5))]],
    ["of nobody", "noMember", async () => [await sign(ballotOn(open, 77))]],
    ["of somebody who came after the snapshot", "notSeated", async () => [await sign(ballotOn(open, 12))]],
    ["of somebody who has voted", "voted", async () => [await sign(ballotOn(open, 1))]],
    ["signed by another member", "signature", async () => [await sign(ballotOn(open, 5), 6)]],
    ["signed by a key that was replaced", "keyReplaced", async () => [await sign(ballotOn(open, 7), 99)]],
    ["for a key to come", "signature", async () => [await sign(ballotOn(open, 5, { keyEpoch: 1 }))]],
    ["changed after it was signed", "signature", async () => [{ ...(await sign(ballotOn(open, 5))), support: "against" }]],
    ["with a signature cut short", "signature", async () => [{ ...(await sign(ballotOn(open, 5))), signature: `0x${"12".repeat(63)}` }]],
    ["with the signature's twin", "signature", async () => [await twin(await sign(ballotOn(open, 5)))]],
  ];
  for (const [what, problem, make] of cases)
    it(`${what} is told apart, with a sentence, and left out`, async () => {
      const [checked] = await check(await make());
      expect(checked!.verdict).to.deep.equal({ is: "bad", problem });
      expect(checked!.say.zh).to.match(/不会送出.*。$/);
      expect(checked!.say.en).to.match(/It will not be carried, and the others are untouched\..*\.$/);
      expect(bundlesOf([checked!])).to.deep.equal([]);
    });

  it("of another chain or another cooperative is told apart", async () => {
    const ballot = await sign(ballotOn(open, 5));
    const problem = async (place: typeof deployment) => (await check([ballot], place))[0]!.verdict;
    expect(await problem({ ...deployment, chainId: 1 })).to.deep.equal({ is: "bad", problem: "otherChain" });
    expect(await problem({ ...deployment, contracts: { ...deployment.contracts, governor: deployment.contracts.timelock } })).to.deep.equal({ is: "bad", problem: "otherCooperative" });
  });

  it("that comes twice is carried once", async () => {
    const ballots = [await sign(ballotOn(open, 5)), await sign(ballotOn(open, 5, { support: "against" }))];
    const checked = await check(ballots);
    expect(checked.map(({ verdict }) => verdict)).to.deep.equal([{ is: "good" }, { is: "bad", problem: "twice" }]);
    expect(bundlesOf(checked)[0]!.ballots).to.have.length(1);
  });

  it("of a contract wallet goes to the chain to be checked", async () => {
    const wallet = keyOf(5).address;
    const [checked] = await check([{ ...ballotOn(open, 5), signature: "0x1234" }], deployment, new Set([wallet.toLowerCase()]));
    expect(checked!.verdict).to.deep.equal({ is: "wallet", wallet });
    expect(bundlesOf([checked!])[0]!.wallets).to.deep.equal([{ member: 5, keyEpoch: 0, support: 1, wallet, signature: "0x1234" }]);
  });

  it("is bundled by proposal and by member, in lots that a transaction holds", async () => {
    const other = proposalWith(books);
    const checked = await check([await sign(ballotOn(open, 9)), await sign(ballotOn(other, 4, { support: "abstain" })), await sign(ballotOn(open, 3))]);
    const bundles = bundlesOf(checked);
    expect(bundles.map(({ proposalId, ballots }) => [proposalId, ballots.map(({ voter }) => voter)])).to.deep.equal([[open.id, [packVoter(3, 0, 1), packVoter(9, 0, 1)]], [other.id, [packVoter(4, 0, 2)]]]);
    expect(packVoter(3, 2, 1), "read as the contract reads it").to.equal((1n << 56n) + (2n << 32n) + 3n);
    const intent = parseCastBallots(bundles);
    expect([intent.times, intent.expects, intent.or]).to.deep.equal([3, "VoteCast", "BallotSkipped"]);
    expect(lotsOf(Array.from({ length: MOST_CARRIED + 1 }, () => checked[0]!)).map(({ length }) => length)).to.deep.equal([MOST_CARRIED, 1]);
    expect(() => parseCastBallots([])).to.throw(InputFault, "ballots");
  });
});

describe("A signature", () => {
  it("that is no key's is refused in either length", () => {
    const tail = "1".repeat(64);
    for (const wrong of [`0x${tail}`, `0x${tail}${"f".repeat(64)}1b`, `0x${tail}${"1".repeat(64)}1d`, `0x${tail}${"1".repeat(64)}ff`] as Hex[]) expect(() => shortSignature(wrong), wrong).to.throw(RangeError);
    expect(() => longSignature(`0x${tail}7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0`)).not.to.throw();
    expect(() => longSignature(`0x${tail}7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1`)).to.throw(RangeError);
  });
});

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The same signature with the other s, which recovers the same key and must not count as another ballot. */
async function twin(ballot: SignedMemberBallot): Promise<SignedMemberBallot> {
  const { signature } = ballot;
  const s = ORDER - BigInt(`0x${signature.slice(66, 130)}`);
  const v = signature.endsWith("1b") ? "1c" : "1b";
  return { ...ballot, signature: `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}${v}` as Hex };
}
