import type { Charters } from "./charters.ts";
import { Kept, type Journal } from "./journal.ts";
import { type Clock, need } from "./rules.ts";

/** While fewer are enrolled an enrolment counts at once, and budgets are as if so many were. */
export const FEW = 10;
export const MOST_PROJECTS = 3;
const NOBODY: ReadonlySet<number> = new Set();

/** Who attests where in which epoch: a set of members for each project and epoch. */
export class Enrolment {
  private readonly clock: Clock;
  private readonly charters: Charters;
  private readonly enrolled: Kept<string, ReadonlySet<number>>;

  constructor(journal: Journal, clock: Clock, charters: Charters) {
    this.clock = clock;
    this.charters = charters;
    this.enrolled = new Kept(journal, NOBODY);
  }

  // --- views ---

  in = (project: number, epoch = this.clock.epoch): ReadonlySet<number> => this.enrolled.get(`${project} ${epoch}`);
  has = (project: number, member: number, epoch = this.clock.epoch): boolean => this.in(project, epoch).has(member);
  count(project: number): number {
    this.charters.find(project);
    return this.in(project).size;
  }
  check = (project: number, member: number): void => need(this.has(project, member), "NotEnrolled");

  /** Who of those enrolled is not among some. */
  others(project: number, some: readonly number[]): number[] {
    return [...this.in(project)].filter((member) => !some.includes(member));
  }
  /** How many answers are needed of those who can give one: as many as the size asks for, but no more than half of them, or than two, or than there are. */
  needed(project: number, tier: number, own: readonly number[]): number {
    const free = this.others(project, own).length;
    need(free > 0, "NobodyToAttest");
    return Math.min(tier, Math.max(2, Math.floor(free / 2)), free);
  }

  // --- acts ---

  enrol(member: number, project: number): void {
    const { epoch } = this.clock;
    const enrolled = this.count(project);
    const open = this.charters.isOpen(project);
    need(open || this.charters.find(project).closedFrom === Infinity, "ProjectIsClosed");
    const atOnce = open && enrolled < FEW && !this.has(project, member);
    const from = atOnce ? epoch : epoch + 1;
    need(!this.has(project, member, from), "AlreadyEnrolled");
    need(this.elsewhere(member, project) < MOST_PROJECTS, "ThreeProjects");
    this.add(project, from, member);
  }

  /** An answer carries the enrolment over by one epoch. */
  stay = (member: number, project: number): void => this.add(project, this.clock.epoch + 1, member);

  // --- private ---

  private elsewhere(member: number, project: number): number {
    const { epoch } = this.clock;
    let count = 0;
    for (let other = 0; other < this.charters.count; other++) {
      if (other !== project && (this.has(other, member, epoch) || this.has(other, member, epoch + 1))) count++;
    }
    return count;
  }
  private add(project: number, epoch: number, member: number): void {
    const before = this.in(project, epoch);
    if (!before.has(member)) this.enrolled.set(`${project} ${epoch}`, new Set([...before, member]));
  }
}
