import type { Hex } from "viem";
import { isHash } from "#client/chain/ids.ts";
import { type Manifest, manifestBytes } from "#client/work/evidence.ts";
import { chainKey } from "../../../shared/chain/deployment.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import { database } from "../../../shared/store/database.ts";
import { saveFile } from "../../../shared/parts/saveFile.ts";

/** Bytes of a manifest that a page takes. */
export const MOST_MANIFEST = 1_000_000;

/** Where a manifest was found. */
export type Origin = "browser" | "beside" | "file";

/** Manifests of this visit, for browsers that refuse storage. */
const inMemory = new Map<string, string>();

function keyOf(digest: Hex): { key: string; chain: string } | null {
  const { deployment } = networkStore.get();
  if (!deployment) return null;
  const chain = chainKey(deployment);
  return { key: `${chain}/manifest/${digest.toLowerCase()}`, chain };
}

/** The text that goes into the file: the very bytes whose digest is on chain. */
export const manifestText = (manifest: Manifest): string => new TextDecoder().decode(manifestBytes(manifest));

/** Keeps a manifest in this browser. A browser that refuses storage keeps it as long as the page is open. */
export async function keepManifest(digest: Hex, text: string): Promise<void> {
  const place = keyOf(digest);
  if (!place) return;
  inMemory.set(place.key, text);
  await database()
    .then((db) => db.put("drafts", { ...place, savedAt: Date.now(), content: { is: "manifest", digest, text } }))
    .catch(() => undefined);
}

/** The manifest that this browser keeps, or null. */
async function keptManifest(digest: Hex): Promise<string | null> {
  const place = keyOf(digest);
  if (!place) return null;
  const kept = await database()
    .then((db) => db.get("drafts", place.key))
    .catch(() => undefined);
  const text = (kept?.content as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : (inMemory.get(place.key) ?? null);
}

/** The manifest that lies beside these pages, or null. Nobody else is asked. */
async function besideManifest(digest: Hex): Promise<string | null> {
  if (!isHash(digest)) return null;
  try {
    const answer = await fetch(new URL(`evidence/${digest}.json`, document.baseURI), { credentials: "omit", referrerPolicy: "no-referrer" });
    // A server of single pages answers everything with its first page.
    if (!answer.ok || answer.headers.get("content-type")?.includes("text/html")) return null;
    const text = await answer.text();
    return text.length <= MOST_MANIFEST ? text : null;
  } catch {
    return null;
  }
}

/** Looks for a manifest: in this browser, then beside the pages. */
export async function findManifest(digest: Hex): Promise<{ from: Origin; bytes: Uint8Array } | null> {
  const kept = await keptManifest(digest);
  if (kept !== null) return { from: "browser", bytes: new TextEncoder().encode(kept) };
  const beside = await besideManifest(digest);
  return beside === null ? null : { from: "beside", bytes: new TextEncoder().encode(beside) };
}

/** Gives the reader the manifest as a file. */
export function saveManifest(digest: Hex, manifest: Manifest): void {
  saveFile(`evidence-${digest.slice(2, 10)}.json`, "application/json", manifestText(manifest));
}
