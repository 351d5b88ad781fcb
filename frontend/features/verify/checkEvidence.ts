import { bytesToHex, type Hex, keccak256 } from "viem";
import { tell } from "#client/chain/words.ts";
import { type Manifest, verifyManifest } from "#client/work/evidence.ts";
import type { Step } from "./finding.ts";

const most = 1_000_000;

/** Manifests that were shown to be those of a digest in this visit. */
const opened = new Map<Hex, Manifest>();

/** Remembers a manifest that matched, for files that are dropped later. */
export const rememberManifest = (digest: Hex, manifest: Manifest): void => void opened.set(digest, manifest);

/** All manifests that matched in this visit. */
export const rememberedManifests = (): readonly (readonly [Hex, Manifest])[] => [...opened];

/** Looks for the manifest behind a digest beside this page, and hashes it anew. It may be elsewhere: then nothing can be said. */
export async function checkEvidence(digest: Hex): Promise<Step> {
  const label = tell("凭证清单的摘要", "Digest of the evidence manifest");
  const away = tell("清单不在这里：请向记录人要，然后放进上面的框", "the manifest is not here: ask whoever recorded it, and drop it above");
  const bytes = await fetchBeside(digest);
  if (bytes === null) return { label, ok: null, chain: digest, note: away };
  const verdict = verifyManifest(bytes, digest);
  if (verdict.is === "undecided") return { label, ok: null, chain: digest, note: away };
  if (verdict.is === "differs") return { label, ok: false, here: keccak256(bytes), chain: digest, note: tell("本页旁边的清单被改过", "the manifest beside this page was changed") };
  if (verdict.found) rememberManifest(digest, verdict.found);
  return { label, ok: true, here: digest, chain: digest };
}

async function fetchBeside(digest: Hex): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(new URL(`evidence/${digest}.json`, document.baseURI), { cache: "no-cache" });
    if (!answer.ok || answer.headers.get("content-type")?.includes("text/html")) return null;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > most ? null : bytes;
  } catch {
    return null;
  }
}

/** SHA-256 as every tool prints it. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))).slice(2);
}
