// Those who record what they did and attest what they saw.
import { type Claim, contributorsOf, ownersOf, type Part } from "../../../test/support/model/claims.ts";
import { Refused } from "../../../test/support/model/rules.ts";
import { costOf } from "../../../test/support/model/spending.ts";
import type { Work } from "../../../test/support/model/work.ts";
import { PROJECT, roomOf } from "./coop.ts";

/** A record of so many micro-units, now. Evidence is told apart by what was recorded before. */
export function record(work: Work, by: number, value: number, split: readonly Part[] = []): Claim {
  return work.record(by, { project: PROJECT, kind: "Work", quantity: value, evidence: `e${evidence++}`, occurredAt: work.clock.now, split });
}
let evidence = 0;

/** Answers honestly, by the next of a list who have room. Whether it sealed; where too few can afford it nobody begins. */
export function sealHonestly(work: Work, claim: Claim, among: readonly number[]): boolean {
  const [own, cost, first] = [ownersOf(claim), costOf(claim.value, claim.needed), turns.get(work) ?? 0];
  const able: number[] = [];
  let asked = 0;
  for (; asked < among.length && able.length < claim.needed; asked++) {
    const member = among[(first + asked) % among.length]!;
    if (own.some((owner) => owner === member || work.people.related(member, owner, work.clock.now))) continue;
    if (roomOf(work, member, contributorsOf(claim)) >= cost) able.push(member);
  }
  turns.set(work, first + asked);
  if (able.length < claim.needed) return false;
  for (const member of able) work.attest(member, claim.id, claim.quantity);
  return true;
}
/** Whose turn it is to answer. */
const turns = new WeakMap<Work, number>();

/** What a member's work of an epoch came to. */
export interface Done {
  /** Micro-units that sealed. */
  readonly sealed: number;
  readonly records: number;
  readonly answers: number;
}

/** Records a member's work in as few records as others can afford to attest, and lets them. */
export function workHonestly(work: Work, by: number, value: number, attesters: readonly number[], pieces = 1): Done {
  let [left, sealed, records, answers] = [value, 0, 0, 0];
  let size = Math.max(1, Math.floor(value / pieces));
  while (left > 0 && size > 0) {
    const claim = tryRecord(work, by, left - size < pieces ? left : size);
    if (claim && sealHonestly(work, claim, attesters)) {
      left -= claim.quantity;
      sealed += claim.quantity;
      records++;
      answers += claim.needed;
      continue;
    }
    if (claim) work.withdraw(by, claim.id);
    if (size * 16 * pieces < value) break;
    size = Math.floor(Math.min(size, left) / 2);
  }
  return { sealed, records, answers };
}

/** Undefined where nobody could attest so much at once. */
function tryRecord(work: Work, by: number, value: number): Claim | undefined {
  try {
    return record(work, by, value);
  } catch (error) {
    if (error instanceof Refused && error.rule === "NobodyCouldAttest") return undefined;
    throw error;
  }
}
