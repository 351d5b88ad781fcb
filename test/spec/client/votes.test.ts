import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress } from "viem";
import { abis } from "#client/chain/contracts.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId, ProjectId, StatementId } from "#client/chain/ids.ts";
import { type Action, actionsOf, decodeAction, encodeAction, matterOf, type Wanted } from "#client/governance/actions.ts";
import { arithmeticOf, leastFor } from "#client/governance/arithmetic.ts";
import { clonesOf, isOddAmong } from "#client/governance/clones.ts";
import { titleOfProposal } from "#client/governance/deadlines.ts";
import { changesOf, dangersOf, describeAction } from "#client/governance/describe.ts";
import { lookalikes } from "#client/governance/lookalikes.ts";
import { mayPropose, openProposals } from "#client/governance/may.ts";
import { actionObstacle } from "#client/governance/mayExecute.ts";
import { describedBy } from "#client/governance/propose.ts";
import { previewVote, weighOf } from "#client/governance/preview.ts";
import { expiresAt, proposalState, timelineOfProposal } from "#client/governance/state.ts";
import { isMajority, quorumFor } from "#client/governance/tally.ts";
import { majorities } from "#client/governance/types.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { charter, council, deployment, GENESIS, proposalWith } from "../../support/client/ballots.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const hash = (digit: string): `0x${string}` => `0x${digit.repeat(64)}`;

describe("The arithmetic of a vote", () => {
  const during = GENESIS + 5 * DAY;

  it("calls a tie no majority, and three fifths and two thirds enough when they are met exactly", () => {
    expect(isMajority("half", { for: 3, against: 3, abstain: 9 })).to.equal(false);
    expect(isMajority("half", { for: 4, against: 3, abstain: 0 })).to.equal(true);
    expect(isMajority("threeFifths", { for: 3, against: 2, abstain: 0 })).to.equal(true);
    expect(isMajority("threeFifths", { for: 5, against: 4, abstain: 0 })).to.equal(false);
    expect(isMajority("twoThirds", { for: 4, against: 2, abstain: 0 })).to.equal(true);
    expect(isMajority("twoThirds", { for: 5, against: 3, abstain: 0 })).to.equal(false);
    for (const majority of majorities) expect(isMajority(majority, { for: 0, against: 0, abstain: 5 })).to.equal(false);
  });

  it("says the fewest ballots that would carry it, neither one too many nor one too few", () => {
    for (const majority of majorities)
      for (let against = 0; against < 60; against++) {
        const least = leastFor(majority, against);
        expect(isMajority(majority, { for: least, against, abstain: 0 }), `${majority}, ${least} to ${against}`).to.equal(true);
        if (least > 1) expect(isMajority(majority, { for: least - 1, against, abstain: 0 }), `${majority}, ${least - 1} to ${against}`).to.equal(false);
      }
  });

  it("adds up the listed ballots, and says what is missing and whether it can still be had", () => {
    const { books } = council({ members: 12 });
    const proposal = proposalWith(books, { votes: { for: 3, against: 2, abstain: 1 } });
    const sums = arithmeticOf(proposal, books, during);
    expect([sums.for, sums.against, sums.abstain, sums.cast, sums.electorate, sums.left]).to.deep.equal([3, 2, 1, 6, 12, 6]);
    expect(sums.quorum).to.deep.equal({ needed: 5, has: 4, missing: 1, reached: false, percent: 10 });
    expect([sums.threshold.needed, sums.threshold.missing, sums.threshold.reached, sums.threshold.onTheLine]).to.deep.equal([3, 0, true, true]);
    expect([sums.moreNeeded, sums.possible, sums.carried, sums.state]).to.deep.equal([1, true, false, "active"]);
    const lost = arithmeticOf(proposalWith(books, { votes: { for: 1, against: 9 } }), books, during);
    expect([lost.moreNeeded, lost.left, lost.possible]).to.deep.equal([13, 2, false]);
  });

  it("counts who was seated at the snapshot, whoever came or went since", () => {
    const { books } = council({ members: 12 });
    const proposal = proposalWith(books, { votes: { for: 5 } });
    const later = { ...books, people: { ...books.people, seated: 30, seatedTrace: [...books.people.seatedTrace, { at: proposal.opensAt + 1, seated: 30 }] } };
    expect(arithmeticOf(proposal, later, during).electorate).to.equal(12);
    const before = arithmeticOf({ ...proposal, ballots: [] }, later, proposal.opensAt);
    expect([before.settled, before.electorate]).to.deep.equal([false, 12]);
  });

  it("foretells what one more ballot does", () => {
    const { books } = council({ members: 12 });
    const proposal = proposalWith(books, { votes: { for: 4 } });
    const { before, after } = previewVote(proposal, books, 9 as MemberId, "for", during);
    expect([before.carried, after.carried, after.for, after.moreNeeded]).to.deep.equal([false, true, 5, 0]);
  });
});

