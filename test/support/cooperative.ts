// A cooperative in specs. Its verbs are those of the members, so that a spec reads as a story.
import { keccak256, toUtf8Bytes } from "ethers";
import { deploy } from "../../scripts/deploy/deploy.ts";
import { predictAddresses, signConsent, type Charter } from "../../scripts/deploy/founding.ts";
import type { DeploymentRecord } from "../../scripts/deploy/record.ts";
import { practiceAccount } from "../../scripts/seed/people.ts";
import { Assembly } from "./assembly.ts";
import { chain } from "./chain.ts";
import { Membership } from "./membership.ts";
import { OffNet } from "./offNet.ts";
import { NAMES, personAt, type Name, type Person } from "./people.ts";

export const DAY = 86_400;
export const EPOCH = 28 * DAY;
/** One unit of value. */
export const UNIT = 1_000_000n;

/** What stands in the charters of specs: round numbers to reckon with by hand. */
export const BUDGET = 1_000n * UNIT;
export const KIND = { work: 0, experience: 1, sharing: 2, learning: 3 } as const;
export const STAGE = { none: 0n, pending: 1n, withdrawn: 2n, sealed: 3n, challenged: 4n, unconfirmed: 5n } as const;
export const LANE = { record: 0n, joint: 1n, batch: 2n, binding: 3n } as const;
/** The projects of specs. Mill, repair and garden have the same terms; in `fine` a unit of work is worth one micro-unit. */
export const PROJECT = { cooperative: 0, mill: 1, repair: 2, garden: 3, fine: 4 } as const;
export const FOUNDING = keccak256(toUtf8Bytes("founding document of the specs"));

const terms = (title: string, rates: Charter["rates"], stewards: number[]): Charter => ({
  statement: keccak256(toUtf8Bytes(title)), uri: `data:,${title}`, industry: 9499, budget: BUDGET, rates, minSurplus: 20, salesCap: 7n, stewards,
});

/** Mill: work 1 unit an hour, sharing 2 a time, experience 1; learning is not recorded. Stewards are members 2 and 3. */
export const CHARTERS: readonly Charter[] = [
  terms("cooperative", [UNIT, 0n, 0n, 0n], [1]),
  terms("mill", [UNIT, UNIT, 2n * UNIT, 0n], [2, 3]),
  terms("repair", [UNIT, 0n, 0n, 0n], [2]),
  terms("garden", [UNIT, 0n, 0n, 0n], [2]),
  terms("fine", [1n, 0n, 0n, 0n], [2]),
];

export interface Founding {
  readonly members?: number;
  readonly charters?: readonly Charter[];
}

/** A record, before or after it is made. */
export interface Rec {
  readonly by: Person;
  readonly evidence: string;
  readonly id: string;
  readonly quantity: number;
  readonly report: {
    readonly project: number;
    readonly kind: number;
    readonly quantity: number;
    readonly evidence: string;
    readonly occurredAt: number;
    readonly split: readonly { readonly member: number; readonly parts: number }[];
    readonly uri: string;
  };
}

/** What a record may say otherwise than: work in the mill, done an hour ago, alone. */
export interface Wish {
  readonly project?: number;
  readonly kind?: keyof typeof KIND;
  readonly quantity?: number;
  readonly evidence?: string;
  readonly occurredAt?: number;
  readonly split?: readonly (readonly [Person | number, number])[];
  readonly uri?: string;
}

/** Anything that attesters answer: who made it and what stands for its evidence. */
export type Claimed = Pick<Rec, "by" | "evidence" | "id">;

/** A batch to be posted: a hundred units in the mill, unless it says otherwise. */
export interface BatchWish {
  readonly root: string;
  readonly sum: bigint;
  readonly credit?: bigint;
  readonly project?: number;
}

/** What batches of specs name as the digest of their data. */
export const DATA_DIGEST = keccak256(toUtf8Bytes("data"));

let written = 0;

/** An evidence digest that no other record has. */
export const freshEvidence = (): string => keccak256(toUtf8Bytes(`evidence ${(written += 1)}`));

