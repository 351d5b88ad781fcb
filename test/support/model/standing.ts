import type { People } from "./people.ts";
import { need } from "./rules.ts";

/** So few must be seated for anything to be recorded. */
export const LEAST_SEATED = 3;

/** Who may do what about work, by number; 0 and whoever has no number is a stranger. */
export class Standings {
  readonly people: People;

  constructor(people: People) {
    this.people = people;
  }

  exists = (member: number): boolean => member >= 1 && member <= this.people.count;
  isActive = (member: number): boolean => this.exists(member) && this.people.standingOf(member) === "Active";

  mayAsk = (by: number): void => need(this.exists(by), "NotAMember");
  mayRecord(by: number): void {
    need(this.people.seated >= LEAST_SEATED, "FewerThanThreeSeated");
    this.mayAsk(by);
    need(this.isActive(by), "NotActive");
  }
  mayAttest(by: number): void {
    this.mayRecord(by);
    need(this.people.isSeated(by), "NotSeated");
  }
  checkApart(by: number, others: readonly number[]): void {
    const { now } = this.people.numbers.clock;
    for (const other of others) need(!this.people.related(by, other, now), "Related");
  }
}
