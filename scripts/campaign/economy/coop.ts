// A cooperative of one project, in the model of work, in which all who attest are enrolled; with the contracts' constants or with others.
import { plainCharter } from "../../../test/support/model/charters.ts";
import { FEW } from "../../../test/support/model/enrolment.ts";
import { placeOf } from "../../../test/support/model/parameters.ts";
import { need } from "../../../test/support/model/rules.ts";
import { PAIRS_FROM } from "../../../test/support/model/spending.ts";
import { foundWork, type Work } from "../../../test/support/model/work.ts";

/** Micro-units an epoch. The rate is one micro-unit, so that a quantity is a value. */
export const BUDGET = 1_000_000_000n;
export const PROJECT = 0;
export const HOUR = 3_600;

/** What differs from the contracts: the factor of a budget (7.5), the part of it that a pair may spend (5: a fifth; 0: all), the answers by size (2, 3, 5), the stop in percent (15). */
export interface Constants {
  readonly factor?: number;
  readonly pairPart?: number;
  readonly tiers?: readonly [number, number, number];
  readonly stop?: number;
}

/** The first so many members attest, all of them from the first epoch on; so many others only record. It is the first day of epoch 1. */
export function foundCoop(attesters: number, others = 0, given: Constants = {}, budget = BUDGET): Work {
  const work = foundWork(attesters + others, [plainCharter(budget, [1n, 0n, 0n, 0n])]);
  change(work, given);
  const all = membersFrom(1, attesters);
  for (let time = 0; time < 2; time++) stayAll(work, all);
  turn(work, all);
  return work;
}

export const membersFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, place) => first + place);

/** Enrols for the next epoch whoever is not enrolled for it, or at once where few are. */
export function stayAll(work: Work, members: readonly number[]): void {
  const { clock, enrolment } = work;
  for (const member of members) if (!enrolment.has(PROJECT, member, clock.epoch + 1)) work.enrol(member, PROJECT);
}

/** To the first day of the next epoch, in which the same attest. */
export function turn(work: Work, attesters: readonly number[]): void {
  stayAll(work, attesters);
  work.clock.now = work.clock.start(work.clock.epoch + 1) + HOUR;
}

/** Puts other constants into a cooperative in which nothing was recorded yet. What they count is not taken back when an act is refused. */
function change({ spending, enrolment, charters, clock, numbers }: Work, { factor, pairPart, tiers, stop }: Constants): void {
  if (stop !== undefined) numbers.steps = [{ from: 0, values: numbers.steps[0]!.values.with(placeOf("StopPercent"), stop) }];
  if (tiers) {
    const count = spending.count.bind(spending);
    spending.count = (project, contributors, value) => tiers[[2, 3, 5].indexOf(count(project, contributors, value))]!;
  }
  if (factor !== undefined) spending.limit = (project) => (charters.budget(project) * BigInt(Math.round(factor * 2))) / (2n * BigInt(Math.max(FEW, enrolment.count(project))));
  if (pairPart === undefined) return;
  const taken = new Map<string, bigint>();
  const key = (project: number, ...members: number[]): string => [project, clock.epoch, ...members.sort((a, b) => a - b)].join(" ");
  const most = (project: number): bigint => (pairPart > 0 && enrolment.count(project) >= PAIRS_FROM ? spending.limit(project) / BigInt(pairPart) : spending.limit(project));
  spending.most = most;
  spending.spentBy = (project, attester) => taken.get(key(project, attester)) ?? 0n;
  spending.spentBetween = (project, one, other) => taken.get(key(project, one, other)) ?? 0n;
  spending.spend = (project, attester, contributors, cost) => {
    need(spending.spentBy(project, attester) + cost <= spending.limit(project), "BudgetSpent");
    for (const other of most(project) < spending.limit(project) ? contributors : []) need(spending.spentBetween(project, attester, other) + cost <= most(project), "PairLimit");
    taken.set(key(project, attester), spending.spentBy(project, attester) + cost);
    for (const other of contributors) taken.set(key(project, attester, other), spending.spentBetween(project, attester, other) + cost);
  };
}

/** What an attester may still spend on a record of some contributors, in micro-units. */
export function roomOf({ spending }: Work, attester: number, contributors: readonly number[]): bigint {
  const [limit, most] = [spending.limit(PROJECT), spending.most(PROJECT)];
  let room = limit - spending.spentBy(PROJECT, attester);
  if (most === limit) return room;
  for (const other of contributors) {
    const left = most - spending.spentBetween(PROJECT, attester, other);
    if (left < room) room = left;
  }
  return room;
}
