import type { Hex } from "viem";
import { tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { digestOf, statementId } from "#client/work/statement/canonical.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { type Outcome, readDocument, sayOutcome } from "#client/work/statement/store.ts";
import type { Review, StatementRecord } from "#client/work/types.ts";
import { memberWords } from "../../shared/books/names.ts";
import { statementTitle } from "../people/documents.ts";
import { articleId } from "../work/statements/acts/articleId.ts";
import { reach } from "../work/statements/useReading.ts";
import { quote } from "./checkBatch.ts";
import { comparing, type Finding, type Step, type Verdict, verdictOf } from "./finding.ts";
import { nodeCommand } from "./node.ts";

/** What reading a document found, as a step: its digest recomputed, or why it could not be. */
export function outcomeStep(label: Step["label"], outcome: Outcome, digest: Hex): Step {
  if (outcome.is === "verified") return comparing(label, digestOf(outcome.bytes), digest);
  if (outcome.is === "altered") return comparing(label, outcome.digest, digest);
  return { label, ok: null, chain: digest, note: sayOutcome(outcome) };
}

/** Reads a document and hashes it anew: one step, and the command by which anybody can do the same. */
export async function readingOf(label: Step["label"], uri: string, digest: Hex): Promise<{ step: Step; outcome: Outcome; recipe: string }> {
  const outcome = await readDocument({ uri, digest }, reach());
  return { step: outcomeStep(label, outcome, digest), outcome, recipe: digestCommand(uri) };
}

/** How to hash it without these pages. */
function digestCommand(uri: string): string {
  if (/^data:/i.test(uri) && /;base64,/i.test(uri)) return nodeCommand("sha256", `console.log(sha256(Buffer.from(process.argv[1], "base64")))' '${uri.replace(/^[^,]*,/, "").replace(/[^A-Za-z0-9+/=]/g, "")}`);
  return "sha256sum FILE.md";
}

const because: Readonly<Record<Verdict, Finding["because"]>> = {
  matches: tell("原文重算的摘要和编号都与链上相同。", "Its text hashes to the digest on chain, and its number follows from it."),
  differs: tell("读到的原文被改过：摘要与链上不同。", "The text that was read was changed: its digest is another than on chain."),
  undecided: tell("原文放在别处，这里取不到：只有拿到它才能核对。", "The text lies elsewhere: it can only be checked by whoever has it."),
};

/** A statement or an article: its text hashed anew, its id and its CID made again. */
export async function checkStatement(record: StatementRecord): Promise<Finding> {
  const { id, kind, proposer, document } = record;
  const { step, recipe } = await readingOf(tell("原文的摘要（sha2-256）", "Digest of the text (sha2-256)"), record.uri, document);
  const made = kind === "article" ? articleId(proposer, document) : statementId(proposer, document);
  const cid = cidOf(document);
  return {
    key: id,
    what: kind === "article" ? tell("一篇文章", "An article") : tell("一份项目说", "A statement"),
    name: statementTitle(record),
    link: `#/s/${id}`,
    verdict: step.ok === null ? "undecided" : verdictOf([step, comparing(tell("编号", "Its id"), made, id)]),
    because: because[step.ok === null ? "undecided" : step.ok ? "matches" : "differs"],
    steps: [step, comparing(tell("编号", "Its id"), made, id), { label: tell("CID", "CID"), ok: null, here: cid }],
    recipe: [recipe],
  };
}

/** A reviewer's written comment, by its digest. */
async function checkComment(record: StatementRecord, review: Review): Promise<Finding> {
  const { step, recipe } = await readingOf(tell("意见的摘要（sha2-256）", "Digest of the comment (sha2-256)"), review.uri, review.comment!);
  const [title, name] = [statementTitle(record), memberWords(review.reviewer)];
  return {
    key: `comment${record.id}${review.reviewer}`,
    what: tell("一份评议意见", "A reviewer's comment"),
    name: tell(`${name.zh}评${title.zh}`, `${name.en} on ${title.en}`),
    link: `#/s/${record.id}`,
    verdict: verdictOf([step]),
    because: because[verdictOf([step])],
    steps: [step],
    recipe: [recipe],
  };
}

/** Whatever 32 bytes may be among statements: an id, a text's digest, a comment's digest. */
export async function checkWritten({ work }: Ledger, hash: Hex): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const record of work.statements.values()) {
    if (record.id === hash || record.document === hash) findings.push(await checkStatement(record));
    for (const { reviews } of record.submissions) for (const review of reviews) if (review.comment === hash) findings.push(await checkComment(record, review));
  }
  return findings;
}

/** A file that is the text of a statement or an article on chain, byte for byte; null for any other. */
export function checkWrittenFile({ work }: Ledger, bytes: Uint8Array, name: string): Finding | null {
  const digest = digestOf(bytes);
  const record = [...work.statements.values()].find(({ document }) => document === digest);
  if (!record) return null;
  return {
    key: `${name}${digest}`,
    what: record.kind === "article" ? tell("一篇文章的原文", "The text of an article") : tell("一份项目说的原文", "The text of a statement"),
    name: statementTitle(record),
    link: `#/s/${record.id}`,
    verdict: "matches",
    because: tell("它就是链上记下的那一份，一个字节也没有变。", "It is the one that stands on chain; not a byte has changed."),
    steps: [comparing(tell("原文的摘要（sha2-256）", "Digest of the text (sha2-256)"), digest, record.document)],
    recipe: [`sha256sum ${quote(name)}`],
  };
}
