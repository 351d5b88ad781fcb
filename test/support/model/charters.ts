import { Kept, type Journal } from "./journal.ts";
import type { People } from "./people.ts";
import type { Charter } from "./projects.ts";
import { type Clock, need } from "./rules.ts";

/** In the order of the contracts. */
export const KINDS = ["Work", "Experience", "Sharing", "Learning"] as const;
export type Kind = (typeof KINDS)[number];

/** What work needs to know of a project. */
export interface Venture {
  /** Ascending by the epoch from which each binds. */
  readonly charters: readonly { readonly from: number; readonly charter: Charter }[];
  readonly stewards: readonly number[];
  /** The epoch from which it is closed; Infinity: open. */
  readonly closedFrom: number;
}

/** A charter of which only money's worth is told: rates in micro-units by kind, stewards by number. */
export const plainCharter = (budget: bigint, rates: readonly bigint[], stewards: readonly number[] = [1]): Charter => ({ statement: "0x", uri: "", industry: 1, budget, rates, minSurplus: 5, salesCap: 0n, stewards });

/** The terms of each project by epoch. Votes are not modelled: whoever calls what a vote may do has won it. */
export class Charters {
  private readonly clock: Clock;
  private readonly people: People;
  private readonly list: Kept<number, Venture | null>;
  private readonly size: Kept<"", number>;

  constructor(journal: Journal, people: People, founding: readonly Charter[]) {
    this.clock = people.numbers.clock;
    this.people = people;
    this.list = new Kept(journal, null);
    this.size = new Kept(journal, 0);
    for (const charter of founding) this.open(charter, 0);
  }

  // --- views ---

  get count(): number {
    return this.size.get("");
  }
  find(project: number): Venture {
    const found = this.list.get(project);
    need(found !== null, "NoSuchProject");
    return found;
  }
  /** The charter of an epoch; before the first one, the first. */
  at(project: number, epoch = this.clock.epoch): Charter {
    const { charters } = this.find(project);
    return (charters.findLast(({ from }) => from <= epoch) ?? charters[0]!).charter;
  }
  budget = (project: number, epoch?: number): bigint => this.at(project, epoch).budget;
  /** What one member, or one leaf, may count for. */
  stop = (project: number, epoch: number): bigint => (this.budget(project, epoch) * BigInt(this.people.numbers.get("StopPercent", epoch))) / 100n;
  isOpen(project: number, epoch = this.clock.epoch): boolean {
    const { charters, closedFrom } = this.find(project);
    return charters[0]!.from <= epoch && epoch < closedFrom;
  }
  checkOpen(project: number): void {
    if (!this.isOpen(project)) need(this.find(project).closedFrom === Infinity, "ProjectIsClosed");
    this.checkLive(project);
  }
  private checkLive = (project: number): void => need(this.find(project).charters[0]!.from <= this.clock.epoch, "ProjectNotLive");
  /** Micro-units for one unit of what was done. */
  rate(project: number, kind: Kind): bigint {
    this.checkLive(project);
    this.checkOpen(project);
    const rate = this.at(project).rates[KINDS.indexOf(kind)]!;
    need(rate > 0n, "KindNotRecorded");
    return rate;
  }

  // --- by vote ---

  /** A new project, from the next epoch. */
  admit = (charter: Charter): number => this.open(charter, this.clock.epoch + 1);

  amend(project: number, charter: Charter): void {
    const found = this.find(project);
    need(found.closedFrom === Infinity, "ProjectIsClosed");
    const latest = found.charters.at(-1)!;
    const pairs = [[latest.charter.budget, charter.budget] as const, ...latest.charter.rates.map((rate, kind) => [rate, charter.rates[kind]!] as const)];
    for (const [before, after] of pairs) need((after > before ? after - before : before - after) * 10n <= before, "MoreThanATenth");
    const from = this.clock.epoch + 1;
    need(latest.from < from, "AmendedThisEpoch");
    this.list.set(project, { ...found, charters: [...found.charters, { from, charter }], stewards: charter.stewards });
  }
  replaceStewards = (project: number, stewards: readonly number[]): void => this.list.set(project, { ...this.find(project), stewards });
  close(project: number): void {
    const found = this.find(project);
    need(project !== 0, "CooperativeStays");
    need(found.closedFrom === Infinity, "ProjectIsClosed");
    this.list.set(project, { ...found, closedFrom: this.clock.epoch + 1 });
  }

  // --- private ---

  private open(charter: Charter, from: number): number {
    const project = this.count;
    this.list.set(project, { charters: [{ from, charter }], stewards: charter.stewards, closedFrom: Infinity });
    this.size.set("", project + 1);
    return project;
  }
}
