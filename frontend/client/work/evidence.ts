import canonicalize from "canonicalize";
import { bytesToHex, type Hex, keccak256, toBytes } from "viem";
import { InputFault } from "../chain/intent.ts";
import { isHash } from "../chain/ids.ts";
import { plainText } from "../chain/plain.ts";

/** A file that belongs to a contribution: what it was called, how long it is, and the SHA-256 of its bytes. */
export interface EvidenceFile {
  readonly name: string;
  readonly size: number;
  /** 64 hexadecimal digits, as every tool prints them. */
  readonly sha256: string;
}

/**
 * What a contribution rests on. Its digest goes on chain and nothing else; the manifest itself stays with its owner, who shows,
 * withholds or deletes it. The salt keeps anybody from finding out by guessing.
 */
export interface Manifest {
  readonly version: 1;
  /** 32 random bytes. */
  readonly salt: Hex;
  readonly title: string;
  readonly note: string;
  readonly files: readonly EvidenceFile[];
}

export const MOST_TITLE = 120;
export const MOST_NOTE = 4_000;
export const MOST_FILES = 20;

/** Makes a manifest. The salt is drawn here unless one is given, as a demonstration does. Errors: InputFault. */
export function makeManifest(input: { title: string; note?: string; files?: readonly EvidenceFile[]; salt?: Hex }): Manifest {
  const files = input.files ?? [];
  if (files.length > MOST_FILES) throw new InputFault("files", { zh: `最多${MOST_FILES}个文件。`, en: `At most ${MOST_FILES} files.` });
  const title = checkText("title", input.title, MOST_TITLE);
  if (title === "") throw new InputFault("title", { zh: "请写下做了什么。", en: "Please say what was done." });
  return { version: 1, salt: input.salt ?? drawSalt(), title, note: checkText("note", input.note ?? "", MOST_NOTE), files };
}

function checkText(field: string, text: string, most: number): string {
  const trimmed = text.normalize("NFC").trim();
  if ([...trimmed].length > most) throw new InputFault(field, { zh: `最多${most}个字符；内容还在，请缩短。`, en: `At most ${most} characters; your text is still here, please shorten it.` });
  return trimmed;
}

/** 32 random bytes from the browser. */
export const drawSalt = (): Hex => bytesToHex(crypto.getRandomValues(new Uint8Array(32)));

/** The manifest's bytes: canonical JSON (RFC 8785), UTF-8, so that everyone gets the same. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return toBytes(canonicalize(manifest)!);
}

/** The digest that goes on chain. */
export const manifestDigest = (manifest: Manifest): Hex => keccak256(manifestBytes(manifest));

/** Describes a file. Nothing leaves the machine. */
export async function describeFile(file: File): Promise<EvidenceFile> {
  return { name: file.name.normalize("NFC"), size: file.size, sha256: await sha256(await file.arrayBuffer()) };
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))).slice(2);
}

/** What a check found. `undecided`: what was given says nothing either way, and why. */
export type Verdict<T> =
  | { readonly is: "matches"; readonly found: T }
  | { readonly is: "differs" }
  | { readonly is: "undecided"; readonly why: "notJson" | "notManifest" | "newerVersion" };

/**
 * Whether bytes are the manifest behind a digest on chain. Bytes that hash to it match, whatever they are; `found` is null where
 * they are no manifest that can be read here. A manifest that a tool wrote anew (spaces, order of keys) is put in canonical form
 * and tried again before it is called different. Something that is no manifest at all decides nothing.
 */
export function verifyManifest(bytes: Uint8Array, digest: Hex): Verdict<Manifest | null> {
  const json = parseJson(bytes);
  const manifest = json === undefined ? null : readManifest(json);
  if (keccak256(bytes) === digest.toLowerCase()) return { is: "matches", found: manifest === "newer" ? null : manifest };
  if (json === undefined) return { is: "undecided", why: "notJson" };
  if (manifest === "newer") return { is: "undecided", why: "newerVersion" };
  if (manifest === null) return { is: "undecided", why: "notManifest" };
  return canonicalDigest(json) === digest.toLowerCase() ? { is: "matches", found: manifest } : { is: "differs" };
}

function canonicalDigest(json: unknown): Hex | null {
  try {
    return keccak256(toBytes(canonicalize(json)!));
  } catch {
    return null; // Text with half a character in it has no canonical form.
  }
}

/** Which of a manifest's files this one is, by its bytes; a file of the same name with other bytes differs. */
export async function verifyFile(file: File, manifest: Manifest): Promise<Verdict<EvidenceFile>> {
  const described = await describeFile(file);
  const found = manifest.files.find(({ sha256, size }) => sha256 === described.sha256 && size === described.size);
  return found ? { is: "matches", found } : { is: "differs" };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads unknown JSON as a manifest; null for what is none. */
function readManifest(json: unknown): Manifest | "newer" | null {
  if (typeof json !== "object" || json === null) return null;
  const { version, salt, title, note, files } = json as Record<string, unknown>;
  if (typeof version === "number" && version > 1) return "newer";
  const known = version === 1 && isHash(salt) && typeof title === "string" && typeof note === "string" && Array.isArray(files);
  if (!known || !files.every(isFile)) return null;
  return { version, salt, title, note, files };
}

function isFile(value: unknown): value is EvidenceFile {
  const file = value as Partial<EvidenceFile> | null;
  return typeof file?.name === "string" && Number.isSafeInteger(file.size) && typeof file.sha256 === "string" && /^[0-9a-f]{64}$/.test(file.sha256);
}

/** A manifest's title as it may be shown: anybody wrote it. */
export const titleOf = (manifest: Manifest): string => plainText(manifest.title, MOST_TITLE);
