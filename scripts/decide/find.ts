import { plainText } from "#client/chain/plain.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";

/** A proposal, and its place among all from 1: short enough to be typed. */
export interface Numbered {
  readonly number: number;
  readonly proposal: Proposal;
}

/** All proposals, oldest first. */
export const numbered = ({ governance }: Pick<Ledger, "governance">): Numbered[] => [...governance.proposals.values()].map((proposal, place) => ({ number: place + 1, proposal }));

/** The proposal that was typed, by its place or its whole number on chain; null for none. */
export function findProposal(books: Pick<Ledger, "governance">, typed: string): Numbered | null {
  if (!/^[1-9]\d{0,77}$/.test(typed)) return null;
  return numbered(books).find(({ number, proposal }) => String(number) === typed || String(proposal.id) === typed) ?? null;
}

const MOST_TITLE = 100;

/** The first line of a proposal's words, without marks of a heading. */
export const titleOf = ({ description }: Proposal): string => plainText((description.split("\n").find((line) => line.trim() !== "") ?? "").replace(/^#+\s*/, ""), MOST_TITLE);
