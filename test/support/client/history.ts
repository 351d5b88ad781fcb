import { epochOf } from "#client/chain/clock.ts";
import { intend, type Intent } from "#client/chain/intent.ts";
import { type ContributionId, type MemberId, type ProjectId } from "#client/chain/ids.ts";
import type { Action } from "#client/governance/actions.ts";
import { actionObstacle } from "#client/governance/mayExecute.ts";
import type { Ledger } from "#client/ledger.ts";
import { isGone } from "#client/people/fold.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { parseClose } from "#client/value/close.ts";
import { parseDraw } from "#client/value/draw.ts";
import { parseDrawLeafOf } from "#client/value/drawLeaf.ts";
import { directLot, unclosed } from "#client/value/lots.ts";
import { leafLot } from "#client/value/leaves.ts";
import { parseAnswer } from "#client/work/answer.ts";
import { parseAttest } from "#client/work/attest.ts";
import { type Batch, buildBatch } from "#client/work/batch.ts";
import { parseChallenge } from "#client/work/challenge.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { fromCharter, isOpenIn, newestCharter } from "#client/work/charters.ts";
import { bindingEvidence, claimId } from "#client/work/foldClaims.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { answerObstacle, attestObstacle, challengeObstacle, confirmObstacle, enrolObstacle, withdrawObstacle } from "#client/work/may.ts";
import { parsePostBatch } from "#client/work/postBatch.ts";
import { previewRecord } from "#client/work/preview.ts";
import { parseProposeBinding } from "#client/work/proposeBinding.ts";
import { parseRecord } from "#client/work/record.ts";
import { reportOf } from "#client/work/report.ts";
import { canBeMadeAnew, holds, otherTermsFrom, stageOf } from "#client/work/stage.ts";
import { budgetOf, enrolledIn, isEnrolled } from "#client/work/sums.ts";
import { isTwoSided, sharersIn } from "#client/work/twoSided.ts";
import type { Claim } from "#client/work/types.ts";
import { parseWithdraw } from "#client/work/withdraw.ts";
import type { Random } from "./random.ts";

/** An act of somebody, and the rule that the client says will refuse it; null: none. Undefined: the client foretells nothing here. */
export interface Act {
  readonly verb: string;
  readonly by: MemberId;
  readonly intent: Intent;
  readonly refusal: string | null | undefined;
  /** Whether it is the timelock's act, after a vote. */
  readonly voted?: boolean;
}

/** Makes acts at random, most of them possible, and says what the client expects of each. */
export class History {
  /** The data of the batches posted here. */
  readonly batches = new Map<ContributionId, Batch>();
  private readonly random: Random;
  private readonly evidence: `0x${string}`[] = [];
  private readonly identities: `0x${string}`[];

  constructor(random: Random) {
    this.random = random;
    this.identities = Array.from({ length: 9 }, () => random.hash());
  }

  /** An act at `now`, the second in which it lands; null where the dice fell on something that nobody can do. */
  next(books: Ledger, now: number): Act | null {
    if (this.random.part() < 0.012) return this.decided(books, now);
    const dice = this.random.whole(1, 100);
    // A long leap ends all enrolments; without attesters there would be no history.
    if (enrolledIn(books, 1 as ProjectId, epochOf(books, now)) < 12 && dice % 3 === 0) return this.enrol(books, now);
    if (dice <= 18) return this.record(books, now);
    if (dice <= 23) return this.confirm(books, now) ?? this.attest(books, now);
    if (dice <= 52) return this.attest(books, now);
    if (dice <= 57) return this.enrol(books, now);
    if (dice <= 60) return this.withdraw(books, now);
    if (dice <= 71) return this.challenge(books, now);
    if (dice <= 84) return this.answer(books, now) ?? this.attest(books, now);
    if (dice <= 87) return this.post(books, now);
    if (dice <= 91) return this.bind(books, now);
    if (dice <= 95) return this.draw(books, now);
    if (dice <= 98) return this.drawLeaf(books, now);
    if (dice === 99) return this.close(books, now);
    const by = this.member(books);
    return { verb: "profile", by, intent: parseSetProfile({ zh: `成员${by}`, en: `Member ${now}` }), refusal: isGone(books, by) ? "NotActive" : null };
  }

  private member = (books: Ledger): MemberId => this.random.one([...books.people.members.keys()]);
  private project = (books: Ledger): ProjectId => this.random.one([1, 1, 1, 2, 3, 0].filter((id) => books.work.projects.has(id as ProjectId))) as ProjectId;

