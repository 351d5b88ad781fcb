// Evidence of the practice cooperative. Its salts are derived, so that everyone's practice network is the same; a real salt is
// random and stays with its owner.
import { keccak256, sha256, toUtf8Bytes } from "ethers";
import type { Hex } from "viem";
import { makeManifest, manifestBytes, manifestDigest } from "#client/work/evidence.ts";

/** A file that stands as evidence: its name, and how long it would be. */
export interface EvidenceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A manifest, as canonical JSON, and the digest that the chain has of it. */
export interface Evidence {
  readonly digest: string;
  readonly manifest: string;
}

/** The evidence of a record: what was done, more of it, and which files show it. */
export function writeEvidence(title: string, note: string, files: readonly EvidenceFile[]): Evidence {
  const salt = keccak256(toUtf8Bytes(`practice salt: ${title}`)) as Hex;
  const listed = files.map(({ name, size }) => ({ name, size, sha256: sha256(toUtf8Bytes(`practice file: ${title}/${name}`)).slice(2) }));
  const manifest = makeManifest({ title, note, files: listed, salt });
  return { digest: manifestDigest(manifest), manifest: new TextDecoder().decode(manifestBytes(manifest)) };
}
