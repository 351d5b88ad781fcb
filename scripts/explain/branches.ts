// An explanation as a tree of sums, each to be done again by hand.
import type { MemberId } from "#client/chain/ids.ts";
import type { Explanation, LeafWhy, LotWhy } from "#client/value/explain.ts";
import type { EvidenceWhy, RecordWhy } from "#client/value/explainClaim.ts";
import type { LeafWaiting, PendingWhy } from "#client/value/explainWaiting.ts";
import type { LeafTerms } from "#client/value/shares.ts";
import { otherSideOf } from "#client/work/twoSided.ts";
import type { RecordClaim } from "#client/work/types.ts";
import type { ExplainWords } from "./text.ts";
import type { Branch } from "./tree.ts";
import type { Teller } from "./words.ts";

/** What every part of the tree is told with. */
export interface Told {
  readonly words: ExplainWords;
  readonly tell: Teller;
  readonly holder: MemberId;
}

/** The whole tree. `who`: the holder, in words. */
export function explanationTree(why: Explanation, who: string, told: Told): Branch {
  const { words, tell } = told;
  const drawn = why.lots.filter(({ shares }) => shares > 0n);
  const empty = why.lots.length + why.pending.length + why.leaves.length + why.unread.length === 0;
  const lines = [
    ...(drawn.length > 1 ? [words.sum(drawn.map(({ shares }) => tell.amount(shares)).join(" + "), tell.amount(why.shares))] : []),
    ...(why.drawable + why.open > 0n ? [words.coming(tell.amount(why.drawable), tell.amount(why.open))] : []),
    ...(empty ? [words.nothing] : []),
    ...(why.unread.length > 0 ? [words.unread(why.unread.length)] : []),
  ];
  const branches = [
    ...why.lots.map((lot) => lotBranch(lot, told)),
    ...(why.leaves.length > 0 ? [{ head: words.leavesWaiting, branches: why.leaves.map((leaf) => waitingBranch(leaf, told)) }] : []),
    ...(why.pending.length > 0 ? [{ head: words.pending, branches: why.pending.map((one) => pendingBranch(one, told)) }] : []),
  ];
  return { head: words.head(who, tell.project(why.project), tell.amount(why.shares)), lines, branches };
}

function lotBranch({ epoch, shares, issue, direct, leaves }: LotWhy, told: Told): Branch {
  const { words, tell } = told;
  const state = direct?.lot.state ?? "drawn";
  const { budget, total, issued, direct: credits, batchPart, batches, members, histories } = issue;
  const all = [
    words.issued(tell.amount(budget), tell.amount(total), tell.amount(issued)),
    words.everyone(tell.amount(credits), members, tell.amount(batchPart), histories, tell.amount(batches), tell.amount(total)),
  ];
  const whole = shares + (direct && state !== "drawn" ? direct.lot.shares : 0n);
  const parts = [...(direct ? [direct.lot.shares] : []), ...leaves.map(({ draw }) => draw.shares)];
  const sum = parts.length > 1 ? [words.sum(parts.map(tell.amount).join(" + "), tell.amount(whole))] : [];
  const lane = direct
    ? [
        words.direct(tell.amount(direct.lot.credit), tell.amount(direct.lot.issued), tell.amount(direct.lot.total), tell.amount(direct.lot.shares)),
        ...(direct.rest > 0n ? [words.rest(String(direct.rest), String(direct.lot.total))] : []),
        ...(state === "open" ? [words.finalAt(tell.time(direct.lot.finalAt))] : []),
        direct.overStop > 0n ? words.stopped(tell.amount(direct.earned), tell.amount(direct.stop), tell.amount(direct.lot.credit), tell.amount(direct.overStop)) : words.counts(tell.amount(direct.earned), tell.amount(direct.stop)),
        ...(direct.records.length > 1 ? [words.earned(direct.records.map(({ part }) => tell.amount(part)).join(" + "), tell.amount(direct.earned))] : []),
      ]
    : [];
  const branches = [...(direct?.records ?? []).map((record) => recordBranch(record, told)), ...leaves.map((leaf) => leafBranch(leaf, told))];
  return { head: words.epoch(epoch, words.states[state], tell.amount(whole)), lines: [...sum, ...lane, ...all], branches };
}

