import { Kept, type Journal } from "./journal.ts";
import { type Clock, DAY, need } from "./rules.ts";

export const LAPSE = 90 * DAY;
export const SECOND_ROUND = 21 * DAY;

/** In the order of the contracts. */
export const LANES = ["Record", "Joint", "Batch", "Binding"] as const;
export type Lane = (typeof LANES)[number];
export const STAGES = ["None", "Pending", "Withdrawn", "Sealed", "Challenged", "Unconfirmed"] as const;
export type ClaimStage = (typeof STAGES)[number];

/** One of those who are named in a record. With no parts: the other side, who only confirms it. */
export interface Part {
  readonly member: number;
  readonly parts: number;
}

/** A second round. */
export interface Round {
  readonly challenger: number;
  readonly openedAt: number;
  /** From so many answers on it counts. */
  readonly quorum: number;
  /** Tenths of the first value, by member. */
  readonly answers: ReadonlyMap<number, number>;
}

/** What a claim says. */
export interface Saying {
  readonly by: number;
  readonly evidence: string;
  readonly lane: Lane;
  readonly project: number;
  readonly quantity: number;
  /** Micro-units. */
  readonly value: bigint;
  /** Empty where the recorder is alone. */
  readonly split: readonly Part[];
  /** Of a batch. */
  readonly sum?: bigint;
  /** Of a binding. */
  readonly binds?: { readonly identity: string; readonly member: number };
}

/** A claim from its making on. It is never changed in place. */
export interface Claim extends Saying {
  readonly id: string;
  readonly madeAt: number;
  /** In which the first answers are given; once sealed, in which it counts. */
  readonly epoch: number;
  readonly tier: number;
  readonly needed: number;
  /** In the order in which they came: the quantity that each saw. */
  readonly answers: readonly { readonly attester: number; readonly quantity: number }[];
  readonly withdrawn: boolean;
  /** The report that its other side must confirm first; empty: none, or no longer. */
  readonly unconfirmed: string;
  /** 0: not yet. */
  readonly sealedAt: number;
  /** Once sealed: the quantity that the first answers named. */
  readonly named: number;
  readonly round: Round | null;
}

export const idOf = (by: number, evidence: string): string => `${by} ${evidence}`;
/** What a binding has in the place of evidence. */
export const bindingEvidence = (project: number, identity: string, member: number): string => `binding ${project} ${identity} ${member}`;

export const stageOf = ({ withdrawn, unconfirmed, sealedAt, round }: Claim): ClaimStage => {
  if (withdrawn) return "Withdrawn";
  if (unconfirmed !== "") return "Unconfirmed";
  if (sealedAt === 0) return "Pending";
  return round ? "Challenged" : "Sealed";
};
/** Whether it waits for its other side, or for first answers. */
export const isWaiting = (claim: Claim): boolean => ["Pending", "Unconfirmed"].includes(stageOf(claim));
export const isSealed = ({ sealedAt }: Claim): boolean => sealedAt !== 0;
export const isVoted = ({ lane }: Saying): boolean => lane === "Batch" || lane === "Binding";
export const attestersOf = ({ answers }: Claim): number[] => answers.map(({ attester }) => attester);

/** Those who have a part in it, the recorder first. */
export const contributorsOf = ({ by, split }: Saying): number[] => (split.length === 0 ? [by] : split.filter(({ parts }) => parts > 0).map(({ member }) => member));
/** Its own people, each once: who made it, who is named in it, whom it binds. */
export const ownersOf = ({ by, split, binds }: Saying): number[] => [...new Set([by, ...split.map(({ member }) => member), ...(binds ? [binds.member] : [])])];

/** What the first answers named, in micro-units. */
export const firstValue = ({ value, named, quantity }: Claim): bigint => (value * BigInt(named)) / BigInt(quantity);

/** The upper median of a round's answers; ten tenths while there is none. */
export function medianOf({ answers }: Round): number {
  const sorted = [...answers.values()].sort((a, b) => a - b);
  return sorted.length === 0 ? 10 : sorted[Math.floor(sorted.length / 2)]!;
}
export const counts = (round: Round): boolean => round.answers.size >= round.quorum;
/** How many tenths of the first value count now. */
export const tenthsOf = ({ round }: Claim): number => (round && counts(round) ? medianOf(round) : 10);
/** What counts now, in micro-units; 0 before it is sealed. */
export const inForce = (claim: Claim): bigint => (isSealed(claim) ? (firstValue(claim) * BigInt(tenthsOf(claim))) / 10n : 0n);

/** What each contributor has of a value: parts, rounded down; the last named takes what is left. */
export function shareOut({ by, split }: Saying, value: bigint): Map<number, bigint> {
  if (split.length === 0) return new Map([[by, value]]);
  const whole = split.reduce((sum, { parts }) => sum + BigInt(parts), 0n);
  const shares = new Map(split.map(({ member, parts }) => [member, (value * BigInt(parts)) / whole]));
  const given = [...shares.values()].reduce((sum, share) => sum + share, 0n);
  const last = split.at(-1)!.member;
  return shares.set(last, shares.get(last)! + value - given);
}

