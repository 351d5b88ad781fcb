import { boundsOf, parameterNames } from "#client/chain/clock.ts";
import type { Deployment } from "#client/chain/deployment.ts";
import { EPOCH } from "#client/chain/epoch.ts";
import type { Intent } from "#client/chain/intent.ts";
import type { MemberId, ProjectId, StatementId } from "#client/chain/ids.ts";
import type { Wanted } from "#client/governance/actions.ts";
import { parseCancel } from "#client/governance/cancel.ts";
import { deadlinesOf } from "#client/governance/deadlines.ts";
import { parseExecute } from "#client/governance/execute.ts";
import { mayCancel, mayQueue, mayVote } from "#client/governance/may.ts";
import { executionObstacle } from "#client/governance/mayExecute.ts";
import { type ProposePreview, previewPropose } from "#client/governance/preview.ts";
import { describedBy as described, parsePropose } from "#client/governance/propose.ts";
import { parseQueue } from "#client/governance/queue.ts";
import { proposalState } from "#client/governance/state.ts";
import { supports, type Proposal } from "#client/governance/types.ts";
import { parseVote } from "#client/governance/vote.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseAdoptComments } from "#client/work/adoptComments.ts";
import { parseAskToClose } from "#client/work/askToClose.ts";
import { newestCharter } from "#client/work/charters.ts";
import { parseDraftStatement } from "#client/work/draftStatement.ts";
import { parseDisown } from "#client/work/disown.ts";
import { draftObstacle } from "#client/work/mayDraft.ts";
import { mayAdopt, mayAskToClose, mayDisown, mayDraft, mayReview, maySubmit, mayTakeBack } from "#client/work/mayReview.ts";
import { parsePublishArticle } from "#client/work/publishArticle.ts";
import { parseReview } from "#client/work/review.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import { parseSubmitStatement } from "#client/work/submitStatement.ts";
import { parseTakeBack } from "#client/work/takeBack.ts";
import { type Charter, kinds, type Mark, type StatementRecord } from "#client/work/types.ts";
import type { Act } from "./history.ts";
import type { Random } from "./random.ts";

/** Makes acts of statements, reviews and votes at random, most of them possible, and says what the client expects of each. */
export class Council {
  private readonly random: Random;
  private readonly deployment: Deployment;
  private written = 0;
  /** What was foretold of each proposal, by its words. */
  readonly foretold = new Map<string, ProposePreview>();

  constructor(random: Random, deployment: Deployment) {
    this.random = random;
    this.deployment = deployment;
  }

  /** When the next act lands: mostly soon; often at a second at which something ends or begins, or beside it; rarely far. */
  next(books: Ledger, now: number): number {
    const dice = this.random.part();
    if (dice < 0.08) {
      const at = this.random.one([...deadlinesOf(books, null, now), null].slice(0, 6))?.at;
      if (at !== undefined) return Math.max(now + 1, at + this.random.whole(-1, 1));
    }
    if (dice < 0.084) return now + this.random.one([EPOCH, 3 * EPOCH]);
    return now + this.random.one([1, 60, 3_600, 7_200, 20_000]);
  }

  /** An act at `now`, the second in which it lands; null where the dice fell on something that nobody can do. */
  act(books: Ledger, now: number): Act | null {
    const dice = this.random.whole(1, 100);
    // Where much is under way already, it is gone on with: else nothing would ever be filled or carried.
    const inReview = [...books.work.statements.values()].filter((one) => statementStageOf(one, now).stage === "inReview").length;
    const states = [...books.governance.proposals.values()].map((one) => proposalState(one, books, now));
    const part = this.random.part();
    if (states.includes("active") && part < 0.55) return this.vote(books, now);
    if (states.includes("succeeded") && part < 0.75) return this.queue(books, now);
    const ready = [...books.governance.proposals.values()].some((one) => one.eta !== null && one.eta <= now && proposalState(one, books, now) === "queued");
    if (ready && part < 0.8) return this.execute(books, now);
    if (dice <= 20 && inReview >= 3) return this.review(books, now);
    if (dice > 48 && dice <= 60 && states.filter((state) => state === "pending" || state === "active").length >= 2) return this.vote(books, now) ?? this.review(books, now);
    if (dice <= 9) return this.draft(books);
    if (dice <= 12) return this.publish(books);
    if (dice <= 20) return this.submit(books, now);
    if (dice <= 44) return this.review(books, now);
    if (dice <= 46) return this.takeBack(books, now);
    if (dice <= 48) return this.adopt(books);
    if (dice <= 60) return this.propose(books, now);
    if (dice <= 86) return this.vote(books, now);
    if (dice <= 88) return this.queue(books, now);
    if (dice <= 90) return this.execute(books, now);
    if (dice <= 92) return this.cancel(books, now);
    if (dice === 93) return this.disown(books);
    if (dice <= 98) return this.review(books, now);
    return this.random.part() < 0.5 ? this.askToClose(books) : null;
  }

  private member = (books: Ledger): MemberId => this.random.one([...books.people.members.keys()]);

