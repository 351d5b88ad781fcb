import type { Hex } from "viem";
import type { GovernanceBooks } from "./fold.ts";
import type { Proposal } from "./types.ts";

/** Of two proposals' data, so many words of 32 bytes may differ until they are no more almost alike. */
const FEW_WORDS = 4;

/** Where two proposals that look alike are not. */
export interface ActionDifference {
  /** Place of the action, from 0. */
  readonly action: number;
  /** Null where one has fewer actions. */
  readonly mine: Hex | null;
  readonly theirs: Hex | null;
}

/** A proposal that could be taken for another. */
export interface Clone {
  readonly proposal: Proposal;
  /** Whether the words are the same, as a reader sees them. */
  readonly sameWords: boolean;
  /** Whether they would do the very same. */
  readonly sameActions: boolean;
  readonly differs: readonly ActionDifference[];
}

const words = new WeakMap<Proposal, string>();

/** The line at the end by which a key is the only one that may propose it; it is no part of what is said. */
export const PROPOSER_SUFFIX = /\s*#proposer=0x[0-9a-fA-F]{40}\s*$/;

/** The words of a proposal without the suffix that protects it from being taken by others. */
export const textOf = ({ description }: Pick<Proposal, "description">): string => description.replace(PROPOSER_SUFFIX, "");

// Some fillers that nobody sees are letters by their class.
const unread = /[^\p{L}\p{N}]+|\p{Default_Ignorable_Code_Point}/gu;

/** Words as a hurried reader takes them in: no case, no spaces, no punctuation, no hidden characters. */
function readingOf(proposal: Proposal): string {
  const known = words.get(proposal);
  if (known !== undefined) return known;
  const reading = textOf(proposal).normalize("NFKC").toLowerCase().replace(unread, "");
  words.set(proposal, reading);
  return reading;
}

/** The other proposals with the same words, or with actions almost alike, newest first: which of them differ, and where. */
export function clonesOf(proposal: Proposal, { governance }: GovernanceBooks): Clone[] {
  const mine = readingOf(proposal);
  const clones: Clone[] = [];
  for (const other of governance.proposals.values()) {
    if (other.id === proposal.id) continue;
    const sameWords = mine !== "" && readingOf(other) === mine;
    if (!sameWords && !areAlmostAlike(proposal, other)) continue;
    const differs = differencesOf(proposal, other);
    clones.push({ proposal: other, sameWords, sameActions: differs.length === 0, differs });
  }
  return clones.toReversed();
}

/** Whether a proposal's actions are not those of most that look like it: the one among clones that a voter must not overlook. */
export function isOddAmong(proposal: Proposal, clones: readonly Clone[]): boolean {
  const different = clones.filter(({ sameActions }) => !sameActions);
  if (different.length < 2) return false;
  const groups = new Map<string, number>();
  for (const { proposal: other } of different) groups.set(fingerprint(other), (groups.get(fingerprint(other)) ?? 0) + 1);
  const alike = 1 + clones.length - different.length;
  return Math.max(...groups.values()) > alike && proposal.calldatas.length > 0;
}

const fingerprint = ({ targets, calldatas }: Proposal): string => targets.map((target, place) => `${target.toLowerCase()} ${calldatas[place]}`).join("\n");

function differencesOf(a: Proposal, b: Proposal): ActionDifference[] {
  const differs: ActionDifference[] = [];
  for (let action = 0; action < Math.max(a.targets.length, b.targets.length); action++) {
    const [mine, theirs] = [a.calldatas[action] ?? null, b.calldatas[action] ?? null];
    if (mine !== theirs || a.targets[action]?.toLowerCase() !== b.targets[action]?.toLowerCase()) differs.push({ action, mine, theirs });
  }
  return differs;
}

/** The same functions of the same contracts in the same order, with few words of their data different, and not most of them. */
function areAlmostAlike(a: Proposal, b: Proposal): boolean {
  if (a.targets.length !== b.targets.length) return false;
  let [different, all] = [0, 0];
  for (const [place, target] of a.targets.entries()) {
    const [mine, theirs] = [a.calldatas[place]!, b.calldatas[place]!];
    if (target.toLowerCase() !== b.targets[place]!.toLowerCase() || mine.slice(0, 10) !== theirs.slice(0, 10) || mine.length !== theirs.length) return false;
    for (let at = 10; at < mine.length; at += 64) {
      all += 1;
      if (mine.slice(at, at + 64) !== theirs.slice(at, at + 64)) different += 1;
    }
  }
  return different <= FEW_WORDS && different * 2 < all;
}
