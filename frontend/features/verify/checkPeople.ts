import { getCode } from "viem/actions";
import { contractNames } from "#client/chain/contractNames.ts";
import { tell } from "#client/chain/words.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { memberByKey, type Member } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import { explain } from "#client/value/explain.ts";
import { ExplanationFault } from "#client/value/explainClaim.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Project, ProjectCharter } from "#client/work/types.ts";
import { networkStore } from "../../shared/chain/network.ts";
import { formatMicroExactly } from "../../shared/language/numbers.ts";
import { plural } from "../../shared/language/words.ts";
import { checkDocument } from "../people/document.ts";
import { readingOf } from "./checkStatement.ts";
import { comparing, type Finding, type Step, verdictOf } from "./finding.ts";
import { ask, askCommand, rpcCommand } from "./node.ts";

const silent = tell("节点没有回答", "the node did not answer");
const agrees = tell("重算的结果与链上一致。", "Recomputed, it comes out as the chain says.");
const disagrees = tell("重算的结果与链上不一致，见下面打叉的一步。", "Recomputed, it comes out otherwise than the chain says: see the step with the cross.");
const cannot = tell("没有可以重算的东西。", "There is nothing that could be recomputed.");
const because = { matches: agrees, differs: disagrees, undecided: cannot };

/** A member: profile, key, and every project's shares taken apart down to the records. */
export async function checkMember(ledger: Ledger, member: Member, now: number): Promise<Finding> {
  const name = nameOf(member);
  const steps: Step[] = [];
  if (member.profile) steps.push(documentStep(tell("资料的摘要", "Digest of the profile"), member.profile.uri, member.profile.digest));
  const key = (await ask("memberRegistry", "keyOf", [member.id])) as string | null;
  steps.push(key ? comparing(tell("节点说的钥匙", "Key, as the node says"), member.key, key) : { label: tell("节点说的钥匙", "Key, as the node says"), ok: null, note: silent });
  for (const project of ledger.work.projects.values()) steps.push(...(await shareSteps(ledger, member, project, now)));
  return {
    key: `m${member.id}`,
    what: tell(`${member.id}号成员`, `Member ${member.id}`),
    ...(name.known ? { name: tell(name.zh, name.en) } : {}),
    link: `#/m/${member.id}`,
    verdict: verdictOf(steps),
    because: because[verdictOf(steps)],
    steps,
    recipe: [askCommand("memberRegistry", "keyOf", [member.id]), ...[...ledger.work.projects.keys()].map((project) => askCommand("shareLedger", "sharesOf", [project, member.id]))],
  };
}

/** The shares of a project as the sum of all lots, each recomputed, against what the node says. None where there are no lots. */
async function shareSteps(ledger: Ledger, member: Member, project: Project, now: number): Promise<Step[]> {
  const { title } = statementOf(project);
  const label = tell(`${title.zh}的份额`, `Shares in ${title.en}`);
  try {
    const { shares, lots } = explain(ledger, member.id, project.id, now);
    if (lots.length === 0) return [];
    const drawn = lots.reduce((sum, lot) => sum + lot.shares, 0n);
    const told = (await ask("shareLedger", "sharesOf", [project.id, member.id])) as bigint | null;
    const note = tell(`${lots.length}期的账逐笔重算`, `${plural(lots.length, "epoch", "epochs")}, recomputed record by record`);
    if (told === null) return [{ label, ok: null, note: silent }];
    return [{ ...comparing(label, formatMicroExactly(drawn, "en"), formatMicroExactly(told, "en")), ok: drawn === told && drawn === shares, note }];
  } catch (error) {
    if (!(error instanceof ExplanationFault)) throw error;
    return [{ label, ok: false, note: tell(error.message, error.message) }];
  }
}

/** A project: the statement of a charter, the newest unless another is meant, hashed anew. */
export async function checkProject(project: Project, charter: Pick<ProjectCharter, "uri" | "statement"> = project): Promise<Finding> {
  const { title } = statementOf(project);
  const { step, recipe } = await readingOf(tell("项目说的摘要", "Digest of the statement"), charter.uri, charter.statement);
  return {
    key: `p${project.id}`,
    what: tell(`${project.id}号项目`, `Project ${project.id}`),
    name: title,
    link: `#/p/${project.id}`,
    verdict: verdictOf([step]),
    because: step.ok === null ? tell("项目说放在别处，这里取不到，无法重算。", "The statement lies elsewhere and cannot be had from here.") : because[verdictOf([step])],
    steps: [step],
    recipe: [askCommand("projectRegistry", "budgetAt", [project.id, project.fromEpoch]), recipe],
  };
}

function documentStep(label: Step["label"], uri: string, digest: string): Step {
  const found = checkDocument(uri, digest as `0x${string}`);
  if (found === "unavailable") return { label, ok: null, chain: digest, note: tell("文书放在别处，这里取不到", "the document lies elsewhere and cannot be had from here") };
  return found === "matches" ? { label, ok: true, here: digest, chain: digest } : { label, ok: false, chain: digest, note: tell("文书被改过", "the document was changed") };
}

/** An address: a member's key, a former one, or one of the cooperative's contracts. */
export async function checkAddress(ledger: Ledger, address: `0x${string}`, now: number): Promise<Finding[]> {
  const member = memberByKey(ledger, address);
  if (member) {
    const finding = await checkMember(ledger, member, now);
    const inForce = member.key.toLowerCase() === address;
    const step: Step = { label: tell("这个地址是", "This address is"), ok: inForce ? true : null, note: inForce ? tell("这位成员当下的钥匙", "this member's key in force") : tell("这位成员从前的钥匙", "a former key of this member") };
    return [{ ...finding, steps: [step, ...finding.steps] }];
  }
  const { deployment, client } = networkStore.get();
  const name = deployment && contractNames.find((one) => deployment.contracts[one].toLowerCase() === address);
  const code = client && (await getCode(client, { address }).catch(() => null));
  if (name)
    return [
      {
        key: address,
        what: tell("本合作社的合约", "A contract of this co-op"),
        name: tell(name, name),
        verdict: code ? "matches" : "undecided",
        because: code ? tell("部署文件里有它，链上这个地址也确有代码。", "The deployment file names it, and there is code at this address.") : silentSentence,
        steps: [{ label: tell("链上的代码（字节）", "Code on chain (bytes)"), ok: code ? true : null, ...(code ? { here: String((code.length - 2) / 2) } : {}) }],
        recipe: [rpcCommand("eth_getCode", [address, "latest"])],
      },
    ];
  return [unknownAddress(address)];
}

const silentSentence = tell("节点没有回答，无法核对。", "The node did not answer, so it cannot be checked.");

function unknownAddress(address: string): Finding {
  return {
    key: address,
    what: tell("地址", "An address"),
    verdict: "undecided",
    because: tell("它不是成员的钥匙，也不是本合作社的合约：这里说不出什么。", "It is no member's key and no contract of this co-op: nothing can be said of it here."),
    steps: [],
    recipe: [askCommand("memberRegistry", "idOf", [address])],
  };
}

/** A member or a project of that number, or both. */
export async function checkNumber(ledger: Ledger, number: number, of: "member" | "project" | "either", now: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const member = of === "project" ? undefined : ledger.people.members.get(number as MemberId);
  const project = of === "member" ? undefined : ledger.work.projects.get(number as ProjectId);
  if (member) findings.push(await checkMember(ledger, member, now));
  if (project) findings.push(await checkProject(project));
  return findings;
}
