import { epochAt } from "./epoch.ts";
import type { ChainEvent } from "./events.ts";

/** The numbers that a vote may change, in the order of the contract's enum `Parameter`. */
export const parameterNames = [
  "joinPercent",
  "vouchesPerQuarter",
  "recoveryDays",
  "reviewDays",
  "windowDays",
  "stopPercent",
  "reservePercent",
  "commonsPercent",
  "rebatePercent",
  "commonsTwelfths",
  "silenceDays",
  "quorumPercent",
  "delayDays",
  "voteDays",
  "timelockDays",
  "openProposals",
] as const;
export type ParameterName = (typeof parameterNames)[number];

/** The numbers before any vote, in the same order. */
const DEFAULTS = [10, 3, 14, 14, 7, 15, 40, 20, 30, 4, 14, 10, 2, 7, 3, 2];

/** The bounds of each, fixed in the contract, in the same order. */
const LEAST = [5, 1, 7, 7, 3, 5, 40, 10, 0, 2, 7, 5, 1, 3, 2, 1];
const MOST = [20, 5, 28, 28, 7, 25, 60, 30, 50, 6, 28, 30, 7, 14, 14, 5];

/** The number before any vote, and what a vote may set. */
export function boundsOf(name: ParameterName): { readonly initial: number; readonly least: number; readonly most: number } {
  const place = parameterNames.indexOf(name);
  return { initial: DEFAULTS[place]!, least: LEAST[place]!, most: MOST[place]! };
}

/** The cooperative's clock and its bounded numbers. */
export interface ClockState {
  /** The first second of epoch 0. */
  readonly genesis: number;
  /** What votes changed, oldest first. Each binds from epoch `from` on. */
  readonly changes: readonly { readonly parameter: ParameterName; readonly value: number; readonly from: number }[];
}

/** What a reader of the clock alone needs. */
export interface ClockBooks {
  readonly clock: ClockState;
}

export const emptyClock = (genesis: number): ClockState => ({ genesis, changes: [] });

/** The clock after an event. */
export function applyToClock(state: ClockState, event: ChainEvent): ClockState {
  if (event.contract !== "parameters" || event.name !== "ParameterChanged") return state;
  const { parameter, value, from } = event.args;
  return { ...state, changes: [...state.changes, { parameter: parameterNames[parameter]!, value, from }] };
}

/** A number in force in an epoch. */
export function parameterAt({ clock }: ClockBooks, name: ParameterName, epoch: number): number {
  const change = clock.changes.findLast((change) => change.parameter === name && change.from <= epoch);
  return change?.value ?? DEFAULTS[parameterNames.indexOf(name)]!;
}

/** The epoch of a moment. */
export const epochOf = ({ clock }: ClockBooks, now: number): number => epochAt(clock.genesis, now);