/** All claims, by who made them and their evidence, and what sealed ones took. */
export class Claims {
  private readonly journal: Journal;
  private readonly clock: Clock;
  readonly all: Kept<string, Claim | null>;
  /** In the order in which they were made first. */
  private readonly made: string[] = [];
  /** The sealed ones that are worth something, by project and epoch. */
  private readonly valued: Kept<string, readonly string[]>;
  private readonly credited: Kept<number, readonly number[]>;
  private readonly evidence: Kept<string, string>;
  private readonly identities: Kept<string, string>;
  private readonly members: Kept<number, string>;

  constructor(journal: Journal, clock: Clock) {
    [this.journal, this.clock] = [journal, clock];
    [this.all, this.valued, this.credited] = [new Kept(journal, null), new Kept(journal, []), new Kept(journal, [])];
    [this.evidence, this.identities, this.members] = [new Kept(journal, ""), new Kept(journal, ""), new Kept(journal, "")];
  }

  // --- views ---

  find(id: string): Claim {
    const claim = this.all.get(id);
    need(claim !== null, "NoSuchClaim");
    return claim;
  }
  /** The last that were made for the first time, so many of them. */
  latest = (count: number): Claim[] => this.made.slice(-count).map((id) => this.find(id));
  hasLapsed = (claim: Claim): boolean => this.clock.now >= claim.madeAt + LAPSE;
  /** One that waits for its other side, or for first answers. */
  waiting(id: string): Claim {
    const claim = this.find(id);
    need(isWaiting(claim), "NotPending");
    need(!this.hasLapsed(claim), "Lapsed");
    return claim;
  }
  pending(id: string): Claim {
    const claim = this.waiting(id);
    need(stageOf(claim) === "Pending", "NotPending");
    return claim;
  }
  isOpen = ({ round }: Claim): boolean => round !== null && this.clock.now < round.openedAt + SECOND_ROUND;
  /** Those that were sealed in an epoch and named something. */
  valuedIn = (project: number, epoch: number): Claim[] => this.valued.get(`${project} ${epoch}`).map((id) => this.find(id));
  /** The epochs in which something was sealed that named something, in ascending order. */
  creditedEpochs = (project: number): readonly number[] => this.credited.get(project);
  /** The claim that took a piece of evidence, an identity or a member; empty: none did. */
  takenBy = (evidence: string): string => this.evidence.get(evidence);
  bindingOf = (identity: string): string => this.identities.get(identity);
  private readonly holds = (id: string): boolean => {
    const claim = this.all.get(id);
    return claim !== null && isSealed(claim) && (inForce(claim) > 0n || this.isOpen(claim));
  };
  checkFree = (evidence: string): void => need(!this.holds(this.takenBy(evidence)), "EvidenceTaken");
  checkUnbound = (identity: string, member: number): void => need(!this.holds(this.bindingOf(identity)) && !this.holds(this.members.get(member)), "BindingTaken");

  // --- acts ---

  /** Makes a claim; how many answers it needs, and which report must be confirmed first, is said by the caller. */
  open(saying: Saying, tier: number, needed: number, unconfirmed = ""): Claim {
    this.checkAnew(saying);
    const id = idOf(saying.by, saying.evidence);
    const { now, epoch } = this.clock;
    if (this.all.get(id) === null) {
      this.made.push(id);
      this.journal.note(() => this.made.pop());
    }
    return this.put({ ...saying, id, madeAt: now, epoch, tier, needed, answers: [], withdrawn: false, unconfirmed, sealedAt: 0, named: 0, round: null });
  }
  put(claim: Claim): Claim {
    this.all.set(claim.id, claim);
    return claim;
  }
  /** Keeps what the first answers named, and takes what the claim stands for. */
  seal(claim: Claim, named: number): Claim {
    const done = this.put({ ...claim, sealedAt: this.clock.now, named });
    if (named === 0) return done;
    if (done.lane === "Binding") {
      this.identities.set(done.binds!.identity, done.id);
      this.members.set(done.binds!.member, done.id);
      return done;
    }
    if (!isVoted(done)) this.evidence.set(done.evidence, done.id);
    const [place, epochs] = [`${done.project} ${done.epoch}`, this.creditedEpochs(done.project)];
    if (epochs.at(-1) !== done.epoch) this.credited.set(done.project, [...epochs, done.epoch]);
    this.valued.set(place, [...this.valued.get(place), done.id]);
    return done;
  }

  /** What came to nothing may be made anew: at once as it was, else when no answer to the former can be on its way any more. */
  checkAnew(saying: Saying): void {
    const old = this.all.get(idOf(saying.by, saying.evidence));
    if (old === null) return;
    const stage = stageOf(old);
    need(stage === "Withdrawn" || (isWaiting(old) && this.hasLapsed(old)) || (stage === "Sealed" && old.named === 0), "AlreadyRecorded");
    const terms = ({ project, lane, quantity, value, split, sum }: Saying): string => [project, lane, quantity, value, sum, split.map(({ member, parts }) => `${member}:${parts}`)].join(" ");
    need(terms(old) === terms(saying) || this.clock.now >= (old.sealedAt || old.madeAt) + 2 * LAPSE, "MadeWithOtherTerms");
  }
}
