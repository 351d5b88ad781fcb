// Random acts: mostly such as the rules allow, some that they refuse, many at the very second at which something begins or ends.
import { id } from "ethers";
import type { Random } from "../client/random.ts";
import type { Act } from "./acts.ts";
import { type Action, FOR, type Governance, type Proposal } from "./governance.ts";
import { NUMBERS } from "./parameters.ts";
import { type Charter, Projects } from "./projects.ts";
import { CRITERIA } from "./reviews.ts";
import { DAY, EPOCH } from "./rules.ts";

const UNIT = 1_000_000n;
const HOUR = 3_600;
const MOST_BALLOTS = 24;
const MOST_TRIES = 4;
/** What is proposed where no statement is; a project is seldom closed and nobody often expelled, or a history would soon be over. */
const MOSTLY = ["parameter", "parameter", "parameter", "parameter", "cooperative", "cooperative", "stewards", "stewards", "stewards", "close", "expel"] as const;

/** A second at which something begins or ends, and an act that feels it. */
interface Edge {
  readonly at: number;
  readonly act: () => Act;
}

/** Chooses what happens next in a model, and when. */
export class Chance {
  private readonly model: Governance;
  private readonly random: Random;
  private readonly size: number;
  private made = 0;
  /** How often the execution of a proposal was tried: what cannot be done is not tried for ever. */
  private readonly tried = new Map<number, number>();

  constructor(model: Governance, random: Random) {
    this.model = model;
    this.random = random;
    this.size = model.members.seats.length;
  }

  /** The next act and its second, later than now. */
  next(): { act: Act; at: number } {
    const { random } = this;
    const { now } = this.model.clock;
    const luck = random.part();
    if (luck < 0.6) return { act: this.any(), at: now + random.whole(1, 60) };
    if (luck < 0.72) return { act: this.any(), at: now + random.whole(1, 6) * HOUR };
    if (luck < 0.992) {
      const edges = this.edges().sort((a, b) => a.at - b.at).slice(0, 6);
      if (edges.length === 0) return { act: this.any(), at: now + DAY };
      const { at, act } = random.one(edges);
      return { act: random.part() < 0.8 ? act() : this.any(), at };
    }
    return { act: this.any(), at: now + random.one([3, 10, 20, 91]) * DAY };
  }

  // --- who and what ---

  private anyone = (): number => (this.random.part() < 0.02 ? 0 : this.random.whole(1, this.size));
  private some = (most: number): number[] => this.random.some(Array.from({ length: this.size }, (_, place) => place + 1), this.random.whole(0, most));
  private rarely = (): boolean => this.random.part() < 0.06;
  private anyStatement(): string {
    const names = [...this.model.projects.statements.keys()];
    return names.length === 0 || this.rarely() ? Projects.nameOf(1, id("nothing")) : this.random.one(names.slice(-12));
  }
  private statementIn(stage: string): string | undefined {
    // An article stays reviewed for ever, and no vote can admit it: it is seldom of interest then.
    const articles = stage !== "Reviewed" || this.rarely();
    const names = [...this.model.projects.statements].slice(-40).flatMap(([name, { article }]) => ((articles || !article) && this.model.reviews.stageOf(name) === stage ? [name] : []));
    return names.length === 0 ? undefined : this.random.one(names);
  }
  private anyProposal(states: readonly string[]): number | undefined {
    const { proposals } = this.model;
    const places = proposals.map((_, place) => place).slice(-60).filter((place) => states.includes(this.model.stateOf(proposals[place]!)));
    if (places.length > 0 && !this.rarely()) return this.random.one(places);
    return proposals.length === 0 || this.random.part() < 0.8 ? undefined : this.random.whole(0, proposals.length - 1);
  }

  private stewards(): number[] {
    if (this.rarely()) return this.random.one([[], [1, 1], [this.size + 1], Array.from({ length: 8 }, (_, place) => place + 1)]);
    return this.random.some(Array.from({ length: this.size }, (_, place) => place + 1), this.random.whole(1, Math.min(7, this.size)));
  }

