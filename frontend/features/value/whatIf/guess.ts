import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import type { Supposed } from "#client/value/whatIf.ts";
import type { Kind } from "#client/work/types.ts";
import { MICRO } from "../../../shared/language/numbers.ts";
import { hasOther, splitOf, wholeOf } from "../../work/record/check.ts";
import { emptyDraft, type RecordDraft } from "../../work/record/draft.ts";

/** What is supposed, as it was typed. The people stand as in the form of a record. */
export interface Guess extends Pick<RecordDraft, "project" | "kind" | "quantity" | "other" | "people" | "myParts"> {
  /** Who records; 0: somebody who has recorded nothing yet. */
  readonly by: number;
  readonly budget: string;
  readonly rate: string;
  readonly others: string;
}

export type GuessField = "quantity" | "by" | "people" | "budget" | "rate" | "others";
export interface GuessFaults extends Partial<Record<Exclude<GuessField, "people" | "by">, "quantity" | "amount" | "budget">> {
  people?: "people";
  /** A kind with two sides needs somebody who records. */
  by?: "who";
}

/** A guess to begin with. */
export function startGuess(project: number | null, kind: Kind | null, quantity: string, by: number): Guess {
  const { other, people, myParts } = emptyDraft(false);
  return { project, kind, quantity, other, people, myParts, by, budget: "", rate: "", others: "" };
}

/** An amount as typed, in micro-units; null for none. Full-width digits count. */
export function amountOf(typed: string): bigint | null {
  const parts = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(typed.normalize("NFKC").trim());
  return parts ? BigInt(parts[1]!) * MICRO + BigInt((parts[2] ?? "").padEnd(6, "0")) : null;
}

/** A guess as the form of a record has it, so that its parts can be used here. */
export const asDraft = (guess: Guess): RecordDraft => ({ ...emptyDraft(false), ...guess });

/** What is wrong, field by field. A quantity that is not there yet is no fault. */
export function faultsOfGuess(guess: Guess): GuessFaults {
  const faults: GuessFaults = {};
  if (guess.quantity.trim() !== "" && wholeOf(guess.quantity) === null) faults.quantity = "quantity";
  if (guess.by === 0 && hasOther(asDraft(guess))) faults.by = "who";
  else if (splitOf(asDraft(guess), guess.by as MemberId) === null) faults.people = "people";
  for (const field of ["budget", "rate", "others"] as const) if (guess[field].trim() !== "" && amountOf(guess[field]) === null) faults[field] = "amount";
  if (amountOf(guess.budget) === 0n) faults.budget = "budget";
  return faults;
}

/** The guess as the client takes it; null while something is missing or wrong. */
export function supposedOf(guess: Guess): Supposed | null {
  const { project, kind, by } = guess;
  const quantity = wholeOf(guess.quantity);
  const split = splitOf(asDraft(guess), by as MemberId);
  if (project === null || kind === null || quantity === null || split === null || Object.keys(faultsOfGuess(guess)).length > 0) return null;
  const [budget, rate, others] = [amountOf(guess.budget), amountOf(guess.rate), amountOf(guess.others)];
  return { project: project as ProjectId, kind, quantity, by: (by || NOBODY) as MemberId, split, ...(budget === null ? {} : { budget }), ...(rate === null ? {} : { rate }), ...(others === null ? {} : { others }) };
}
