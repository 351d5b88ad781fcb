import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import { epochAt } from "../chain/epoch.ts";
import type { EventOf } from "../chain/events.ts";
import type { ContributionId, MemberId, ProjectId } from "../chain/ids.ts";
import { BATCH_TIER, BINDING_TIER } from "./answers.ts";
import type { WorkDraft } from "./fold.ts";
import { isTwoSided } from "./twoSided.ts";
import { type Answer, type Claim, kinds, type Part } from "./types.ts";

type WorkEvent = EventOf<"contributionLedger">;
type Of<N extends WorkEvent["name"]> = Extract<WorkEvent, { name: N }>;

/** Adds what an event says of one claim. */
export function applyClaim(draft: WorkDraft, event: WorkEvent, genesis: number): void {
  switch (event.name) {
    case "Recorded":
      return make(draft, recorded(event, genesis));
    case "BatchPosted":
      return make(draft, posted(event, genesis));
    case "BindingProposed":
      return make(draft, proposed(event, genesis));
    case "Attested":
      return change(draft, event.args.id, (claim) => answered(claim, event));
    case "Sealed":
      return seal(draft, event);
    case "Confirmed":
      return change(draft, event.args.id, () => ({ stage: "pending", confirmedAt: event.at }));
    case "Withdrawn":
      return change(draft, event.args.id, () => ({ stage: "withdrawn" }));
    case "Revalued":
      return change(draft, event.args.id, () => ({ inForce: event.args.value }));
  }
}

/** What a claim is before anybody answered. */
const untouched = {
  stage: "pending",
  sealedAt: null,
  answers: [],
  answersBefore: [],
  named: 0,
  firstValue: 0n,
  tenths: 10,
  inForce: 0n,
  round: null,
} as const;

function made(event: Of<"Recorded" | "BatchPosted" | "BindingProposed">, genesis: number) {
  const { id, project, by, needed } = event.args;
  return {
    ...untouched,
    id: id as ContributionId,
    project: project as ProjectId,
    by: by as MemberId,
    needed,
    madeAt: event.at,
    epoch: epochAt(genesis, event.at),
    tx: event.tx,
    block: event.block,
  };
}

function recorded(event: Of<"Recorded">, genesis: number): Claim {
  const { quantity, value, evidence, occurredAt, tier, uri } = event.args;
  const common = made(event, genesis);
  const kind = kinds[event.args.kind]!;
  const split = event.args.split as readonly Part[];
  const owners = split.length > 0 ? split.map((part) => part.member) : [common.by];
  const lane = split.length > 0 ? "joint" : "record";
  const stage = isTwoSided(kind) ? "unconfirmed" : common.stage;
  return { ...common, stage, lane, owners, kind, quantity, value, evidence, occurredAt, tier, split, uri, confirmedAt: null };
}

function posted(event: Of<"BatchPosted">, genesis: number): Claim {
  const { root, sum, credit, dataDigest, uri } = event.args;
  const common = made(event, genesis);
  return { ...common, lane: "batch", owners: [common.by], tier: BATCH_TIER, quantity: 1, value: credit, evidence: root, sum, dataDigest, uri };
}

function proposed(event: Of<"BindingProposed">, genesis: number): Claim {
  const { identity } = event.args;
  const common = made(event, genesis);
  const member = event.args.member as MemberId;
  const owners = member === common.by ? [member] : [common.by, member];
  const evidence = bindingEvidence(common.project, identity, member);
  return { ...common, lane: "binding", owners, tier: BINDING_TIER, quantity: 1, value: 1n, evidence, identity, member };
}

/** What stands for evidence in a binding: the hash of all that it says. */
export function bindingEvidence(project: ProjectId, identity: Hex, member: MemberId): Hex {
  return keccak256(encodeAbiParameters([{ type: "uint32" }, { type: "bytes32" }, { type: "uint32" }], [project, identity, member]));
}

/** The id of the claim that a member makes with this evidence (of a batch: its root). */
export function claimId(by: MemberId, evidence: Hex): ContributionId {
  return keccak256(encodeAbiParameters([{ type: "uint32" }, { type: "bytes32" }], [by, evidence])) as ContributionId;
}

function make(draft: WorkDraft, claim: Claim): void {
  const before = draft.state.claims.get(claim.id);
  if (before) draft.list("forerunners").push(before);
  draft.map("claims").set(claim.id, claim);
}

/** When the epoch turned before there were enough, the first answers begin anew; the event tells by its epoch. */
function answered(claim: Claim, event: Of<"Attested">): Partial<Claim> {
  const { attester, quantity, needed, epoch } = event.args;
  const answer: Answer = { attester: attester as MemberId, quantity, epoch, at: event.at, tx: event.tx };
  if (epoch === claim.epoch) return { answers: [...claim.answers, answer], needed };
  return { answers: [answer], answersBefore: [...claim.answersBefore, ...claim.answers], needed, epoch };
}

function seal(draft: WorkDraft, event: Of<"Sealed">): void {
  const { id, quantity, value, epoch } = event.args;
  change(draft, id, () => ({ stage: "sealed", sealedAt: event.at, named: quantity, firstValue: value, inForce: value, epoch }));
  const claim = draft.state.claims.get(id as ContributionId);
  if (!claim || quantity === 0) return;
  if (claim.lane === "record" || claim.lane === "joint") draft.map("takenBy").set(claim.evidence, claim.id);
  if (claim.lane !== "binding") return;
  draft.map("bindingOf").set(claim.identity, claim.id);
  draft.map("bindingTo").set(claim.member, claim.id);
}

/** Replaces a claim by one with parts changed. An event of a claim that was never made would be a fault of the node: it is left out. */
export function change(draft: WorkDraft, id: Hex, how: (claim: Claim) => Partial<Claim>): void {
  const claim = draft.state.claims.get(id as ContributionId);
  if (claim) draft.map("claims").set(claim.id, { ...claim, ...how(claim) } as Claim);
}