export class Cooperative {
  readonly record: DeploymentRecord;
  /** All members, by number less one. */
  readonly all: readonly Person[];
  readonly people: Record<Name, Person>;
  readonly stranger: Person;
  readonly timelock;
  readonly parameters;
  readonly members;
  readonly guardians;
  readonly relay;
  readonly projects;
  readonly reviews;
  readonly ledger;
  readonly challenges;
  readonly shares;
  readonly governor;
  /** Purses and surplus. */
  readonly pool;
  readonly market;
  readonly commons;
  /** What the members do together: proposals and statements. */
  readonly assembly: Assembly;
  /** What people do to join, to change keys, to leave and to come back. */
  readonly membership: Membership;
  /** What they sign with no network at hand. */
  readonly offNet: OffNet;
  private readonly charters: readonly Charter[];

  constructor(record: DeploymentRecord, all: readonly Person[], stranger: Person, contracts: Awaited<ReturnType<typeof readContracts>>, charters: readonly Charter[]) {
    this.record = record;
    this.all = all;
    this.stranger = stranger;
    this.people = Object.fromEntries(all.map((person) => [NAMES[person.id - 1], person])) as Record<Name, Person>;
    [this.timelock, this.parameters, this.members, this.guardians, this.relay, this.projects, this.reviews, this.ledger, this.challenges, this.shares, this.governor, this.pool, this.market, this.commons] = contracts;
    this.charters = charters;
    this.assembly = new Assembly(this);
    this.membership = new Membership(this);
    this.offNet = new OffNet(this);
  }

  /** What a founding project was founded with. */
  charterOf = (project: keyof typeof PROJECT): Charter => this.charters[PROJECT[project]]!;

  // --- time ---

  /** The first second of an epoch. */
  start = (epoch: number): number => this.record.genesis + epoch * EPOCH;
  now = (): Promise<number> => chain.networkHelpers.time.latest();
  epoch = async (): Promise<number> => Math.floor(((await this.now()) - this.record.genesis) / EPOCH);
  /** The next act lands in this second. */
  nextAt = (second: number): Promise<void> => chain.networkHelpers.time.setNextBlockTimestamp(second);
  until = (second: number): Promise<void> => chain.networkHelpers.time.increaseTo(second);
  days = (count: number): Promise<number> => chain.networkHelpers.time.increase(count * DAY);
  nextEpoch = async (count = 1): Promise<void> => this.until(this.start((await this.epoch()) + count));

  // --- attesters ---

  enrols = (who: Person, project: number = PROJECT.mill) => this.ledger.connect(who.signer).enrol(project);
  allEnrol = async (people: readonly Person[], project: number = PROJECT.mill): Promise<void> => {
    for (const person of people) await this.enrols(person, project);
  };

  // --- records ---

  /** Writes a record down without sending it. */
  drafts = async (by: Person, wish: Wish = {}): Promise<Rec> => {
    const { project = PROJECT.mill, kind = "work", quantity = 1, evidence = freshEvidence(), split = [], uri = "" } = wish;
    const occurredAt = wish.occurredAt ?? (await this.now()) - 3600;
    const parts = split.map(([who, share]) => ({ member: typeof who === "number" ? who : who.id, parts: share }));
    const id = await this.ledger.idOf(by.id, evidence);
    return { by, evidence, id, quantity, report: { project, kind: KIND[kind], quantity, evidence, occurredAt, split: parts, uri } };
  };
  sends = (rec: Rec) => this.ledger.connect(rec.by.signer).record({ ...rec.report, split: [...rec.report.split] });
  records = async (by: Person, wish: Wish = {}): Promise<Rec> => {
    const rec = await this.drafts(by, wish);
    await this.sends(rec);
    return rec;
  };
  /** What a confirmation of this record names. */
  digestOf = ({ report }: Pick<Rec, "report">): Promise<string> => this.ledger.reportDigest({ ...report, split: [...report.split] });
  /** The other side of an experience or a learning says that it was so. */
  confirms = async (who: Person, rec: Rec) => this.ledger.connect(who.signer).confirm(rec.by.id, rec.evidence, await this.digestOf(rec));
  withdraws = (who: Person, claim: Claimed) => this.ledger.connect(who.signer).withdraw(claim.by.id, claim.evidence);
  attests = (who: Person, claim: Claimed, quantity: number) => this.ledger.connect(who.signer).attest(claim.by.id, claim.evidence, quantity);
  /** Many attest the same quantity, one after another. */
  allAttest = async (people: readonly Person[], claim: Claimed, quantity: number): Promise<void> => {
    for (const person of people) await this.attests(person, claim, quantity);
  };

