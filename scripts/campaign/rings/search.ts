// Looks for the strategy that extracts most: some that are known to be good, some by chance, and then small changes to the best.
import type { Random } from "../../../test/support/client/random.ts";
import type { Constants } from "../economy/coop.ts";
import { ratioOf, type Strategy } from "./ring.ts";

/** Whom a ring has beside itself. */
export const REACHES = ["alone", "friends", "dupe", "others"] as const;
export type Reach = (typeof REACHES)[number];
const MOST_FRONTS = 12;

export interface Found {
  readonly ratio: number;
  readonly strategy: Strategy;
}

const PLAIN: Strategy = { fronts: 0, recorders: 1, names: 1, inTurn: true, tier: 2, part: 1, helpers: 0, kept: 0, held: 0 };
const frontsIn = (reach: Reach): number => (reach === "alone" ? 0 : MOST_FRONTS);
/** More would have nothing to do. */
const helpersIn = (reach: Reach, size: number, others: number): number => (reach === "others" ? Math.min(others, 2 * size + 10) : reach === "dupe" ? Math.min(1, others) : 0);

/** Any strategy that a reach allows; `from`: with one or two things changed. */
function draw(reach: Reach, size: number, others: number, random: Random, from?: Strategy): Strategy {
  const fronts = random.whole(0, frontsIn(reach));
  const any: Strategy = {
    fronts,
    recorders: random.whole(1, fronts + size),
    names: random.part() < 0.7 ? 1 : random.whole(2, 7),
    inTurn: random.part() < 0.7,
    tier: random.whole(0, 2),
    part: random.one([1, 1, 0.5, 0.34, 0.25, 0.2, 0.1]),
    helpers: random.whole(0, helpersIn(reach, size, others)),
    kept: random.part() < 0.8 ? 0 : random.part() / 2,
    held: random.part() < 0.7 ? 0 : random.whole(1, 12),
  };
  if (!from) return any;
  const changed = random.some(Object.keys(any) as (keyof Strategy)[], random.whole(1, 2));
  return fit({ ...from, ...Object.fromEntries(changed.map((key) => [key, any[key]])) }, size);
}
const fit = (strategy: Strategy, size: number): Strategy => ({ ...strategy, recorders: Math.min(strategy.recorders, strategy.fronts + size) });

/** One for all, in turn, all tiers, small ones spread. */
function known(reach: Reach, size: number, others: number): Strategy[] {
  const [fronts, helpers] = [Math.min(frontsIn(reach), MOST_FRONTS), helpersIn(reach, size, others)];
  const all = { ...PLAIN, fronts, recorders: fronts || size, helpers };
  return [all, { ...all, part: 0.34 }, { ...all, part: 0.1 }, { ...all, tier: 0 }, { ...all, fronts: Math.min(fronts, 5), recorders: Math.min(fronts, 5) || 1, part: 0.5 }, { ...all, names: 3, part: 0.25 }, { ...all, held: 6 }];
}

/** The best of those known, of `tries` by chance and of `steps` changes. */
export function search(size: number, attesters: number, reach: Reach, random: Random, given: { readonly tries: number; readonly steps: number; readonly constants?: Constants }): Found {
  const others = attesters - size;
  const play = (strategy: Strategy): Found => ({ strategy, ratio: ratioOf(size, attesters, strategy, given.constants) });
  const first = [...known(reach, size, others), ...Array.from({ length: given.tries }, () => draw(reach, size, others, random))].map(play);
  let best = first.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  for (let step = 0; step < given.steps; step++) {
    const next = play(draw(reach, size, others, random, best.strategy));
    if (next.ratio > best.ratio) best = next;
  }
  return best;
}
