import { epochOf } from "../chain/clock.ts";
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { newestCharter } from "./charters.ts";
import type { WorkBooks } from "./fold.ts";
import { mayDraft, type StatementObstacle } from "./mayReview.ts";
import { type Charter, kinds, type Project } from "./types.ts";

/** What stands in the way of drafting a statement or of making it a charter, as the contract would refuse it. */
export type CharterObstacle = StatementObstacle | "StatementTaken" | "NoSuchMember" | "NoSuchProject" | "MoreThanATenth" | "CofounderTwice" | "AmendedThisEpoch";

/** A part of a charter that an amendment would move by more than a tenth; kinds are neither added nor dropped by the same rule. */
export interface TooFar {
  readonly field: "budget" | `rate.${(typeof kinds)[number]}`;
  readonly current: bigint;
  readonly wanted: bigint;
  /** What is allowed now, both included; micro-units. */
  readonly least: bigint;
  readonly most: bigint;
}

/** What an amendment may set a number to now: a tenth less to a tenth more. */
export const withinATenth = (current: bigint): { readonly least: bigint; readonly most: bigint } => ({ least: current - current / 10n, most: current + current / 10n });

/** Where a charter moves more than an amendment may, held against the newest charter; empty where it does not. */
export function tooFar(project: Project, charter: Pick<Charter, "budget" | "rates">): TooFar[] {
  const now = newestCharter(project);
  const pairs: [TooFar["field"], bigint, bigint][] = [["budget", now.budget, charter.budget], ...kinds.map((kind) => [`rate.${kind}`, now.rates[kind], charter.rates[kind]] as [TooFar["field"], bigint, bigint])];
  return pairs.flatMap(([field, current, wanted]) => {
    const { least, most } = withinATenth(current);
    return wanted >= least && wanted <= most ? [] : [{ field, current, wanted, least, most }];
  });
}

/** What stands in the way of an amendment whoever makes it, whenever; null: nothing. */
export function amendmentObstacle({ work }: WorkBooks, id: ProjectId, charter: Charter): CharterObstacle | null {
  const project = work.projects.get(id);
  if (!project) return "NoSuchProject";
  if (project.closing) return "ProjectIsClosed";
  return tooFar(project, charter).length > 0 ? "MoreThanATenth" : null;
}

/** Whether a charter that was set in this epoch waits for the next, so that another amendment must wait as well. */
export const isAmendedIn = (books: WorkBooks, project: Project, now: number): boolean => newestCharter(project).fromEpoch > epochOf(books, now);

/** What stands in the way of drafting; null: nothing that can be seen here. */
export function draftObstacle(
  books: WorkBooks,
  { project, cofounders, charter }: { project: ProjectId | null; cofounders: readonly MemberId[]; charter: Charter },
  member: MemberId,
): CharterObstacle | null {
  const obstacle = mayDraft(books, member);
  if (obstacle) return obstacle;
  const { members } = books.people;
  for (const record of books.work.statements.values())
    if (record.kind === "statement" && record.proposer === member && record.document === charter.statement) return "StatementTaken";
  if (charter.stewards.some((steward) => !members.has(steward))) return "NoSuchMember";
  const amends = project === null ? null : amendmentObstacle(books, project, charter);
  if (amends) return amends;
  if (new Set([member, ...cofounders]).size <= cofounders.length) return "CofounderTwice";
  return cofounders.some((cofounder) => !members.has(cofounder)) ? "NoSuchMember" : null;
}