  // --- second rounds ---

  challenge = (who: Person, claim: Claimed) => this.challenges.connect(who.signer).challenge(claim.by.id, claim.evidence);
  answers = (who: Person, claim: Claimed, tenths: number) => this.challenges.connect(who.signer).answer(claim.by.id, claim.evidence, tenths);

  // --- batches ---

  posting = (by: Person, { root, sum, credit = 100n * UNIT, project = PROJECT.mill }: BatchWish) =>
    this.ledger.connect(by.signer).postBatch(project, root, sum, credit, DATA_DIGEST, "data:,");
  posts = async (by: Person, batch: BatchWish): Promise<Claimed> => {
    await this.posting(by, batch);
    return { by, evidence: batch.root, id: await this.ledger.idOf(by.id, batch.root) };
  };
  proposing = (by: Person, identity: string, member: Person | number, project: number = PROJECT.mill) =>
    this.ledger.connect(by.signer).proposeBinding(project, identity, typeof member === "number" ? member : member.id);
  proposes = async (by: Person, identity: string, member: Person, project: number = PROJECT.mill): Promise<Claimed> => {
    await this.proposing(by, identity, member, project);
    const evidence = await this.ledger.bindingEvidence(project, identity, member.id);
    return { by, evidence, id: await this.ledger.idOf(by.id, evidence) };
  };

  // --- shares ---

  draws = (member: Person, epochs: number | readonly number[], project: number = PROJECT.mill, by: Person = member) =>
    this.shares.connect(by.signer).draw(project, member.id, typeof epochs === "number" ? [epochs] : [...epochs]);
  drawsLeaf = (batch: Claimed, leaf: Parameters<typeof this.shares.drawLeaf>[1], by: Person = this.stranger) => this.shares.connect(by.signer).drawLeaf(batch.id, leaf);
  sharesOf = (holder: Person | 0, project: number = PROJECT.mill): Promise<bigint> => this.shares.sharesOf(project, holder === 0 ? 0 : holder.id);
  creditOf = (member: Person, epoch: number, project: number = PROJECT.mill): Promise<bigint> => this.ledger.creditOf(project, epoch, member.id);
  inForce = async (claim: Claimed): Promise<bigint> => (await this.ledger.claimOf(claim.id)).inForce;
}

async function readContracts({ contracts }: DeploymentRecord) {
  const { getContractAt } = chain.ethers;
  return Promise.all([
    getContractAt("CoopTimelock", contracts.timelock),
    getContractAt("Parameters", contracts.parameters),
    getContractAt("MemberRegistry", contracts.memberRegistry),
    getContractAt("Guardians", contracts.guardians),
    getContractAt("Relay", contracts.relay),
    getContractAt("ProjectRegistry", contracts.projectRegistry),
    getContractAt("ProjectReviews", contracts.projectReviews),
    getContractAt("ContributionLedger", contracts.contributionLedger),
    getContractAt("Challenges", contracts.challenges),
    getContractAt("ShareLedger", contracts.shareLedger),
    getContractAt("CoopGovernor", contracts.governor),
    getContractAt("SurplusPool", contracts.surplusPool),
    getContractAt("Market", contracts.market),
    getContractAt("CommonsPool", contracts.commonsPool),
  ]);
}

/** Founds a cooperative of so many members (3 to 24), all founders, in the chain's present state. */
export async function found({ members = 12, charters = CHARTERS }: Founding = {}): Promise<Cooperative> {
  const deployer = (await personAt(0)).signer;
  const all = await Promise.all(Array.from({ length: members }, (_, place) => personAt(place + 1)));
  const registry = predictAddresses(deployer.address, await chain.ethers.provider.getTransactionCount(deployer.address)).memberRegistry;
  const founding = { chainId: 31337, registry, keys: all.map(({ address }) => address), founding: FOUNDING };
  const founders = await Promise.all(
    all.map(async ({ id, address }) => ({ key: address, profileDigest: keccak256(toUtf8Bytes(`profile ${id}`)), profileUri: `data:,${id}`, consent: await signConsent(founding, practiceAccount(id) as never) })),
  );
  const record = await deploy({ deployer, name: "spec", practice: true, founders, founding: FOUNDING, charters });
  return new Cooperative(record, all, await personAt(40), await readContracts(record), charters);
}
