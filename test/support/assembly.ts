// What members do together: propose, vote and carry out; draft, review and admit. Verbs for specs, as in cooperative.ts.
import { id as hashOf, sha256, toBeHex, toUtf8Bytes } from "ethers";
import type { Charter } from "../../scripts/deploy/founding.ts";
import type { Cooperative } from "./cooperative.ts";
import type { Person } from "./people.ts";
import { votedHand } from "./voted.ts";

export const SUPPORT = { against: 0, for: 1, abstain: 2 } as const;
export const MATTER = { none: 0n, admission: 1n, terms: 2n, expulsion: 3n, naming: 4n, funds: 5n } as const;
export const MAJORITY = { half: 0n, threeFifths: 1n, twoThirds: 2n } as const;
export const STATE = { pending: 0n, active: 1n, canceled: 2n, defeated: 3n, succeeded: 4n, queued: 5n, expired: 6n, executed: 7n } as const;
export const GRADE = { none: 0n, d: 1n, c: 2n, b: 3n, a: 4n, aPlus: 5n } as const;
export const WRITTEN = { none: 0n, draft: 1n, inReview: 2n, reviewed: 3n, admitted: 4n } as const;
/** Why a ballot of a bundle was not counted. */
export const SKIP = { notOpen: 0n, signature: 1n, notSeated: 2n, duplicate: 3n, support: 4n } as const;
/** The numbers of parameters that specs change. */
export const NUMBER = { reviewDays: 3, stopPercent: 5, quorumPercent: 11, delayDays: 12, voteDays: 13, timelockDays: 14, openProposals: 15 } as const;

/** Twelve marks in their 24 bits, the first lowest. */
export const marksOf = (...marks: readonly number[]): number => marks.reduce((packed, mark, place) => packed | (mark << (2 * place)), 0);
const even = (twos: number): number => marksOf(...Array.from({ length: 12 }, (_, place) => ((place + 6) % 12 < twos ? 2 : 1)));
/** Marks that make each grade where all give them; from D to B the sums are the least that will do, and A+ is full. */
export const MARKS = { d: marksOf(1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0), c: marksOf(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0), b: even(2), a: even(6), aPlus: even(12) } as const;

/** One call that a proposal asks for. */
export interface Action {
  readonly target: string;
  readonly value: bigint;
  readonly data: string;
}

/** A proposal that was made. `opens`: the snapshot; ballots count after it and until `closes`, both in seconds since 1970. */
export interface Proposal {
  readonly id: bigint;
  readonly by: Person;
  readonly actions: readonly Action[];
  readonly description: string;
  readonly opens: number;
  readonly closes: number;
}

/** A statement that was drafted. `project` 0: a new one. */
export interface Statement {
  readonly id: string;
  readonly by: Person;
  readonly project: number;
  readonly charter: Charter;
}

export interface StatementWish {
  readonly project?: number;
  readonly previous?: string;
  readonly cofounders?: readonly Person[];
  readonly charter?: Partial<Charter>;
}

const NOTHING = `0x${"0".repeat(64)}`;
let written = 0;

/** The sha2-256 digest of a document that nobody wrote before. */
export const freshDocument = (): string => sha256(toUtf8Bytes(`document ${(written += 1)}`));

export class Assembly {
  private readonly coop: Cooperative;

  constructor(coop: Cooperative) {
    this.coop = coop;
  }

  // --- what may be asked for ---

  sets = async (number: number, value: number | bigint): Promise<Action> => this.call(this.coop.parameters, "set", [number, value]);
  expels = async (member: Person | number, cause = hashOf("cause")): Promise<Action> => this.call(this.coop.members, "expel", [typeof member === "number" ? member : member.id, cause]);
  readmits = async (member: Person | number): Promise<Action> => this.call(this.coop.members, "readmit", [typeof member === "number" ? member : member.id]);
  names = async (people: readonly Pick<Person, "address">[]): Promise<Action> => this.call(this.coop.members, "namePersons", [people.map(({ address }) => address)]);
  replaces = async (project: number, stewards: readonly Person[]): Promise<Action> => this.call(this.coop.projects, "replaceStewards", [project, stewards.map(({ id }) => id)]);
  closes = async (project: number): Promise<Action> => this.call(this.coop.projects, "close", [project]);
  amends = async (charter: Charter): Promise<Action> => this.call(this.coop.projects, "amendCooperative", [charter]);
  admits = async ({ id, project, charter }: Statement, submission = 1): Promise<Action> => this.call(this.coop.projects, "admit", [id, submission, project, charter]);

