import { type Clock, need } from "./rules.ts";

/** Every number that a vote may change, in the order of the contract: what it is at the founding, and its bounds. */
export const NUMBERS = [
  ["JoinPercent", 10, 5, 20],
  ["VouchesPerQuarter", 3, 1, 5],
  ["RecoveryDays", 14, 7, 28],
  ["ReviewDays", 14, 7, 28],
  ["WindowDays", 7, 3, 7],
  ["StopPercent", 15, 5, 25],
  ["ReservePercent", 40, 40, 60],
  ["CommonsPercent", 20, 10, 30],
  ["RebatePercent", 30, 0, 50],
  ["CommonsTwelfths", 4, 2, 6],
  ["SilenceDays", 14, 7, 28],
  ["QuorumPercent", 10, 5, 30],
  ["DelayDays", 2, 1, 7],
  ["VoteDays", 7, 3, 14],
  ["TimelockDays", 3, 2, 14],
  ["OpenProposals", 2, 1, 5],
] as const;

/** The name of a number. */
export type NumberName = (typeof NUMBERS)[number][0];

/** Where a number stands in the contract's order. */
export const placeOf = (name: NumberName): number => NUMBERS.findIndex(([other]) => other === name);

/** The numbers by epoch. */
export class Numbers {
  readonly clock: Clock;
  /** Ascending; all sixteen from an epoch on. */
  steps: { from: number; values: number[] }[] = [{ from: 0, values: NUMBERS.map(([, initial]) => initial) }];

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** The number in force in an epoch; now, where none is given. */
  get(name: NumberName, epoch = this.clock.epoch): number {
    return this.steps.findLast(({ from }) => from <= epoch)!.values[placeOf(name)]!;
  }

  /** By vote, from the next epoch on. */
  set(place: number, value: number): void {
    const [, , least, most] = NUMBERS[place]!;
    need(value >= least && value <= most, "ParameterOutOfBounds");
    const from = this.clock.epoch + 1;
    const latest = this.steps.at(-1)!;
    const values = latest.values.with(place, value);
    if (latest.from === from) latest.values = values;
    else this.steps.push({ from, values });
  }
}
