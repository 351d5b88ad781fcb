// Rebuilds a batch's tree from its data file, away from the page, and keeps it for proofs.
import { BatchDataError, readBatchData } from "#client/work/batchData.ts";
import { hashOf } from "#client/work/leaf.ts";
import type { SumTree } from "#client/work/sumTree.ts";
import type { Asked, Told } from "./rebuild.ts";

let tree: SumTree | null = null;

const tell = (message: Told): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  if (data.ask === "proof") {
    if (tree) tell({ is: "proof", index: data.index, proof: tree.proof(data.index) });
    return;
  }
  try {
    const { batch, dataDigest } = readBatchData(data.bytes, (part) => tell({ is: "progress", part }));
    tree = batch.tree;
    // Functions stay here: the page gets the tree as data and asks for proofs.
    const bare = tree && { root: tree.root, sum: tree.sum, depth: tree.depth, leaves: tree.leaves };
    tell({ is: "built", dataDigest, batch: { ...batch, tree: bare } });
  } catch (error) {
    const line = error instanceof BatchDataError ? error.line : 0;
    tell({ is: "failed", dataDigest: hashOf(data.bytes), line, reason: error instanceof Error ? error.message : String(error) });
  }
};
