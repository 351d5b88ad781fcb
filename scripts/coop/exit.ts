// How a command of `npm run coop` ends. Scripts may rely on these numbers; --help prints them.

export const EXIT = {
  /** Done, or nothing was left to do. */
  done: 0,
  /** The chain, the network or the machine failed, or the chain refused. */
  failed: 1,
  /** What was given cannot be used: an option, a path, a broken line. Nothing was sent. */
  badInput: 2,
  /** Data published by earlier batches cannot be had, or is not what the chain says. Nothing was sent. */
  earlierDataMissing: 3,
  /** A check found a difference. */
  differs: 4,
} as const;
