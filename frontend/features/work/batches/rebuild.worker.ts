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
  const dataDigest = hashOf(data.bytes);
  tell({ is: "digest", dataDigest });
  try {
    const { batch } = readBatchData(data.bytes, (part) => tell({ is: "progress", part }));
    tree = batch.tree;
    const counts = new Map(batch.people.map(({ identity, records }) => [identity, records]));
    tell({
      is: "built",
      dataDigest,
      project: batch.project,
      equation: batch.equation,
      records: batch.records.length,
      people: batch.people.length,
      root: tree?.root ?? null,
      sum: tree?.sum ?? 0n,
      depth: tree?.depth ?? 0,
      leaves: (tree?.leaves ?? []).map((leaf) => ({ ...leaf, records: counts.get(leaf.identity) ?? 0 })),
    });
  } catch (error) {
    const line = error instanceof BatchDataError ? error.line : 0;
    tell({ is: "failed", dataDigest, line, reason: error instanceof Error ? error.message : String(error) });
  }
};
