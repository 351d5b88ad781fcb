import type { Batches } from "./batches.ts";
import { type Credits, least } from "./credits.ts";
import { inForce } from "./claims.ts";
import { Kept, type Journal } from "./journal.ts";
import { type Clock, need } from "./rules.ts";

/** In one call, so many epochs that wait before the one that is drawn are closed. */
const MOST_CLOSED = 8;

/** What an epoch issued, and all shares of the project up to it. Micro-units. */
export interface Closed {
  readonly issued: bigint;
  readonly credit: bigint;
  readonly total: bigint;
}

/** A leaf and its place. `genuine`: the proof leads to the root and the sum of its batch. */
export interface LeafPlace {
  readonly identity: string;
  readonly value: bigint;
  readonly index: number;
  readonly depth: number;
  readonly genuine: boolean;
}

const NOTHING: Closed = { issued: 0n, credit: 0n, total: 0n };

/** Shares come from epochs that are final; who draws them, and when, changes nothing. Holder 0 is the reserve. */
export class Shares {
  private readonly clock: Clock;
  private readonly credits: Credits;
  private readonly batches: Batches;
  /** How many of the epochs with credit are closed. */
  private readonly closedCount: Kept<number, number>;
  private readonly closed: Kept<string, Closed>;
  private readonly lots: Kept<string, bigint>;
  private readonly balances: Kept<string, bigint>;
  private readonly drawn: Kept<string, boolean>;

  constructor(journal: Journal, clock: Clock, credits: Credits, batches: Batches) {
    [this.clock, this.credits, this.batches] = [clock, credits, batches];
    [this.closedCount, this.closed] = [new Kept(journal, 0), new Kept(journal, NOTHING)];
    [this.lots, this.balances, this.drawn] = [new Kept(journal, 0n), new Kept(journal, 0n), new Kept(journal, false)];
  }

  // --- views ---

  isFinal = (epoch: number): boolean => this.clock.now >= this.clock.start(epoch + 2);
  closedEpoch = (project: number, epoch: number): Closed => this.closed.get(`${project} ${epoch}`);
  closedUntil(project: number): { readonly count: number; readonly total: bigint } {
    const count = this.closedCount.get(project);
    return { count, total: count === 0 ? 0n : this.closedEpoch(project, this.credits.epochs(project)[count - 1]!).total };
  }
  sharesOf = (project: number, holder: number): bigint => this.balances.get(`${project} ${holder}`);
  lotOf = (project: number, holder: number, epoch: number): bigint => this.lots.get(`${project} ${holder} ${epoch}`);
  isDrawn = (project: number, member: number, epoch: number): boolean => this.drawn.get(`lot ${project} ${member} ${epoch}`);
  isLeafDrawn = (batch: string, index: number, depth: number): boolean => this.drawn.get(`leaf ${batch} ${index} ${depth}`);

  // --- anyone ---

  /** Closes so many epochs at most. How many. */
  close(project: number, most: number): number {
    let done = 0;
    while (done < most && this.closeNext(project)) done++;
    return done;
  }

  draw(project: number, member: number, epochs: readonly number[]): bigint {
    let sum = 0n;
    for (const epoch of epochs) {
      const { issued, credit: total } = this.closeThrough(project, epoch);
      need(!this.isDrawn(project, member, epoch), "AlreadyDrawn");
      const credit = this.credits.epochs(project).includes(epoch) ? this.credits.of(project, epoch, member) : 0n;
      need(credit > 0n, "NothingToDraw");
      this.drawn.set(`lot ${project} ${member} ${epoch}`, true);
      sum += this.give(project, member, epoch, (credit * issued) / total);
    }
    return sum;
  }

  /** The owner's shares. */
  drawLeaf(id: string, { identity, value, index, depth, genuine }: LeafPlace): bigint {
    const batch = this.batches.standing(id);
    const { project, epoch } = batch;
    need(genuine, "ProofInvalid");
    const { issued, credit: total } = this.closeThrough(project, epoch);
    const owner = this.batches.ownerOf(batch, identity);
    need(owner !== undefined, "NotBoundYet");
    need(!this.isLeafDrawn(id, index, depth), "LeafDrawnBefore");
    this.drawn.set(`leaf ${id} ${index} ${depth}`, true);
    // The leaf counts for `top` / `under` micro-units of credit, and its shares are rounded once.
    const { batches, batchPart, stop } = this.credits.sums(project, epoch);
    const [top, under] = [value * inForce(batch) * batchPart, batch.sum! * batches];
    const whole = (top * issued) / (under * total);
    const shares = owner === 0 ? whole : (least(top, under * stop) * issued) / (under * total);
    this.give(project, owner, epoch, shares);
    this.give(project, 0, epoch, whole - shares);
    return shares;
  }

  // --- private ---

  private give(project: number, holder: number, epoch: number, shares: bigint): bigint {
    this.lots.set(`${project} ${holder} ${epoch}`, this.lotOf(project, holder, epoch) + shares);
    this.balances.set(`${project} ${holder}`, this.sharesOf(project, holder) + shares);
    return shares;
  }

  private waiting = (project: number): number | undefined => this.credits.epochs(project)[this.closedCount.get(project)];

  private closeNext(project: number): boolean {
    const epoch = this.waiting(project);
    if (epoch === undefined || !this.isFinal(epoch)) return false;
    const { total: before } = this.closedUntil(project);
    const { total: credit, budget } = this.credits.sums(project, epoch);
    const issued = least(credit, budget);
    this.closed.set(`${project} ${epoch}`, { issued, credit, total: before + issued });
    this.closedCount.set(project, this.closedCount.get(project) + 1);
    return true;
  }

  private closeThrough(project: number, epoch: number): Closed {
    need(this.isFinal(epoch), "NotFinalYet");
    const due = (): boolean => (this.waiting(project) ?? Infinity) <= epoch;
    for (let done = 0; done < MOST_CLOSED && due(); done++) this.closeNext(project);
    need(!due(), "CloseFirst");
    return this.closedEpoch(project, epoch);
  }
}
