import { type Address, getAddress, isAddress, zeroAddress } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkHash, checkMember, checkProject, checkUint32 } from "../chain/checks.ts";
import { boundsOf } from "../chain/clock.ts";
import { checkCharter, checkStewards } from "../work/charterChecks.ts";
import { encodeAction, goesTogether, MOST_NAMED, type Wanted } from "./actions.ts";
import { PROPOSER_SUFFIX } from "./clones.ts";
import { checkMoney } from "./money.ts";
import type { Proposal } from "./types.ts";

/** Bytes of a description at most, in UTF-8. */
export const MOST_DESCRIPTION = 16_384;
/** Actions of one sort in a proposal. */
export const MOST_ACTIONS = 10;

/** A proposal as its proposer gives it. */
export interface ProposeInput {
  /** All of one sort; of admissions, expulsions and lists of names one. */
  readonly actions: readonly Wanted[];
  /** What members read, as plain text or Markdown. */
  readonly description: string;
  /** The key that will propose: no other may propose the same words. */
  readonly proposer: Address;
}

/** The words as they will stand in the log, with the suffix by which only this key may propose them. */
export const describedBy = (description: string, proposer: Address): string => `${description.replace(PROPOSER_SUFFIX, "").trimEnd()}\n\n#proposer=${proposer}`;

/** What would be proposed: calls and words. Errors: InputFault. */
export function draftProposal({ actions, description, proposer }: ProposeInput, deployment: Pick<Deployment, "contracts">): Pick<Proposal, "targets" | "calldatas" | "description"> {
  checkActions(actions);
  if (!isAddress(proposer)) throw new InputFault("proposer", { zh: "先说明您是谁，才能提案。", en: "Say who you are before you propose." });
  const clean = description.replace(PROPOSER_SUFFIX, "").trim();
  if (clean === "") throw new InputFault("description", { zh: "请写明为什么提出它，成员要看了才能投票。", en: "Say why you propose it; members read this before they vote." });
  if (new TextEncoder().encode(clean).length > MOST_DESCRIPTION)
    throw new InputFault("description", { zh: "说明太长；内容还在，请缩短，或放到链接里。", en: "The text is too long; it is still here, please shorten it or put it behind a link." });
  const calls = actions.map((action) => encodeAction(checkAction(action), deployment));
  return { targets: calls.map(({ target }) => target), calldatas: calls.map(({ calldata }) => calldata), description: describedBy(clean, proposer) };
}

/** Makes a proposal. Errors: InputFault. */
export function parsePropose(input: ProposeInput, deployment: Pick<Deployment, "contracts">): Intent {
  const { targets, calldatas, description } = draftProposal(input, deployment);
  return intend("governor", "propose", [targets, targets.map(() => 0n), calldatas, description], "ProposalCreated");
}

function checkActions(actions: readonly Wanted[]): void {
  const first = actions[0];
  if (!first) throw new InputFault("actions", { zh: "请至少选一件事。", en: "Choose one thing at least." });
  if (actions.some(({ type }) => type !== first.type)) throw new InputFault("actions", { zh: "一份提案里只能是同一类事；请分成几份。", en: "All actions of a proposal are of one sort; make a proposal of each." });
  const most = goesTogether(first) ? MOST_ACTIONS : 1;
  if (actions.length > most) throw new InputFault("actions", { zh: `这一类一份提案至多${most}件。`, en: `At most ${most} of this sort in one proposal.` });
}

function checkAction(action: Wanted): Wanted {
  switch (action.type) {
    case "admit":
      checkHash("statement", action.statement);
      checkUint32("submission", action.submission, 1);
      return action; // The charter must be the drafted one to the letter, whatever it says.
    case "parameter": {
      const { least, most } = boundsOf(action.parameter);
      if (action.value < BigInt(least) || action.value > BigInt(most)) throw new InputFault("value", { zh: `请填写${least}到${most}之间的整数。`, en: `Enter a whole number from ${least} to ${most}.` });
      return action;
    }
    case "stewards":
      return { ...action, project: checkProject("project", action.project), stewards: checkStewards("stewards", action.stewards) };
    case "close":
      if (action.project === 0) throw new InputFault("project", { zh: "合作社本身不能关闭。", en: "The cooperative itself is not closed." });
      return { ...action, project: checkProject("project", action.project) };
    case "cooperative":
      return { ...action, charter: checkCharter(action.charter) };
    case "expel":
      return { ...action, member: checkMember("member", action.member), cause: checkHash("cause", action.cause) };
    case "readmit":
      return { ...action, member: checkMember("member", action.member) };
    case "name":
      return { ...action, keys: checkNames(action.keys) };
    case "listToken":
    case "spend":
    case "adopt":
    case "release":
      return checkMoney(action);
  }
}

function checkNames(keys: readonly Address[]): Address[] {
  if (keys.some((key) => !isAddress(key, { strict: false }) || key === zeroAddress)) throw new InputFault("keys", { zh: "名单里有不是地址的，请改一改。", en: "The list holds something that is no address; please mend it." });
  const names = keys.map((key) => getAddress(key));
  if (new Set(names).size < names.length) throw new InputFault("keys", { zh: "同一个地址只写一次。", en: "Write each address once." });
  if (names.length === 0 || names.length > MOST_NAMED) throw new InputFault("keys", { zh: `请写1到${MOST_NAMED}个地址。`, en: `Give 1 to ${MOST_NAMED} addresses.` });
  return names;
}
