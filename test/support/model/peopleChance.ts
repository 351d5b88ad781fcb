// Random acts among members: mostly such as the rules allow, some that they refuse, many at the very second at which something begins or ends.
import type { Random } from "../client/random.ts";
import { epochAt, KEY_AGE, mostOf, VETO_FRESH } from "./keys.ts";
import { PEOPLE_NUMBERS, type PeopleAct } from "./peopleActs.ts";
import { NAMED_FOR, type People, SEAT_WAIT, VOUCH_WAIT, YOUNG } from "./people.ts";
import { DAY } from "./rules.ts";

/** An address from a number, so that a history can be read. */
export const addressOf = (number: number): string => `0x${number.toString(16).padStart(40, "0")}`;

/** Chooses what happens next among the members of a model, and when. */
export class PeopleChance {
  now: number;
  private readonly people: People;
  private readonly random: Random;
  private made: number;
  /** So many members, and no newcomer is sought any more: the fewer there are, the more leave. */
  private readonly most: number;
  private readonly named: { readonly key: string; readonly until: number }[] = [];
  private readonly vetoes: number[] = [];
  private readonly former: string[] = [];

  /** Addresses up to `made` are used already. */
  constructor(people: People, random: Random, made: number, most = 60) {
    this.people = people;
    this.random = random;
    this.made = made;
    this.most = most;
    this.now = people.foundedAt;
  }

  /** The next act and its second, later than the last. */
  next(): { readonly act: PeopleAct; readonly at: number } {
    const { random } = this;
    const luck = random.part();
    const edges = luck < 0.4 ? this.edges() : [];
    if (luck >= 0.4 && luck < 0.97) this.now += random.whole(1, 2 * DAY);
    else if (luck >= 0.97) this.now += random.whole(1, 60) * DAY;
    else if (edges.length === 0) this.now += DAY;
    else {
      const { at, act } = random.one(edges.sort((a, b) => a.at - b.at).slice(0, 4));
      this.now = at;
      if (random.part() < 0.85) return { act: this.note(act()), at };
    }
    return { act: this.note(this.any()), at: this.now };
  }

  // --- who ---

  private rarely = (): boolean => this.random.part() < 0.05;
  private members = (): number[] => Array.from({ length: this.people.count }, (_, place) => place + 1);
  private member = (): number => (this.random.part() < 0.01 ? this.random.one([0, this.people.count + 1]) : this.random.whole(1, this.people.count));
  private keyOf = (member: number): string => (member >= 1 && member <= this.people.count ? this.people.keys.keyOf(member) : addressOf(2 ** 40));
  private key = (): string => (this.rarely() ? this.random.one([addressOf(this.random.whole(0, this.made)), ...this.former.slice(-3)]) : this.keyOf(this.member()));
  /** Mostly an address of nobody's; else one that may be used already, or one that a recovery waits to make a key. */
  private fresh = (): string => {
    if (!this.rarely()) return addressOf(++this.made);
    const awaited = this.members().flatMap((member) => this.people.keys.recoveryOf(member)?.newKey ?? []);
    return awaited.length > 0 && this.random.part() < 0.5 ? this.random.one(awaited) : addressOf(this.random.whole(0, this.made));
  };
  private those = (holds: (member: number) => boolean): number | undefined => {
    const found = this.members().filter(holds);
    return found.length === 0 ? undefined : this.random.one(found);
  };

  /** Mostly who may vouch now; one too few or too many, or one twice, now and then. */
  private sponsors(): number[] {
    const { people, random, now } = this;
    const able = this.members().filter((member) => people.isSeated(member) && now >= people.mayVouchFrom(member) && !people.isBarred(member, now));
    const may = able.filter((member) => people.vouchesLeft(member, now) > 0);
    const needed = Math.min(2, people.seated) + (this.rarely() ? random.one([-1, 1]) : 0);
    // Often the same ones, so that their vouches run out.
    const chosen = random.part() < 0.5 ? may.slice(0, needed) : random.some(may, needed);
    while (chosen.length < needed) chosen.push(this.member());
    if (chosen.length > 0 && this.rarely()) chosen[0] = random.one([chosen.at(-1)!, this.member()]);
    if (chosen.length > 0 && may.length < able.length && people.joinedIn(now) < people.placesIn(now) && random.part() < 0.2) chosen[0] = random.one(able.filter((member) => !may.includes(member)));
    return chosen;
  }