function recordBranch({ claim, part, rate, answers, round, evidence, standing }: RecordWhy, told: Told): Branch {
  const { words, tell } = told;
  const answered = claim.round?.answers ?? [];
  const changeable = standing.until !== null && standing.situation in words.changeable ? [words.changeable[standing.situation as keyof typeof words.changeable](tell.time(standing.until))] : [];
  const lines = [
    words.first(tell.units(claim.project, claim.kind, claim.named), tell.amount(rate), tell.amount(claim.firstValue)),
    ...(round && round.counts ? [words.round(tell.amount(round.first), round.tenths, tell.amount(round.inForce), answered.map(({ tenths }) => tenths).join(", "))] : []),
    ...(round && !round.counts && round.open ? [words.roundOpen(answered.length, claim.round!.quorum, tell.time(claim.round!.closesAt))] : changeable),
    ...splitLine(claim, part, told),
  ];
  const seen = answers.map((answer) => ({ head: words.answer(tell.member(answer.attester), tell.units(claim.project, claim.kind, answer.quantity), tell.amount(answer.value)) + (answer.middle ? words.middle : "") }));
  return { head: words.record(tell.title(claim), tell.amount(part), claim.id), lines, branches: [...seen, evidenceBranch(evidence, told)] };
}

/** How a joint record's value is shared out; nothing of one that somebody made alone. */
function splitLine(claim: RecordClaim, part: bigint, { words, tell, holder }: Told, value = claim.inForce): string[] {
  const mine = claim.split.find(({ member }) => member === holder);
  if (!mine) return [];
  const whole = claim.split.reduce((sum, { parts }) => sum + parts, 0);
  const all = claim.split.map(({ member, parts }) => `${tell.member(member)} ${parts}`).join(", ");
  return [`${words.split(tell.amount(value), mine.parts, whole, tell.amount(part))}   ${all}`];
}

function evidenceBranch({ digest, found }: EvidenceWhy, { words }: Told): Branch {
  const { verdicts } = words;
  const verdict = found === null ? verdicts.away : found.is === "matches" ? (found.found ? verdicts.matches(found.found.files.length) : verdicts.opaque) : verdicts[found.is];
  return { head: words.evidence(digest, verdict) };
}

function leafBranch({ draw, leaf, batch, terms, records }: LeafWhy, told: Told): Branch {
  const { words, tell } = told;
  const own = draw.holder === leaf.holder;
  const lines = [
    words.votes(batch.answers.filter(({ quantity }) => quantity === 1).length, batch.needed),
    ...(terms ? leafLines(terms, leaf.shares, told) : [words.leafUnread]),
    ...(leaf.toReserve > 0n ? [words.ofReserve(tell.amount(leaf.toReserve))] : []),
  ];
  const parts = records ? [{ head: words.leafRecords(records.length, tell.amount(terms!.value)), branches: records.map(({ record, share }) => ({ head: `${record.commit}: ${tell.amount(share)}` })) }] : [];
  return { head: words.leaf(`${leaf.identity.slice(0, 10)}…`, tell.amount(own ? leaf.shares : leaf.toReserve), batch.id), lines, branches: parts };
}

/** The sum of a leaf, shown with cuts in between; its shares are cut once, at the end. */
function leafLines({ value, sum, credit, batches, batchPart, stop, issued, total }: LeafTerms, shares: bigint, { words, tell }: Told): string[] {
  const counts = (value * credit * batchPart) / (sum * batches);
  const kept = stop !== null && counts > stop ? stop : counts;
  return [
    words.leafCounts(tell.amount(value), tell.amount(credit), tell.amount(batchPart), tell.amount(sum), tell.amount(batches), tell.amount(counts)),
    ...(stop !== null && counts > stop ? [words.leafStop(tell.amount(counts), tell.amount(stop), tell.amount(kept))] : []),
    words.leafShares(tell.amount(kept), tell.amount(issued), tell.amount(total), tell.amount(shares)),
  ];
}

function waitingBranch({ lot, batch, terms }: LeafWaiting, told: Told): Branch {
  const { words, tell } = told;
  const state = lot.state === "drawable" ? words.states.drawable : words.states.open;
  return { head: words.leaf(`${lot.identity.slice(0, 10)}…`, tell.amount(lot.shares), batch.id), lines: [words.leafState(state, tell.time(lot.drawableFrom)), ...leafLines(terms, lot.shares, told)] };
}

function pendingBranch({ claim, rate, part, answers, needed, sealable, until, evidence }: PendingWhy, told: Told): Branch {
  const { words, tell } = told;
  const value = `${tell.units(claim.project, claim.kind, claim.quantity)} × ${tell.amount(rate)} = ${tell.amount(claim.value)}`;
  const seen = answers.map(({ attester, quantity }) => ({ head: words.answer(tell.member(attester), tell.units(claim.project, claim.kind, quantity), tell.amount(rate * BigInt(quantity))) }));
  return {
    head: words.pendingRecord(tell.title(claim), tell.amount(part), claim.id),
    lines: [value, ...splitLine(claim, part, told, claim.value), !sealable ? words.void : claim.stage === "unconfirmed" ? words.unconfirmed(tell.member(otherSideOf(claim)!), tell.time(until)) : needed === 0 ? words.nobodyAttests(tell.time(until)) : words.missing(answers.length, needed, tell.time(until))],
    branches: [...seen, evidenceBranch(evidence, told)],
  };
}
