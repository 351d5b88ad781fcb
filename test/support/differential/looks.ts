// What views must answer after an act, told from the model.
import { KINDS } from "../model/charters.ts";
import { attestersOf, type Claim, inForce, isSealed, LANES, medianOf, ownersOf, SECOND_ROUND, stageOf, STAGES } from "../model/claims.ts";
import { Refused } from "../model/rules.ts";
import type { LeafPlace } from "../model/shares.ts";
import type { Work } from "../model/work.ts";
import type { StepName } from "../../../scripts/deploy/record.ts";
import { encode, errorOf, selector, type Word, word } from "./abi.ts";
import type { Look } from "./puppet.ts";
import type { Teller } from "./tell.ts";

const MOST_ANSWERS = 7;
const MOST_OWNERS = 8;
const bit = (holds: boolean): number => (holds ? 1 : 0);
/** A list as it is answered: where it begins, how long it is, and then room for so many. */
const row = (list: readonly number[], room: number): Word[] => [32, list.length, ...list, ...Array.from({ length: room - list.length }, () => 0)];

/** Writes down what to read, and what it must be. */
export class Looks {
  private readonly work: Work;
  private readonly teller: Teller;

  constructor(work: Work, teller: Teller) {
    [this.work, this.teller] = [work, teller];
  }

  private ask(contract: StepName, name: string, takes: readonly Word[], gives: readonly Word[] | string): Look {
    const place = { what: `${name}(${takes.join()})`, to: this.teller.place(contract), data: selector(contract, name) + encode(takes) };
    return typeof gives === "string" ? { ...place, gives: errorOf(gives), refused: true } : { ...place, gives: gives.map(word).join("") };
  }
  private ledger = (name: string, takes: readonly Word[], gives: readonly Word[] | string): Look => this.ask("contributionLedger", name, takes, gives);
  private rounds = (name: string, takes: readonly Word[], gives: readonly Word[] | string): Look => this.ask("challenges", name, takes, gives);
  private shares = (name: string, takes: readonly Word[], gives: readonly Word[] | string): Look => this.ask("shareLedger", name, takes, gives);

  /** A claim, who answered it, whose it is, and what it took. */
  claim(id: string): Look[] {
    const { claims } = this.work;
    const given = this.teller.idOf(id);
    const claim = claims.all.get(id);
    if (claim === null) return [this.ledger("claimOf", [given], "NoSuchClaim")];
    const { project, by, lane, quantity, value, madeAt, sealedAt, epoch, tier, needed, answers, named } = claim;
    const needs = isSealed(claim) ? answers.length : needed;
    const looks = [
      this.ledger("claimOf", [given], [project, by, LANES.indexOf(lane), STAGES.indexOf(stageOf(claim)), quantity, value, sealedAt || madeAt, epoch, tier, needs, answers.length, named, inForce(claim)]),
      this.ledger("attestersOf", [given], row(attestersOf(claim), MOST_ANSWERS)),
      this.ledger("ownersOf", [given], row(ownersOf(claim), MOST_OWNERS)),
    ];
    if (claim.binds) looks.push(this.binding(claim.binds.identity));
    else if (lane !== "Batch") looks.push(this.evidence(claim.evidence));
    if (claim.round) looks.push(...this.round(claim));
    if (lane === "Batch") looks.push(this.terms(id));
    return looks;
  }
  evidence = (evidence: string): Look => this.ledger("takenBy", [evidence], [this.teller.idOf(this.work.claims.takenBy(evidence))]);
  binding = (identity: string): Look => this.ledger("bindingOf", [identity], [this.teller.idOf(this.work.claims.bindingOf(identity))]);

  private terms(id: string): Look {
    const gives = or(() => {
      const batch = this.work.batches.standing(id);
      return [batch.project, batch.epoch, batch.evidence, batch.sum!, inForce(batch)];
    });
    return this.ledger("batchTerms", [this.teller.idOf(id)], gives);
  }

  private round(claim: Claim): Look[] {
    const given = this.teller.idOf(claim.id);
    const { challenger, openedAt, quorum, answers } = claim.round!;
    const last = [...answers.keys()].at(-1);
    return [
      this.rounds("roundOf", [given], [challenger, openedAt + SECOND_ROUND, quorum, answers.size, medianOf(claim.round!)]),
      this.rounds("isOpen", [given], [bit(this.work.claims.isOpen(claim))]),
      this.slots(challenger),
      ...(last === undefined ? [] : [this.answered(claim, last)]),
    ];
  }
  answered = (claim: Claim, member: number): Look => this.rounds("hasAnswered", [this.teller.idOf(claim.id), member], [bit(claim.round?.answers.has(member) ?? false)]);
  slots = (member: number): Look => this.rounds("slotsOf", [member], this.work.rounds.freeAt(member));

  /** What a member may still attest, what he recorded, and whether he is enrolled. */
  attester(project: number, member: number): Look[] {
    const { spending, clock } = this.work;
    return [
      this.ledger("attesterBudget", [project, member], or(() => [spending.limit(project), spending.spentBy(project, member)])),
      this.enrolled(project, member, clock.epoch),
      this.enrolled(project, member, clock.epoch + 1),
    ];
  }
  recorded = (project: number, member: number): Look => this.ledger("recordedNow", [project, member], [this.work.spending.recordedBy(project, member)]);
  private enrolled = (project: number, member: number, epoch: number): Look => this.ledger("isEnrolled", [project, member, epoch], [bit(this.work.enrolment.has(project, member, epoch))]);

