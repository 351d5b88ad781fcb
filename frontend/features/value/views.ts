import { epochOf } from "#client/chain/clock.ts";
import { finalAt } from "#client/chain/epoch.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Lot, lotsOf } from "#client/value/lots.ts";
import type { Ring } from "../../shared/parts/rings.ts";

/** Lots of one member in one project. */
export interface LotGroup {
  readonly project: ProjectId;
  readonly member: MemberId;
  readonly lots: readonly Lot[];
  readonly shares: bigint;
}

/** Lots in one state, by project, oldest epoch first. */
export function lotGroups(ledger: Ledger, member: MemberId, now: number, state: Lot["state"]): LotGroup[] {
  const groups = new Map<ProjectId, Lot[]>();
  for (const lot of lotsOf(ledger, member, now).toReversed())
    if (lot.state === state) groups.set(lot.project, [...(groups.get(lot.project) ?? []), lot]);
  return [...groups].map(([project, lots]) => ({ project, member, lots, shares: lots.reduce((sum, lot) => sum + lot.shares, 0n) }));
}

/** What others could draw, by member and project. */
export function drawableOfOthers(ledger: Ledger, me: MemberId | null, now: number): LotGroup[] {
  return [...ledger.people.members.keys()].filter((member) => member !== me).flatMap((member) => lotGroups(ledger, member, now, "drawable"));
}

/** A member's drawn shares by epoch, all projects; the rings of the value card. Ascending. */
export function ringsOf(ledger: Ledger, member: MemberId): Ring[] {
  const rings = new Map<number, bigint>();
  for (const draws of ledger.value.draws.values())
    for (const draw of draws) if (draw.holder === member && draw.shares > 0n) rings.set(draw.epoch, (rings.get(draw.epoch) ?? 0n) + draw.shares);
  return [...rings].map(([epoch, shares]) => ({ epoch, shares })).sort((a, b) => a.epoch - b.epoch);
}

/** The epoch that becomes final next, and when (seconds since 1970). */
export function nextFinal(ledger: Ledger, now: number): { epoch: number; at: number } {
  const epoch = Math.max(0, epochOf(ledger, now) - 1);
  return { epoch, at: finalAt(ledger.clock.genesis, epoch) };
}

/** All shares that closed epochs of all projects issued, micro-units. */
export const issuedByAll = ({ value }: Ledger): bigint => [...value.closedUntil.values()].reduce((sum, { total }) => sum + total, 0n);

/** What closed epochs issued, all projects together. Ascending. */
export function issuedRings({ value }: Ledger): Ring[] {
  const rings = new Map<number, bigint>();
  for (const [key, { issued }] of value.closed) {
    const epoch = Number(key.split(".")[1]);
    rings.set(epoch, (rings.get(epoch) ?? 0n) + issued);
  }
  return [...rings].map(([epoch, shares]) => ({ epoch, shares })).sort((a, b) => a.epoch - b.epoch);
}
