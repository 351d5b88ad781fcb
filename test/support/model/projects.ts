import type { Members } from "./members.ts";
import { type Clock, need } from "./rules.ts";

/** Worst first, as the contracts number them. */
export const GRADES = ["None", "D", "C", "B", "A", "APlus"] as const;
export type Grade = (typeof GRADES)[number];

/** What a project binds itself to. Amounts in micro-units; four rates by kind. */
export interface Charter {
  readonly statement: string;
  readonly uri: string;
  readonly industry: number;
  readonly budget: bigint;
  readonly rates: readonly bigint[];
  readonly minSurplus: number;
  readonly salesCap: bigint;
  readonly stewards: readonly number[];
}

/** A statement of a project, or an article, which has no charter. */
export interface Statement {
  readonly proposer: number;
  /** Whom the proposer named: himself and the others. */
  readonly named: readonly number[];
  /** Those of them who did not say that it is not theirs. */
  authors: readonly number[];
  readonly document: string;
  readonly article: boolean;
  /** The project it would amend; 0: it would be a new one. */
  readonly project: number;
  readonly charter: Charter | null;
  admitted: boolean;
}

export interface Project {
  /** Ascending by the epoch from which each binds. */
  charters: { from: number; charter: Charter }[];
  stewards: readonly number[];
  asking: number[];
  firstEpoch: number;
  probationUntil: number;
  commonsPercent: number;
  grade: Grade;
  closedFrom: number;
  closing: 0 | 1 | 2;
}

const MOST_BUDGET = 2n ** 48n - 1n;
const MOST_RATE = 2n ** 40n - 1n;
/** Epochs of probation and percent for the commons until it ends, by grade. */
const PROBATION: Record<Grade, readonly [number, number]> = { None: [0, 0], D: [6, 30], C: [6, 30], B: [4, 25], A: [3, 20], APlus: [3, 20] };

const unlike = <T>(list: readonly T[]): boolean => new Set(list).size === list.length;

/** What the cooperative works on, and the statements from which it came. */
export class Projects {
  readonly clock: Clock;
  readonly members: Members;
  list: Project[] = [];
  statements = new Map<string, Statement>();

  constructor(members: Members, founding: readonly Charter[]) {
    this.clock = members.clock;
    this.members = members;
    for (const charter of founding) this.open(charter, 0, "None");
  }

  static nameOf = (proposer: number, document: string, article = false): string => `${article ? "article" : "statement"} ${proposer} ${document}`;

  /** The charter of an epoch; before the first one, the first. */
  charterIn(project: number, epoch: number): Charter {
    const { charters } = this.list[project]!;
    return (charters.findLast(({ from }) => from <= epoch) ?? charters[0]!).charter;
  }
  /** Whether anything may be recorded in an epoch. */
  isOpen(project: number, epoch: number): boolean {
    const { charters, closedFrom } = this.list[project]!;
    return charters[0]!.from <= epoch && (closedFrom === 0 || epoch < closedFrom);
  }

  // --- members ---

  draft(by: number, project: number, cofounders: readonly number[], charter: Charter): string {
    this.members.mayRecord(by);
    const name = Projects.nameOf(by, charter.statement);
    need(!this.statements.has(name), "StatementTaken");
    checkNumbers(charter);
    this.checkStewards(charter.stewards);
    if (project !== 0) this.checkAmendment(project, charter);
    this.checkCofounders(by, cofounders);
    this.statements.set(name, { proposer: by, named: [by, ...cofounders], authors: [by, ...cofounders], document: charter.statement, article: false, project, charter, admitted: false });
    return name;
  }

  askToClose(by: number, project: number, wanted: boolean): void {
    this.members.mayAsk(by);
    need(!this.members.seats[by - 1]!.expelled, "NotActive");
    this.checkMayClose(project);
    const found = this.list[project]!;
    need(found.stewards.includes(by), "NotStewardOf");
    need(found.asking.includes(by) !== wanted, "AskedAlready");
    found.asking = wanted ? [...found.asking, by] : found.asking.filter((other) => other !== by);
    if (found.asking.length * 2 > found.stewards.length) this.shut(found, 1);
  }

