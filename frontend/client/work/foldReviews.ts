import type { EventNamed, EventOf } from "../chain/events.ts";
import type { MemberId, ProjectId, StatementId } from "../chain/ids.ts";
import { toCharter } from "./charters.ts";
import type { WorkDraft } from "./fold.ts";
import { readMarks } from "./marks.ts";
import { grades, type Review, type StatementRecord, type Submission } from "./types.ts";

const NOTHING = `0x${"0".repeat(64)}`;

/** Adds what an event says of the review of a statement or an article. */
export function applyReview(draft: WorkDraft, event: EventOf<"projectReviews">): void {
  switch (event.name) {
    case "ArticlePublished":
      return published(draft, event);
    case "Submitted":
      return changeStatement(draft, event.args.statement, ({ submissions }) => ({ submissions: [...submissions, submitted(event)] }));
    case "TakenBack":
      return changeLatest(draft, event.args.statement, () => ({ takenBackAt: event.at }));
    case "Reviewed":
      return changeLatest(draft, event.args.statement, (submission) => reviewed(submission, event));
    case "Disowned":
      return changeStatement(draft, event.args.statement, ({ disowned }) => ({ disowned: [...disowned, event.args.member as MemberId] }));
    case "CommentAdopted": {
      const adopted = { reviewed: event.args.reviewed as StatementId, reviewer: event.args.reviewer as MemberId, at: event.at };
      return changeStatement(draft, event.args.statement, (record) => ({ adopted: draft.append(record.adopted, adopted) }));
    }
  }
}

/** What a statement or an article is before anybody submitted it. */
const untouched = { disowned: [], submissions: [], adopted: [], admittedAs: null, admittedAt: null } as const;

/** Adds a statement that was drafted. */
export function drafted(draft: WorkDraft, event: EventNamed<"projectRegistry", "StatementDrafted">): void {
  const { statement, proposer, project, previous, cofounders } = event.args;
  const charter = toCharter(event.args.charter);
  put(draft, {
    ...untouched,
    id: statement as StatementId,
    kind: "statement",
    proposer: proposer as MemberId,
    cofounders: cofounders as readonly MemberId[],
    project: project === 0 ? null : (project as ProjectId),
    previous: previous === NOTHING ? null : (previous as StatementId),
    document: charter.statement,
    uri: charter.uri,
    charter,
    draftedAt: event.at,
    tx: event.tx,
  });
}

function published(draft: WorkDraft, event: EventNamed<"projectReviews", "ArticlePublished">): void {
  const { article, author, document, uri, coauthors } = event.args;
  put(draft, {
    ...untouched,
    id: article as StatementId,
    kind: "article",
    proposer: author as MemberId,
    cofounders: coauthors as readonly MemberId[],
    project: null,
    previous: null,
    document,
    uri,
    charter: null,
    draftedAt: event.at,
    tx: event.tx,
  });
}

/** With nobody who may review, it needs no reviews and is filled at once. */
function submitted(event: EventNamed<"projectReviews", "Submitted">): Submission {
  const { submission, deadline, needed, best } = event.args;
  const filledAt = needed === 0 ? event.at : null;
  return { number: submission, submittedAt: event.at, deadline, needed, best: grades[best]!, takenBackAt: null, reviews: [], filledAt, tx: event.tx };
}

function reviewed({ reviews, filledAt, needed }: Submission, event: EventNamed<"projectReviews", "Reviewed">): Partial<Submission> {
  const { marks, comment, uri } = event.args;
  const reviewer = event.args.reviewer as MemberId;
  const before = reviews.find((review) => review.reviewer === reviewer);
  const review: Review = {
    reviewer,
    marks: readMarks(marks),
    comment: comment === NOTHING ? null : comment,
    uri,
    firstAt: before?.firstAt ?? event.at,
    at: event.at,
    revised: before !== undefined,
    tx: event.tx,
  };
  if (before) return { reviews: reviews.map((other) => (other === before ? review : other)) };
  return { reviews: [...reviews, review], filledAt: reviews.length + 1 === needed ? event.at : filledAt };
}

function put(draft: WorkDraft, record: StatementRecord): void {
  draft.map("statements").set(record.id, record);
}

/** Replaces a statement by one with parts changed. One that was never drafted would be a fault of the node: it is left out. */
export function changeStatement(draft: WorkDraft, id: string, how: (record: StatementRecord) => Partial<StatementRecord>): void {
  const record = draft.state.statements.get(id as StatementId);
  if (record) draft.map("statements").set(record.id, { ...record, ...how(record) });
}

function changeLatest(draft: WorkDraft, id: string, how: (submission: Submission) => Partial<Submission>): void {
  changeStatement(draft, id, ({ submissions }) => {
    const latest = submissions.at(-1);
    return latest ? { submissions: [...submissions.slice(0, -1), { ...latest, ...how(latest) }] } : {};
  });
}