  /** Somebody who may, more often than somebody who may not. */
  private actor(books: Ledger, obstacle: (member: MemberId) => string | null): { by: MemberId; refusal: string | null } {
    const able = [...books.people.members.keys()].filter((member) => obstacle(member) === null);
    const by = able.length > 0 && this.random.part() < 0.88 ? this.random.one(able) : this.member(books);
    return { by, refusal: obstacle(by) };
  }

  private statement(books: Ledger, wanted: (record: StatementRecord) => boolean): StatementRecord | null {
    const any = this.random.part() < 0.05;
    const fitting = [...books.work.statements.values()].filter((record) => any || wanted(record));
    return fitting.length === 0 ? null : this.random.one(fitting.slice(-6));
  }

  private draft(books: Ledger): Act {
    const by = this.member(books);
    const amends = this.random.part() < 0.4 ? (this.random.one([...books.work.projects.keys()].filter((id) => id !== 0)) as ProjectId) : null;
    const twin = [...books.work.statements.values()].find((record) => record.proposer === by && record.charter);
    const digest = twin?.charter && this.random.part() < 0.05 ? twin.document : this.random.hash();
    const charter = this.charter(books, amends ?? 1, digest, amends !== null);
    const cofounders = this.random.part() < 0.4 ? this.random.some([...books.people.members.keys()], this.random.whole(1, 3)) : [];
    const previous = this.random.part() < 0.3 ? (this.random.one([...books.work.statements.keys(), this.random.hash() as StatementId]) ?? null) : null;
    const intent = parseDraftStatement({ project: amends, previous, cofounders, charter });
    return { verb: "draft", by, intent, refusal: draftObstacle(books, { project: amends, cofounders, charter }, by) };
  }

  /** A charter near a project's own: for an amendment mostly within a tenth. */
  private charter(books: Ledger, id: number, statement: `0x${string}`, near: boolean): Charter {
    const own = newestCharter(books.work.projects.get(id as ProjectId)!);
    const far = this.random.part() < 0.15;
    const moved = (amount: bigint): bigint => (near && !far ? amount + (amount * BigInt(this.random.whole(-10, 10))) / 100n : this.random.one([amount, amount + 1n, amount * 2n]));
    const rates = Object.fromEntries(kinds.map((kind) => [kind, own.rates[kind] === 0n ? 0n : moved(own.rates[kind]) || 1n])) as Charter["rates"];
    const stewards = this.random.some([...books.people.members.keys()], this.random.whole(1, 4));
    return { ...own, statement, uri: this.random.one(["", "data:,words"]), rates, budget: moved(own.budget), stewards, minSurplus: this.random.whole(5, 50) };
  }

  private publish(books: Ledger): Act {
    const by = this.member(books);
    const coauthors = this.random.some([...books.people.members.keys()].filter((id) => id !== by), this.random.whole(0, 2));
    return { verb: "publish", by, intent: parsePublishArticle({ document: this.random.hash(), uri: "", coauthors }), refusal: mayDraft(books, by) };
  }

  private submit(books: Ledger, now: number): Act | null {
    const record = this.statement(books, (one) => statementStageOf(one, now).stage === "draft");
    if (!record) return null;
    const by = this.random.part() < 0.9 ? record.proposer : this.member(books);
    return { verb: "submit", by, intent: parseSubmitStatement({ statement: record.id }), refusal: maySubmit(books, record, by, now) };
  }

  private review(books: Ledger, now: number): Act | null {
    const record = this.statement(books, (one) => statementStageOf(one, now).stage === "inReview");
    if (!record) return null;
    const { by, refusal } = this.actor(books, (member) => mayReview(books, record, member, now));
    // Members think alike of a statement, so that every grade comes up.
    const lean = Number(BigInt(record.id) % 4n);
    const mark = (): Mark => (lean === 3 ? (this.random.whole(0, 2) as Mark) : this.random.part() < 0.8 ? (lean as Mark) : (this.random.whole(0, 2) as Mark));
    const comment = this.random.part() < 0.5 ? this.random.hash() : null;
    const intent = parseReview({ statement: record.id, marks: Array.from({ length: 12 }, mark), comment, uri: "" });
    return { verb: "review", by, intent, refusal };
  }

  private takeBack(books: Ledger, now: number): Act | null {
    const stage = this.random.one(["inReview", "inReview", "inReview", "reviewed"]);
    const record = this.statement(books, (one) => statementStageOf(one, now).stage === stage);
    if (!record) return null;
    const by = this.random.part() < 0.8 ? record.proposer : this.member(books);
    return { verb: "takeBack", by, intent: parseTakeBack({ statement: record.id }), refusal: mayTakeBack(record, by, now) };
  }

  private disown(books: Ledger): Act | null {
    const record = this.statement(books, ({ cofounders }) => cofounders.length > 0);
    if (!record) return null;
    const { by, refusal } = this.actor(books, (member) => mayDisown(record, member));
    return { verb: "disown", by, intent: parseDisown({ statement: record.id }), refusal };
  }

