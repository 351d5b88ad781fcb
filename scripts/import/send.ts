// Posts a batch: its data file first, then the root, then, on the practice network, the answers of its attesters.
import { relative } from "node:path";
import { epochOf } from "#client/chain/clock.ts";
import { finalAt } from "#client/chain/epoch.ts";
import { type ContributionId, projectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Batch } from "#client/work/batch.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { windowEnd } from "#client/work/stage.ts";
import { checkUri } from "#client/work/uri.ts";
import { parsePostBatch } from "#client/work/postBatch.ts";
import { budgetOf, smaller } from "#client/work/sums.ts";
import type { BatchClaim, Claim } from "#client/work/types.ts";
import { type Actor, findSteward, perform } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import { whereTheUserStands } from "../coop/place.ts";
import { attestByPractice, seeToAttesters, showMoment, type Stage } from "./claims.ts";
import { publishBatchData } from "./dataFiles.ts";
import { showUnits } from "./report.ts";

/** What may be chosen about a posting. `credit` in micro-units. */
export interface Terms {
  credit: bigint | undefined;
  uri: string | undefined;
}

/** What became of a batch, as --json tells it. */
export interface Posted {
  id: ContributionId;
  credit: string;
  uri: string;
  file: string;
  sealed: boolean;
}

/** A posting whose terms were found good. */
export interface Posting {
  batch: Batch;
  steward: Actor;
  /** Micro-units. */
  credit: bigint;
  uri: string;
}

/** Finds who posts and on what terms, before anything is written or sent. Of a batch that has value. Errors: Failure; InputFault. */
export async function preparePosting({ cooperative, language, words }: Stage, batch: Batch, { credit, uri }: Terms): Promise<Posting> {
  const { ledger, now } = await cooperative.read();
  const steward = await findSteward(cooperative, ledger, batch.project, language);
  const most = budgetOf(ledger, projectId(batch.project), epochOf(ledger, now)) / 2n;
  if (credit !== undefined && credit > most) throw new Failure(words.creditTooHigh(showUnits(most)), EXIT.badInput);
  // On the practice network data files are found by their digest beside the deployment record.
  if (uri === undefined && !cooperative.deployment.practice) throw new Failure(words.uriNeeded, EXIT.badInput);
  checkUri("--uri", uri ?? "");
  return { batch, steward, credit: credit ?? smaller(batch.tree!.sum, most), uri: uri ?? "" };
}

/** Posts a batch. Errors: the client's Failure where the chain refuses. */
export async function postBatch(stage: Stage, { batch, steward, credit, uri }: Posting): Promise<Posted> {
  const { cooperative, words, tell } = stage;
  const { root, sum } = batch.tree!;
  // The data is there before the root is: whoever sees the batch can read it, and a second run finds it.
  const { file, dataDigest } = publishBatchData(cooperative.dataFolder, batch);
  const intent = parsePostBatch({ project: batch.project, root, sum, credit, dataDigest, uri });
  tell(words.dataWritten(relative(whereTheUserStands(), file)));
  if (cooperative.deployment.practice) tell(words.practiceAloud);
  await seeToAttesters(stage, batch.project, [steward]);
  tell(words.posting(steward.name, showUnits(credit), showUnits(sum)));
  await perform(cooperative, steward, intent);
  const id = claimId(steward.member, root);
  tell(words.posted(id));
  const sealed = await finish(stage, id);
  return { id, credit: String(credit), uri, file, sealed };
}

/** Goes on with batches that were posted before and still wait. On the practice network only; elsewhere members attest. */
export async function goOn(stage: Stage, waiting: readonly BatchClaim[]): Promise<void> {
  for (const { id } of waiting) {
    stage.tell(stage.words.waitsStill(id));
    await finish(stage, id);
  }
}

async function finish(stage: Stage, id: ContributionId): Promise<boolean> {
  const { claim, ledger } = await attestByPractice(stage, id);
  stage.tell(tellOutcome(stage, claim, ledger));
  return claim.sealedAt !== null;
}

function tellOutcome({ words }: Stage, claim: Claim, ledger: Ledger): string {
  if (claim.sealedAt === null) return words.leftToMembers(claim.needed - claim.answers.length);
  if (claim.inForce === 0n) return words.refusedBatch;
  return words.sealed(claim.epoch, showMoment(windowEnd(ledger, claim)!), showMoment(finalAt(ledger.clock.genesis, claim.epoch)));
}
