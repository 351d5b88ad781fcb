import type { Hex } from "viem";
import { MOST_BYTES } from "./canonical.ts";
import { cidOf, digestInCid } from "./cid.ts";

/** Where a document can be had. */
export type Place =
  /** The address contains it. */
  | { readonly is: "inside"; readonly bytes: Uint8Array }
  /** Beside these pages: nobody else is asked. */
  | { readonly is: "beside"; readonly url: string }
  /** At a gateway to IPFS, if the reader chose one. */
  | { readonly is: "ipfs"; readonly path: string }
  /** At another host, which sees who asks. */
  | { readonly is: "host"; readonly url: string; readonly host: string };

/** An address that is not followed: it is none of those that are understood, or it names other contents than the chain does. */
export type NoPlace = "noAddress" | "addressRefused" | "otherDocument";

/** Longer ones are not looked at: a whole document in base64, and some room. */
const MOST_ADDRESS = Math.ceil(MOST_BYTES * 1.4) + 100;
const MOST_LINK = 500;
/** Names on the reader's own network: a stranger's document must not make a browser knock at their router. */
const homely = /^(localhost|\[.*\]|[\d.]+|0x[\da-f.x]+|[^.]+)$|\.(local|localhost|internal|lan|home|home\.arpa|intranet|corp)$/i;

/** Reads the address of a document as it stands on chain; anybody wrote it. `here` is the address of these pages. */
export function readAddress(uri: string, digest: Hex, here: string): Place | NoPlace {
  if (uri === "") return "noAddress";
  if (uri.length > MOST_ADDRESS) return "addressRefused";
  if (/^data:/i.test(uri)) return readInside(uri) ?? "addressRefused";
  if (uri.length > MOST_LINK) return "addressRefused";
  if (/^ipfs:\/\//i.test(uri)) return readIpfs(uri.slice(7), digest);
  if (/^https:\/\//i.test(uri)) return readHost(uri, here) ?? "addressRefused";
  return readBeside(uri, here) ?? "addressRefused";
}

/** Where a document lies beside these pages if somebody put it there, whatever its address says. */
export const besideUrl = (digest: Hex, here: string): string => new URL(`statements/${digest.toLowerCase()}.md`, here).href;

function readInside(uri: string): Place | null {
  const [, base64, body] = /^data:(?:text\/(?:markdown|plain))?(?:;charset=utf-8)?(;base64)?,([!-~]*)$/i.exec(uri) ?? [];
  if (body === undefined) return null;
  try {
    const bytes = base64 ? Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(decodeURIComponent(body));
    return { is: "inside", bytes };
  } catch {
    return null;
  }
}

/** A CID, and perhaps a way below it. One of our own kind says by itself which contents it names. */
function readIpfs(rest: string, digest: Hex): Place | NoPlace {
  if (!/^[A-Za-z0-9]{32,100}(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,8}$/.test(rest)) return "addressRefused";
  const named = digestInCid(rest);
  return named !== null && named !== digest.toLowerCase() ? "otherDocument" : { is: "ipfs", path: rest };
}

function readHost(uri: string, here: string): Place | null {
  if (!/^[!-~]+$/.test(uri) || /[\\<>"'`]/.test(uri) || !URL.canParse(uri)) return null;
  const { href, origin, host, hostname, username, password, protocol } = new URL(uri);
  if (protocol !== "https:" || username !== "" || password !== "") return null;
  if (origin === new URL(here).origin) return { is: "beside", url: href };
  return homely.test(hostname.replace(/\.$/, "")) ? null : { is: "host", url: href, host };
}

/** A plain path below the folder of these pages; nothing that could lead out of it. */
function readBeside(uri: string, here: string): Place | null {
  if (!/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}\/){0,6}[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/.test(uri) || uri.includes("..")) return null;
  return { is: "beside", url: new URL(uri, here).href };
}

/** Where a gateway has it. The gateway is the reader's: `https://gateway.example`, with or without `/ipfs/`. Null for what is none. */
export function gatewayUrl(gateway: string, path: string): string | null {
  const base = gateway.trim().replace(/\/+$/, "").replace(/\/ipfs$/, "");
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) return null;
  const { username, password, search, hash } = new URL(base);
  return username || password || search || hash ? null : `${base}/ipfs/${path}`;
}

/** A document as its own address, for whoever wants it on chain whole. */
export function insideAddress(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return `data:text/markdown;base64,${btoa(letters)}`;
}

/** A document's address on IPFS, which is the same wherever it is kept. */
export const ipfsAddress = (digest: Hex): string => `ipfs://${cidOf(digest)}`;
