// Measures votes and reviews: gas of receipts, each act in a block of its own. Nobody acts for the first time.
import { packVoter } from "#client/governance/castBallots.ts";
import { type Contract, id, Signature } from "ethers";
import { CHARTER, DAY, settle, type Place } from "./place.ts";

/** Parameter 11 is the percentage of the quorum; the others stand with their defaults. */
const QUORUM_PERCENT = 11;
/** From proposal to vote, its length, and the wait of what passed: days, as at the founding. */
const [DELAY, VOTE, WAIT] = [2, 7, 3];
const FOR = 1;
/** 24 bits, two a criterion: ten twice, two once. */
const MARKS = 0xaaaaa5;
const OTHER_MARKS = 0x955555;

interface Proposal {
  readonly id: bigint;
  readonly targets: readonly string[];
  readonly calldatas: readonly string[];
  readonly description: string;
  readonly gas: bigint;
}

/** A member proposes a quorum of so many percent: 516 bytes of calldata, as the peers were measured with. */
export async function propose(place: Place, member: number, percent: number): Promise<Proposal> {
  const parameters = place.as(member, "parameters");
  const targets = [place.record.contracts.parameters];
  const calldatas = [parameters.interface.encodeFunctionData("set", [QUORUM_PERCENT, percent])];
  const description = `Quorum ${percent} %.#proposer=${place.wallet(member).address}`;
  const { gasUsed, logs } = await place.receipt(place.as(member, "governor").getFunction("propose")(targets, [0], calldatas, description));
  const made = logs.map((log) => place.as(member, "governor").interface.parseLog(log)).find((log) => log?.name === "ProposalCreated");
  return { id: made!.args[0] as bigint, targets, calldatas, description, gas: gasUsed };
}

export const vote = (place: Place, member: number, proposal: Proposal): Promise<bigint> => place.cost(place.as(member, "governor").getFunction("castVote")(proposal.id, FOR));

async function sign(place: Place, member: number, proposal: Proposal): Promise<Signature> {
  const domain = { name: "Gongsheng", version: "1", chainId: 31337, verifyingContract: place.record.contracts.governor };
  const types = { MemberBallot: [{ name: "proposalId", type: "uint256" }, { name: "support", type: "uint8" }, { name: "member", type: "uint32" }, { name: "keyEpoch", type: "uint16" }] };
  return Signature.from(await place.wallet(member).signTypedData(domain, types, { proposalId: proposal.id, support: FOR, member, keyEpoch: 0 }));
}

/** Carries the ballots of members `from` to `from + count - 1`; what one of them cost. */
export async function carry(place: Place, carrier: number, proposal: Proposal, from: number, count: number): Promise<bigint> {
  const members = Array.from({ length: count }, (_, index) => from + index);
  const ballots = await Promise.all(members.map(async (member) => {
    const { r, yParityAndS } = await sign(place, member, proposal);
    return { voter: packVoter(member, 0, FOR), r, vs: yParityAndS };
  }));
  const governor = place.as(carrier, "governor");
  const { gasUsed, logs } = await place.receipt(governor.getFunction("castBallots")([{ proposalId: proposal.id, ballots, wallets: [] }]));
  const cast = logs.filter((log) => governor.interface.parseLog(log)?.name === "VoteCast").length;
  if (cast !== count) throw new Error(`Of ${count} ballots ${cast} were counted.`);
  return gasUsed / BigInt(count);
}

/** Queues what passed as soon as it may, and executes it as soon as it may. */
export async function queueAndExecute(place: Place, member: number, { targets, calldatas, description }: Proposal): Promise<bigint> {
  const governor = place.as(member, "governor");
  const given = [targets, [0], calldatas, id(description)];
  const queued = await place.cost(governor.getFunction("queue")(...given));
  await place.wait(WAIT * DAY);
  return queued + (await place.cost(governor.getFunction("execute")(...given)));
}

export const untilOpen = (place: Place): Promise<void> => place.wait(DELAY * DAY + 1);
export const untilOver = (place: Place): Promise<void> => place.wait(VOTE * DAY + 1);

/** Drafts a statement; its id and what that cost. */
export async function draft(place: Place, member: number, title: string): Promise<[string, bigint]> {
  const projects = place.as(member, "projectRegistry");
  const charter = { ...CHARTER, statement: id(title), uri: "ipfs://bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy" };
  const gas = await place.cost(projects.getFunction("draft")(0, id(""), [], charter));
  return [(await projects.getFunction("statementId")(member, charter.statement)) as string, gas];
}

/** A review with a written comment's digest. */
export const review = (place: Place, member: number, statement: string, marks = MARKS): Promise<bigint> =>
  place.cost(place.as(member, "projectReviews").getFunction("review")(statement, marks, id("comment"), ""));

export const submit = (place: Place, member: number, statement: string): Promise<bigint> => place.cost((place.as(member, "projectReviews") as Contract).getFunction("submit")(statement));

/** Measures votes among two hundred and a whole decision among five, and the reviews of a statement. Returns gas by key. */
export async function measureGovernance(): Promise<Record<string, bigint>> {
  const gas: Record<string, bigint> = {};
  const place = await settle(200, Array.from({ length: 199 }, (_, index) => index + 1));
  await propose(place, 1, 25);
  await untilOpen(place);
  await untilOver(place);

  const proposal = await propose(place, 1, 20);
  gas.propose = proposal.gas;
  await untilOpen(place);
  gas.voteFirst = await vote(place, 3, proposal);
  gas.voteNewWord = await vote(place, 130, proposal);
  gas.voteLater = await vote(place, 4, proposal);
  const governor = place.as(6, "governor");
  gas.voteBySig = await place.cost(governor.getFunction("castVoteBySig")(proposal.id, FOR, place.wallet(5).address, (await sign(place, 5, proposal)).serialized));
  gas.ballotBundle1 = await carry(place, 6, proposal, 7, 1);
  gas.ballotBundle10 = await carry(place, 6, proposal, 8, 10);
  gas.ballotBundle100 = await carry(place, 6, proposal, 18, 100);

  const few = await settle(5, [1, 2, 3, 4, 5]);
  const decide = async (percent: number): Promise<[bigint, bigint]> => {
    const decided = await propose(few, 1, percent);
    await untilOpen(few);
    let used = decided.gas;
    for (const member of [1, 2, 3]) used += await vote(few, member, decided);
    await untilOver(few);
    const executed = await queueAndExecute(few, 4, decided);
    return [executed, used + executed];
  };
  await decide(20);
  await few.wait(28 * DAY);
  [gas.queueAndExecute, gas.decision] = await decide(15);

  const [statement, drafted] = await draft(place, 1, "statement");
  gas.draftStatement = drafted;
  gas.submitStatement = await submit(place, 1, statement);
  gas.reviewFirst = await review(place, 11, statement);
  gas.reviewNewWord = await review(place, 21, statement);
  gas.reviewSameWord = await review(place, 12, statement);
  gas.reviewRevised = await review(place, 11, statement, OTHER_MARKS);
  return gas;
}