  /** A claim, the newest more often than the oldest; and somebody who may act on it, more often than somebody who may not. */
  private claim(books: Ledger, wanted: (claim: Claim) => boolean): Claim | null {
    const any = this.random.part() < 0.05;
    const fitting = [...books.work.claims.values()].filter((claim) => any || wanted(claim));
    return fitting.length === 0 ? null : this.random.one(fitting.slice(-12));
  }
  private actor(books: Ledger, obstacle: (member: MemberId) => string | null): { by: MemberId; refusal: string | null } {
    const able = [...books.people.members.keys()].filter((member) => obstacle(member) === null);
    const by = able.length > 0 && this.random.part() < 0.85 ? this.random.one(able) : this.member(books);
    return { by, refusal: obstacle(by) };
  }

  /** What a vote may do to terms and members while work goes on. */
  private decided(books: Ledger, now: number): Act {
    const action = this.decision(books);
    const { contract, functionName, args, expects } = action.intent;
    return { verb: functionName, by: 1 as MemberId, voted: true, intent: { contract, functionName, args, expects, times: 1 }, refusal: actionObstacle(books, action.action, now) };
  }

  private decision(books: Ledger): { action: Action; intent: Intent } {
    const dice = this.random.whole(1, 8);
    if (dice === 1) {
      const project = this.random.one([2, 3, 3, 9]) as ProjectId;
      return { action: { type: "close", project }, intent: intend("projectRegistry", "close", [project], "ProjectClosed") };
    }
    if (dice === 2) {
      const member = this.random.whole(1, books.people.members.size + 1) as MemberId;
      const cause = this.random.hash();
      return { action: { type: "expel", member, cause }, intent: intend("memberRegistry", "expel", [member, cause], "Expelled") };
    }
    const own = newestCharter(books.work.projects.get(0 as ProjectId)!);
    const moved = (amount: bigint): bigint => amount + (amount * BigInt(this.random.whole(-11, 11))) / 100n;
    const charter = { ...own, budget: moved(own.budget), rates: { ...own.rates, work: moved(own.rates.work) }, stewards: this.random.some([...books.people.members.keys()], 2) };
    return { action: { type: "cooperative", charter }, intent: intend("projectRegistry", "amendCooperative", [fromCharter(charter)], "ProjectAmended") };
  }

  private record(books: Ledger, now: number): Act {
    const [project, by] = [this.project(books), this.member(books)];
    const kind = this.random.one(["work", "work", "work", "experience", "experience", "sharing", "learning"] as const);
    const others = isTwoSided(kind) || this.random.part() < 0.3 ? this.random.some([...books.people.members.keys()].filter((id) => id !== by), this.random.whole(1, 6)) : [];
    const owners = [by, ...others];
    const split = others.length === 0 ? [] : owners.map((member, place) => ({ member, parts: isTwoSided(kind) && place === 1 && this.random.part() < 0.6 ? 0 : this.random.one([1, 2, 255, this.random.whole(1, 255)]) }));
    const fresh = this.evidence.length === 0 || this.random.part() < 0.85;
    const evidence = fresh ? this.random.hash() : this.random.one(this.evidence);
    if (fresh) this.evidence.push(evidence);
    const quantity = this.random.one([1, 5, this.random.whole(1, 12), this.random.whole(30, 107), this.random.whole(60, 107), this.random.whole(1, 400)]);
    const intent = parseRecord({ project, kind, quantity, evidence, occurredAt: now - this.random.whole(0, 80 * 86_400), split, uri: "" });
    const taken = holds(books.work.claims.get(books.work.takenBy.get(evidence)!), now);
    const before = books.work.claims.get(claimId(by, evidence));
    const { obstacle, value } = previewRecord(books, { project, kind, quantity, owners, ...(split.length === 0 ? {} : { sharers: sharersIn(split) }) }, now);
    const terms = obstacle !== null && !obstacle.startsWith("Nobody") ? obstacle : null;
    const changed = before && now < otherTermsFrom(before) && !sameRecord(before, project, value, quantity, split);
    const standsInWay = before && !canBeMadeAnew(books, before, now) ? "AlreadyRecorded" : changed ? "MadeWithOtherTerms" : null;
    const first = isGone(books, by) ? "NotActive" : taken ? "EvidenceTaken" : null;
    return { verb: "record", by, intent, refusal: first ?? terms ?? standsInWay ?? obstacle };
  }