  listsToken = async (token: string, listed = true): Promise<Action> => this.call(this.coop.pool, "list", [token, listed]);
  /** `to`: a purse, as `holderOf` writes it. */
  spendsReserve = async (project: number, token: string, to: string, amount: bigint, cause = hashOf("cause")): Promise<Action> => this.call(this.coop.pool, "spendReserve", [project, token, to, amount, cause]);
  spendsPocket = async (project: number, token: string, to: string, amount: bigint, cause = hashOf("cause")): Promise<Action> => this.call(this.coop.pool, "spendPocket", [project, token, to, amount, cause]);
  adoptsContract = async (target: string, codeHash: string, adopted = true): Promise<Action> => this.call(this.coop.commons, "adopt", [target, codeHash, adopted]);
  releases = async (token: string, target: string, amount: bigint): Promise<Action> => this.call(this.coop.commons, "release", [token, target, amount]);

  // --- proposals ---

  /** The four lists that propose, queue, execute and cancel take; the last is the description, or its hash. */
  lists = (actions: readonly Action[], description: string) => [actions.map(({ target }) => target), actions.map(({ value }) => value), actions.map(({ data }) => data), description] as const;
  /** A description that nobody used, ending so that nobody else can propose it. */
  words = (by: Person): string => `Proposal ${(written += 1)}#proposer=${by.address}`;
  proposing = (by: Person, actions: readonly Action[], description = this.words(by)) => {
    const [targets, values, calldatas] = this.lists(actions, description);
    return this.coop.governor.connect(by.signer).propose(targets, values, calldatas, description);
  };
  proposes = async (by: Person, actions: readonly Action[] | Action, description = this.words(by)): Promise<Proposal> => {
    const list = "target" in actions ? [actions] : actions;
    const { governor } = this.coop;
    await this.proposing(by, list, description);
    const [targets, values, calldatas] = this.lists(list, description);
    const id = await governor.hashProposal(targets, values, calldatas, hashOf(description));
    const [opens, closes] = await Promise.all([governor.proposalSnapshot(id), governor.proposalDeadline(id)]);
    return { id, by, actions: list, description, opens: Number(opens), closes: Number(closes) };
  };
  /** Waits until the vote is open. */
  opens = async ({ opens }: Proposal): Promise<void> => {
    if ((await this.coop.now()) <= opens) await this.coop.until(opens + 1);
  };
  votes = (who: Person, { id }: Proposal, support: keyof typeof SUPPORT = "for") => this.coop.governor.connect(who.signer).castVote(id, SUPPORT[support]);
  allVote = async (people: readonly Person[], proposal: Proposal, support: keyof typeof SUPPORT = "for"): Promise<void> => {
    for (const person of people) await this.votes(person, proposal, support);
  };
  /** Waits until the vote is over, extension included. */
  ends = async ({ id }: Proposal): Promise<void> => this.coop.until(Number(await this.coop.governor.proposalDeadline(id)) + 1);
  cancels = (who: Person, { actions, description }: Proposal) => this.coop.governor.connect(who.signer).cancel(...this.hashed(actions, description));
  queues = ({ actions, description }: Proposal, by: Person = this.coop.stranger) => this.coop.governor.connect(by.signer).queue(...this.hashed(actions, description));
  executes = ({ actions, description }: Proposal, by: Person = this.coop.stranger) => this.coop.governor.connect(by.signer).execute(...this.hashed(actions, description));
  /** What the timelock is asked to schedule and to execute: the five lists of a batch, its salt the proposal's id. */
  operation = ({ id, actions }: Proposal) => [actions.map(({ target }) => target), actions.map(({ value }) => value), actions.map(({ data }) => data), NOTHING, toBeHex(id, 32)] as const;
  state = ({ id }: Proposal): Promise<bigint> => this.coop.governor.state(id);