  /** Of a new project, or near what binds the project now: often by exactly a tenth, sometimes by a little more. */
  private charter(project: number): Charter {
    const { random } = this;
    const latest = project === 0 ? undefined : this.model.projects.list[project]?.charters.at(-1)?.charter;
    return this.near(latest ?? { statement: "", uri: "", industry: 1, budget: UNIT * BigInt(random.whole(1, 90_000)), rates: [UNIT, UNIT, 0n, 2n * UNIT], minSurplus: 5, salesCap: 1n, stewards: [1] }, latest !== undefined);
  }

  private near(charter: Charter, bound: boolean): Charter {
    const { random } = this;
    const move = (amount: bigint): bigint => {
      const tenth = amount / 10n;
      const step = random.one([0n, tenth, -tenth, tenth / 2n, this.rarely() ? tenth + 1n : 0n]);
      return amount + (bound ? step : 0n);
    };
    const wild = this.rarely();
    return {
      statement: id(`document ${this.made++}`),
      uri: "",
      industry: random.whole(0, 9_999),
      budget: wild ? random.one([0n, 2n ** 48n, 2n ** 48n - 1n, 1n]) : move(charter.budget),
      rates: charter.rates.map((rate) => (wild ? random.one([rate, 2n ** 40n, 2n ** 40n - 1n]) : move(rate))),
      minSurplus: wild ? random.one([4, 5, 50, 51]) : random.whole(5, 50),
      salesCap: BigInt(random.whole(0, 9)),
      stewards: this.stewards(),
    };
  }

  private anyProject(): number {
    const last = this.model.projects.list.length - 1;
    return this.rarely() ? this.random.one([0, last + 1]) : this.random.whole(Math.min(1, last), last);
  }

  // --- acts ---

  private any(): Act {
    const { random, model } = this;
    const luck = random.part() * 100;
    const by = this.anyone();
    if (luck < 9) return this.drafting(by);
    if (luck < 19) return this.submitting();
    if (luck < 43) return this.reviewing();
    if (luck < 44) return this.owned("takeBack");
    if (luck < 45) {
      const statement = this.anyStatement();
      const others = model.projects.statements.get(statement)?.authors.slice(1) ?? [];
      return { is: "disown", by: others.length === 0 || this.rarely() ? by : random.one(others), statement };
    }
    if (luck < 46) return { is: "publish", by, document: this.rarely() ? id("again") : id(`article ${this.made++}`), coauthors: this.some(3) };
    if (luck < 48) {
      const reviewed = this.anyStatement();
      const reviewers = [...(model.reviews.submissions.get(reviewed)?.marks.keys() ?? [])].slice(0, 2);
      const { by: owner, statement } = this.owned("submit");
      return { is: "adopt", by: owner, statement, reviewed, reviewers: this.rarely() ? [by] : reviewers };
    }
    if (luck < 50) {
      const project = this.anyProject();
      const stewards = model.projects.list[project]?.stewards ?? [];
      return { is: "askToClose", by: stewards.length === 0 || this.rarely() ? by : random.one(stewards), project, wanted: random.part() < 0.4 };
    }
    if (luck < 62) return this.proposing(by);
    const proposal = this.anyProposal(luck < 64 ? ["Pending"] : luck < 90 ? ["Active"] : ["Succeeded", "Queued"]);
    if (proposal === undefined) return luck < 90 ? this.reviewing() : this.drafting(by);
    if (luck < 64) return this.proposer("cancel", proposal);
    if (luck < 76) return this.voting(proposal);
    if (luck < 90) return this.carrying(proposal);
    const queued = model.proposals[proposal]!.eta !== 0;
    return queued !== this.rarely() ? this.executing(proposal) : { is: "queue", by, proposal };
  }

  private drafting(by: number): Act {
    const project = this.random.part() < 0.6 ? 0 : this.anyProject();
    const charter = this.charter(project);
    const again = [...this.model.projects.statements.values()].find(({ proposer, article }) => proposer === by && !article);
    return { is: "draft", by, project, cofounders: this.rarely() ? [by] : this.some(this.random.part() < 0.7 ? 0 : 4), charter: again && this.rarely() ? { ...charter, statement: again.document } : charter };
  }

