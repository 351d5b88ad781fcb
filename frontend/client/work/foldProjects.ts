import type { EventOf } from "../chain/events.ts";
import type { MemberId, ProjectId, StatementId } from "../chain/ids.ts";
import { type RawCharter, toCharter } from "./charters.ts";
import type { WorkDraft } from "./fold.ts";
import { changeStatement, drafted } from "./foldReviews.ts";
import { grades, type Project, type ProjectCharter } from "./types.ts";

type ProjectEvent = EventOf<"projectRegistry">;

/** Adds what an event says of a project or of a statement's way to one. */
export function applyProject(draft: WorkDraft, event: ProjectEvent): void {
  switch (event.name) {
    case "ProjectFounded":
      return begin(draft, event, { grade: "none", probationUntil: event.args.fromEpoch, commonsPercent: 0 }, null);
    case "StatementDrafted":
      return drafted(draft, event);
    case "ProjectAdmitted": {
      const { probationUntil, commonsPercent } = event.args;
      admit(draft, event.args.statement, event.args.project, event.at);
      return begin(draft, event, { grade: grades[event.args.grade]!, probationUntil, commonsPercent }, event.args.statement as StatementId);
    }
    case "ProjectAmended":
      return amend(draft, event);
    case "StewardsReplaced":
      // Who asked to close it asked as a steward; the contract forgets it with the old ones.
      return changeProject(draft, event.args.project, () => ({ stewards: event.args.stewards as readonly MemberId[], asking: [] }));
    case "ClosingAsked":
      return changeProject(draft, event.args.project, ({ asking }) => ({ asking: asked(asking, event.args.steward as MemberId, event.args.wanted) }));
    case "ProjectClosed": {
      const { fromEpoch, closing } = event.args;
      const by = closing === 1 ? "stewards" : "vote";
      return changeProject(draft, event.args.project, () => ({ closing: { fromEpoch, by, at: event.at, tx: event.tx } }));
    }
  }
}

type Opened = Extract<ProjectEvent, { name: "ProjectFounded" | "ProjectAdmitted" }>;

function begin(draft: WorkDraft, event: Opened, footing: Pick<Project, "grade" | "probationUntil" | "commonsPercent">, statementId: StatementId | null): void {
  const { fromEpoch } = event.args;
  const charter = charterOf(event, event.args.charter, fromEpoch, statementId);
  const id = event.args.project as ProjectId;
  const { statement, uri, stewards } = charter;
  draft.map("projects").set(id, { id, fromEpoch, foundedAt: event.at, statement, uri, charters: [charter], stewards, ...footing, closing: null, asking: [], tx: event.tx });
}

function amend(draft: WorkDraft, event: Extract<ProjectEvent, { name: "ProjectAmended" }>): void {
  const { project, statement, fromEpoch } = event.args;
  const statementId = BigInt(statement) === 0n ? null : (statement as StatementId);
  const charter = charterOf(event, event.args.charter, fromEpoch, statementId);
  if (statementId) admit(draft, statementId, project, event.at);
  changeProject(draft, project, ({ charters }) => ({ charters: [...charters, charter], statement: charter.statement, uri: charter.uri, stewards: charter.stewards, asking: [] }));
}

function charterOf(event: ProjectEvent, charter: RawCharter, fromEpoch: number, statementId: StatementId | null): ProjectCharter {
  return { ...toCharter(charter), fromEpoch, statementId, at: event.at, tx: event.tx };
}

const asked = (asking: readonly MemberId[], steward: MemberId, wanted: boolean): MemberId[] => [...asking.filter((other) => other !== steward), ...(wanted ? [steward] : [])];

function admit(draft: WorkDraft, statement: string, project: number, at: number): void {
  changeStatement(draft, statement, () => ({ admittedAs: project as ProjectId, admittedAt: at }));
}

function changeProject(draft: WorkDraft, id: number, how: (project: Project) => Partial<Project>): void {
  const project = draft.state.projects.get(id as ProjectId);
  if (project) draft.map("projects").set(project.id, { ...project, ...how(project) });
}
