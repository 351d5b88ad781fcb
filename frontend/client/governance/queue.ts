import { intend, type Intent } from "../chain/intent.ts";
import { partsOf } from "./proposalParts.ts";
import type { Proposal } from "./types.ts";

/** Gives a proposal that passed to the timelock; anyone may. */
export const parseQueue = (proposal: Proposal): Intent => intend("governor", "queue", partsOf(proposal), "ProposalQueued");