  /** The sums of an epoch, and whether it was closed. */
  epoch(project: number, epoch: number): Look[] {
    const { credits, shares } = this.work;
    const sums = or(() => {
      const { budget, stop, direct, batches, batchPart, total } = credits.sums(project, epoch);
      return [budget, stop, direct, batches, batchPart, total];
    });
    const { issued, credit, total } = shares.closedEpoch(project, epoch);
    return [this.ledger("sumsOf", [project, epoch], sums), this.shares("closedEpoch", [project, epoch], [issued, credit, total])];
  }
  credit = (project: number, epoch: number, member: number): Look => this.ledger("creditOf", [project, epoch, member], [this.work.credits.of(project, epoch, member)]);

  /** Who attests in a project, which of its epochs hold credit, and how many are closed. */
  project(project: number): Look[] {
    const { enrolment, credits, shares, charters, clock } = this.work;
    const epochs = credits.epochs(project);
    const { count, total } = shares.closedUntil(project);
    const looks = [
      this.ledger("enrolledNow", [project], or(() => [enrolment.count(project)])),
      this.ledger("creditedEpochCount", [project], [epochs.length]),
      this.shares("closedUntil", [project], [count, total]),
    ];
    if (epochs.length > 0) looks.push(this.ledger("creditedEpoch", [project, epochs.length - 1], [epochs.at(-1)!]));
    for (const epoch of [clock.epoch, clock.epoch + 1]) looks.push(this.ask("projectRegistry", "budgetAt", [project, epoch], or(() => [charters.budget(project, epoch), bit(charters.isOpen(project, epoch))])));
    return looks;
  }

  /** What somebody holds, and the lot of an epoch. */
  holder(project: number, holder: number, epoch: number): Look[] {
    const { shares } = this.work;
    return [
      this.shares("sharesOf", [project, holder], [shares.sharesOf(project, holder)]),
      this.shares("lotOf", [project, holder, epoch], [shares.lotOf(project, holder, epoch)]),
      this.shares("isDrawn", [project, holder, epoch], [bit(shares.isDrawn(project, holder, epoch))]),
    ];
  }
  leaf(batch: string, { identity, index, depth }: LeafPlace): Look[] {
    const { batches, shares } = this.work;
    const given = this.teller.idOf(batch);
    const owner = or(() => {
      const found = batches.ownerOf(batches.standing(batch), identity);
      return [bit(found !== undefined), found ?? 0];
    });
    const looks = [this.ledger("leafOwner", [given, identity], owner)];
    // Of a place beyond the tree's last the contract tells what it knows of another one; nothing can be drawn there.
    if (index < 2 ** depth) looks.push(this.shares("isLeafDrawn", [given, index, depth], [bit(shares.isLeafDrawn(batch, index, depth))]));
    return looks;
  }

  member(member: number): Look[] {
    const { people, standings } = this.work;
    const ask = (name: string, holds: () => boolean): Look => this.ask("memberRegistry", name, [member], standings.exists(member) ? [bit(holds())] : "NoSuchMember");
    return [ask("isActive", () => standings.isActive(member)), ask("isSeated", () => people.isSeated(member)), this.ask("memberRegistry", "seatedCount", [], [people.seated])];
  }

  // --- everything ---

  /** All that the model knows of a claim. */
  private whole = (claim: Claim): Look[] => [...this.claim(claim.id), ...(claim.round ? [...claim.round.answers.keys()].map((member) => this.answered(claim, member)) : [])];

  /** Every view of everything. */
  *everything(): Iterable<Look> {
    const { work } = this;
    const { epoch: now } = work.clock;
    const members = Array.from({ length: work.people.count + 1 }, (_, member) => member);
    for (const claim of work.claims.all.values()) yield* this.whole(claim!);
    for (let project = 0; project < work.charters.count; project++) {
      yield* this.project(project);
      for (let epoch = 0; epoch <= now + 1; epoch++) yield* this.epoch(project, epoch);
      for (const [place, epoch] of work.credits.epochs(project).entries()) yield this.ledger("creditedEpoch", [project, place], [epoch]);
      for (const member of members) {
        yield* this.attester(project, member);
        yield this.recorded(project, member);
        yield this.shares("sharesOf", [project, member], [work.shares.sharesOf(project, member)]);
        for (const epoch of work.credits.epochs(project)) yield* [this.credit(project, epoch, member), ...this.holder(project, member, epoch).slice(1)];
      }
      for (const [kind] of KINDS.entries()) yield this.card(project, kind);
    }
    for (const member of members) yield* [...(member > 0 ? this.member(member) : []), this.slots(member)];
  }
  private card = (project: number, kind: number): Look => this.ask("projectRegistry", "cardAt", [project, kind, this.work.clock.epoch], or(() => [this.work.charters.rate(project, KINDS[kind]!), this.work.charters.budget(project)]));
}

/** What is answered, or the rule that refuses to answer. */
function or(answer: () => Word[]): Word[] | string {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return error.rule;
    throw error;
  }
}