describe("Where a proposal stands", () => {
  it("turns at the second after each bound", () => {
    const { books } = council({ members: 12 });
    const carried = proposalWith(books, { votes: { for: 6 } });
    const at = (second: number, one = carried) => proposalState(one, books, second);
    expect([at(carried.opensAt), at(carried.opensAt + 1)]).to.deep.equal(["pending", "active"]);
    expect([at(carried.closesAt), at(carried.closesAt + 1)]).to.deep.equal(["active", "succeeded"]);
    expect([at(expiresAt(carried)), at(expiresAt(carried) + 1)]).to.deep.equal(["succeeded", "expired"]);
    const queued = { ...carried, queuedAt: carried.closesAt + 9, eta: carried.closesAt + 9 + 3 * DAY };
    expect([at(expiresAt(queued), queued), at(expiresAt(queued) + 1, queued)]).to.deep.equal(["queued", "expired"]);
    expect(at(carried.closesAt + 1, { ...carried, ballots: carried.ballots.slice(0, 4) })).to.equal("defeated");
    expect(at(GENESIS, { ...carried, cancelledAt: GENESIS })).to.equal("cancelled");
  });

  it("is told as a line of moments, those to come as planned", () => {
    const { books } = council({ members: 12 });
    const proposal = proposalWith(books, { votes: { for: 6 } });
    expect(timelineOfProposal(proposal, books, proposal.opensAt + 1).map(({ is, planned }) => [is, planned])).to.deep.equal([["proposed", false], ["opens", false], ["closes", true], ["queueable", true], ["executable", true], ["expires", true]]);
    const executed = { ...proposal, queuedAt: proposal.closesAt + 5, eta: proposal.closesAt + 5 + 3 * DAY, executedAt: proposal.closesAt + 4 * DAY };
    expect(timelineOfProposal(executed, books, GENESIS + 30 * DAY).map(({ is }) => is)).to.deep.equal(["proposed", "opens", "closes", "queued", "executable", "executed"]);
    expect(timelineOfProposal({ ...proposal, cancelledAt: GENESIS + 2 * DAY }, books, GENESIS + 30 * DAY).map(({ is }) => is)).to.deep.equal(["proposed", "cancelled"]);
  });

  it("leaves a member two open proposals, until their votes were to end", () => {
    const { books } = council({ members: 12 });
    const [first] = [proposalWith(books), proposalWith(books, { plannedEnd: GENESIS + 12 * DAY })];
    const me = 1 as MemberId;
    expect(mayPropose(books, me, first!.plannedEnd)).to.equal("TooManyOpen");
    expect(mayPropose(books, me, first!.plannedEnd + 1)).to.equal(null);
    expect(openProposals(books, me, first!.plannedEnd + 1)).to.have.length(1);
    expect(mayPropose(books, 2 as MemberId, first!.plannedEnd)).to.equal(null);
  });
});

