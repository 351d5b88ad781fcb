import type { Hex } from "viem";
import type { Batch } from "#client/work/batch.ts";
import { buildSumTree, type SumProof, type SumTree } from "#client/work/sumTree.ts";

/** A batch as it comes from the worker: the tree without its functions. */
export type BareBatch = Omit<Batch, "tree"> & { readonly tree: Pick<SumTree, "root" | "sum" | "depth" | "leaves"> | null };

/** What a data file gives when it is rebuilt. */
export interface Built {
  readonly dataDigest: Hex;
  readonly batch: Batch;
}

/** A data file that cannot be rebuilt; its digest is known all the same. */
export interface NotBuilt {
  readonly dataDigest: Hex;
  /** From 1; 0 is the file as a whole. */
  readonly line: number;
  readonly reason: string;
}

/** What the worker is asked. */
export type Asked = { readonly ask: "build"; readonly bytes: Uint8Array } | { readonly ask: "proof"; readonly index: number };
/** What it tells. */
export type Told =
  | { readonly is: "progress"; readonly part: number }
  | { readonly is: "built"; readonly dataDigest: Hex; readonly batch: BareBatch }
  | ({ readonly is: "failed" } & NotBuilt)
  | { readonly is: "proof"; readonly index: number; readonly proof: SumProof };

/** A rebuilt file: what it gave, and the worker that makes proofs from it. */
export interface Rebuilt {
  readonly built: Built | null;
  readonly fault: NotBuilt | null;
  /** A leaf's proof, made in the worker. Rejects where the file was not rebuilt. */
  readonly proof: (index: number) => Promise<SumProof>;
  /** Ends the worker. */
  readonly close: () => void;
}

/**
 * Rebuilds a data file in a worker. `onProgress` hears parts of the whole, 0 to 1. Rejects only where the worker itself cannot
 * run; a file that is wrong resolves with its fault.
 */
export function rebuild(bytes: Uint8Array, onProgress: (part: number) => void): Promise<Rebuilt> {
  const worker = new Worker(new URL("./rebuild.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (proof: SumProof) => void>();
  const close = () => worker.terminate();
  const proof = (index: number) =>
    new Promise<SumProof>((resolve) => {
      waiting.set(index, resolve);
      worker.postMessage({ ask: "proof", index } satisfies Asked);
    });
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      close();
      reject(new Error(event.message || "the worker could not be started"));
    };
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.is === "progress") onProgress(data.part);
      else if (data.is === "proof") {
        waiting.get(data.index)?.(data.proof);
        waiting.delete(data.index);
      } else if (data.is === "failed") {
        close();
        const { dataDigest, line, reason } = data;
        resolve({ built: null, fault: { dataDigest, line, reason }, proof: () => Promise.reject(new Error(reason)), close });
      } else {
        const { dataDigest, batch } = data;
        resolve({ built: { dataDigest, batch: { ...batch, tree: batch.tree && treeOf(batch.tree) } }, fault: null, proof, close });
      }
    };
    worker.postMessage({ ask: "build", bytes } satisfies Asked);
  });
}

/** The tree as the client's views take it. Its own proofs are made on the page, at the first that is asked for. */
function treeOf({ root, sum, depth, leaves }: NonNullable<BareBatch["tree"]>): SumTree {
  const places = new Map(leaves.map(({ identity }, place) => [identity, place]));
  let whole: SumTree | undefined;
  return { root, sum, depth, leaves, indexOf: (identity) => places.get(identity) ?? -1, proof: (index) => (whole ??= buildSumTree(leaves)).proof(index) };
}
