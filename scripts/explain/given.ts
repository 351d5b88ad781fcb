// What the verbs that explain and suppose are given on the command line, checked against the books.
import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { MICRO } from "#client/work/equation.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { explainWords } from "./text.ts";

/** A whole number below 2^32, in digits; null for anything else. */
export function readWhole(text: string | undefined): number | null {
  if (text === undefined || !/^(0|[1-9]\d{0,9})$/.test(text)) return null;
  return Number(text) < 2 ** 32 ? Number(text) : null;
}

/** An amount with at most six decimals, in micro-units; null for anything else. */
export function readAmount(text: string): bigint | null {
  const parts = /^(\d{1,13})(?:\.(\d{1,6}))?$/.exec(text);
  return parts ? BigInt(parts[1]!) * MICRO + BigInt((parts[2] ?? "").padEnd(6, "0")) : null;
}

/** A member's number; 0 is the reserve, where it is allowed. Errors: Failure (2). */
export function findMember({ people }: Ledger, typed: string, language: Language, reserve: boolean): MemberId {
  const number = readWhole(typed);
  const known = number !== null && (people.members.has(number as MemberId) || (reserve && number === NOBODY));
  if (!known) throw new Failure(explainWords[language].noMember(typed, people.members.size), EXIT.badInput);
  return number as MemberId;
}

/** A project's number. Errors: Failure (2). */
export function findProject({ work }: Ledger, typed: string, language: Language): ProjectId {
  const number = readWhole(typed);
  if (number === null || !work.projects.has(number as ProjectId)) throw new Failure(explainWords[language].noProject(typed, [...work.projects.keys()].join(", ")), EXIT.badInput);
  return number as ProjectId;
}