  // --- by vote ---

  /** `given` are the terms that the vote gives again. The review was looked at before. */
  admit(name: string, grade: Grade, project: number, given: Charter): void {
    const statement = this.statements.get(name)!;
    need(!statement.admitted && project === statement.project && sameTerms(given, statement.charter!), "TermsDiffer");
    if (project === 0) this.open(given, this.clock.epoch + 1, grade);
    else this.amend(project, given);
    statement.admitted = true;
  }
  amendCooperative(charter: Charter): void {
    checkNumbers(charter);
    this.amend(0, charter);
  }
  replaceStewards(project: number, stewards: readonly number[]): void {
    need(this.list[project] !== undefined, "NoSuchProject");
    this.checkStewards(stewards);
    Object.assign(this.list[project]!, { stewards: [...stewards], asking: [] });
  }
  close(project: number): void {
    this.checkMayClose(project);
    this.shut(this.list[project]!, 2);
  }

  // --- private ---

  private open(charter: Charter, from: number, grade: Grade): void {
    const [epochs, commonsPercent] = PROBATION[grade];
    this.list.push({ charters: [{ from, charter }], stewards: charter.stewards, asking: [], firstEpoch: from, probationUntil: from + epochs, commonsPercent, grade, closedFrom: 0, closing: 0 });
  }
  private amend(project: number, charter: Charter): void {
    this.checkAmendment(project, charter);
    const found = this.list[project]!;
    const from = this.clock.epoch + 1;
    need(found.charters.at(-1)!.from < from, "AmendedThisEpoch");
    this.checkStewards(charter.stewards);
    found.charters.push({ from, charter });
    Object.assign(found, { stewards: [...charter.stewards], asking: [] });
  }
  private shut(project: Project, closing: 1 | 2): void {
    Object.assign(project, { closedFrom: this.clock.epoch + 1, closing });
  }
  private checkMayClose(project: number): void {
    need(this.list[project] !== undefined, "NoSuchProject");
    need(project !== 0, "CooperativeStays");
    need(this.list[project]!.closedFrom === 0, "ProjectIsClosed");
  }
  private checkAmendment(project: number, charter: Charter): void {
    const found = this.list[project];
    need(found !== undefined, "NoSuchProject");
    need(found.closedFrom === 0, "ProjectIsClosed");
    const latest = found.charters.at(-1)!.charter;
    const pairs = [[latest.budget, charter.budget] as const, ...latest.rates.map((rate, kind) => [rate, charter.rates[kind]!] as const)];
    for (const [before, after] of pairs) need((after > before ? after - before : before - after) * 10n <= before, "MoreThanATenth");
  }
  private checkStewards(stewards: readonly number[]): void {
    need(stewards.length >= 1 && stewards.length <= 7, "StewardsOutOfBounds");
    for (const [place, steward] of stewards.entries()) {
      need(this.members.exists(steward), "NoSuchMember");
      need(unlike(stewards.slice(0, place + 1)), "StewardTwice");
    }
  }
  checkCofounders(by: number, cofounders: readonly number[]): void {
    need(cofounders.length <= 7, "CofoundersOutOfBounds");
    for (const [place, cofounder] of cofounders.entries()) {
      need(unlike([by, ...cofounders.slice(0, place + 1)]), "CofounderTwice");
      need(this.members.exists(cofounder), "NoSuchMember");
    }
  }
}

function checkNumbers(charter: Charter): void {
  need(charter.budget >= 1n && charter.budget <= MOST_BUDGET, "BudgetOutOfBounds");
  for (const rate of charter.rates) need(rate <= MOST_RATE, "RateOutOfBounds");
  need(charter.minSurplus >= 5 && charter.minSurplus <= 50, "MinSurplusOutOfBounds");
}

/** Whether two charters say the same, to the last letter. */
export const sameTerms = (a: Charter, b: Charter): boolean => textOf(a) === textOf(b);
const textOf = (charter: Charter): string => JSON.stringify(charter, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
