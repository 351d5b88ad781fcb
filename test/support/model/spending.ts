import type { Charters } from "./charters.ts";
import { type Enrolment, FEW } from "./enrolment.ts";
import { Kept, type Journal } from "./journal.ts";
import { type Clock, need } from "./rules.ts";

/** From so many enrolled on, two members spend on each other a fifth of a budget at most, both directions together. */
export const PAIRS_FROM = 12;

/** What one of so many answers takes from a budget: five parts of the claimed value, divided among them, rounded up. */
export const costOf = (value: bigint, needed: number): bigint => (5n * value + BigInt(needed) - 1n) / BigInt(needed);

/** What members recorded and spent, by project and epoch. Micro-units. */
export class Spending {
  private readonly clock: Clock;
  private readonly charters: Charters;
  private readonly enrolment: Enrolment;
  private readonly totals: Kept<string, bigint>;
  private readonly spent: Kept<string, bigint>;
  private readonly pairs: Kept<string, bigint>;

  constructor(journal: Journal, clock: Clock, charters: Charters, enrolment: Enrolment) {
    [this.clock, this.charters, this.enrolment] = [clock, charters, enrolment];
    [this.totals, this.spent, this.pairs] = [new Kept(journal, 0n), new Kept(journal, 0n), new Kept(journal, 0n)];
  }

  // --- views ---

  private place = (project: number, ...members: number[]): string => [project, this.clock.epoch, ...members].join(" ");
  recordedBy = (project: number, member: number): bigint => this.totals.get(this.place(project, member));
  spentBy = (project: number, member: number): bigint => this.spent.get(this.place(project, member));
  spentBetween = (project: number, a: number, b: number): bigint => this.pairs.get(this.place(project, Math.min(a, b), Math.max(a, b)));
  /** A = 7.5·B / max(10, enrolled). */
  limit = (project: number): bigint => (this.charters.budget(project) * 15n) / (2n * BigInt(Math.max(FEW, this.enrolment.count(project))));
  private pairsCount = (project: number): boolean => this.enrolment.count(project) >= PAIRS_FROM;
  /** The most that one answer may cost, whoever gives it. */
  most = (project: number): bigint => this.limit(project) / (this.pairsCount(project) ? 5n : 1n);

  // --- acts ---

  /** Counts a record for each contributor, and says how many answers its size asks for. */
  count(project: number, contributors: readonly number[], value: bigint): number {
    const budget = this.charters.budget(project);
    const totals = contributors.map((member) => {
      const total = this.recordedBy(project, member) + value;
      this.totals.set(this.place(project, member), total);
      return total;
    });
    const permille = (parts: bigint): boolean => totals.every((total) => total * 1000n <= budget * parts);
    if (permille(1n)) return 2;
    return permille(10n) ? 3 : 5;
  }

  spend(project: number, attester: number, contributors: readonly number[], cost: bigint): void {
    const limit = this.limit(project);
    const spent = this.spentBy(project, attester) + cost;
    need(spent <= limit, "BudgetSpent");
    this.spent.set(this.place(project, attester), spent);
    if (!this.pairsCount(project)) return;
    for (const other of contributors) {
      const between = this.spentBetween(project, attester, other) + cost;
      need(between <= limit / 5n, "PairLimit");
      this.pairs.set(this.place(project, Math.min(attester, other), Math.max(attester, other)), between);
    }
  }
}
