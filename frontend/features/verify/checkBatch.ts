import { readDataUri } from "#client/work/batchSource.ts";
import { type Both, tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { EMPTY_BATCH } from "./text.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { statementOf } from "#client/work/statements.ts";
import { type Compared, compare } from "../work/batches/data.ts";
import { rebuild } from "../work/batches/rebuild.ts";
import type { Finding, Step } from "./finding.ts";

const labels: Record<Compared["what"], Both> = {
  dataDigest: tell("数据文件的摘要", "Digest of the data file"),
  project: tell("项目编号", "Number of the project"),
  root: tell("重建的树根", "Root, rebuilt"),
  sum: tell("叶的总和（微单位）", "Sum of the leaves (micro-units)"),
};

const stepOf = ({ what, here, chain, same }: Compared): Step => ({ label: labels[what], here, chain, ok: same });

/** Rebuilds a batch whose data lies in the record itself; of any other the data must be brought. */
export async function checkBatchInside(batch: BatchClaim): Promise<Step[]> {
  const label = labels.root;
  const read = readDataUri(batch.uri);
  if (read?.is !== "inline") return [{ label, ok: null, chain: batch.evidence, note: tell("数据文件不在记录里：请放进上面的框", "the data file is not in the record: drop it above") }];
  const rebuilt = await rebuild(read.bytes, () => undefined).catch(() => null);
  if (!rebuilt) return [{ label, ok: null, chain: batch.evidence, note: tell("这个浏览器没能重建", "this browser could not rebuild it") }];
  rebuilt.close();
  return compare(batch, rebuilt).compared.map(stepOf);
}

/** Whether bytes look like a batch's data file. */
export const isBatchData = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 40)).startsWith('{"format":"gongsheng-batch"');

/** Rebuilds a data file and looks for the batch on chain that it is of. */
export async function checkBatchFile(ledger: Ledger, bytes: Uint8Array, name: string, tellPart: (part: number) => void): Promise<Finding> {
  const what = tell("历史账的数据文件", "A history's data file");
  const recipe = [`npm run -s coop -- verify ${quote(name)}`];
  const rebuilt = await rebuild(bytes, tellPart);
  rebuilt.close();
  const { built, fault } = rebuilt;
  const digest = (built ?? fault)!.dataDigest;
  const batches = [...ledger.work.claims.values()].filter((claim): claim is BatchClaim => claim.lane === "batch");
  const root = built?.batch.tree?.root;
  const batch = batches.find((claim) => claim.dataDigest === digest) ?? batches.find((claim) => claim.evidence === root) ?? (built ? batches.find((claim) => claim.project === built.batch.project) : undefined);
  const common = { key: `${name}${digest}`, what, name: tell(name, name), recipe };
  if (!batch) {
    const steps: Step[] = [{ label: labels.dataDigest, here: digest, ok: null, note: EMPTY_BATCH }];
    return { ...common, verdict: "undecided", because: tell("链上没有可以与它比对的历史。", "There is no history on chain to compare it with."), steps };
  }
  const { verdict, compared } = compare(batch, rebuilt);
  const project = ledger.work.projects.get(batch.project);
  const title = project ? statementOf(project).title : tell("", "");
  const faulty: Step[] = fault ? [{ label: labels.root, ok: null, note: tell(`第${fault.line}行：${fault.reason}`, `line ${fault.line}: ${fault.reason}`) }] : [];
  return {
    ...common,
    link: `#/batches/${batch.id}`,
    verdict: verdict === "cannot" ? "undecided" : verdict,
    because: {
      matches: tell(`它重建出链上“${title.zh}”那一批的根。`, `It rebuilds the root of the history of ${title.en} on chain.`),
      differs: tell(`它与链上“${title.zh}”那一批不同：不是提交时的数据。`, `It differs from the history of ${title.en} on chain: this is not the data as posted.`),
      cannot: tell("字节与链上摘要一致，却重建不出树。", "The bytes are those of the digest on chain, but no tree comes of them."),
    }[verdict],
    steps: [...compared.map(stepOf), ...faulty],
  };
}

/** A file's name as one word of a shell. */
export const quote = (name: string): string => `'${name.replaceAll("'", "'\\''")}'`;
