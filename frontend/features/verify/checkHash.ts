import { getTransactionReceipt } from "viem/actions";
import type { Hex } from "viem";
import type { ContributionId } from "#client/chain/ids.ts";
import { decodeEvent, contractFinder } from "#client/chain/events.ts";
import { tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { bindingOf } from "#client/value/leaves.ts";
import { networkStore } from "../../shared/chain/network.ts";
import { claimLink, claimTitle } from "../people/claimWords.ts";
import { checkClaim } from "./checkClaim.ts";
import { checkEvidence } from "./checkEvidence.ts";
import { checkMember, checkProject } from "./checkPeople.ts";
import { checkWritten } from "./checkStatement.ts";
import { comparing, type Finding, verdictOf } from "./finding.ts";
import { askCommand, nodeCommand, rpcCommand } from "./node.ts";

/** Everything that 32 bytes may be here; none where nothing on chain has them. */
export async function checkHash(ledger: Ledger, hash: Hex, now: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { claims, projects } = ledger.work;
  const claim = claims.get(hash as ContributionId);
  if (claim) findings.push(await checkClaim(ledger, claim));
  for (const one of claims.values()) {
    if (one.lane === "batch" && (one.evidence === hash || one.dataDigest === hash)) findings.push(await checkClaim(ledger, one));
    else if (one.evidence === hash && one.lane !== "binding") findings.push(await evidenceFinding(ledger, hash));
  }
  for (const member of ledger.people.members.values()) if (member.profile?.digest === hash) findings.push(await checkMember(ledger, member, now));
  for (const project of projects.values()) {
    const charter = project.charters.find(({ statement }) => statement === hash);
    if (charter) findings.push(await checkProject(project, charter));
  }
  findings.push(...(await checkWritten(ledger, hash)));
  const events = ledger.timeline.filter(({ tx }) => tx === hash);
  if (events.length > 0) findings.push(await checkTransaction(ledger, hash));
  findings.push(...identityFinding(ledger, hash));
  return findings;
}

/** The digest of a record's evidence: can its manifest be had, and does it hash to this? */
async function evidenceFinding(ledger: Ledger, digest: Hex): Promise<Finding> {
  const claim = [...ledger.work.claims.values()].find(({ evidence }) => evidence === digest)!;
  const step = await checkEvidence(digest);
  const verdict = verdictOf([step]);
  return {
    key: `evidence${digest}`,
    what: tell("一笔记录的凭证摘要", "The digest of a record's evidence"),
    name: tell(claimTitle(claim, "zh"), claimTitle(claim, "en")),
    link: claimLink(claim),
    verdict,
    because: {
      matches: tell("找到了凭证清单，重算摘要相同。", "The manifest was found, and its digest comes out the same."),
      differs: tell("找到的清单被改过，摘要不同。", "The manifest that was found was changed: its digest is another."),
      undecided: tell("链上有这个摘要，清单却不在这里：只有拿到它才能核对。", "The chain has this digest, but the manifest is not here: it can only be checked by whoever has it."),
    }[verdict],
    steps: [step],
    recipe: [askCommand("contributionLedger", "takenBy", [digest]), nodeCommand("keccak256", 'import { readFileSync } from "node:fs"; console.log(keccak256(readFileSync("FILE")))')],
  };
}

/** Reads the receipt again and compares its logs with the books. */
async function checkTransaction(ledger: Ledger, hash: Hex): Promise<Finding> {
  const label = tell("回执里的事件", "Events in the receipt");
  const events = ledger.timeline.filter(({ tx }) => tx === hash);
  const first = events[0]!;
  const { client, deployment } = networkStore.get();
  const receipt = client && (await getTransactionReceipt(client, { hash }).catch(() => null));
  const contractOf = deployment && contractFinder(deployment);
  const names = receipt?.logs.flatMap((log) => {
    const contract = contractOf?.(log.address);
    const place = { block: log.blockNumber, blockHash: log.blockHash, at: first.at, tx: hash, logIndex: log.logIndex };
    const event = contract && decodeEvent(contract, log, place);
    return event ? [event.name] : [];
  });
  const here = events.map(({ name }) => name).join(", ");
  const steps = receipt && names ? [comparing(label, here, names.join(", ")), comparing(tell("所在区块", "In block"), String(first.block), String(receipt.blockNumber))] : [{ label, here, ok: null, note: tell("节点没有给出回执", "the node gave no receipt") }];
  const verdict = verdictOf(steps);
  return {
    key: `tx${hash}`,
    what: tell("一笔交易", "A transaction"),
    verdict,
    because: {
      matches: tell("节点的回执与账上所记一致。", "The node's receipt says what the books say."),
      differs: tell("节点的回执与账上所记不同。", "The node's receipt says otherwise than the books."),
      undecided: tell("账上有它，节点却没有给出回执。", "The books have it, but the node gave no receipt."),
    }[verdict],
    steps,
    recipe: [rpcCommand("eth_getTransactionReceipt", [hash])],
  };
}

/** An identity of an imported history that somebody claimed. */
function identityFinding(ledger: Ledger, hash: Hex): Finding[] {
  const binding = bindingOf(ledger, hash) ?? [...ledger.work.claims.values()].find((claim) => claim.lane === "binding" && claim.identity === hash);
  if (!binding || binding.lane !== "binding") return [];
  return [
    {
      key: `identity${hash}`,
      what: tell("导入历史里的一个身份", "An identity of an imported history"),
      link: claimLink(binding),
      verdict: "undecided",
      because: tell(`它由${binding.member}号成员认领。它是哪个名字的哈希，只有知道名字的人能核对。`, `Member ${binding.member} claims it. Whose name it is the hash of, only those can check who know the name.`),
      steps: [],
      recipe: [askCommand("contributionLedger", "bindingOf", [hash]), nodeCommand("keccak256, toBytes", 'console.log(keccak256(toBytes("NAME")))')],
    },
  ];
}

