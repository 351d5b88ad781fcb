import canonicalize from "canonicalize";
import { type Hex, keccak256, toBytes } from "viem";
import { tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { titleOf, verifyManifest } from "#client/work/evidence.ts";
import type { Claim } from "#client/work/types.ts";
import { claimLink } from "../people/claimWords.ts";
import { checkBatchFile, isBatchData, quote } from "./checkBatch.ts";
import { rememberedManifests, rememberManifest, sha256Of } from "./checkEvidence.ts";
import { checkWrittenFile } from "./checkStatement.ts";
import type { Finding } from "./finding.ts";
import { nodeCommand } from "./node.ts";

/** Files larger than this are refused: a browser's tab would run out of memory. */
const most = 512_000_000;

/**
 * Checks a file. `expected`: the evidence digest that was looked up before, if one was; then a manifest is held against that one.
 * Manifests come first where several files are given, so that their files are known.
 */
export async function checkFile(ledger: Ledger, file: File, expected: Hex | null, tellPart: (part: number) => void): Promise<Finding> {
  if (file.size > most) {
    const because = tell("文件超过512MB，浏览器里核对不了；请用下面的命令。", "The file is larger than 512 MB and cannot be checked in a browser; use the command below.");
    return { key: file.name, what: tell("文件", "A file"), name: tell(file.name, file.name), verdict: "undecided", because, steps: [], recipe: [`sha256sum ${quote(file.name)}`] };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isBatchData(bytes)) return checkBatchFile(ledger, bytes, file.name, tellPart);
  const written = checkWrittenFile(ledger, bytes, file.name);
  if (written) return written;
  return checkManifestFile(ledger, bytes, file.name, expected) ?? checkEvidenceFile(ledger, bytes, file.name, expected);
}

const digestLabel = tell("清单的摘要", "Digest of the manifest");

/** Null for what is no manifest and no evidence by its own bytes. */
function checkManifestFile(ledger: Ledger, bytes: Uint8Array, name: string, expected: Hex | null): Finding | null {
  const digests = possibleDigests(bytes);
  const found = [...ledger.work.claims.values()].find((claim) => claim.lane !== "batch" && claim.lane !== "binding" && digests.includes(claim.evidence));
  const against: Claim | undefined = found ?? (expected ? [...ledger.work.claims.values()].find(({ evidence }) => evidence === expected) : undefined);
  const digest = found?.evidence ?? expected ?? digests.at(-1)!;
  const verdict = verifyManifest(bytes, digest);
  // What is no manifest and is on no chain matches its own digest only, which says nothing.
  if (verdict.is === "undecided" || (verdict.is === "matches" && verdict.found === null && !found)) return null;
  const manifest = verdict.is === "matches" ? verdict.found : null;
  const line = `console.log(keccak256(readFileSync("${name.replaceAll(/["'\\]/g, "_")}")))`;
  const common = {
    key: `${name}${digests[0]}`,
    what: tell("凭证清单", "An evidence manifest"),
    name: manifest ? tell(titleOf(manifest), titleOf(manifest)) : tell(name, name),
    recipe: [nodeCommand("keccak256", `import { readFileSync } from "node:fs"; ${line}`)],
  };
  if (verdict.is === "matches" && found) {
    if (manifest) rememberManifest(found.evidence, manifest);
    return {
      ...common,
      link: claimLink(found),
      verdict: "matches",
      because: tell("它正是链上这笔记录的凭证，一个字节也没有变。", "It is the evidence of this record on chain; not a byte has changed."),
      steps: [
        { label: digestLabel, here: found.evidence, chain: found.evidence, ok: true },
        ...(manifest?.files ?? []).map((file) => ({ label: tell("所列文件", "Lists the file"), here: file.sha256, ok: null, note: tell(`${file.name}：放进来即可核对`, `${file.name}: drop it here to check it`) })),
      ],
    };
  }
  return {
    ...common,
    ...(against ? { link: claimLink(against) } : {}),
    verdict: "differs",
    because: against
      ? tell("它不是您刚才查的那笔记录的凭证：至少有一个字节不同。", "It is not the evidence of the record you looked up: one byte at least is another.")
      : tell("链上没有一笔记录用这个摘要：清单被改过，或者从未记录。", "No record on chain has this digest: the manifest was changed, or it was never recorded."),
    steps: [{ label: digestLabel, here: digests.at(-1)!, ok: false, ...(against ? { chain: against.evidence } : { note: tell("链上没有", "not on chain") }) }],
  };
}

/** The digest of the bytes as they are, and of the same JSON in canonical form. */
function possibleDigests(bytes: Uint8Array): Hex[] {
  const exact = keccak256(bytes);
  try {
    return [exact, keccak256(toBytes(canonicalize(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)))!))];
  } catch {
    return [exact];
  }
}

/** A photo, a list, any file: looked for in the manifests that were opened in this visit. */
async function checkEvidenceFile(ledger: Ledger, bytes: Uint8Array<ArrayBuffer>, name: string, expected: Hex | null): Promise<Finding> {
  const sha256 = await sha256Of(bytes);
  const known = rememberedManifests();
  const common = { key: `${name}${sha256}`, what: tell("凭证里的文件", "A file of some evidence"), name: tell(name, name), recipe: [`sha256sum ${quote(name)}`] };
  const label = tell("文件的SHA-256", "SHA-256 of the file");
  for (const [digest, manifest] of known) {
    const listed = manifest.files.find((file) => file.sha256 === sha256 && file.size === bytes.length);
    if (!listed) continue;
    const claim = [...ledger.work.claims.values()].find(({ evidence }) => evidence === digest);
    return {
      ...common,
      ...(claim ? { link: claimLink(claim) } : {}),
      verdict: "matches",
      because: tell(`它就是“${titleOf(manifest)}”的凭证里所列的文件。`, `It is a file that the evidence of "${titleOf(manifest)}" lists.`),
      steps: [{ label, here: sha256, chain: listed.sha256, ok: true }],
    };
  }
  const renamed = known.map(([, manifest]) => manifest.files.find((file) => file.name === name)).find((file) => file !== undefined) ?? (expected ? known.find(([digest]) => digest === expected)?.[1].files[0] : undefined);
  if (renamed)
    return {
      ...common,
      verdict: "differs",
      because: tell("凭证里列着同名文件，字节却不同。", "The evidence lists a file of this name, with other bytes."),
      steps: [{ label, here: sha256, chain: renamed.sha256, ok: false }],
    };
  return {
    ...common,
    verdict: "undecided",
    because: tell("只看文件说不出什么：请把凭证清单一起放进来。", "The file alone tells nothing: drop the evidence manifest as well."),
    steps: [{ label, here: sha256, ok: null }],
  };
}