describe("An action of a proposal", () => {
  const { books } = council({ members: 12 });
  const record: StatementRecord = { id: hash("5") as StatementId, kind: "statement", proposer: 3 as MemberId, cofounders: [], disowned: [], project: null, previous: null, document: charter.statement, uri: "", charter, draftedAt: GENESIS, tx: hash("7"), submissions: [{ number: 1, submittedAt: GENESIS, deadline: GENESIS + DAY, needed: 0, best: "C", takenBackAt: null, reviews: [], filledAt: GENESIS, tx: hash("7") }], adopted: [], admittedAs: null, admittedAt: null };
  (books.work.statements as Map<StatementId, StatementRecord>).set(record.id, record);
  const now = GENESIS + 5 * DAY;
  const wanted: Wanted[] = [
    { type: "admit", statement: record.id, submission: 1, project: null, charter },
    { type: "parameter", parameter: "stopPercent", value: 12n },
    { type: "stewards", project: 1 as ProjectId, stewards: [4, 5] as MemberId[] },
    { type: "close", project: 1 as ProjectId },
    { type: "cooperative", charter: { ...charter, budget: 1_100_000_000n } },
    { type: "expel", member: 9 as MemberId, cause: hash("c") },
    { type: "name", keys: [getAddress(`0x${"a1".repeat(20)}`), getAddress(`0x${"b2".repeat(20)}`)] },
  ];

  function expectSentence({ zh, en }: { zh: string; en: string }): void {
    expect(zh).to.match(/[\u4e00-\u9fff]/).and.not.match(/undefined|NaN|\[object|[\u4e00-\u9fff] [\u4e00-\u9fff]/);
    expect(en).to.match(/^[A-Z]/).and.not.match(/undefined|NaN|\[object/);
  }

  for (const action of wanted)
    it(`of the sort “${action.type}” is written and read again, and told in both languages`, () => {
      const { target, calldata } = encodeAction(action, deployment);
      const read = decodeAction(target, calldata, books, deployment);
      expect(read).to.deep.include(action);
      expectSentence(describeAction(read, books));
      expect(dangersOf(read, books, now)).to.deep.equal([]);
      for (const change of changesOf(read, books, now)) expectSentence({ zh: `变${change.after.zh}`, en: `To ${change.after.en}` });
      if (action.type === "expel") expect(describeAction(read, books).en).to.include("member 9");
      if (action.type === "cooperative") expect(changesOf(read, books, now).map(({ label, before, after }) => [label.en, before?.en, after.en])).to.deep.equal([["budget", "1000", "1100"]]);
    });

  it("with terms other than the reviewed ones, or another submission, says so before all else", () => {
    const action = (part: Partial<Extract<Wanted, { type: "admit" }>>): Action => {
      const { target, calldata } = encodeAction({ ...(wanted[0] as Extract<Wanted, { type: "admit" }>), ...part }, deployment);
      return decodeAction(target, calldata, books, deployment);
    };
    const changed = action({ charter: { ...charter, budget: 2n, rates: { ...charter.rates, sharing: 1n }, stewards: [9] as MemberId[] } });
    expect(changed.type === "admit" && changed.differs).to.deep.equal(["budget", "rate.sharing", "stewards"]);
    expect(dangersOf(changed, books, now)[0]!.en).to.include("not those that were reviewed: budget, rate of sharing, stewards");
    expect(dangersOf(action({ submission: 2 }), books, now)[0]!.zh).to.include("第2次提交");
    expect(dangersOf(action({ statement: hash("6") as StatementId }), books, now)[0]!.en).to.include("No such statement was drafted");
    expect(dangersOf(action({ project: 1 as ProjectId }), books, now)[0]!.en).to.include("project");
    expect(dangersOf(action({}), books, GENESIS + 200 * DAY)[0]!.en).to.include("its grade is void");
  });

  it("that names persons needs two thirds of a third at least, and tells each address", () => {
    const keys = Array.from({ length: 3 }, (_, place) => getAddress(`0x${(place + 0xabc).toString(16).padStart(40, "3")}`));
    const naming: Wanted = { type: "name", keys };
    expect(matterOf(naming)).to.equal("naming");
    expect(weighOf(books, naming, now).majority).to.equal("twoThirds");
    expect(quorumFor(60, 10, "naming")).to.equal(20);
    const { target, calldata } = encodeAction(naming, deployment);
    const read = decodeAction(target, calldata, books, deployment);
    expect(changesOf(read, books, now).map(({ after }) => after.en)).to.deep.equal(keys);
  });

  it("that names a member's key, nobody, or more than fifty is flagged, and so is the readmission of one who was not expelled", () => {
    const named = (count: number): Wanted => ({ type: "name", keys: Array.from({ length: count }, (_, place) => getAddress(`0x${(place + 0xabc).toString(16).padStart(40, "3")}`)) });
    const dangers = (action: Wanted) => dangersOf(action as Action, books, now).map(({ en }) => en);
    expect(dangers(named(50))).to.deep.equal([]);
    for (const count of [0, 51]) {
      expect(dangers(named(count))).to.have.length(1).and.satisfy(([say]: string[]) => say!.includes("1 to 50 addresses"));
      expect(actionObstacle(books, named(count) as Action, now)).to.equal("NamesOutOfBounds");
    }
    const key = books.people.members.get(4 as MemberId)!.key;
    expect(dangers({ type: "name", keys: [key] })[0]).to.include(key);
    expect(dangers({ type: "readmit", member: 9 as MemberId })[0]).to.include("member 9 is not expelled");
    expect(actionObstacle(books, { type: "readmit", member: 9 as MemberId }, now)).to.equal("NotExpelled");
    const gone = { ...books.people.members.get(9 as MemberId)!, standing: "expelled" as const };
    const after = { ...books, people: { ...books.people, members: new Map(books.people.members).set(gone.id, gone) } };
    expect(dangersOf({ type: "readmit", member: gone.id }, after, now)).to.deep.equal([]);
    expect(actionObstacle(after, { type: "readmit", member: gone.id }, now)).to.equal(null);
    expect(describeAction({ type: "readmit", member: gone.id }, after).en).to.include("member 9");
  });

  it("that expels a second member in an epoch of few is told as refused, even where the first was readmitted since", () => {
    const expel: Action = { type: "expel", member: 9 as MemberId, cause: hash("c") };
    expect(actionObstacle(books, expel, now)).to.equal(null);
    const after = { ...books, people: { ...books.people, expulsions: [now - DAY] } };
    expect(actionObstacle(after, expel, now)).to.equal("TooManyExpelled");
    expect(actionObstacle(after, expel, now + 28 * DAY)).to.equal(null);
  });

  it("that sets a number outside its bounds is read, and flagged", () => {
    const { target, calldata } = encodeAction({ type: "parameter", parameter: "stopPercent", value: 99n }, deployment);
    const read = decodeAction(target, calldata, books, deployment);
    expect(dangersOf(read, books, now)[0]!.en).to.include("not between 5 and 25");
  });

  it("that is not exactly what a listed function takes is unknown, and nobody vouches for it", () => {
    const good = encodeAction({ type: "close", project: 1 as ProjectId }, deployment);
    const strangers: [string, Address, `0x${string}`][] = [
      ["more data than the function takes", good.target, `${good.calldata}${"00".repeat(32)}`],
      ["less", good.target, good.calldata.slice(0, -2) as `0x${string}`],
      ["no data", good.target, "0x"],
      ["half a selector", good.target, "0x0102"],
      ["dirty bits", good.target, `0x${good.calldata.slice(2, 10)}${"f".repeat(56)}00000001`],
      ["another contract", deployment.contracts.parameters, good.calldata],
      ["a stranger", getAddress(`0x${"9".repeat(40)}`), good.calldata],
      ["a function that no vote calls", good.target, encodeFunctionData({ abi: abis.projectRegistry, functionName: "askToClose", args: [1, true] })],
      ["a number that does not exist", deployment.contracts.parameters, encodeFunctionData({ abi: abis.parameters, functionName: "set", args: [16, 5n] })],
    ];
    for (const [what, target, calldata] of strangers) {
      const read = decodeAction(target, calldata, books, deployment);
      expect(read.type, what).to.equal("unknown");
      expect(dangersOf(read, books, now)[0]!.en).to.include("Do not vote for it");
    }
  });

  it("is decoded for each call of a proposal, in order", () => {
    const proposal = proposalWith(books, { actions: wanted.slice(1, 4) });
    expect(actionsOf(proposal, books, deployment).map(({ type }) => type)).to.deep.equal(["parameter", "stewards", "close"]);
  });
});

describe("An address that looks like a known one", () => {
  const { books } = council({ members: 12 });
  const random = new Random(specSeed + 9);
  const known = [...Object.values(deployment.contracts), ...[...books.people.members.values()].map(({ key }) => key)];

  it("is flagged when the first four or the last four digits are the same, a thousand times of a thousand", () => {
    for (let count = 0; count < 1_000; count++) {
      const model = random.one(known).slice(2).toLowerCase();
      const body = random.hash().slice(2, 42);
      const where = random.one(["first", "last", "both"] as const);
      const forged = `0x${where === "last" ? body.slice(0, 4) : model.slice(0, 4)}${body.slice(4, 36)}${where === "first" ? body.slice(36) : model.slice(36)}` as Address;
      const found = lookalikes(getAddress(forged), books, deployment).find(({ address }) => address.slice(2).toLowerCase() === model);
      expect(found, forged).not.to.equal(undefined);
      if (where !== "both" || found!.shares === "both") expect([where, "both"]).to.include(found!.shares);
    }
  });

  it("is not flagged when it is the known one itself, or like none", () => {
    for (const { id, key } of books.people.members.values()) {
      expect(lookalikes(key, books, deployment).every(({ address }) => address !== key)).to.equal(true);
      expect(lookalikes(id, books, deployment).every(({ owner }) => owner.is !== "member" || owner.member !== id)).to.equal(true);
    }
    expect(lookalikes(getAddress(`0xfedc${"1".repeat(32)}ba98`), books, deployment)).to.deep.equal([]);
  });

  it("of a member's key is flagged beside another member's", () => {
    const twin = `0x${books.people.members.get(1 as MemberId)!.key.slice(2, 6)}${"3".repeat(36)}`;
    const people = { ...books.people, byKey: new Map([...books.people.byKey, [twin.toLowerCase(), 40 as MemberId]]) };
    expect(lookalikes(1 as MemberId, { ...books, people }, deployment).map(({ owner, shares }) => [owner, shares])).to.deep.include([{ is: "member", member: 40 }, "first"]);
  });
});

describe("Proposals that look alike", () => {
  const stop = (value: bigint): Wanted => ({ type: "parameter", parameter: "stopPercent", value });
  const pay = (member: number): Wanted => ({ type: "stewards", project: 1 as ProjectId, stewards: [2, 3, 4, member] as MemberId[] });

  it("are found by their words, as a hurried reader takes them in, and the poisoned one among ten is marked", () => {
    const { books } = council({ members: 12 });
    const writings = ["New stewards for the mill.", "new  stewards for the mill", "NEW STEWARDS FOR THE MILL!", "New\u200B stewards for the mill.", "Ｎew stewards for the mill."];
    const clones = Array.from({ length: 10 }, (_, place) => proposalWith(books, { description: describedBy(writings[place % writings.length]!, deployment.contracts.governor), actions: [pay(place === 6 ? 11 : 5)] }));
    const poisoned = clones[6]!;
    const found = clonesOf(poisoned, books);
    expect(found).to.have.length(9);
    expect(found.every(({ sameWords, sameActions }) => sameWords && !sameActions)).to.equal(true);
    expect(isOddAmong(poisoned, found)).to.equal(true);
    for (const other of clones.filter((one) => one !== poisoned)) {
      const beside = clonesOf(other, books);
      expect(beside.filter(({ sameActions }) => !sameActions).map(({ proposal }) => proposal.id)).to.deep.equal([poisoned.id]);
      expect(isOddAmong(other, beside)).to.equal(false);
    }
    expect(found[0]!.differs.map(({ action, mine, theirs }) => [action, mine === poisoned.calldatas[0], theirs === clones[9]!.calldatas[0]])).to.deep.equal([[0, true, true]]);
  });

  it("are found by actions almost alike under other words, and honest different ones are not", () => {
    const { books } = council({ members: 12 });
    const first = proposalWith(books, { description: "Stewards", actions: [pay(5)] });
    const near = proposalWith(books, { description: "Something else entirely", actions: [pay(6)] });
    proposalWith(books, { description: "The stop", actions: [stop(12n)] });
    proposalWith(books, { description: "The stop again, lower", actions: [stop(10n)] });
    expect(clonesOf(first, books).map(({ proposal, sameWords }) => [proposal.id, sameWords])).to.deep.equal([[near.id, false]]);
  });

  it("are called by their first line, without the suffix and without marks", () => {
    const { books } = council({ members: 3 });
    const title = (description: string): string => titleOfProposal(proposalWith(books, { description })).en;
    expect(title("\n## Lower the stop\n\nbecause\n\n#proposer=0x" + "1".repeat(40))).to.equal("Lower the stop");
    expect(title("\u202Eevil\u200B")).to.equal("evil");
    expect(title("")).to.match(/^Proposal [0-9a-f]{6}$/);
  });
});
