import { epochOf } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import { tell } from "#client/chain/words.ts";
import { charterIn } from "#client/work/charters.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { lowerMedian, tenthsOf, upperMedianOfTenths } from "#client/work/median.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Claim } from "#client/work/types.ts";
import { shareOut } from "#client/work/split.ts";
import { formatMicroExactly } from "../../shared/language/numbers.ts";
import { claimLink, claimTitle } from "../people/claimWords.ts";
import { checkBatchInside } from "./checkBatch.ts";
import { checkEvidence } from "./checkEvidence.ts";
import { comparing, type Finding, type Step, verdictOf } from "./finding.ts";
import { ask, askCommand } from "./node.ts";
import { whatWords } from "./text.ts";

const micro = (amount: bigint): string => formatMicroExactly(amount, "en");

/** Recomputes a claim from its log: its id, its middle, its value in force; then asks the node, and looks at what it rests on. */
export async function checkClaim(ledger: Ledger, claim: Claim): Promise<Finding> {
  const batch = claim.lane === "batch";
  const rests = batch ? await checkBatchInside(claim) : claim.lane === "binding" ? [] : [await checkEvidence(claim.evidence)];
  const steps = [comparing(tell("编号 = keccak256(记录人, 凭证)", "Id = keccak256(recorder, evidence)"), claimId(claim.by, claim.evidence), claim.id), ...valueSteps(ledger, claim), await nodeStep(claim), ...rests];
  const verdict = verdictOf(steps);
  return {
    key: claim.id,
    what: whatWords[claim.lane],
    name: tell(claimTitle(claim, "zh"), claimTitle(claim, "en")),
    link: claimLink(claim),
    verdict,
    because:
      verdict === "matches"
        ? tell("从链上的记录重算，结果与链上一致。", "Recomputed from the chain's log, it comes out as the chain says.")
        : tell("重算的结果与链上不一致，见下面打叉的一步。", "Recomputed, it comes out otherwise than the chain says: see the step with the cross."),
    steps,
    recipe: [askCommand("contributionLedger", "claimOf", [claim.id]), ...(batch ? [`npm run -s coop -- verify --batch ${claim.id}`] : [])],
  };
}

function valueSteps(ledger: Ledger, claim: Claim): Step[] {
  const steps: Step[] = [];
  const project = ledger.work.projects.get(claim.project);
  if (project && (claim.lane === "record" || claim.lane === "joint")) {
    const rate = charterIn(project, epochOf(ledger, claim.madeAt)).rates[claim.kind];
    const unit = statementOf(project).units[claim.kind];
    steps.push({ ...comparing(tell("申报 = 数量 × 价值率", "Claimed = quantity × rate"), micro(rate * BigInt(claim.quantity)), micro(claim.value)), note: tell(`${claim.quantity}${unit.zh} × ${micro(rate)}`, `${claim.quantity} × ${micro(rate)}`) });
  }
  if (claim.sealedAt === null) {
    steps.push({ label: tell("定值", "Sealing"), ok: null, note: tell(`还没有定值：${claim.answers.length}份答复，需要${claim.needed}份`, `not sealed yet: ${claim.answers.length} of ${claim.needed} answers`) });
    return steps;
  }
  const said = claim.answers.map(({ quantity }) => quantity);
  const voted = claim.lane === "batch" || claim.lane === "binding";
  const named = voted ? Number(said.filter((one) => one === 1).length * 2 > said.length) : lowerMedian(said);
  const list = [...said].sort((a, b) => a - b).join(", ");
  steps.push({
    ...comparing(voted ? tell("是多于否", "More yes than no") : tell("答复的中位（偏低）", "Lower middle of the answers"), String(named), String(claim.named)),
    note: tell(list, list),
  });
  const first = (claim.value * BigInt(named)) / BigInt(claim.quantity);
  if (claim.lane !== "binding") steps.push(comparing(tell("首轮价值", "Value of the first answers"), micro(first), micro(claim.firstValue)));
  const { round } = claim;
  const tenths = round && round.answers.length >= round.quorum ? upperMedianOfTenths(round.answers.map((answer) => answer.tenths)) : 10;
  if (claim.lane !== "binding") steps.push({ ...comparing(tell("现在计入的价值", "Value in force"), micro(tenthsOf(first, tenths)), micro(claim.inForce)), ...(round ? { note: tell(`第二轮：${tenths}成`, `second round: ${tenths} tenths`) } : {}) });
  if (claim.lane === "joint") {
    const parts = shareOut(claim.split.map(({ parts }) => parts), claim.inForce);
    steps.push(comparing(tell("各人的部分之和", "The parts add up"), micro(parts.reduce((sum, part) => sum + part, 0n)), micro(claim.inForce)));
  }
  return steps;
}

async function nodeStep(claim: Claim): Promise<Step> {
  const label = tell("节点此刻的回答", "What the node says now");
  const told = (await ask("contributionLedger", "claimOf", [claim.id])) as { inForce: bigint; by: number; answered: number; named: number } | null;
  if (!told) return { label, ok: null, note: tell("节点没有回答", "the node did not answer") };
  const text = (by: number, named: number, inForce: bigint) => `${by} / ${named} / ${micro(inForce)}`;
  return { ...comparing(label, text(claim.by, claim.named, claim.inForce), text(told.by, told.named, told.inForce)), note: tell("记录人 / 中位 / 计入", "recorder / middle / in force") };
}
