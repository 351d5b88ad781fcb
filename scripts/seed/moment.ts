import type { Teller } from "./teller.ts";

/** An act, and the day on which it is done. */
export interface Moment {
  readonly day: number;
  readonly act: (teller: Teller, day: number) => Promise<void>;
}
