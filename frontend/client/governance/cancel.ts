import { intend, type Intent } from "../chain/intent.ts";
import { partsOf } from "./proposalParts.ts";
import type { Proposal } from "./types.ts";

/** Cancels a proposal whose vote has not opened; its proposer may. */
export const parseCancel = (proposal: Proposal): Intent => intend("governor", "cancel", partsOf(proposal), "ProposalCanceled");
