import { checkDate, checkHash, checkMember, checkProject, checkUint32, checkWhole } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { type Kind, kinds, type Part } from "./types.ts";
import { isTwoSided } from "./twoSided.ts";
import { checkUri } from "./uri.ts";

/** A contribution as its recorder tells it. */
export interface RecordInput {
  project: number;
  kind: Kind;
  /** In the charter's unit. */
  quantity: number;
  /** Digest of the evidence manifest. */
  evidence: string;
  /** Seconds since 1970, at most 90 days back. */
  occurredAt: number;
  /** Empty when alone; else two to seven people, the recorder first; of an experience or a learning its other side second, with parts or with none. */
  split?: readonly { member: number; parts: number }[];
  /** What everyone may read of it (`writeWords`), or a link; may be empty. */
  uri?: string;
}

/** Records what was done. Errors: InputFault. */
export function parseRecord(input: RecordInput): Intent {
  const report = {
    project: checkProject("project", input.project),
    kind: kinds.indexOf(input.kind),
    quantity: checkUint32("quantity", input.quantity, 1),
    evidence: checkHash("evidence", input.evidence),
    occurredAt: checkDate("occurredAt", input.occurredAt),
    split: checkSplit(input.split ?? [], input.kind),
    uri: checkUri("uri", input.uri ?? ""),
  };
  return intend("contributionLedger", "record", [report], "Recorded");
}

/** The people of a record: two to seven, each once, with 1 to 255 parts; none when alone. Errors: InputFault. */
export function checkSplit(split: readonly { member: number; parts: number }[], kind: Kind): Part[] {
  if (isTwoSided(kind) && split.length < 2)
    throw new InputFault("split", { zh: "体验和学习有两方：请写明另一方是谁。", en: "An experience or a learning has two sides: name the other one." });
  if (split.length === 1 || split.length > 7)
    throw new InputFault("split", { zh: "共同的贡献由二至七人分享；一个人时请留空。", en: "Two to seven people share a joint contribution; leave this empty for one." });
  if (new Set(split.map(({ member }) => member)).size < split.length)
    throw new InputFault("split", { zh: "同一位成员只能列一次。", en: "Each member can be listed only once." });
  // The other side may only confirm, and have no part.
  const least = (place: number): number => (isTwoSided(kind) && place === 1 ? 0 : 1);
  return split.map(({ member, parts }, place) => ({ member: checkMember("split", member), parts: checkWhole("split", parts, least(place), 255) }));
}
