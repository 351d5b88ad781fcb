import { createHash } from "node:crypto";
import type { BrowserContext } from "playwright-core";
import { keccak256 } from "viem";

/** Everything that a browser sent anywhere: addresses and bodies, also of its workers. */
export function watchOutgoing(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on("request", (request) => sent.push(decodeURIComponent(request.url()), request.postDataBuffer()?.toString("latin1") ?? ""));
  return sent;
}

/** The ways in which bytes could leave a browser: as they are, written in hex or base64, or as a hash that anybody who has the file can make as well. */
export function facesOf(secret: Buffer): ReadonlyMap<string, string> {
  return new Map([
    ["the bytes", secret.toString("latin1")],
    ["their hex", secret.toString("hex")],
    ["their base64", secret.toString("base64").slice(0, 40)],
    ["their SHA-256", createHash("sha256").update(secret).digest("hex")],
    ["their Keccak-256", keccak256(secret).slice(2)],
  ]);
}

/** Which faces of a secret are in what was sent. */
export function leaksOf(sent: readonly string[], secret: Buffer): string[] {
  const all = sent.join("\n").toLowerCase();
  return [...facesOf(secret)].filter(([, face]) => all.includes(face.toLowerCase())).map(([name]) => name);
}
