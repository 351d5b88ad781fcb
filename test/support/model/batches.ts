import type { Charters } from "./charters.ts";
import { attestersOf, bindingEvidence, type Claim, type Claims, inForce, isSealed, ownersOf, type Saying } from "./claims.ts";
import type { Enrolment } from "./enrolment.ts";
import { type Clock, DAY, EPOCH, need } from "./rules.ts";
import type { Standings } from "./standing.ts";

const BATCH_TIER = 7;
const BINDING_TIER = 3;
export const UNBOUND_AFTER = 3 * 365 * DAY;
const MOST_SUM = 2n ** 63n;

/** What a steward says of a history: the root of its tree, what it sums to, and what it is to count for. Micro-units. */
export interface Batch {
  readonly project: number;
  readonly root: string;
  readonly sum: bigint;
  readonly credit: bigint;
}

/** Batches, and whose the identities in them are. */
export class Batches {
  private readonly clock: Clock;
  private readonly standings: Standings;
  private readonly charters: Charters;
  private readonly enrolment: Enrolment;
  private readonly claims: Claims;

  constructor(clock: Clock, standings: Standings, charters: Charters, enrolment: Enrolment, claims: Claims) {
    [this.clock, this.standings, this.charters, this.enrolment, this.claims] = [clock, standings, charters, enrolment, claims];
  }

  // --- views ---

  /** A batch that stands. */
  standing(id: string): Claim {
    const claim = this.claims.all.get(id);
    need(claim !== null && claim.lane === "Batch" && isSealed(claim) && inForce(claim) > 0n, "NotABatch");
    return claim;
  }
  /** After that an unbound leaf is the reserve's. */
  deadlineOf = ({ epoch }: Claim): number => this.clock.start(epoch + 2) + UNBOUND_AFTER;

  /** Whose a leaf is: 0 the reserve's, undefined nobody's yet. */
  ownerOf(batch: Claim, identity: string): number | undefined {
    const { now } = this.clock;
    const deadline = this.deadlineOf(batch);
    const binding = this.claims.all.get(this.claims.bindingOf(identity));
    const countsFrom = (binding?.sealedAt ?? Infinity) + EPOCH;
    if (binding && inForce(binding) > 0n && countsFrom <= now && countsFrom <= deadline) {
      const { member } = binding.binds!;
      return attestersOf(batch).includes(member) ? 0 : member;
    }
    return now >= deadline ? 0 : undefined;
  }

  // --- acts ---

  post(by: number, { project, root, sum, credit }: Batch): Claim {
    this.checkSteward(by, project);
    need(sum > 0n && sum < MOST_SUM && credit > 0n && credit <= this.charters.budget(project) / 2n, "BatchOutOfBounds");
    return this.open({ by, evidence: root, lane: "Batch", project, quantity: 1, value: credit, split: [], sum }, BATCH_TIER);
  }

  bind(by: number, project: number, identity: string, member: number): Claim {
    this.checkSteward(by, project);
    need(this.standings.exists(member), "NoSuchMember");
    this.claims.checkUnbound(identity, member);
    return this.open({ by, evidence: bindingEvidence(project, identity, member), lane: "Binding", project, quantity: 1, value: 1n, split: [], binds: { identity, member } }, BINDING_TIER);
  }

  // --- private ---

  private checkSteward(by: number, project: number): void {
    this.standings.mayRecord(by);
    need(this.charters.find(project).stewards.includes(by), "NotSteward");
  }
  private open(saying: Saying, tier: number): Claim {
    this.charters.checkOpen(saying.project);
    const needed = this.enrolment.needed(saying.project, tier, ownersOf(saying));
    return this.claims.open(saying, tier, needed);
  }
}