  private confirm(books: Ledger, now: number): Act | null {
    const claim = this.claim(books, (one) => stageOf(books, one, now).situation === "unconfirmed");
    if (claim?.lane !== "joint" && claim?.lane !== "record") return null;
    const { by, refusal } = this.actor(books, (member) => confirmObstacle(books, claim, member, now));
    const same = this.random.part() < 0.9;
    const report = reportOf(claim);
    const intent = parseConfirm({ by: claim.by, report: same ? report : { ...report, occurredAt: report.occurredAt - 1 } });
    return { verb: "confirm", by, intent, refusal: refusal ?? (same ? null : "RecordedOtherwise") };
  }

  private attest(books: Ledger, now: number): Act | null {
    const claim = this.claim(books, (one) => stageOf(books, one, now).situation === "waiting");
    if (!claim) return null;
    const { by, refusal } = this.actor(books, (member) => attestObstacle(books, claim, member, now));
    const full = this.random.part() < 0.75;
    const quantity = full ? claim.quantity : this.random.whole(0, claim.quantity);
    const intent = parseAttest({ by: claim.by, evidence: claim.evidence, quantity });
    return { verb: "attest", by, intent, refusal: refusal ?? this.sealRefusal(books, claim, now) };
  }

  /** The last needed answer is refused where what the claim would take was taken meanwhile; which one is last is not foretold. */
  private sealRefusal(books: Ledger, claim: Claim, now: number): undefined | null {
    const taken = claim.lane === "binding" ? (books.work.bindingOf.get(claim.identity) ?? books.work.bindingTo.get(claim.member)) : books.work.takenBy.get(claim.evidence);
    const other = claim.lane === "binding" ? books.work.bindingTo.get(claim.member) : undefined;
    const inWay = [taken, other].some((id) => id !== undefined && holds(books.work.claims.get(id), now));
    return inWay ? undefined : null;
  }

  private enrol(books: Ledger, now: number): Act {
    const [project, by] = [this.project(books), this.member(books)];
    const refusal = enrolObstacle(books, project, by, now);
    return { verb: "enrol", by, intent: parseEnrol({ project }), refusal };
  }

  private withdraw(books: Ledger, now: number): Act | null {
    const claim = this.claim(books, (one) => ["unconfirmed", "waiting"].includes(stageOf(books, one, now).situation) && one.answers.length === 0);
    if (!claim) return null;
    const by = this.random.part() < 0.8 ? this.random.one(claim.owners) : this.member(books);
    return { verb: "withdraw", by, intent: parseWithdraw(claim), refusal: withdrawObstacle(books, claim, by, now) };
  }

  private challenge(books: Ledger, now: number): Act | null {
    const claim = this.claim(books, (one) => stageOf(books, one, now).situation === "window");
    if (!claim) return null;
    const { by, refusal } = this.actor(books, (member) => challengeObstacle(books, claim, member, now));
    return { verb: "challenge", by, intent: parseChallenge(claim), refusal };
  }

  private answer(books: Ledger, now: number): Act | null {
    const claim = this.claim(books, (one) => stageOf(books, one, now).situation === "round");
    if (!claim) return null;
    const { by, refusal } = this.actor(books, (member) => answerObstacle(books, claim, member, now));
    const voted = claim.lane === "batch" || claim.lane === "binding";
    const tenths = voted ? this.random.one([0, 10]) : this.random.one([0, 10, this.random.whole(0, 10)]);
    return { verb: "answer", by, intent: parseAnswer({ by: claim.by, evidence: claim.evidence, tenths, lane: claim.lane }), refusal };
  }

  private post(books: Ledger, now: number): Act | null {
    const project = this.project(books);
    const by = this.random.one(books.work.projects.get(project)!.stewards);
    const records = Array.from({ length: this.random.whole(1, 14) }, () => ({
      commit: this.random.hash().slice(2, 42),
      at: now,
      people: this.random.some(this.identities, this.random.whole(1, 3)),
      added: this.random.whole(0, 400),
      deleted: this.random.whole(0, 40),
    }));
    const batch = buildBatch(project, this.random.one(["commits", "lines"] as const), records);
    if (!batch.tree) return null;
    const { root, sum } = batch.tree;
    const budget = budgetOf(books, project, epochOf(books, now));
    const intent = parsePostBatch({ project, root, sum, credit: 1n + this.random.big(budget / 2n), dataDigest: this.random.hash(), uri: "" });
    const free = enrolledIn(books, project, epochOf(books, now)) - (isEnrolled(books, project, by, epochOf(books, now)) ? 1 : 0);
    const closed = !isOpenIn(books.work.projects.get(project)!, epochOf(books, now));
    if (free > 0 && !closed && !isGone(books, by)) this.batches.set(claimId(by, root), batch);
    return { verb: "post", by, intent, refusal: isGone(books, by) ? "NotActive" : closed ? "ProjectIsClosed" : free > 0 ? null : "NobodyToAttest" };
  }