  /** Waits until the vote is over and until what was queued may be executed. */
  waits = async (proposal: Proposal): Promise<void> => {
    await this.ends(proposal);
    await this.queues(proposal);
    await this.coop.until(Number(await this.coop.governor.proposalEta(proposal.id)));
  };
  /** Passes: all `voters` are for it. What comes back is its execution. */
  passes = async (actions: readonly Action[] | Action, voters: readonly Person[] = this.coop.all, by: Person = this.coop.all[0]!) => {
    const proposal = await this.proposes(by, actions);
    await this.opens(proposal);
    await this.allVote(voters, proposal);
    await this.waits(proposal);
    return this.executes(proposal);
  };

  // --- statements ---

  drafting = (by: Person, { project = 0, previous = NOTHING, cofounders = [] }: StatementWish, charter: Charter) =>
    this.coop.projects.connect(by.signer).draft(project, previous, cofounders.map(({ id }) => id), { ...charter, rates: [...charter.rates], stewards: [...charter.stewards] });
  /** Drafts a statement with a document of its own; a new project unless it says otherwise, with the mill's terms. */
  drafts = async (by: Person, wish: StatementWish = {}): Promise<Statement> => {
    const charter = { ...this.coop.charterOf("mill"), statement: freshDocument(), stewards: [by.id], ...wish.charter };
    await this.drafting(by, wish, charter);
    return { id: await this.coop.projects.statementId(by.id, charter.statement), by, project: wish.project ?? 0, charter };
  };
  submits = ({ id, by }: Pick<Statement, "id" | "by">, who: Person = by) => this.coop.reviews.connect(who.signer).submit(id);
  takesBack = ({ id, by }: Pick<Statement, "id" | "by">, who: Person = by) => this.coop.reviews.connect(who.signer).takeBack(id);
  reviews = (who: Person, { id }: Pick<Statement, "id">, marks: number = MARKS.a, comment = NOTHING, uri = "") => this.coop.reviews.connect(who.signer).review(id, marks, comment, uri);
  reviewsAll = async (people: readonly Person[], statement: Pick<Statement, "id">, marks: number = MARKS.a): Promise<void> => {
    for (const person of people) await this.reviews(person, statement, marks);
  };
  /** When what stands of the latest submission is fixed, if it is enough by then; seconds since 1970. */
  deadline = async ({ id }: Pick<Statement, "id">): Promise<number> => Number((await this.coop.reviews.submissionOf(id)).deadline);
  /** Drafts, submits and has it reviewed by as many as are needed, all with the same marks; waits until the grade stands. */
  graded = async (by: Person, marks: number, wish: StatementWish = {}): Promise<Statement> => {
    const statement = await this.drafts(by, wish);
    await this.submits(statement);
    const { needed } = await this.coop.reviews.submissionOf(statement.id);
    const own = [by, ...(wish.cofounders ?? [])];
    await this.reviewsAll(this.coop.all.filter((person) => !own.includes(person)).slice(0, Number(needed)), statement, marks);
    await this.coop.until(await this.deadline(statement));
    return statement;
  };
  /** Admits as a vote that passed would; the statement's latest submission unless another is named. */
  admitted = async (statement: Statement, submission?: number) => {
    const number = submission ?? (await this.coop.reviews.submissionOf(statement.id)).number;
    return this.coop.projects.connect(await votedHand(this.coop)).admit(statement.id, number, statement.project, { ...statement.charter, rates: [...statement.charter.rates], stewards: [...statement.charter.stewards] });
  };

  private hashed(actions: readonly Action[], description: string) {
    const [targets, values, calldatas] = this.lists(actions, description);
    return [targets, values, calldatas, hashOf(description)] as const;
  }

  private async call(contract: { getAddress(): Promise<string>; interface: { encodeFunctionData(name: never, values: never): string } }, name: string, values: readonly unknown[]): Promise<Action> {
    return { target: await contract.getAddress(), value: 0n, data: contract.interface.encodeFunctionData(name as never, values as never) };
  }
}
