import type { Hex } from "viem";
import { readDataUri } from "#client/work/batchSource.ts";

/** Where a batch's data file may be had. */
export type Source =
  /** The address contains the file. */
  | { readonly is: "inside"; readonly bytes: Uint8Array }
  /** Beside this page: nobody else is asked. */
  | { readonly is: "beside"; readonly url: string }
  /** At another host, which sees who asks. */
  | { readonly is: "host"; readonly url: string; readonly host: string };

/** Bytes of a data file that a page takes. */
export const MOST_BYTES = 512_000_000;

/** The ways to a batch's data, the nearest first. What is no link to http or https is none: the reader opens such a file. */
export function sourcesOf({ uri, dataDigest }: { uri: string; dataDigest: Hex }, here: string): Source[] {
  const beside: Source = { is: "beside", url: new URL(`evidence/${dataDigest}.jsonl`, here).href };
  const read = readDataUri(uri);
  if (read?.is === "inline") return [{ is: "inside", bytes: read.bytes }];
  if (!read || !/^https?:/.test(read.href)) return [beside];
  const { href, host } = read;
  return new URL(href).origin === new URL(here).origin ? [{ is: "beside", url: href }, beside] : [{ is: "host", url: href, host }, beside];
}

/** The file could not be had. */
export class NotHad extends Error {}

/** Gets the bytes. `onProgress` hears parts of the whole where the length is told. Rejects with NotHad. */
export async function getBytes(source: Source, onProgress: (part: number) => void): Promise<Uint8Array> {
  if (source.is === "inside") return source.bytes;
  let answer: Response;
  try {
    answer = await fetch(source.url, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache" });
  } catch (error) {
    throw new NotHad(error instanceof Error ? error.message : String(error));
  }
  if (!answer.ok || !answer.body) throw new NotHad(`${answer.status} ${source.url}`);
  // A server of single pages answers everything with its first page.
  if (answer.headers.get("content-type")?.includes("text/html")) throw new NotHad(`404 ${source.url}`);
  const length = Number(answer.headers.get("content-length") ?? 0);
  const parts: Uint8Array[] = [];
  let read = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    read += value.length;
    if (read > MOST_BYTES) {
      await reader.cancel();
      throw new NotHad(`more than ${MOST_BYTES} bytes`);
    }
    parts.push(value);
    if (length > 0) onProgress(Math.min(1, read / length));
  }
  const whole = new Uint8Array(read);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
