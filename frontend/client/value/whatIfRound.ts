import { epochOf } from "../chain/clock.ts";
import { checkWhole } from "../chain/checks.ts";
import { InputFault } from "../chain/intent.ts";
import type { MemberId } from "../chain/ids.ts";
import { isFinal } from "../chain/epoch.ts";
import { tenthsOf } from "../work/median.ts";
import { shareOut } from "../work/split.ts";
import { stageOf } from "../work/stage.ts";
import type { BatchClaim, Claim, RecordClaim } from "../work/types.ts";
import type { ValueBooks } from "./fold.ts";
import { type Compared, compareEpoch } from "./standings.ts";
import { withBatch, withCredit } from "./supposed.ts";

/** What would be if a second round of a claim came to so many tenths, and nothing else changed. Micro-units. */
export interface RoundIf extends Compared {
  readonly claim: RecordClaim | BatchClaim;
  readonly tenths: number;
  /** What the first answers made it. */
  readonly first: bigint;
  /** In force now, and then. */
  readonly from: bigint;
  readonly to: bigint;
  /** Each contributor's part, now and then; none of a batch. */
  readonly parts: readonly { readonly member: MemberId; readonly from: bigint; readonly to: bigint }[];
}

/** Reckons a second round through. Errors: InputFault for a claim that none can change any more, or tenths that it does not take. */
export function whatIfRound(books: ValueBooks, claim: Claim, tenths: number, now: number): RoundIf {
  const changeable = checkChangeable(books, claim, now);
  checkWhole("tenths", tenths, 0, 10);
  if (claim.lane === "batch" && tenths % 10 !== 0) throw new InputFault("tenths", { zh: "导入的历史只有认可或不认可：填10或0。", en: "An imported history stands or does not: 10 or 0." });
  const { project, epoch, firstValue: first, inForce: from } = changeable;
  const to = tenthsOf(first, tenths);
  const parts = partsOf(changeable, from, to);
  const after = changeable.lane === "batch" ? withBatch(books, project, epoch, from, to) : withCredit(books, project, epoch, parts);
  return { claim: changeable, tenths, first, from, to, parts, ...compareEpoch(books, after, project, epoch, parts.map(({ member }) => member)) };
}

/** Whether a second round is open, or may still be opened. */
export function mayBeRound(books: ValueBooks, claim: Claim, now: number): boolean {
  const { situation } = stageOf(books, claim, now);
  return claim.lane !== "binding" && (situation === "round" || (situation === "window" && claim.inForce > 0n));
}

function checkChangeable(books: ValueBooks, claim: Claim, now: number): RecordClaim | BatchClaim {
  if (claim.lane !== "binding" && mayBeRound(books, claim, now) && !isFinal(books.clock.genesis, claim.epoch, now)) return claim;
  const epoch = epochOf(books, now);
  throw new InputFault("claim", { zh: `没有第二轮能再改变它（现在是第${epoch}期）。`, en: `No second round can change it any more (this is epoch ${epoch}).` });
}

function partsOf(claim: RecordClaim | BatchClaim, from: bigint, to: bigint): { member: MemberId; from: bigint; to: bigint }[] {
  if (claim.lane === "batch") return [];
  if (claim.lane === "record") return [{ member: claim.by, from, to }];
  const parts = claim.split.map((part) => part.parts);
  const [now, then] = [shareOut(parts, from), shareOut(parts, to)];
  return claim.split.map(({ member }, place) => ({ member, from: now[place]!, to: then[place]! }));
}