  private owned(is: "submit" | "takeBack", statement = this.anyStatement()): Act & { readonly statement: string } {
    const owner = this.model.projects.statements.get(statement)?.proposer ?? 1;
    return { is, by: this.rarely() ? this.anyone() : owner, statement };
  }
  private submitting = (): Act => this.owned("submit", this.statementIn("Draft") ?? this.anyStatement());

  /** Each statement is as good as its document's digest happens to say. */
  private reviewing(statement = this.statementIn("InReview") ?? this.anyStatement()): Act {
    const { random, model } = this;
    const good = [0.05, 0.3, 0.55, 0.8, 0.95][Number.parseInt(statement.slice(-4), 16) % 5]!;
    const marks: number[] = Array.from({ length: CRITERIA }, () => (random.part() < good ? 2 : random.part() < 0.75 ? 1 : 0));
    if (random.part() < 0.01) marks[random.whole(0, CRITERIA - 1)] = 3;
    const authors = model.projects.statements.get(statement)?.authors ?? [];
    const marked = model.reviews.submissions.get(statement)?.marks;
    const fresh = Array.from({ length: this.size }, (_, place) => place + 1).filter((member) => !authors.includes(member) && !marked?.has(member) && model.members.isSeated(member));
    return { is: "review", by: fresh.length === 0 || random.part() < 0.12 ? this.anyone() : random.one(fresh), statement, marks };
  }

  private proposing(by: number): Act {
    const { random, model } = this;
    const latest = model.proposals.at(-1);
    if (latest && random.part() < 0.02) return { is: "propose", by, actions: latest.actions, description: latest.description };
    const actions = [this.action()];
    if (random.part() < 0.15) actions.push(random.part() < 0.9 ? this.action(actions[0]!.is) : this.action());
    if (random.part() < 0.01) while (actions.length < 11) actions.push(actions[0]!);
    return { is: "propose", by, actions, description: `Proposal ${this.made++}` };
  }

  private action(wanted?: Action["is"]): Action {
    const { random, model } = this;
    const reviewed = this.statementIn("Reviewed") ?? this.statementIn("Admitted");
    const is = wanted ?? (reviewed && random.part() < 0.5 ? "admit" : random.one(MOSTLY));
    switch (is) {
      case "parameter": {
        const place = random.whole(0, NUMBERS.length - 1);
        const [, , least, most] = NUMBERS[place]!;
        return { is, place, value: this.rarely() ? random.one([Math.max(0, least - 1), most + 1]) : random.one([least, most, random.whole(least, most)]) };
      }
      case "cooperative": return { is, charter: this.near(model.projects.list[0]!.charters.at(-1)!.charter, true) };
      case "stewards": return { is, project: this.anyProject(), stewards: this.stewards() };
      case "close": return { is, project: this.anyProject() };
      case "expel": return { is, member: this.rarely() ? this.size + 1 : random.whole(1, this.size) };
      case "admit": {
        const statement = reviewed ?? this.anyStatement();
        const found = model.projects.statements.get(statement);
        const submission = (model.reviews.submissions.get(statement)?.number ?? 0) + (this.rarely() ? 1 : 0);
        const charter = found?.charter ?? this.charter(0);
        return { is, statement, submission, project: this.rarely() ? this.anyProject() : (found?.project ?? 0), charter: this.rarely() ? { ...charter, minSurplus: 9 } : charter };
      }
    }
  }

  private executing(proposal: number): Act {
    this.tried.set(proposal, (this.tried.get(proposal) ?? 0) + 1);
    return { is: "execute", by: this.anyone(), proposal };
  }
  private proposer = (is: "cancel", proposal: number): Act => ({ is, by: this.rarely() ? this.anyone() : this.model.proposals[proposal]!.proposer, proposal });