  private bind(books: Ledger, now: number): Act {
    const project = this.project(books);
    const by = this.random.one(books.work.projects.get(project)!.stewards);
    const [identity, member] = [this.random.one(this.identities), this.member(books)];
    const taken = [books.work.bindingOf.get(identity), books.work.bindingTo.get(member)].some((id) => holds(books.work.claims.get(id!), now));
    const epoch = epochOf(books, now);
    const own = new Set([by, member]);
    const free = enrolledIn(books, project, epoch) - [...own].filter((one) => isEnrolled(books, project, one, epoch)).length;
    const before = books.work.claims.get(claimId(by, bindingEvidence(project, identity, member)));
    const closed = !isOpenIn(books.work.projects.get(project)!, epoch);
    const anew = before && !canBeMadeAnew(books, before, now) ? "AlreadyRecorded" : null;
    return { verb: "bind", by, intent: parseProposeBinding({ project, identity, member }), refusal: isGone(books, by) ? "NotActive" : taken ? "BindingTaken" : closed ? "ProjectIsClosed" : free <= 0 ? "NobodyToAttest" : anew };
  }

  private draw(books: Ledger, now: number): Act | null {
    const project = this.project(books);
    const epochs = (books.work.creditedEpochs.get(project) ?? []).slice(-8);
    if (epochs.length === 0) return null;
    const lots = epochs.flatMap((epoch) => [...books.people.members.keys()].map((member) => ({ epoch, member })));
    const drawable = lots.filter(({ epoch, member }) => directLot(books, project, epoch, member, now)?.state === "drawable");
    const { epoch, member } = this.random.one(drawable.length > 0 && this.random.part() < 0.8 ? drawable : lots);
    const lot = directLot(books, project, epoch, member, now);
    const early = epoch + 2 > epochOf(books, now);
    const refusal = early ? "NotFinalYet" : unclosed(books, project, now) > 8 ? undefined : !lot ? "NothingToDraw" : lot.state === "drawn" ? "AlreadyDrawn" : null;
    return { verb: "draw", by: this.member(books), intent: parseDraw({ project, member, epochs: [epoch] }), refusal };
  }

  private drawLeaf(books: Ledger, now: number): Act | null {
    const standing = [...this.batches].filter(([id]) => (books.work.claims.get(id)?.inForce ?? 0n) > 0n);
    if (standing.length === 0) return null;
    const [id, batch] = this.random.one(standing);
    const claim = books.work.claims.get(id);
    if (claim?.lane !== "batch") return null;
    const bound = batch.tree!.leaves.filter((leaf) => leafLot(books, claim, batch.tree!, leaf.identity, now)!.state === "drawable");
    const { identity } = this.random.one(bound.length > 0 ? bound : batch.tree!.leaves);
    const lot = leafLot(books, claim, batch.tree!, identity, now)!;
    const early = claim.epoch + 2 > epochOf(books, now);
    const known = now >= lot.drawableFrom;
    const refusal = early ? "NotFinalYet" : unclosed(books, claim.project, now) > 8 ? undefined : !known ? "NotBoundYet" : lot.state === "drawn" ? "LeafDrawnBefore" : null;
    return { verb: "drawLeaf", by: this.member(books), intent: parseDrawLeafOf(id, batch.tree!, identity), refusal };
  }

  private close(books: Ledger, now: number): Act | null {
    const project = this.project(books);
    return unclosed(books, project, now) === 0 ? null : { verb: "close", by: this.member(books), intent: parseClose({ project, most: this.random.whole(1, 4) }), refusal: null };
  }
}

/** Whether a record asks for what the one before under its id asked for. */
function sameRecord(before: Claim, project: ProjectId, value: bigint, quantity: number, split: readonly { member: number; parts: number }[]): boolean {
  if (before.lane !== "record" && before.lane !== "joint") return false;
  return before.project === project && before.value === value && before.quantity === quantity && JSON.stringify(before.split) === JSON.stringify(split);
}
