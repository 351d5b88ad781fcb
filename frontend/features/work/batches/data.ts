import type { ContributionId } from "#client/chain/ids.ts";
import type { SumProof } from "#client/work/sumTree.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { createStore, useStore } from "../../../shared/store/store.ts";
import { histories } from "./histories.ts";
import { type Built, type NotBuilt, rebuild, type Rebuilt } from "./rebuild.ts";
import { getBytes, NotHad, type Source } from "./sources.ts";

/** One comparison with the chain. */
export interface Compared {
  readonly what: "dataDigest" | "project" | "root" | "sum";
  readonly here: string;
  readonly chain: string;
  readonly same: boolean;
}

/** What a data file turned out to be against a batch on chain. `cannot`: it could not be rebuilt, though its bytes are the published ones. */
export interface Checked {
  readonly verdict: "matches" | "differs" | "cannot";
  readonly compared: readonly Compared[];
  readonly built: Built | null;
  readonly fault: NotBuilt | null;
}

/** How far a batch's data has come in this visit. */
export type DataState =
  | { readonly is: "none" }
  | { readonly is: "getting"; readonly part: number | null }
  | { readonly is: "rebuilding"; readonly part: number }
  | { readonly is: "unreachable"; readonly reason: string }
  | { readonly is: "broken"; readonly reason: string }
  | { readonly is: "checked"; readonly checked: Checked };

const none: DataState = { is: "none" };
const states = createStore<ReadonlyMap<ContributionId, DataState>>(new Map());
const opened = new Map<ContributionId, Rebuilt>();

const put = (id: ContributionId, state: DataState): void => states.set(new Map(states.get()).set(id, state));

/** How far a batch's data has come. */
export const useData = (id: ContributionId): DataState => useStore(states).get(id) ?? none;

/** The proof of a leaf of a batch that was opened, made in the worker. Rejects where it was not. */
export function proofOf(id: ContributionId, index: number): Promise<SumProof> {
  const rebuilt = opened.get(id);
  return rebuilt ? rebuilt.proof(index) : Promise.reject(new Error("the data file is not open"));
}

/** Gets a batch's data from a source, rebuilds it and compares it with the chain. Never rejects: the state says what happened. */
export async function openFrom(batch: BatchClaim, source: Source): Promise<void> {
  put(batch.id, { is: "getting", part: null });
  try {
    const bytes = await getBytes(source, (part) => put(batch.id, { is: "getting", part }));
    await openBytes(batch, bytes);
  } catch (error) {
    put(batch.id, { is: error instanceof NotHad ? "unreachable" : "broken", reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The same with a file of the reader's. */
export async function openFile(batch: BatchClaim, file: File): Promise<void> {
  put(batch.id, { is: "getting", part: null });
  try {
    await openBytes(batch, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    put(batch.id, { is: "broken", reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Forgets what was opened, to open another file. */
export function closeData(id: ContributionId): void {
  put(id, none);
  opened.get(id)?.close();
  opened.delete(id);
  const left = new Map(histories.get());
  left.delete(id);
  histories.set(left);
}

async function openBytes(batch: BatchClaim, bytes: Uint8Array): Promise<void> {
  put(batch.id, { is: "rebuilding", part: 0 });
  const rebuilt = await rebuild(bytes, (part) => put(batch.id, { is: "rebuilding", part }));
  const checked = compare(batch, rebuilt);
  if (checked.verdict === "matches" && rebuilt.built) {
    opened.set(batch.id, rebuilt);
    histories.set(new Map(histories.get()).set(batch.id, rebuilt.built.batch));
  } else rebuilt.close();
  put(batch.id, { is: "checked", checked });
}

/** Holds what was rebuilt against what the chain says. */
export function compare(batch: Pick<BatchClaim, "dataDigest" | "project" | "evidence" | "sum">, { built, fault }: Pick<Rebuilt, "built" | "fault">): Checked {
  const digest = one("dataDigest", (built ?? fault)!.dataDigest, batch.dataDigest);
  if (!built) return { verdict: digest.same ? "cannot" : "differs", compared: [digest], built, fault };
  const { project, tree } = built.batch;
  const compared = [
    digest,
    one("project", String(project), String(batch.project)),
    one("root", tree?.root ?? "0x", batch.evidence),
    one("sum", String(tree?.sum ?? 0n), String(batch.sum)),
  ];
  return { verdict: compared.every(({ same }) => same) ? "matches" : "differs", compared, built, fault };
}

const one = (what: Compared["what"], here: string, chain: string): Compared => ({ what, here, chain, same: here.toLowerCase() === chain.toLowerCase() });