  /** The members like most proposals, some not. */
  private support(proposal: number): number {
    const liked = [0.9, 0.75, 0.62, 0.95, 0.3][proposal % 5]!;
    if (this.random.part() < 0.01) return 3;
    return this.random.part() < 0.1 ? 2 : this.random.part() < liked ? FOR : 0;
  }
  private silent = ({ ballots, snapshot }: Proposal): number[] => Array.from({ length: this.size }, (_, place) => place + 1).filter((member) => !ballots.has(member) && this.model.members.satAt(member, snapshot));

  private voting(proposal: number): Act {
    const silent = this.silent(this.model.proposals[proposal]!);
    const by = silent.length === 0 || this.rarely() ? this.anyone() : this.random.one(silent);
    // A stranger's signature is refused before the vote is looked at.
    const carrier = by !== 0 && this.random.part() < 0.4 ? { carrier: this.anyone() } : {};
    return { is: "vote", by, proposal, support: this.support(proposal), ...carrier };
  }

  /** Many ballots at once, as when a meeting votes; some are void. */
  private carrying(proposal: number): Act {
    const { random } = this;
    const silent = this.silent(this.model.proposals[proposal]!);
    const members = random.some(silent, Math.min(MOST_BALLOTS, random.whole(Math.ceil(silent.length / 2), silent.length)));
    if (this.rarely() || members.length === 0) members.push(random.whole(1, this.size), ...members.slice(0, 1));
    const ballots = members.map((member) => ({ member, support: this.support(proposal), signer: random.part() < 0.02 ? random.whole(0, this.size) : member }));
    return { is: "bundle", by: this.anyone(), proposal, ballots };
  }

  // --- edges ---

  private edges(): Edge[] {
    const { model } = this;
    const { now, epoch } = model.clock;
    const edges: Edge[] = [];
    const add = (at: number, ...acts: (() => Act)[]): void => {
      for (const second of [at - 1, at, at + 1]) if (second > now) edges.push({ at: second, act: this.random.one(acts) });
    };
    for (const [place, proposal] of model.proposals.entries()) {
      if (proposal.executed || proposal.cancelled || model.expiry(proposal) + 1 < now) continue;
      const { snapshot, end, plannedEnd, eta, proposer } = proposal;
      const votes = [() => this.voting(place), () => this.carrying(place)];
      add(snapshot, () => this.proposer("cancel", place), ...votes);
      add(plannedEnd, ...votes, () => this.proposing(proposer));
      add(end, ...votes, (): Act => ({ is: "queue", by: this.anyone(), proposal: place }));
      const state = model.stateOf(proposal);
      if (state === "Active" && proposal.ballots.size * 2 < this.size) edges.push({ at: now + this.random.whole(1, 3 * HOUR), act: () => this.carrying(place) });
      if (state === "Succeeded") for (let times = 0; times < 2; times++) edges.push({ at: now + this.random.whole(1, 9 * HOUR), act: (): Act => ({ is: "queue", by: this.anyone(), proposal: place }) });
      const execute = (): Act => this.executing(place);
      const hopeful = state === "Queued" && (this.tried.get(place) ?? 0) < MOST_TRIES;
      if (hopeful) add(eta, execute);
      if (hopeful) for (let times = 0; times < 3; times++) edges.push({ at: Math.max(eta, now) + this.random.whole(1, HOUR), act: execute });
      add(model.expiry(proposal), () => (eta === 0 ? { is: "queue", by: this.anyone(), proposal: place } : this.executing(place)));
    }
    for (const name of [...model.projects.statements.keys()].slice(-25)) {
      const submission = model.reviews.submissions.get(name);
      if (!submission || submission.submittedAt === 0) continue;
      const fixedAt = Math.max(submission.deadline, submission.filledAt);
      const felt = [() => this.reviewing(name), () => this.owned("submit", name), (): Act => ({ is: "propose", by: this.anyone(), actions: [this.action("admit")], description: `Proposal ${this.made++}` })];
      add(submission.filledAt === 0 ? submission.submittedAt + 90 * DAY : fixedAt, ...felt);
      add(fixedAt + 90 * DAY, ...felt);
    }
    add(model.clock.start(epoch + 1), () => this.any());
    return edges.filter(({ at }) => at < now + EPOCH);
  }
}
