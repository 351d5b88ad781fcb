// Which views an act could have changed.
import { bindingEvidence, type Claim, contributorsOf, idOf, isSealed, ownersOf } from "../model/claims.ts";
import type { Work } from "../model/work.ts";
import type { StagedAct } from "./acts.ts";
import type { Looks } from "./looks.ts";
import type { Look } from "./puppet.ts";

/** A claim that a member answered: it, the member's budget, and where it counts the sums and what its people have. */
function answered(work: Work, looks: Looks, id: string, by: number): Look[] {
  const claim = work.claims.all.get(id);
  if (claim === null) return looks.claim(id);
  return [...looks.claim(id), ...looks.attester(claim.project, by), ...counting(looks, claim), ...looks.project(claim.project).slice(0, 2)];
}
const counting = (looks: Looks, claim: Claim): Look[] => (isSealed(claim) && claim.lane !== "Binding" ? [...looks.epoch(claim.project, claim.epoch).slice(0, 1), ...contributorsOf(claim).map((member) => looks.credit(claim.project, claim.epoch, member))] : []);
const recorded = (looks: Looks, claim: Claim | null, id: string): Look[] => (claim === null ? looks.claim(id) : [...looks.claim(id), ...ownersOf(claim).map((member) => looks.recorded(claim.project, member))]);

/** After an act, done or refused. */
export function touched(work: Work, looks: Looks, act: StagedAct): Look[] {
  const { claims, charters } = work;
  switch (act.is) {
    case "enrol": return [...looks.attester(act.project, act.by), ...looks.project(act.project)];
    case "record": {
      const id = idOf(act.by, act.report.evidence);
      return [...recorded(looks, claims.all.get(id), id), looks.recorded(act.report.project, act.by)];
    }
    case "confirm":
    case "withdraw": return recorded(looks, claims.all.get(act.claim), act.claim);
    case "attest": return answered(work, looks, act.claim, act.by);
    case "attestMany": return act.answers.slice(0, 5).flatMap(({ id }) => answered(work, looks, id, act.by));
    case "challenge": return [...looks.claim(act.claim), looks.slots(act.by)];
    case "answer": return answered(work, looks, act.claim, act.by);
    case "postBatch": return looks.claim(idOf(act.by, act.batch.root));
    case "proposeBinding": return [looks.binding(act.identity), ...looks.claim(idOf(act.by, bindingEvidence(act.project, act.identity, act.member)))];
    case "close": return [...looks.project(act.project), ...work.credits.epochs(act.project).slice(-4).flatMap((epoch) => looks.epoch(act.project, epoch))];
    case "draw": return [...looks.project(act.project).slice(1, 3), ...act.epochs.slice(0, 6).flatMap((epoch) => [...looks.holder(act.project, act.member, epoch), ...looks.epoch(act.project, epoch).slice(1)])];
    case "drawLeaf": return [...looks.leaf(act.batch, act.leaf), ...drawn(work, looks, act.batch, act.leaf.identity)];
    case "seat":
    case "expel": return looks.member(act.member);
    case "join": return looks.member(act.newcomer);
    case "leave": return looks.member(act.by);
    case "number": return charters.count > 0 ? looks.epoch(0, work.clock.epoch + 1).slice(0, 1) : [];
    case "admit": return looks.project(charters.count - 1);
    case "amend":
    case "stewards":
    case "closeProject": return looks.project(act.project);
  }
}

function drawn(work: Work, looks: Looks, id: string, identity: string): Look[] {
  const batch = work.claims.all.get(id);
  if (batch === null || batch.lane !== "Batch") return looks.claim(id);
  const owner = work.batches.ownerOf(batch, identity) ?? 0;
  return [0, ...(owner === 0 ? [] : [owner])].flatMap((holder) => [...looks.holder(batch.project, holder, batch.epoch), ...looks.project(batch.project).slice(2, 3)]);
}
