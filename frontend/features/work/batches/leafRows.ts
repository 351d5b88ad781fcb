import type { Hex } from "viem";
import { type ContributionId, type MemberId, NOBODY } from "#client/chain/ids.ts";
import { finalAt } from "#client/chain/epoch.ts";
import type { Ledger } from "#client/ledger.ts";
import { bindingOf, leafLot, type LeafLot, UNBOUND_AFTER } from "#client/value/leaves.ts";
import type { Batch } from "#client/work/batch.ts";
import { identityOf, isHash } from "#client/work/leaf.ts";
import { bindingCountsFrom } from "#client/work/stage.ts";
import type { BatchClaim, BindingClaim, Claim } from "#client/work/types.ts";

/** Whose a leaf is, or will be. */
export type Whose =
  /** A binding that stands; `from` null: it counts now. */
  | { readonly is: "member"; readonly member: MemberId; readonly from: number | null }
  /** A binding waits for its attesters. */
  | { readonly is: "pending"; readonly member: MemberId }
  /** Nobody yet; at `until` it goes to the reserve. */
  | { readonly is: "nobody"; readonly until: number }
  | { readonly is: "reserve"; readonly because: "attester" | "late" };

/** A leaf as the list shows it. */
export interface LeafRow {
  readonly identity: Hex;
  readonly index: number;
  readonly value: bigint;
  readonly records: number;
  readonly whose: Whose;
  /** What drawing gives; null where the batch does not stand. */
  readonly lot: LeafLot | null;
}

/** All leaves of a batch, the largest first. */
export function leafRows(ledger: Ledger, claim: BatchClaim, { people, tree }: Batch, now: number): LeafRow[] {
  if (!tree) return [];
  const records = new Map(people.map((person) => [person.identity, person.records]));
  const pending = pendingBindings(ledger);
  const rows = tree.leaves.map(({ identity, value }, index) => ({
    identity,
    index,
    value,
    records: records.get(identity) ?? 0,
    whose: whoseLeaf(ledger, claim, identity, now, pending),
    lot: leafLot(ledger, claim, tree, identity, now),
  }));
  return rows.sort((a, b) => (a.value === b.value ? a.index - b.index : a.value > b.value ? -1 : 1));
}

/** Bindings that wait for attesters, by identity. */
function pendingBindings({ work }: Ledger): ReadonlyMap<Hex, BindingClaim> {
  const found = new Map<Hex, BindingClaim>();
  for (const claim of work.claims.values()) if (claim.lane === "binding" && claim.stage === "pending") found.set(claim.identity, claim);
  return found;
}

function whoseLeaf(ledger: Ledger, claim: BatchClaim, identity: Hex, now: number, pending: ReadonlyMap<Hex, BindingClaim>): Whose {
  const until = finalAt(ledger.clock.genesis, claim.epoch) + UNBOUND_AFTER;
  const binding = bindingOf(ledger, identity);
  const from = binding && binding.inForce > 0n ? bindingCountsFrom(binding)! : Infinity;
  if (binding && from <= until) {
    if (claim.answers.some(({ attester }) => attester === binding.member)) return { is: "reserve", because: "attester" };
    return { is: "member", member: binding.member, from: from > now ? from : null };
  }
  if (now >= until) return { is: "reserve", because: "late" };
  const waits = pending.get(identity);
  return waits ? { is: "pending", member: waits.member } : { is: "nobody", until };
}

/** Who gets the shares if the leaf is drawn; 0 is the reserve, null nobody yet. */
export function holderOf({ whose }: LeafRow): MemberId | null {
  return whose.is === "member" ? whose.member : whose.is === "reserve" ? NOBODY : null;
}

/** Those whose identity begins with what was typed, or is the hash of it. */
export function findLeaves(rows: readonly LeafRow[], query: string): LeafRow[] {
  const typed = query.trim();
  if (typed === "") return [...rows];
  if (/^0x[0-9a-f]{0,64}$/i.test(typed)) return rows.filter(({ identity }) => identity.startsWith(typed.toLowerCase()));
  const wanted = identitiesOf(typed);
  return rows.filter(({ identity }) => wanted.includes(identity));
}

/** The identities that a typed name may stand for: as it is, and in lower case as git histories have it. A hash is itself. */
export function identitiesOf(name: string): Hex[] {
  const typed = name.trim();
  if (isHash(typed.toLowerCase())) return [typed.toLowerCase() as Hex];
  return [...new Set([typed, typed.toLowerCase()])].map(identityOf);
}

/** Bindings proposed in a project, newest first. */
export function bindingsIn({ work }: Ledger, project: number): BindingClaim[] {
  const isBinding = (claim: Claim): claim is BindingClaim => claim.lane === "binding" && claim.project === project;
  return [...work.claims.values()].filter(isBinding).sort((a, b) => b.madeAt - a.madeAt);
}

/** A batch by the id in an address. */
export function batchById({ work }: Ledger, id: string): BatchClaim | undefined {
  const claim = work.claims.get(id.toLowerCase() as ContributionId);
  return claim?.lane === "batch" ? claim : undefined;
}
