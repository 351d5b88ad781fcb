import { useMemo } from "react";
import type { ContributionId } from "#client/chain/ids.ts";
import type { Trees } from "#client/value/leaves.ts";
import type { Batch } from "#client/work/batch.ts";
import { createStore, useStore } from "../../../shared/store/store.ts";

/** All batches whose data was opened in this visit and leads to the root on chain. Home reads them, and does without what opens them. */
export const histories = createStore<ReadonlyMap<ContributionId, Batch>>(new Map());

/** The same in a view. */
export const useHistories = (): ReadonlyMap<ContributionId, Batch> => useStore(histories);

/** Their trees, as the client's views of leaves take them. */
export function useTrees(): Trees {
  const opened = useHistories();
  return useMemo(() => new Map([...opened].flatMap(([id, { tree }]) => (tree ? [[id, tree] as const] : []))), [opened]);
}
