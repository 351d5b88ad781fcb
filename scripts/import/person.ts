// Finds the person of a history that a command names, among the batches of a project whose data is at hand.
import type { Hex } from "viem";
import type { ContributionId } from "#client/chain/ids.ts";
import { readBatchData } from "#client/work/batchData.ts";
import { identityOf, isHash } from "#client/work/leaf.ts";
import type { SumTree } from "#client/work/sumTree.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { fetchBatchData } from "./earlier.ts";
import { sendWords } from "./sendText.ts";

/** The trees of batches, from their data. Errors: Failure (3) where one cannot be had; those of unsound data (readBatchData). */
export async function readTrees(batches: readonly BatchClaim[], dataFolder: string, language: Language): Promise<Map<ContributionId, SumTree>> {
  const trees = new Map<ContributionId, SumTree>();
  for (const batch of batches) {
    const { tree } = readBatchData(await fetchBatchData(batch, dataFolder, language)).batch;
    // Data that does not lead to the posted root gives nobody anything.
    if (tree?.root === batch.evidence) trees.set(batch.id, tree);
  }
  return trees;
}

/**
 * The identity that NAME or --identity means. A name is taken as it stands, or, as git's addresses are, in lower case.
 * Errors: Failure (2) where no tree has a leaf for it.
 */
export function findIdentity(name: string | undefined, identity: string | undefined, trees: ReadonlyMap<ContributionId, SumTree>, project: number, language: Language): Hex {
  const meant = identity === undefined ? [name!, name!.toLowerCase()].map(identityOf) : [identity.toLowerCase()];
  const found = meant.find((hash): hash is Hex => isHash(hash) && [...trees.values()].some((tree) => tree.indexOf(hash) >= 0));
  if (found) return found;
  throw new Failure(sendWords[language].noSuchPerson(name ?? identity!, project), EXIT.badInput);
}
