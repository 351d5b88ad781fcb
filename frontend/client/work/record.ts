import { checkDate, checkHash, checkMember, checkProject, checkUint32, checkWhole } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { type Kind, kinds, type Part } from "./types.ts";
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
  /** Empty when alone; else two to seven contributors, the recorder first. */
  split?: readonly { member: number; parts: number }[];
  /** What everyone may read of it (`writeWords`), or a link; may be empty. */
  uri?: string;
}

/** Kinds that one signature is enough for. The other two need a second one, which this release does not take yet. */
export const recordableKinds: readonly Kind[] = ["work", "sharing"];

/** Records what was done. Errors: InputFault. */
export function parseRecord(input: RecordInput): Intent {
  if (!recordableKinds.includes(input.kind))
    throw new InputFault("kind", { zh: "体验和学习需要对方也签名，这一版还不能记录。", en: "Trials and learning need the other side's signature as well; this release cannot record them yet." });
  const report = {
    project: checkProject("project", input.project),
    kind: kinds.indexOf(input.kind),
    quantity: checkUint32("quantity", input.quantity, 1),
    evidence: checkHash("evidence", input.evidence),
    occurredAt: checkDate("occurredAt", input.occurredAt),
    split: checkSplit(input.split ?? []),
    uri: checkUri("uri", input.uri ?? ""),
  };
  return intend("contributionLedger", "record", [report], "Recorded");
}

/** The contributors of a joint record: two to seven, each once, 1 to 255 parts; none when alone. Errors: InputFault. */
export function checkSplit(split: readonly { member: number; parts: number }[]): Part[] {
  if (split.length === 1 || split.length > 7)
    throw new InputFault("split", { zh: "共同的贡献由二至七人分享；一个人时请留空。", en: "Two to seven people share a joint contribution; leave this empty for one." });
  if (new Set(split.map(({ member }) => member)).size < split.length)
    throw new InputFault("split", { zh: "同一位成员只能列一次。", en: "Each member can be listed only once." });
  return split.map(({ member, parts }) => ({ member: checkMember("split", member), parts: checkWhole("split", parts, 1, 255) }));
}
