import { NUMBERS } from "./parameters.ts";
import type { People } from "./people.ts";
import { Refused } from "./rules.ts";

/** What someone does, or a vote. Members by number, everyone else by address. */
export type PeopleAct =
  | { readonly is: "join" | "rejoin"; readonly key: string; readonly sponsors: readonly number[] }
  | { readonly is: "name"; readonly keys: readonly string[] }
  | { readonly is: "joinNamed" | "leave" | "vetoRecovery"; readonly key: string }
  | { readonly is: "readmit" | "seat" | "expel" | "finishRecovery"; readonly member: number }
  | { readonly is: "rotate"; readonly key: string; readonly newKey: string }
  | { readonly is: "setGuardians"; readonly key: string; readonly list: readonly string[] }
  | { readonly is: "openRecovery"; readonly member: number; readonly newKey: string; readonly signers: readonly string[] }
  | { readonly is: "cancelRecovery"; readonly member: number; readonly signers: readonly string[] }
  /** One of the numbers, by its place, from the next epoch on. */
  | { readonly is: "parameter"; readonly place: number; readonly value: number };

/** Does an act: the new member, whether a recovery changed the key, or nothing. Throws Refused. */
export function performAmong(people: People, act: PeopleAct, now: number): number | boolean | void {
  const { keys, numbers } = people;
  switch (act.is) {
    case "join": return people.join(now, act.key, act.sponsors);
    case "rejoin": return people.rejoin(now, act.key, act.sponsors);
    case "name": return people.name(now, act.keys);
    case "joinNamed": return people.joinNamed(now, act.key);
    case "readmit": return people.readmit(now, act.member);
    case "seat": return people.seat(now, act.member);
    case "leave": return people.leave(now, act.key);
    case "expel": return people.expel(now, act.member);
    case "rotate": return keys.rotate(now, act.key, act.newKey);
    case "setGuardians": return keys.setGuardians(now, act.key, act.list);
    case "openRecovery": return keys.openRecovery(now, act.member, act.newKey, act.signers);
    case "vetoRecovery": return keys.vetoRecovery(now, act.key);
    case "cancelRecovery": return keys.cancelRecovery(now, act.member, act.signers);
    case "finishRecovery": return keys.finishRecovery(now, act.member);
    case "parameter":
      numbers.clock.now = now;
      return numbers.set(act.place, act.value);
  }
}

/** Does it, or says which rule refuses it. */
export function attemptAmong(people: People, act: PeopleAct, now: number): { readonly refused: string } | { readonly result: number | boolean | void } {
  try {
    return { result: performAmong(people, act, now) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.rule };
    throw error;
  }
}

/** The numbers that membership reads. */
export const PEOPLE_NUMBERS = NUMBERS.flatMap(([name, , least, most], place) => (["JoinPercent", "VouchesPerQuarter", "RecoveryDays"].includes(name) ? [{ place, least, most }] : []));
