import type { Random } from "../../../test/support/client/random.ts";
import type { Ballot } from "../../../test/support/model/acts.ts";
import { ABSTAIN, type Action, AGAINST, FOR, type Proposal } from "../../../test/support/model/governance.ts";
import type { Stage } from "./stage.ts";

/** Who wants what. Members are numbered from 1; the hostile are the last of them, and everyone else is against what they want. */
export interface Camps {
  readonly size: number;
  readonly hostile: readonly number[];
  readonly honest: readonly number[];
  /** How many of a hundred honest members vote. */
  readonly turnout: number;
}

/** An election that is over. */
export interface Outcome {
  readonly proposal: Proposal;
  /** Whether the hostile wanted it. */
  readonly hostile: boolean;
  readonly executed: boolean;
}

const HOUR = 3_600;

/** How the hostile vote: in what share they abstain, and whether all at the last second. */
export interface Manner {
  readonly abstain?: number;
  readonly late?: boolean;
  /** Of the honest who would vote, this share does not see it. */
  readonly unseen?: number;
}

const ballotsOf = (members: readonly number[], support: (place: number) => number): Ballot[] => members.map((member, place) => ({ member, support: support(place), signer: member }));

/** Those of the honest who come, each by own chance. */
export const comers = ({ honest, turnout }: Camps, random: Random, unseen = 0): number[] => honest.filter(() => random.part() * 100 < turnout * (1 - unseen));

/** Proposes for the hostile; the proposal's place, or undefined where it was refused. */
export async function put(stage: Stage, by: number, actions: readonly Action[], description: string): Promise<number | undefined> {
  const refused = await stage.act({ is: "propose", by, actions, description });
  return refused === null ? stage.model.proposals.length - 1 : undefined;
}

/** Votes on what the hostile proposed, on several at once if they were proposed together, and executes what passed. */
export async function fight(stage: Stage, camps: Camps, places: readonly number[], random: Random, manner: Manner = {}): Promise<Outcome[]> {
  const { model } = stage;
  const carry = async (proposal: number, ballots: readonly Ballot[], at: number): Promise<void> => {
    if (ballots.length > 0) await stage.act({ is: "bundle", by: camps.hostile[0]!, proposal, ballots }, at);
  };
  const abstaining = Math.floor(camps.hostile.length * (manner.abstain ?? 0));
  const mine = ballotsOf(camps.hostile, (place) => (place < abstaining ? ABSTAIN : FOR));
  for (const [order, place] of places.entries()) {
    const { snapshot } = model.proposals[place]!;
    // What is put many times tires: of each next one fewer of the honest know.
    const seen = comers(camps, random, places.length > 1 && order > 2 ? 0.8 : (manner.unseen ?? 0));
    await carry(place, ballotsOf(seen, () => AGAINST), snapshot + HOUR);
    if (!manner.late) await carry(place, mine, snapshot + 2 * HOUR);
  }
  if (manner.late) for (const place of places) await carry(place, mine, model.proposals[place]!.end - places.length + places.indexOf(place));
  for (const place of places) {
    const { end, plannedEnd } = model.proposals[place]!;
    if (end > plannedEnd) await carry(place, ballotsOf(comers(camps, random), () => AGAINST), end - HOUR);
  }
  const outcomes: Outcome[] = [];
  for (const place of places) outcomes.push(await conclude(stage, place, camps.hostile[0]!, true));
  return outcomes;
}

/** Waits for the end, queues and executes. */
export async function conclude(stage: Stage, place: number, by: number, hostile: boolean): Promise<Outcome> {
  const proposal = stage.model.proposals[place]!;
  await stage.act({ is: "queue", by, proposal: place }, proposal.end + 1);
  await stage.act({ is: "execute", by, proposal: place }, proposal.eta);
  return { proposal, hostile, executed: proposal.executed };
}

/** All vote for what all want. */
export async function agree(stage: Stage, camps: Camps, by: number, actions: readonly Action[], description: string): Promise<Outcome | undefined> {
  const place = await put(stage, by, actions, description);
  if (place === undefined) return undefined;
  const seated = [...camps.honest, ...camps.hostile].filter((member) => stage.model.members.isSeated(member));
  await stage.act({ is: "bundle", by, proposal: place, ballots: ballotsOf(seated, () => FOR) }, stage.model.proposals[place]!.snapshot + HOUR);
  return conclude(stage, place, by, false);
}
