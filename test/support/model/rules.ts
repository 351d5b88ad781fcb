// A model of votes, reviews and projects in plain numbers, to compare the contracts with. It shares no code with them: ballots are
// kept in maps, medians are found by sorting, charters lie in lists. An act applies, or throws Refused and changes nothing.

export const DAY = 86_400;
export const EPOCH = 28 * DAY;

/** An act that the rules refuse; `rule` is the name of the contract's error. */
export class Refused extends Error {
  readonly rule: string;
  constructor(rule: string) {
    super(rule);
    this.rule = rule;
  }
}

/** Refuses by a rule unless it holds. */
export function need(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Refused(rule);
}

/** Seconds since 1970, and which epoch that is. */
export class Clock {
  now: number;
  readonly genesis: number;
  constructor(genesis: number) {
    this.genesis = genesis;
    this.now = genesis;
  }
  get epoch(): number {
    return Math.floor((this.now - this.genesis) / EPOCH);
  }
  start = (epoch: number): number => this.genesis + epoch * EPOCH;
}
