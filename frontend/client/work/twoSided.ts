import type { MemberId } from "../chain/ids.ts";
import type { Claim, Kind, Part } from "./types.ts";

/** Of these the other side (host or seller, teacher or learner) confirms a record before anybody attests it. */
export const isTwoSided = (kind: Kind): boolean => kind === "experience" || kind === "learning";

/** The other side of an experience or a learning: the second of its split. Null for what has one side only. */
export function otherSideOf(claim: Claim): MemberId | null {
  const twoSided = (claim.lane === "record" || claim.lane === "joint") && isTwoSided(claim.kind);
  return twoSided ? (claim.split[1]?.member ?? null) : null;
}

/** Those of a split who share in the value: all, but for an other side that only confirms. */
export const sharersIn = (split: readonly Part[]): MemberId[] => split.filter(({ parts }) => parts > 0).map(({ member }) => member);

/** Those of a claim's own people who share in it. */
export const sharersOf = (claim: Claim): readonly MemberId[] => (claim.lane === "joint" ? sharersIn(claim.split) : claim.owners);
