import { epochOf } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import { isClosedIn } from "#client/work/charters.ts";
import type { Project } from "#client/work/types.ts";

/** Whether anything can be recorded in a project now: not yet, as usual, until the next epoch, or no more. */
export type ProjectStanding = "notLive" | "open" | "closing" | "closed";

/** How a project stands at a moment. */
export function projectStanding(ledger: Ledger, project: Project, now: number): ProjectStanding {
  const epoch = epochOf(ledger, now);
  if (isClosedIn(project, epoch)) return "closed";
  if (project.fromEpoch > epoch) return "notLive";
  return project.closing ? "closing" : "open";
}
