import type { EvidenceFile } from "#client/work/evidence.ts";
import type { HashTold } from "./hash.worker.ts";

/** A file that could not be read: moved, deleted, or the browser refuses. */
export class FileUnreadable extends Error {}

/**
 * Describes a file by its name, length and SHA-256; nothing leaves this machine. `onProgress` hears parts of the whole, 0 to 1.
 * An aborted `signal` ends it. Rejects with FileUnreadable.
 */
export function hashFile(file: File, onProgress: (part: number) => void, signal?: AbortSignal): Promise<EvidenceFile> {
  const worker = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" });
  return new Promise<EvidenceFile>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new FileUnreadable("aborted")), { once: true });
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new FileUnreadable(event.message || "the worker could not be started"));
    };
    worker.onmessage = ({ data }: MessageEvent<HashTold>) => {
      if (data.is === "progress") onProgress(data.part);
      else if (data.is === "hashed") resolve({ name: file.name.normalize("NFC"), size: file.size, sha256: data.sha256 });
      else reject(new FileUnreadable(data.reason));
    };
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
