// What --json prints of an explanation. Keys are stable: programs may rely on them. Amounts are decimal strings, in micro-units.
import type { Explanation, LeafWhy, LotWhy } from "#client/value/explain.ts";
import type { EvidenceWhy, RecordWhy } from "#client/value/explainClaim.ts";
import type { LeafWaiting, PendingWhy } from "#client/value/explainWaiting.ts";
import type { LeafTerms } from "#client/value/shares.ts";

/** Makes decimal strings of all amounts, at any depth. */
export const toPlain = (value: object): unknown => JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)));

/** The object of --json. `at`: the second for which it holds. */
export function explanationJson(why: Explanation, at: number): unknown {
  const { project, holder, shares, drawable, open, lots, pending, leaves, unread } = why;
  return toPlain({ project, holder, at, shares, drawable, open, lots: lots.map(lotJson), pending: pending.map(pendingJson), leaves: leaves.map(waitingJson), unread: unread.map(({ id }) => id) });
}

function lotJson({ epoch, shares, issue, direct, leaves }: LotWhy): object {
  const { budget, stop, direct: credit, batches, batchPart, total, issued, closed } = issue;
  const lane = direct && {
    state: direct.lot.state,
    finalAt: direct.lot.finalAt,
    earned: direct.earned,
    stop: direct.stop,
    overStop: direct.overStop,
    credit: direct.lot.credit,
    issued: direct.lot.issued,
    total: direct.lot.total,
    shares: direct.lot.shares,
    rest: direct.rest,
    records: direct.records.map(recordJson),
  };
  return { epoch, shares, issue: { budget, stop, direct: credit, batches, batchPart, total, issued, closed }, direct: lane, leaves: leaves.map(leafJson) };
}

function recordJson({ claim, part, firstPart, rate, answers, round, evidence, standing }: RecordWhy): object {
  const { id, by, kind, quantity, value, named, firstValue, tenths, inForce, split, madeAt, sealedAt, occurredAt, needed } = claim;
  return {
    id, by, kind, quantity, rate, value, named, firstValue, tenths, inForce, split, firstPart, part, needed, occurredAt, madeAt, sealedAt,
    answers: answers.map(({ attester, quantity: seen, value: worth, middle, at, tx }) => ({ attester, quantity: seen, value: worth, middle, at, tx })),
    round: round && { ...round, challenger: claim.round!.challenger, quorum: claim.round!.quorum, closesAt: claim.round!.closesAt, answers: claim.round!.answers.map(({ attester, tenths: said, at, tx }) => ({ attester, tenths: said, at, tx })) },
    evidence: evidenceJson(evidence),
    situation: standing.situation,
    until: standing.until,
  };
}

const evidenceJson = ({ digest, found }: EvidenceWhy): object => ({ digest, manifest: found?.is ?? "away" });

const termsJson = (terms: LeafTerms | null): object | null => terms && { ...terms };

function leafJson({ draw, leaf, batch, terms, records }: LeafWhy): object {
  const { identity, index, depth, holder, shares, toReserve } = leaf;
  return {
    batch: batch.id, identity, index, depth, holder, shares, toReserve, drawn: draw.shares, at: draw.at, tx: draw.tx, terms: termsJson(terms),
    answers: batch.answers.map(({ attester, quantity }) => ({ attester, yes: quantity === 1 })),
    records: records && records.map(({ record, share }) => ({ commit: record.commit, at: record.at, share })),
  };
}

function pendingJson({ claim, rate, part, answers, needed, sealable, until, evidence }: PendingWhy): object {
  const { id, by, kind, quantity, value, split, madeAt, occurredAt } = claim;
  return { id, by, kind, quantity, rate, value, split, part, needed, answers: answers.map(({ attester, quantity: seen, at, tx }) => ({ attester, quantity: seen, at, tx })), sealable, confirmed: claim.stage !== "unconfirmed", occurredAt, madeAt, until, evidence: evidenceJson(evidence) };
}

function waitingJson({ lot, terms }: LeafWaiting): object {
  const { batch, epoch, identity, index, value, shares, withheld, drawableFrom, state } = lot;
  return { batch, epoch, identity, index, value, shares, withheld, drawableFrom, state, terms: termsJson(terms) };
}
