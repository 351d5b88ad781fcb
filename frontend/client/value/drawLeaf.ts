import { checkClaimId } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { type Leaf } from "../work/leaf.ts";
import { type SumProof, type SumTree, verifyLeaf } from "../work/sumTree.ts";

export interface DrawLeafInput {
  batch: string;
  /** Of the batch, as posted. */
  root: `0x${string}`;
  sum: bigint;
  leaf: Leaf;
  proof: SumProof;
}

/** Draws a leaf for its owner; anyone may. Errors: InputFault where the proof does not lead to the root. */
export function parseDrawLeaf({ batch, root, sum, leaf, proof }: DrawLeafInput): Intent {
  if (!verifyLeaf(root, sum, leaf, proof))
    throw new InputFault("proof", { zh: "这份数据算不出本批的根，所以不能据此领取。请取得发布时的数据文件。", en: "This data does not lead to the batch's root, so nothing can be drawn by it. Get the data file as it was published." });
  const { index, hashes, sums } = proof;
  return intend("shareLedger", "drawLeaf", [checkClaimId("batch", batch), { ...leaf, index: BigInt(index), hashes, sums }], "LeafDrawn");
}

/** The same for a person of a tree. Errors: InputFault where the person is not in it. */
export function parseDrawLeafOf(batch: string, tree: SumTree, identity: `0x${string}`): Intent {
  const index = tree.indexOf(identity);
  if (index < 0) throw new InputFault("identity", { zh: "这一批里没有这个身份。", en: "This identity is not in the batch." });
  return parseDrawLeaf({ batch, root: tree.root, sum: tree.sum, leaf: tree.leaves[index]!, proof: tree.proof(index) });
}
