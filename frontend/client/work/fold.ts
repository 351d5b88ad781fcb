import type { Hex } from "viem";
import type { Draft } from "../chain/draft.ts";
import type { EventOf, ChainEvent } from "../chain/events.ts";
import type { ContributionId, MemberId, ProjectId, StatementId } from "../chain/ids.ts";
import type { PeopleBooks } from "../people/fold.ts";
import { costOf, PAIRS_FROM } from "./answers.ts";
import { applyClaim } from "./foldClaims.ts";
import { applyProject } from "./foldProjects.ts";
import { applyReview } from "./foldReviews.ts";
import { applyRound } from "./foldRounds.ts";
import { sharersOf } from "./twoSided.ts";
import type { Claim, Project, StatementRecord } from "./types.ts";

/** From when to when a member attests in a project, both epochs included. */
export interface Term {
  readonly from: number;
  readonly through: number;
}

/** Sums of a project and epoch as the log gives them, micro-units. */
export interface Book {
  readonly direct: bigint;
  readonly batches: bigint;
}

/** All work as the log tells it. Keys with dots join numbers: see `keyOf`. */
export interface WorkState {
  readonly projects: ReadonlyMap<ProjectId, Project>;
  /** Statements and articles, in the order in which they were drafted or published. */
  readonly statements: ReadonlyMap<StatementId, StatementRecord>;
  readonly claims: ReadonlyMap<ContributionId, Claim>;
  /** Claims that came to nothing and were made anew under the same id, oldest first. */
  readonly forerunners: readonly Claim[];
  /** By project.member: all spans in which the member attests, oldest first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** By project.epoch: how many attest. */
  readonly enrolled: ReadonlyMap<string, number>;
  /** By project.epoch.member: credit of the direct lane before the stop. */
  readonly credits: ReadonlyMap<string, bigint>;
  /** By project.epoch. */
  readonly books: ReadonlyMap<string, Book>;
  /** Epochs of a project that hold credit, ascending. */
  readonly creditedEpochs: ReadonlyMap<ProjectId, readonly number[]>;
  /** By project.epoch.member: claimed value of all records with this contributor. */
  readonly recorded: ReadonlyMap<string, bigint>;
  /** By project.epoch.member: spent of the attester's budget. */
  readonly spent: ReadonlyMap<string, bigint>;
  /** By project.epoch.member.member, the lower number first: spent between the two, once twelve are enrolled. */
  readonly pairs: ReadonlyMap<string, bigint>;
  /** The claim that took an evidence digest at sealing. */
  readonly takenBy: ReadonlyMap<Hex, ContributionId>;
  /** The binding of an identity that was sealed last. */
  readonly bindingOf: ReadonlyMap<Hex, ContributionId>;
  /** The binding of a member that was sealed last. */
  readonly bindingTo: ReadonlyMap<MemberId, ContributionId>;
  /** The claims that a member's three challenge slots were given to. */
  readonly slots: ReadonlyMap<MemberId, readonly (ContributionId | null)[]>;
}

/** What a reader of work needs. */
export interface WorkBooks extends PeopleBooks {
  readonly work: WorkState;
}

export type WorkDraft = Draft<WorkState>;

export const emptyWork = (): WorkState => ({
  projects: new Map(),
  statements: new Map(),
  claims: new Map(),
  forerunners: [],
  terms: new Map(),
  enrolled: new Map(),
  credits: new Map(),
  books: new Map(),
  creditedEpochs: new Map(),
  recorded: new Map(),
  spent: new Map(),
  pairs: new Map(),
  takenBy: new Map(),
  bindingOf: new Map(),
  bindingTo: new Map(),
  slots: new Map(),
});

/** The key of several numbers in a map of the state. */
export const keyOf = (...numbers: readonly number[]): string => numbers.join(".");

/** Adds an event to work. `genesis` in seconds since 1970. */
export function applyToWork(draft: WorkDraft, event: ChainEvent, genesis: number): void {
  if (event.contract === "projectRegistry") applyProject(draft, event);
  else if (event.contract === "projectReviews") applyReview(draft, event);
  else if (event.contract === "challenges") applyRound(draft, event);
  else if (event.contract === "contributionLedger") {
    if (event.name === "Enrolled") applyEnrolled(draft, event.args);
    else if (event.name === "Credited" || event.name === "BatchesCredited") applyCredited(draft, event);
    else {
      if (event.name === "Attested") spend(draft, event.args);
      applyClaim(draft, event, genesis);
      if (event.name === "Recorded") countRecorded(draft, event.args.id as ContributionId);
    }
  }
}

/** An enrolment begins, or is carried over: then `from` is as before, and only the epochs after the old end are new. */
function applyEnrolled(draft: WorkDraft, args: { project: number; member: number; from: number; through: number }): void {
  const { project, member, from, through } = args;
  const key = keyOf(project, member);
  const terms = draft.state.terms.get(key) ?? [];
  const last = terms.at(-1);
  const goesOn = last !== undefined && last.from === from;
  draft.map("terms").set(key, [...(goesOn ? terms.slice(0, -1) : terms), { from, through }]);
  for (let epoch = goesOn ? last.through + 1 : from; epoch <= through; epoch++) {
    const place = keyOf(project, epoch);
    draft.map("enrolled").set(place, (draft.state.enrolled.get(place) ?? 0) + 1);
  }
}

function applyCredited(draft: WorkDraft, event: Extract<EventOf<"contributionLedger">, { name: "Credited" | "BatchesCredited" }>): void {
  const { project, epoch } = event.args;
  const key = keyOf(project, epoch);
  const book = draft.state.books.get(key) ?? { direct: 0n, batches: 0n };
  if (!draft.state.books.has(key)) {
    const epochs = draft.state.creditedEpochs.get(project as ProjectId) ?? [];
    draft.map("creditedEpochs").set(project as ProjectId, [...epochs, epoch]);
  }
  if (event.name === "BatchesCredited") {
    draft.map("books").set(key, { ...book, batches: event.args.batches });
  } else {
    draft.map("books").set(key, { ...book, direct: event.args.direct });
    draft.map("credits").set(keyOf(project, epoch, event.args.member), event.args.credit);
  }
}

function countRecorded(draft: WorkDraft, id: ContributionId): void {
  const claim = draft.state.claims.get(id)!;
  for (const owner of sharersOf(claim)) addTo(draft, "recorded", keyOf(claim.project, claim.epoch, owner), claim.value);
}

/** A record's answer spends of its attester's budget, and from twelve enrolled on of what the pair may spend. */
function spend(draft: WorkDraft, args: { id: Hex; attester: number; needed: number; epoch: number }): void {
  const claim = draft.state.claims.get(args.id as ContributionId);
  if (!claim || claim.lane === "batch" || claim.lane === "binding") return;
  const cost = costOf(claim.value, args.needed);
  const { attester, epoch } = args;
  addTo(draft, "spent", keyOf(claim.project, epoch, attester), cost);
  if ((draft.state.enrolled.get(keyOf(claim.project, epoch)) ?? 0) < PAIRS_FROM) return;
  for (const owner of sharersOf(claim)) addTo(draft, "pairs", keyOf(claim.project, epoch, Math.min(attester, owner), Math.max(attester, owner)), cost);
}

function addTo(draft: WorkDraft, field: "recorded" | "spent" | "pairs", key: string, amount: bigint): void {
  draft.map(field).set(key, (draft.state[field].get(key) ?? 0n) + amount);
}
