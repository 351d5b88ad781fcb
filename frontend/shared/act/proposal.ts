import type { Intent } from "#client/chain/intent.ts";
import type { TransactionReceipt } from "viem";
import type { Both, Language } from "../language/words.ts";
import type { Explanation } from "../parts/Review.tsx";
import { createStore } from "../store/store.ts";

/** An act that a page proposes: plain data and words. The sheet explains it, a signer signs it, the journal follows it. */
export interface Proposal {
  /** What it is called while it is reviewed: 记一笔贡献. */
  title: Both;
  /** How the journal says it: 碾米6小时. */
  act: Both;
  intent: Intent;
  /** What the sheet says, in the language in use. */
  explain: (language: Language) => Explanation;
  /** What is said once the receipt shows that it happened. */
  done: Both;
  /** Where to look at what was done. */
  link?: string;
  /** What somebody else signed and must be carried before it, as a bundle: so it is signed for later, and handed on together with that. */
  before?: string;
  /** Called once with the expected event's arguments and the whole receipt: to clear a draft, to tell what became of each part. */
  onDone?: (args: unknown, receipt: TransactionReceipt) => void;
}

/** What is being reviewed, and the journal's id once it is on its way. */
export interface OpenProposal {
  proposal: Proposal;
  entry: string | null;
}

/** The one act under review; a page proposes, the sheet shows. */
export const proposalStore = createStore<OpenProposal | null>(null);

/** Opens the review sheet for an act. */
export function propose(proposal: Proposal): void {
  proposalStore.set({ proposal, entry: null });
}

/** Closes the sheet. What was sent goes on in the journal. */
export function closeProposal(): void {
  proposalStore.set(null);
}
