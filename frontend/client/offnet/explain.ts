import type { ContractName } from "../chain/contractNames.ts";
import { plainText } from "../chain/plain.ts";
import { type Both, tell } from "../chain/words.ts";
import { supports } from "../governance/types.ts";
import type { Item } from "./bundle.ts";
import { type Call, readCall, textsOf } from "./call.ts";
import { voteWords } from "./explainGovernance.ts";
import { offerWords, requestWords, splitWords } from "./explainPrice.ts";
import { profileWords } from "./explainPeople.ts";
import { addressWords, type Context, does, quoted, short } from "./teller.ts";

const contractWords: Readonly<Record<ContractName, Both>> = {
  timelock: tell("时间锁", "the timelock"),
  parameters: tell("参数合约", "the contract of the numbers"),
  memberRegistry: tell("成员名册", "the members' registry"),
  guardians: tell("监护合约", "the contract of the guardians"),
  relay: tell("代递合约", "the Relay"),
  projectRegistry: tell("项目名册", "the project registry"),
  projectReviews: tell("评议合约", "the contract of reviews"),
  contributionLedger: tell("贡献账", "the contribution ledger"),
  challenges: tell("质疑合约", "the contract of challenges"),
  shareLedger: tell("份额账", "the share ledger"),
  surplusPool: tell("盈余池", "the pool of purses and surplus"),
  market: tell("市场合约", "the market"),
  commonsPool: tell("公共池", "the commons"),
  governor: tell("表决合约", "the governor"),
};

const MOST_ARGS = 300;

/** What a signed thing says, in one sentence of each language, without a full stop. Anybody's words stand in quotes. Never throws. */
export function explainItem(item: Item, context: Context): Both {
  const { speech } = context;
  switch (item.kind) {
    case "act":
      return explainAct(item, context);
    case "ballot":
      return voteWords({ ...context, who: speech.member(item.member) }, item.proposalId, supports.indexOf(item.support), "");
    case "application": {
      const profile = profileWords(item.profileUri, item.profileDigest);
      return tell(`${item.applicant}申请加入，${profile.zh}`, `${item.applicant} applies to join, ${profile.en}`);
    }
    case "vouch":
      return explainVouch(item, context);
    case "keyConsent": {
      const whose = speech.member(item.member);
      return tell(`${item.newKey}同意作${whose.zh}的新钥匙`, `${item.newKey} consents to be the new key of ${whose.en}`);
    }
    case "guardianConsent": {
      const [who, whose] = [addressWords(context, item.guardian), speech.member(item.member)];
      return does({ who }, `同意作${whose.zh}的监护人`, `consents to be a guardian of ${whose.en}`);
    }
    case "offer":
      return offerWords(context, item);
    case "request":
      return requestWords(context, item);
    case "split":
      return splitWords(context, item);
    default:
      return explainRecovery(item, context);
  }
}

function explainVouch(item: Extract<Item, { kind: "vouch" }>, context: Context): Both {
  const [who, whom] = [context.speech.member(item.sponsor), addressWords(context, item.applicant)];
  return item.joinCount === 0 ? does({ who }, `担保${whom.zh}加入`, `vouches that ${whom.en} should join`) : does({ who }, `担保${whom.zh}回来`, `vouches that ${whom.en} should return`);
}

function explainRecovery(item: Extract<Item, { kind: "recoveryConsent" | "recoveryApproval" | "recoveryCancel" }>, context: Context): Both {
  const [who, whose] = [addressWords(context, item.signer), context.speech.member(item.member)];
  if (item.kind === "recoveryConsent") return does({ who }, `同意作${whose.zh}找回后的新钥匙`, `consents to be the new key of ${whose.en} after a recovery`);
  if (item.kind === "recoveryCancel") return does({ who }, `作为监护人，同意撤销${whose.zh}的第${item.opening}次找回`, `agrees as a guardian to close recovery ${item.opening} of ${whose.en}`);
  return does({ who }, `作为监护人，同意把${whose.zh}的钥匙找回为${item.newKey}`, `agrees as a guardian to recover ${whose.en} with the new key ${item.newKey}`);
}

function explainAct(item: Extract<Item, { kind: "act" }>, context: Context): Both {
  const who = context.speech.member(item.member);
  const call = readCall(item.to, item.data, context.deployment);
  if (call.is === "otherContract") return does({ who }, `调用${item.to}，它不是这个合作社的合约，没有人能从这里说清会做什么`, `calls ${item.to}, which is no contract of this cooperative; nobody can say from here what it would do`);
  const where = contractWords[call.contract];
  if (call.is === "unknownCall") return does({ who }, `对${where.zh}做一件读不懂的事（${short(item.data)}）`, `asks ${where.en} for something that cannot be read (${short(item.data)})`);
  return explainCall(call, { ...context, who });
}

/** A call in words; in those of its contract where nothing better is known. */
export function explainCall(call: Extract<Call, { is: "call" }>, teller: Context & { readonly who: Both }): Both {
  try {
    const text = textsOf(call.contract)?.[call.functionName];
    if (text) return text(call.args, teller);
  } catch {
    // The books know nothing of what it names; the bare call says what there is.
  }
  const where = contractWords[call.contract];
  const args = listArgs(call.args);
  return does(teller, `调用${where.zh}的${call.functionName}（${args}）`, `calls ${call.functionName} of ${where.en} (${args})`);
}

function listArgs(args: readonly unknown[]): string {
  const text = args.map((one) => showArg(one, 0)).join(", ");
  return plainText(text, MOST_ARGS);
}

function showArg(value: unknown, depth: number): string {
  if (typeof value === "string") return /^0x[0-9a-fA-F]*$/.test(value) ? (value.length > 42 ? `${value.slice(0, 10)}…` : value) : quoted(value, 60).en;
  if (typeof value !== "object" || value === null) return String(value);
  if (depth > 3) return "…";
  const inner = Array.isArray(value) ? value.slice(0, 8).map((one) => showArg(one, depth + 1)) : Object.entries(value).map(([name, one]) => `${name}: ${showArg(one, depth + 1)}`);
  return Array.isArray(value) ? `[${inner.join(", ")}${value.length > 8 ? ", …" : ""}]` : `{${inner.join(", ")}}`;
}