  // --- acts ---

  private any(): PeopleAct {
    const { random, people } = this;
    const luck = random.part() * 100;
    // Where few are left, down to the last one, who may not go.
    if (people.seated <= 2 && random.part() < 0.2) {
      const member = this.those((one) => people.isSeated(one))!;
      return random.part() < 0.7 ? { is: "leave", key: this.keyOf(member) } : { is: "expel", member };
    }
    if (luck < 30 && (people.count < this.most || luck < 2)) return { is: "join", key: this.fresh(), sponsors: this.sponsors() };
    if (luck < 36) return { is: "seat", member: this.those((member) => people.standingOf(member) === "Active" && !people.isSeated(member)) ?? this.member() };
    if (luck < (people.count < this.most ? 39 : 46)) return { is: "leave", key: this.key() };
    if (luck < 50) return { is: "rejoin", key: this.keyOf(this.those((member) => people.standingOf(member) === "Left") ?? this.member()), sponsors: this.sponsors() };
    if (luck < 56) return { is: "expel", member: this.those((member) => people.standingOf(member) === "Active" && people.stayOf(member).sponsors.length > 0) ?? this.member() };
    if (luck < 59) return { is: "readmit", member: this.those((member) => people.standingOf(member) === "Expelled") ?? this.member() };
    if (luck < 62) return { is: "name", keys: Array.from({ length: this.rarely() ? random.one([0, 50, 51]) : random.whole(1, 3) }, this.fresh) };
    if (luck < 66) return { is: "joinNamed", key: this.named.length > 0 && !this.rarely() ? random.one(this.named).key : this.fresh() };
    if (luck < 67) return this.parameter();
    return this.aboutKeys(luck);
  }

  private parameter(): PeopleAct {
    const { place, least, most } = this.random.one(PEOPLE_NUMBERS);
    return { is: "parameter", place, value: this.rarely() ? this.random.one([least - 1, most + 1]) : this.random.whole(least, most) };
  }

  private aboutKeys(luck: number): PeopleAct {
    const { keys } = this.people;
    const open = (due: boolean): number | undefined =>
      this.those((member) => {
        const recovery = keys.recoveryOf(member);
        return recovery !== undefined && recovery.due <= this.now === due;
      });
    const recovering = (due: boolean): number => (this.rarely() ? undefined : open(due)) ?? this.member();
    if (luck < 69) return { is: "rotate", key: this.key(), newKey: this.fresh() };
    if (luck < 77) return { is: "setGuardians", key: this.guarded(), list: this.guardians() };
    if (luck < 86) return this.opening();
    if (luck < 95) return { is: "vetoRecovery", key: this.keyOf(recovering(false)) };
    const member = recovering(luck >= 97);
    return luck < 97 ? { is: "cancelRecovery", member, signers: this.signers(member, false) } : { is: "finishRecovery", member };
  }

  /** Members and outsiders, three to five; now and then a number or an address that does not do. */
  private guardians(): string[] {
    const { random } = this;
    const pool = [...this.members().map(this.keyOf), ...Array.from({ length: 8 }, (_, place) => addressOf(1_000_000 + place))];
    const list = random.some(pool, this.rarely() ? random.one([2, 6]) : random.whole(3, 5));
    if (this.rarely()) list[0] = random.one([addressOf(0), list.at(-1)!, addressOf(random.whole(1, this.made))]);
    return list;
  }

  /** The key of one of the first few, whose guardians are much in use, or of anyone. */
  private guarded = (): string => (this.random.part() < 0.5 ? this.keyOf(this.random.whole(1, 4)) : this.key());

