import { intend, type Intent } from "../chain/intent.ts";
import { partsOf } from "./proposalParts.ts";
import type { Proposal } from "./types.ts";

/** Carries out a proposal whose timelock is over; anyone may. */
export const parseExecute = (proposal: Proposal): Intent => intend("governor", "execute", partsOf(proposal), "ProposalExecuted");
