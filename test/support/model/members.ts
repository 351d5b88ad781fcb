import { type Clock, need } from "./rules.ts";

/** A member: seated from a second on and until another, exclusive; 0: still. */
export interface Seat {
  readonly from: number;
  until: number;
  expelled: boolean;
}

/** Who is seated, now and at any time. Members are numbered from 1; 0 stands for a stranger. */
export class Members {
  readonly clock: Clock;
  seats: Seat[];
  /** How many were expelled, by epoch. */
  gone: Record<number, number> = {};

  constructor(clock: Clock, seatedFrom: readonly number[]) {
    this.clock = clock;
    this.seats = seatedFrom.map((from) => ({ from, until: 0, expelled: false }));
  }

  exists = (member: number): boolean => this.seats[member - 1] !== undefined;
  isSeated = (member: number): boolean => this.exists(member) && this.seats[member - 1]!.until === 0;
  satAt(member: number, time: number): boolean {
    const seat = this.seats[member - 1];
    return seat !== undefined && seat.from <= time && (seat.until === 0 || time < seat.until);
  }
  seatedAt = (time: number): number => this.seats.filter((_, place) => this.satAt(place + 1, time)).length;
  seated = (): number => this.seats.filter(({ until }) => until === 0).length;

  /** Whoever is or was a member. */
  mayAsk(by: number): void {
    need(this.exists(by), "NotAMember");
  }
  /** Whoever may write something down. */
  mayRecord(by: number): void {
    need(this.seated() >= 3, "FewerThanThreeSeated");
    this.mayAsk(by);
    need(!this.seats[by - 1]!.expelled, "NotActive");
  }
  /** Whoever may review and propose. */
  mayAttest(by: number): void {
    this.mayRecord(by);
    need(this.isSeated(by), "NotSeated");
  }

  /** By vote: a fiftieth of those seated when the epoch began, at least one, an epoch; never the last. */
  expel(member: number): void {
    need(this.exists(member), "NoSuchMember");
    const seat = this.seats[member - 1]!;
    need(!seat.expelled, "NotActive");
    const { epoch } = this.clock;
    const most = Math.max(1, Math.floor(this.seatedAt(this.clock.start(epoch)) / 50));
    const done = this.gone[epoch] ?? 0;
    need(done < most, "TooManyExpelled");
    need(this.seated() > 1, "LastSeated");
    this.gone[epoch] = done + 1;
    seat.expelled = true;
    seat.until = this.clock.now;
  }
}