  private opening(): PeopleAct {
    const { keys } = this.people;
    const free = (other: number): boolean => keys.guardiansOf(other, this.now).length > 0 && keys.recoveryOf(other) === undefined;
    const vetoed = this.those((other) => free(other) && keys.freshVetoesOf(other, this.now) > 0);
    const member = (this.random.part() < 0.5 ? vetoed : undefined) ?? this.those(free) ?? this.member();
    const known = member >= 1 && member <= this.people.count;
    return { is: "openRecovery", member, newKey: this.fresh(), signers: this.signers(member, known && keys.freshVetoesOf(member, this.now) >= 2) };
  }

  private signers(member: number, all: boolean): string[] {
    const { people: { keys, count }, random } = this;
    const guardians = member >= 1 && member <= count ? keys.guardiansOf(member, this.now) : [];
    const needed = all ? guardians.length : mostOf(guardians);
    const signers = random.some(guardians.map(keys.voiceOf), this.rarely() ? needed - 1 : needed);
    if (signers.length > 0 && this.rarely()) signers[0] = random.one([signers.at(-1)!, this.key()]);
    return signers;
  }

  private note(act: PeopleAct): PeopleAct {
    if (act.is === "name") this.named.push(...act.keys.slice(0, 3).map((key) => ({ key, until: this.now + NAMED_FOR })));
    if (act.is === "rotate") this.former.push(act.key);
    if (act.is === "vetoRecovery") this.vetoes.push(this.now);
    return act;
  }

  // --- edges ---

  private edges(): { readonly at: number; readonly act: () => PeopleAct }[] {
    const { people, random, now } = this;
    const { keys, numbers } = people;
    const edges: { at: number; act: () => PeopleAct }[] = [];
    const add = (at: number, act: () => PeopleAct): void => {
      for (const second of [at - 1, at, at + 1]) if (second > now) edges.push({ at: second, act });
    };
    const vouchedBy = (member: number) => (): PeopleAct => ({ is: "join", key: this.fresh(), sponsors: [member, ...this.sponsors().filter((other) => other !== member).slice(0, people.seated < 2 ? 0 : 1)] });
    for (const member of random.some(this.members(), 12)) {
      const { joinedAt, until, expelled, seatedFrom, sponsors, founder } = people.stayOf(member);
      const key = keys.keyOf(member);
      if (seatedFrom === Infinity && until === Infinity) add(joinedAt + SEAT_WAIT, () => ({ is: "seat", member }));
      if (!founder && people.isSeated(member)) add(joinedAt + VOUCH_WAIT, vouchedBy(member));
      if (until === Infinity && sponsors.length > 0) add(joinedAt + YOUNG, () => ({ is: "expel", member }));
      if (expelled && sponsors.length > 0) add(until + YOUNG, vouchedBy(sponsors[0]!));
      add(keys.keySinceOf(member) + KEY_AGE, () => ({ is: "setGuardians", key: keys.keyOf(member), list: this.guardians() }));
      const announced = keys.announcedOf(member, now);
      if (announced) add(announced.from, () => this.opening());
      const recovery = keys.recoveryOf(member);
      if (recovery) add(recovery.due, () => random.one<PeopleAct>([{ is: "finishRecovery", member }, { is: "vetoRecovery", key }]));
    }
    for (const { key, until } of this.named.slice(-4)) add(until, () => ({ is: "joinNamed", key }));
    for (const at of this.vetoes.slice(-4)) add(at + VETO_FRESH, () => random.one([() => this.opening(), (): PeopleAct => ({ is: "setGuardians", key: this.key(), list: this.guardians() })])());
    add(numbers.clock.start((people.quarterAt(now) + 1) * 3), () => ({ is: "join", key: this.fresh(), sponsors: this.sponsors() }));
    add(numbers.clock.start(epochAt(numbers, now) + 1), () => this.any());
    return edges;
  }
}
