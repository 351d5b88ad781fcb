// Where value came from: who did what, in which project, and what shares came of it. Micro-units.
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { shareOut } from "../work/split.ts";
import { type Claim, type Kind, kinds } from "../work/types.ts";
import { keyOf } from "../work/fold.ts";
import type { ValueBooks } from "./fold.ts";

/** Where value comes from: a kind of contribution, or a history that was imported. */
export type Source = Kind | "history";

/** Value that went from a source into a project, or from a project into a holder's shares; never 0. Holder 0 is the reserve. */
export interface ValueFlows {
  /** Value in force, by source and project. */
  readonly earned: readonly { readonly source: Source; readonly project: ProjectId; readonly value: bigint }[];
  /** Value in force of the direct lane, by contributor and project. */
  readonly contributed: readonly { readonly member: MemberId; readonly project: ProjectId; readonly value: bigint }[];
  /** Shares drawn, by project and holder. */
  readonly shares: readonly { readonly project: ProjectId; readonly holder: MemberId; readonly shares: bigint }[];
}

/** Where the value of some epochs came from, both included; of one project, or of all. */
export function valueFlows(books: ValueBooks, first: number, last: number, project?: ProjectId): ValueFlows {
  const [earned, contributed, shares] = [new Map<string, bigint>(), new Map<string, bigint>(), new Map<string, bigint>()];
  const add = (sums: Map<string, bigint>, key: string, value: bigint): void => {
    if (value > 0n) sums.set(key, (sums.get(key) ?? 0n) + value);
  };
  const counts = (one: { readonly project: ProjectId; readonly epoch: number }) => one.epoch >= first && one.epoch <= last && (project === undefined || one.project === project);
  for (const claim of books.work.claims.values()) {
    if (claim.sealedAt === null || claim.lane === "binding" || !counts(claim)) continue;
    add(earned, `${sourceOf(claim)}.${claim.project}`, claim.inForce);
    for (const { member, value } of partsOf(claim)) add(contributed, keyOf(member, claim.project), value);
  }
  for (const draws of books.value.draws.values()) for (const draw of draws) if (counts(draw)) add(shares, keyOf(draw.project, draw.holder), draw.shares);
  return {
    earned: [...earned].map(([key, value]) => ({ source: key.split(".")[0] as Source, project: Number(key.split(".")[1]) as ProjectId, value })).toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source) || a.project - b.project),
    contributed: [...contributed].map(([key, value]) => ({ member: placeOf(key, 0) as MemberId, project: placeOf(key, 1) as ProjectId, value })),
    shares: [...shares].map(([key, drawn]) => ({ project: placeOf(key, 0) as ProjectId, holder: placeOf(key, 1) as MemberId, shares: drawn })),
  };
}

const sources: readonly Source[] = [...kinds, "history"];
const placeOf = (key: string, place: number): number => Number(key.split(".")[place]);
const sourceOf = (claim: Exclude<Claim, { lane: "binding" }>): Source => (claim.lane === "batch" ? "history" : claim.kind);

/** What each contributor of a record has of its value in force. */
function partsOf(claim: Exclude<Claim, { lane: "binding" }>): { member: MemberId; value: bigint }[] {
  if (claim.lane === "batch") return [];
  if (claim.split.length === 0) return [{ member: claim.by, value: claim.inForce }];
  const values = shareOut(claim.split.map(({ parts }) => parts), claim.inForce);
  return claim.split.map(({ member }, place) => ({ member, value: values[place]! }));
}
