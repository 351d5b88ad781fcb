// Twin of contracts/libraries/EpochMath.sol. Times in seconds since 1970.

/** The length of an epoch, in seconds: 28 days. */
export const EPOCH = 28 * 86_400;
export const DAY = 86_400;

/** The epoch of a moment. Errors: RangeError before genesis. */
export function epochAt(genesis: number, time: number): number {
  if (time < genesis) throw new RangeError("before the first epoch");
  return Math.floor((time - genesis) / EPOCH);
}

/** A quarter is three epochs. */
export const QUARTER = 3 * EPOCH;

/** The quarter of a moment, from 0. */
export const quarterAt = (genesis: number, time: number): number => Math.floor(epochAt(genesis, time) / 3);

/** The first second of a quarter. */
export const quarterStart = (genesis: number, quarter: number): number => genesis + quarter * QUARTER;

/** The first second of an epoch. */
export const epochStart = (genesis: number, epoch: number): number => genesis + epoch * EPOCH;

/** From when on nothing can change an epoch any more, and its shares can be drawn: when the one after it ends. */
export const finalAt = (genesis: number, epoch: number): number => epochStart(genesis, epoch + 2);

/** Whether nothing can change an epoch any more. */
export const isFinal = (genesis: number, epoch: number, time: number): boolean => time >= finalAt(genesis, epoch);
