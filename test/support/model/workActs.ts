import type { Batch } from "./batches.ts";
import type { Charter } from "./projects.ts";
import type { Report } from "./recording.ts";
import { Refused } from "./rules.ts";
import type { LeafPlace } from "./shares.ts";
import type { Work } from "./work.ts";

/** What someone does about work and value. Claims by their maker and their evidence, as `idOf` joins them. */
export type WorkAct =
  | { readonly is: "enrol"; readonly by: number; readonly project: number }
  | { readonly is: "record"; readonly by: number; readonly report: Report }
  | { readonly is: "confirm"; readonly by: number; readonly claim: string; readonly report: Report }
  | { readonly is: "withdraw" | "challenge"; readonly by: number; readonly claim: string }
  | { readonly is: "attest"; readonly by: number; readonly claim: string; readonly quantity: number }
  | { readonly is: "attestMany"; readonly by: number; readonly answers: readonly { readonly id: string; readonly quantity: number }[] }
  | { readonly is: "answer"; readonly by: number; readonly claim: string; readonly tenths: number }
  | { readonly is: "postBatch"; readonly by: number; readonly batch: Batch }
  | { readonly is: "proposeBinding"; readonly by: number; readonly project: number; readonly identity: string; readonly member: number }
  | { readonly is: "close"; readonly project: number; readonly most: number }
  | { readonly is: "draw"; readonly project: number; readonly member: number; readonly epochs: readonly number[] }
  | { readonly is: "drawLeaf"; readonly batch: string; readonly leaf: LeafPlace }
  | { readonly is: "join"; readonly key: string; readonly sponsors: readonly number[] }
  | { readonly is: "seat"; readonly member: number }
  | { readonly is: "leave"; readonly by: number }
  | { readonly is: "expel"; readonly member: number }
  | { readonly is: "number"; readonly place: number; readonly value: number }
  | { readonly is: "admit"; readonly charter: Charter }
  | { readonly is: "amend"; readonly project: number; readonly charter: Charter }
  | { readonly is: "stewards"; readonly project: number; readonly stewards: readonly number[] }
  | { readonly is: "closeProject"; readonly project: number };

/** Does an act. Throws Refused. */
export function performWork(work: Work, act: WorkAct): void {
  const { people, charters, numbers, clock } = work;
  switch (act.is) {
    case "enrol": return work.enrol(act.by, act.project);
    case "record": return void work.record(act.by, act.report);
    case "confirm": return work.confirm(act.by, act.claim, act.report);
    case "withdraw": return work.withdraw(act.by, act.claim);
    case "challenge": return work.challenge(act.by, act.claim);
    case "attest": return work.attest(act.by, act.claim, act.quantity);
    case "attestMany": return work.attestMany(act.by, act.answers);
    case "answer": return work.answer(act.by, act.claim, act.tenths);
    case "postBatch": return void work.postBatch(act.by, act.batch);
    case "proposeBinding": return void work.proposeBinding(act.by, act.project, act.identity, act.member);
    case "close": return void work.close(act.project, act.most);
    case "draw": return void work.draw(act.project, act.member, act.epochs);
    case "drawLeaf": return void work.drawLeaf(act.batch, act.leaf);
    case "join": return void people.join(clock.now, act.key, act.sponsors);
    case "seat": return people.seat(clock.now, act.member);
    case "leave": {
      work.standings.mayAsk(act.by);
      return people.leave(clock.now, people.keys.keyOf(act.by));
    }
    case "expel": return people.expel(clock.now, act.member);
    case "number": return numbers.set(act.place, act.value);
    case "admit": return void charters.admit(act.charter);
    case "amend": return charters.amend(act.project, act.charter);
    case "stewards": return charters.replaceStewards(act.project, act.stewards);
    case "closeProject": return charters.close(act.project);
  }
}

/** Does it, or the name of the rule that refuses it; empty: done. */
export function attemptWork(work: Work, act: WorkAct): string {
  try {
    performWork(work, act);
    return "";
  } catch (error) {
    if (error instanceof Refused) return error.rule;
    throw error;
  }
}
