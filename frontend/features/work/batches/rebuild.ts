import type { Hex } from "viem";
import type { Equation } from "#client/work/equation.ts";
import type { Leaf } from "#client/work/leaf.ts";
import { buildSumTree, type SumProof, type SumTree } from "#client/work/sumTree.ts";

/** A leaf, and on how many records it stands. */
export interface BuiltLeaf extends Leaf {
  readonly records: number;
}

/** What a data file gives when it is rebuilt. `root` null: it holds nothing of value. */
export interface Built {
  readonly dataDigest: Hex;
  readonly project: number;
  readonly equation: Equation;
  readonly records: number;
  readonly people: number;
  readonly root: Hex | null;
  /** Micro-units. */
  readonly sum: bigint;
  readonly depth: number;
  readonly leaves: readonly BuiltLeaf[];
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
  | { readonly is: "digest"; readonly dataDigest: Hex }
  | { readonly is: "progress"; readonly part: number }
  | ({ readonly is: "built" } & Built)
  | ({ readonly is: "failed" } & NotBuilt)
  | { readonly is: "proof"; readonly index: number; readonly proof: SumProof };

/** A rebuilt file: what it gave, and the worker that makes proofs from it. */
export interface Rebuilt {
  readonly built: Built | null;
  readonly fault: NotBuilt | null;
  /** A leaf's proof, made in the worker. Rejects where the file was not rebuilt. */
  readonly proof: (index: number) => Promise<SumProof>;
}

/**
 * Rebuilds a data file in a worker. `onProgress` hears parts of the whole, 0 to 1. Rejects only where the worker itself cannot
 * run; a file that is wrong resolves with its fault.
 */
export function rebuild(bytes: Uint8Array, onProgress: (part: number) => void): Promise<Rebuilt> {
  const worker = new Worker(new URL("./rebuild.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (proof: SumProof) => void>();
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message || "the worker could not be started"));
    };
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.is === "progress") onProgress(data.part);
      else if (data.is === "proof") {
        waiting.get(data.index)?.(data.proof);
        waiting.delete(data.index);
      } else if (data.is === "failed") {
        worker.terminate();
        const { dataDigest, line, reason } = data;
        resolve({ built: null, fault: { dataDigest, line, reason }, proof: () => Promise.reject(new Error(reason)) });
      } else if (data.is === "built") {
        const { is: _, ...built } = data;
        resolve({ built, fault: null, proof: (index) => askForProof(worker, waiting, index) });
      }
    };
    worker.postMessage({ ask: "build", bytes } satisfies Asked);
  });
}

function askForProof(worker: Worker, waiting: Map<number, (proof: SumProof) => void>, index: number): Promise<SumProof> {
  return new Promise((resolve) => {
    waiting.set(index, resolve);
    worker.postMessage({ ask: "proof", index } satisfies Asked);
  });
}

/** The tree as the client's views take it. Its own proofs are made on the page, at the first that is asked for. */
export function treeOf({ root, sum, depth, leaves }: Built): SumTree | null {
  if (root === null) return null;
  const places = new Map(leaves.map(({ identity }, place) => [identity, place]));
  let whole: SumTree | undefined;
  return { root, sum, depth, leaves, indexOf: (identity) => places.get(identity) ?? -1, proof: (index) => (whole ??= buildSumTree(leaves)).proof(index) };
}
