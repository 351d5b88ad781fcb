import type { MemberId, ProjectId } from "../chain/ids.ts";
import type { WorkBooks } from "./fold.ts";
import { type Charter, type Grade, kinds, type Project, type ProjectCharter } from "./types.ts";

/** A charter as the contracts' events give it. */
export interface RawCharter {
  readonly statement: `0x${string}`;
  readonly uri: string;
  readonly industry: number;
  readonly budget: bigint;
  readonly rates: readonly number[];
  readonly minSurplus: number;
  readonly salesCap: bigint;
  readonly stewards: readonly number[];
}

/** A charter as the client keeps it. */
export function toCharter({ statement, uri, industry, budget, rates, minSurplus, salesCap, stewards }: RawCharter): Charter {
  const byKind = Object.fromEntries(kinds.map((kind, place) => [kind, BigInt(rates[place]!)])) as Charter["rates"];
  return { statement, uri, industry, budget, rates: byKind, minSurplus, salesCap, stewards: stewards as readonly MemberId[] };
}

/** A charter as the contracts take it. */
export function fromCharter({ rates, ...charter }: Charter): RawCharter & { rates: readonly [number, number, number, number] } {
  const { statement, uri, industry, budget, minSurplus, salesCap, stewards } = charter;
  const [work, experience, sharing, learning] = kinds.map((kind) => Number(rates[kind]));
  return { statement, uri, industry, budget, rates: [work!, experience!, sharing!, learning!], minSurplus, salesCap, stewards };
}

/** The charter of an epoch; of an epoch before the first, the first. */
export const charterIn = (project: Project, epoch: number): ProjectCharter =>
  project.charters.findLast(({ fromEpoch }) => fromEpoch <= epoch) ?? project.charters[0]!;

/** The newest charter, which may bind only from the next epoch. */
export const newestCharter = (project: Project): ProjectCharter => project.charters.at(-1)!;

/** Whether anything may be recorded in the project in that epoch. */
export const isOpenIn = (project: Project, epoch: number): boolean => project.fromEpoch <= epoch && !isClosedIn(project, epoch);

/** Whether the project is closed in that epoch. */
export const isClosedIn = ({ closing }: Project, epoch: number): boolean => closing !== null && closing.fromEpoch <= epoch;

/** Whether the project is on probation in that epoch. */
export const isOnProbation = ({ fromEpoch, probationUntil }: Project, epoch: number): boolean => fromEpoch <= epoch && epoch < probationUntil;

/** A project. Errors: RangeError for one that was never founded. */
export function projectOf({ work }: WorkBooks, id: ProjectId): Project {
  const found = work.projects.get(id);
  if (!found) throw new RangeError(`no project ${id}`);
  return found;
}

/** What a grade sets: how many epochs of probation, and the commons' part of a surplus until its end, in percent. */
export function admissionTerms(grade: Grade): { readonly probation: number; readonly commonsPercent: number; readonly majority: "half" | "threeFifths" | "twoThirds" | null } {
  if (grade === "A" || grade === "A+") return { probation: 3, commonsPercent: 20, majority: "half" };
  if (grade === "B") return { probation: 4, commonsPercent: 25, majority: "threeFifths" };
  if (grade === "C") return { probation: 6, commonsPercent: 30, majority: "twoThirds" };
  return { probation: 0, commonsPercent: 0, majority: null };
}
