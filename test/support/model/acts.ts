import { ABSTAIN, type Action, type Governance, type Proposal } from "./governance.ts";
import type { Charter } from "./projects.ts";
import { Refused } from "./rules.ts";

/** A ballot in a bundle; `signer` is whose key signed it. */
export interface Ballot {
  readonly member: number;
  readonly support: number;
  readonly signer: number;
}

/** What someone does. Proposals by their place in the model's list, statements by their name. */
export type Act =
  | { readonly is: "draft"; readonly by: number; readonly project: number; readonly cofounders: readonly number[]; readonly charter: Charter }
  | { readonly is: "submit" | "takeBack" | "disown"; readonly by: number; readonly statement: string }
  | { readonly is: "review"; readonly by: number; readonly statement: string; readonly marks: readonly number[] }
  | { readonly is: "publish"; readonly by: number; readonly document: string; readonly coauthors: readonly number[] }
  | { readonly is: "adopt"; readonly by: number; readonly statement: string; readonly reviewed: string; readonly reviewers: readonly number[] }
  | { readonly is: "askToClose"; readonly by: number; readonly project: number; readonly wanted: boolean }
  | { readonly is: "propose"; readonly by: number; readonly actions: readonly Action[]; readonly description: string }
  | { readonly is: "cancel" | "queue" | "execute"; readonly by: number; readonly proposal: number }
  /** `carrier`: who carries the ballot that `by` signed; left out: nobody, `by` votes. */
  | { readonly is: "vote"; readonly by: number; readonly proposal: number; readonly support: number; readonly carrier?: number }
  | { readonly is: "bundle"; readonly by: number; readonly proposal: number; readonly ballots: readonly Ballot[] };

/** Why a ballot was not counted, in the contract's order, and -1 where it was. */
export const SKIPS = ["NotOpen", "Signature", "NotSeated", "Duplicate", "Support"] as const;
export const COUNTED = -1;

/** Does an act in the model. What became of each ballot of a bundle, of other acts nothing. Throws Refused. */
export function perform(model: Governance, act: Act): number[] {
  const { projects, reviews } = model;
  switch (act.is) {
    case "draft": projects.draft(act.by, act.project, act.cofounders, act.charter); return [];
    case "submit": reviews.submit(act.by, act.statement); return [];
    case "takeBack": reviews.takeBack(act.by, act.statement); return [];
    case "disown": reviews.disown(act.by, act.statement); return [];
    case "review": reviews.review(act.by, act.statement, act.marks); return [];
    case "publish": reviews.publish(act.by, act.document, act.coauthors); return [];
    case "adopt": reviews.adopt(act.by, act.statement, act.reviewed, act.reviewers); return [];
    case "askToClose": projects.askToClose(act.by, act.project, act.wanted); return [];
    case "propose": model.propose(act.by, act.actions, act.description); return [];
    case "cancel": model.cancel(act.by, model.proposals[act.proposal]!); return [];
    case "queue": model.queue(model.proposals[act.proposal]!); return [];
    case "execute": model.execute(model.proposals[act.proposal]!); return [];
    case "vote": model.vote(act.by, model.proposals[act.proposal]!, act.support); return [];
    case "bundle": return count(model, model.proposals[act.proposal]!, act.ballots);
  }
}

function count(model: Governance, proposal: Proposal, ballots: readonly Ballot[]): number[] {
  // Whether the vote is open is asked once a bundle, and no ballot can close it.
  if (model.stateOf(proposal) !== "Active") return ballots.map(() => SKIPS.indexOf("NotOpen"));
  return ballots.map(({ member, support, signer }) => {
    if (signer !== member || !model.members.exists(member)) return SKIPS.indexOf("Signature");
    if (!model.members.satAt(member, proposal.snapshot)) return SKIPS.indexOf("NotSeated");
    if (support > ABSTAIN) return SKIPS.indexOf("Support");
    if (proposal.ballots.has(member)) return SKIPS.indexOf("Duplicate");
    model.vote(member, proposal, support);
    return COUNTED;
  });
}

/** Does it, or the name of the rule that refuses it. */
export function attempt(model: Governance, act: Act): string | number[] {
  try {
    return perform(model, act);
  } catch (error) {
    if (error instanceof Refused) return error.rule;
    throw error;
  }
}