  private adopt(books: Ledger): Act | null {
    const [record, reviewed] = [this.statement(books, () => true), this.statement(books, ({ submissions }) => (submissions.at(-1)?.reviews.length ?? 0) > 0)];
    if (!record || !reviewed) return null;
    const given = reviewed.submissions.at(-1)?.reviews.map(({ reviewer }) => reviewer) ?? [];
    const reviewer = given.length > 0 && this.random.part() < 0.8 ? this.random.one(given) : this.member(books);
    const by = this.random.part() < 0.9 ? record.proposer : this.member(books);
    return { verb: "adopt", by, intent: parseAdoptComments({ statement: record.id, reviewed: reviewed.id, reviewers: [reviewer] }), refusal: mayAdopt(record, reviewed, reviewer, by) };
  }

  private propose(books: Ledger, now: number): Act | null {
    const actions = this.actions(books, now);
    if (!actions) return null;
    const { by, refusal } = this.actor(books, (member) => previewPropose(books, actions, member, now).obstacle);
    const description = `proposal ${(this.written += 1)}`;
    const intent = parsePropose({ actions, description, proposer: books.people.members.get(by)!.key }, this.deployment);
    if (refusal === null) this.foretold.set(described(description, books.people.members.get(by)!.key), previewPropose(books, actions, by, now));
    return { verb: `propose ${actions[0]!.type}`, by, intent, refusal };
  }

  private actions(books: Ledger, now: number): Wanted[] | null {
    const dice = this.random.whole(-4, 10);
    const projects = [...books.work.projects.keys()].filter((id) => id !== 0);
    if (dice <= 5) {
      const record = this.statement(books, (one) => one.kind === "statement" && statementStageOf(one, now).stage === "reviewed");
      if (!record?.charter) return null;
      const submission = Math.max(1, record.submissions.length - Number(this.random.part() < 0.05));
      const charter = this.random.part() < 0.06 ? { ...record.charter, budget: record.charter.budget + 1n } : record.charter;
      return [{ type: "admit", statement: record.id, submission, project: record.project, charter }];
    }
    if (dice <= 7) {
      const names = this.random.some(parameterNames, this.random.whole(1, 3));
      return names.map((parameter) => ({ type: "parameter", parameter, value: BigInt(this.random.whole(boundsOf(parameter).least, boundsOf(parameter).most)) }));
    }
    if (dice === 8) return [{ type: "expel", member: this.random.whole(1, books.people.members.size + 1) as MemberId, cause: this.random.hash() }];
    if (dice === 9) return this.random.part() < 0.7 ? [{ type: "stewards", project: this.random.one(projects), stewards: this.random.some([...books.people.members.keys()], 3) }] : [{ type: "close", project: this.random.one(projects) }];
    return [{ type: "cooperative", charter: this.charter(books, 0, this.random.hash(), true) }];
  }

  private vote(books: Ledger, now: number): Act | null {
    const proposal = this.proposal(books, "active", now);
    if (!proposal) return null;
    const { by, refusal } = this.actor(books, (member) => mayVote(books, proposal, member, now));
    const support = this.random.part() < 0.85 ? "for" : this.random.one(supports);
    return { verb: "vote", by, intent: parseVote(proposal, support, this.random.part() < 0.2 ? "因为" : ""), refusal };
  }

  private proposal(books: Ledger, state: ReturnType<typeof proposalState>, now: number): Proposal | null {
    const all = [...books.governance.proposals.values()];
    const any = this.random.part() < 0.05;
    const fitting = all.filter((one) => any || proposalState(one, books, now) === state);
    return fitting.length === 0 ? null : this.random.one(fitting.slice(0, 2));
  }

  private onProposal(books: Ledger, verb: string, state: ReturnType<typeof proposalState>, now: number, make: (one: Proposal) => [Intent, string | null]): Act | null {
    const proposal = this.proposal(books, state, now);
    if (!proposal) return null;
    const [intent, refusal] = make(proposal);
    return { verb, by: this.member(books), intent, refusal };
  }

  private queue = (books: Ledger, now: number): Act | null => this.onProposal(books, "queue", "succeeded", now, (one) => [parseQueue(one), mayQueue(books, one, now)]);
  private execute = (books: Ledger, now: number): Act | null => this.onProposal(books, "execute", "queued", now, (one) => [parseExecute(one), executionObstacle(books, one, this.deployment, now)]);

  private cancel(books: Ledger, now: number): Act | null {
    const proposal = this.proposal(books, "pending", now);
    if (!proposal) return null;
    const by = this.random.part() < 0.7 ? proposal.proposer : this.member(books);
    return { verb: "cancel", by, intent: parseCancel(proposal), refusal: mayCancel(books, proposal, by, now) };
  }

  private askToClose(books: Ledger): Act {
    const project = this.random.one([...books.work.projects.keys()].filter((id) => id !== 0));
    const wanted = this.random.part() < 0.7;
    const { by, refusal } = this.actor(books, (member) => mayAskToClose(books, project, member, wanted));
    return { verb: "askToClose", by, intent: parseAskToClose({ project, wanted }), refusal };
  }
}

/** How often each thing was done or refused. */
export const countIn = (counts: Map<string, number>, what: string): Map<string, number> => counts.set(what, (counts.get(what) ?? 0) + 1);
