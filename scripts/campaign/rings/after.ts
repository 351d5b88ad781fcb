// What comes after a ring has sealed its records: others work too, some look, and a batch asks for nobody's budget.
import { attestersOf, type Claim, inForce, isSealed, ownersOf } from "../../../test/support/model/claims.ts";
import { Random } from "../../../test/support/client/random.ts";
import type { Work } from "../../../test/support/model/work.ts";
import { BUDGET, foundCoop, membersFrom, PROJECT } from "../economy/coop.ts";
import { workHonestly } from "../economy/honest.ts";
import { boundOf, ringOf, type Strategy } from "./ring.ts";

/** One challenges, friends of the record answer ten tenths and others nothing, one more than they. How many others it took; null: it stands, for want of a slot or of others. */
export function dispute(work: Work, claim: Claim, challengers: readonly number[], friends: ReadonlySet<number>): number | null {
  const { now } = work.clock;
  const challenger = challengers.find((member) => !ownersOf(claim).includes(member) && work.rounds.freeAt(member).some((at) => at <= now));
  if (challenger === undefined) return null;
  const eligible = work.rounds.eligible(claim, challenger);
  const [theirs, others] = [eligible.filter((member) => friends.has(member)), eligible.filter((member) => !friends.has(member))];
  if (others.length <= theirs.length || eligible.length < 2) return null;
  work.challenge(challenger, claim.id);
  const { quorum } = work.claims.find(claim.id).round!;
  for (const member of theirs) work.answer(member, claim.id, 10);
  const enough = Math.max(theirs.length + 1, quorum - theirs.length);
  for (const member of others.slice(0, enough)) work.answer(member, claim.id, 0);
  return inForce(work.claims.find(claim.id)) === 0n ? Math.min(enough, others.length) : null;
}

export interface Caught {
  readonly size: number;
  readonly attesters: number;
  /** False ones that sealed. */
  readonly records: number;
  /** The part of the false records that others find. */
  readonly part: number;
  /** What is left of the extracted credit, as a part of the bound; answers for each false record that was voided. */
  readonly left: number;
  readonly answers: number;
}

/** Others find a ring's records one after another, by chance, and challenge them as far as they have slots: what is left after each of some parts. */
export function catchParts(size: number, attesters: number, strategy: Strategy, parts: readonly number[], seed: number): Caught[] {
  const ring = ringOf(size, attesters, strategy);
  ring.play();
  const friends = new Set([...ring.members, ...ring.recorders]);
  const sealed = ring.sealed();
  const order = new Random(seed).some(sealed, sealed.length);
  let [found, voided, answers] = [0, 0, 0];
  return parts.map((part) => {
    for (; found < Math.round(part * order.length); found++) {
      const took = dispute(ring.work, order[found]!, ring.honest, friends);
      if (took === null) continue;
      voided++;
      answers += took;
    }
    return { size, attesters, records: sealed.length, part, left: Number(ring.extracted()) / boundOf(size, attesters), answers: voided === 0 ? 0 : answers / voided };
  });
}

export interface Income {
  readonly size: number;
  readonly attesters: number;
  /** What the others did, as a part of what fills their part of the budget. */
  readonly work: number;
  /** Shares of one of the ring over shares of one of the others, and what the ring costs the others of theirs. */
  readonly gain: number;
  readonly loss: number;
}

/** Everyone else works, each the same, and a ring takes what it can. */
export function incomeOf(size: number, attesters: number, strategy: Strategy, part: number): Income {
  const ring = ringOf(size, attesters, strategy);
  ring.play();
  const { work, honest } = ring;
  const value = Math.floor((part * Number(BUDGET)) / Math.max(10, attesters));
  for (const member of honest) workHonestly(work, member, value, honest);
  const { epoch } = work.clock;
  const thieves = [...new Set([...ring.members, ...ring.recorders])];
  work.clock.now = work.clock.start(epoch + 2);
  const shares = (members: readonly number[]): number => members.reduce((sum, member) => sum + (work.credits.of(PROJECT, epoch, member) > 0n ? Number(work.draw(PROJECT, member, [epoch])) : 0), 0);
  const [theirs, others] = [shares(thieves) / size, shares(honest) / honest.length];
  return { size, attesters, work: part, gain: theirs / others, loss: 1 - others / value };
}

export interface BatchRow {
  readonly attesters: number;
  readonly needed: number;
  /** Who must say yes where others answer no; where nobody else answers. */
  readonly withOthers: number;
  readonly alone: number;
}

/** How few seal a batch of half a budget that nobody else believes. */
export function batchOf(attesters: number): BatchRow {
  const { needed } = postTo(foundCoop(attesters, 1), attesters + 1);
  const seals = (yes: number): boolean => {
    const work = foundCoop(attesters, 1);
    const { id } = postTo(work, attesters + 1);
    for (const member of membersFrom(1, needed)) work.attest(member, id, member <= yes ? 1 : 0);
    const claim = work.claims.find(id);
    return isSealed(claim) && inForce(claim) === BUDGET / 2n && attestersOf(claim).length === needed;
  };
  return { attesters, needed, withOthers: membersFrom(1, needed).find(seals)!, alone: needed };
}
function postTo(work: Work, steward: number): Claim {
  work.charters.replaceStewards(PROJECT, [steward]);
  return work.postBatch(steward, { project: PROJECT, root: "root", sum: BUDGET, credit: BUDGET / 2n });
}
