// Hashes a file away from the page, piece by piece, so that neither its size nor its reading stops anything.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What the worker tells. `part`: of the whole, 0 to 1. */
export type HashTold = { readonly is: "progress"; readonly part: number } | { readonly is: "hashed"; readonly sha256: string } | { readonly is: "failed"; readonly reason: string };

const tell = (message: HashTold): void => self.postMessage(message);

async function hash(file: File): Promise<void> {
  const hasher = sha256.create();
  let [read, told] = [0, 0];
  for (const reader = file.stream().getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    hasher.update(value);
    read += value.length;
    const part = file.size === 0 ? 1 : read / file.size;
    if (part - told >= 0.01) tell({ is: "progress", part: (told = part) });
  }
  tell({ is: "hashed", sha256: bytesToHex(hasher.digest()) });
}

self.onmessage = ({ data }: MessageEvent<File>) => {
  hash(data).catch((error: unknown) => tell({ is: "failed", reason: error instanceof Error ? error.message : String(error) }));
};
