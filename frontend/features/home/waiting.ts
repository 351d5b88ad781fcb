import { DAY } from "#client/chain/epoch.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { mayVote } from "#client/governance/may.ts";
import type { Ledger } from "#client/ledger.ts";
import { electorateOf } from "#client/people/fold.ts";
import type { Trees } from "#client/value/leaves.ts";
import { type Waiting, waitingFor } from "#client/value/waiting.ts";
import { answersNow, neededNow } from "#client/work/may.ts";
import { memberWords, projectWords } from "../../shared/books/names.ts";
import type { Language } from "../../shared/language/words.ts";
import { proposalLink, titleOf } from "../governance/titles.ts";
import { claimLink } from "../people/claimWords.ts";
import { reviewItems } from "./reviewItems.ts";
import { subject } from "./subject.ts";
import { homeText } from "./text.ts";

/** Something that waits, as Home says it. */
export interface Item {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  readonly href: string;
  readonly action: string;
  readonly until: number | null;
  /** Shares it gives, micro-units, where it gives some. */
  readonly shares: bigint | null;
}

/** What waits for a member, in no order. Lots of one project are one item. */
export function itemsFor(ledger: Ledger, member: MemberId, now: number, trees: Trees, language: Language): Item[] {
  const items: Item[] = [];
  const draws = new Map<number, Item & { epochs: number[] }>();
  for (const waiting of waitingFor(ledger, member, now, trees)) {
    if (waiting.is !== "draw") {
      items.push(itemOf(ledger, waiting, now, language));
      continue;
    }
    const { project, epoch, shares } = waiting.lot;
    const t = homeText[language];
    const before = draws.get(project);
    const epochs = [...(before?.epochs ?? []), epoch].sort((a, b) => a - b);
    const item = {
      key: `draw/${project}`,
      kind: t.drawKind,
      title: t.drawTitle(projectWords(project)[language]),
      note: t.drawNote(epochs.join(language === "zh" ? "、" : ", ")),
      href: "#/shares",
      action: t.draw,
      until: null,
      shares: (before?.shares ?? 0n) + shares,
      epochs,
    };
    draws.set(project, item);
    const place = items.findIndex(({ key }) => key === item.key);
    if (place < 0) items.push(item);
    else items[place] = item;
  }
  items.push(...votesFor(ledger, member, now, language));
  items.push(...reviewItems(ledger, member, now, language));
  return items;
}

/** The most urgent first. */
export const inOrder = (items: readonly Item[], now: number): Item[] => items.toSorted((a, b) => rank(a, now) - rank(b, now) || (a.until ?? 0) - (b.until ?? 0));

/** The open votes that lack the member's ballot. */
function votesFor(ledger: Ledger, member: MemberId, now: number, language: Language): Item[] {
  const t = homeText[language];
  const open = [...ledger.governance.proposals.values()].filter((proposal) => mayVote(ledger, proposal, member, now) === null);
  return open.map((proposal) => ({
    key: `vote/${proposal.id}`,
    kind: t.voteKind,
    title: t.voteTitle(titleOf(ledger, proposal)[language]),
    note: t.voted(proposal.ballots.length, electorateOf(ledger, proposal.opensAt)),
    href: proposalLink(proposal),
    action: t.vote,
    until: proposal.closesAt + 1,
    shares: null,
  }));
}

/** What ends within a fortnight comes first, then what only has to be drawn, then the rest. */
function rank({ until, shares }: Item, now: number): number {
  if (until !== null && until - now < 14 * DAY) return 0;
  return shares !== null ? 1 : until === null ? 2 : 3;
}

function itemOf(ledger: Ledger, waiting: Exclude<Waiting, { is: "draw" }>, now: number, language: Language): Item {
  const t = homeText[language];
  if (waiting.is === "attest" || waiting.is === "answer" || waiting.is === "confirm") {
    const { claim } = waiting;
    const [who, what] = [memberWords(claim.owners[0] ?? claim.by)[language], subject(claim, language)];
    const first = waiting.is === "attest";
    const common = { key: `${waiting.is}/${claim.id}`, href: claimLink(claim), until: waiting.until, shares: null };
    if (waiting.is === "confirm") return { ...common, kind: t.confirmKind, title: t.confirmTitle(who, what), note: t.confirmNote, action: t.confirm };
    return {
      ...common,
      kind: first ? t.attestKind : t.roundKind,
      title: first ? t.attestTitle(who, what) : t.answerTitle(who, what),
      note: first ? t.answered(answersNow(ledger, claim, now).length, neededNow(ledger, claim, now)) : t.roundNote(claim.round?.answers.length ?? 0),
      action: first ? t.attest : t.answer,
    };
  }
  const leaf = waiting.is === "drawLeaf" ? waiting.leaf : null;
  const { project, id } = waiting.is === "drawLeaf" ? { project: waiting.leaf.project, id: waiting.leaf.batch } : waiting.batch;
  const title = projectWords(project)[language];
  return {
    key: `leaf/${id}`,
    kind: t.leafKind,
    title: leaf ? t.leafTitle(title) : t.lookTitle(title),
    note: leaf ? t.drawNote(String(leaf.epoch)) : t.lookNote,
    href: `#/batches/${id}`,
    action: leaf ? t.draw : t.openIt,
    until: null,
    shares: leaf?.shares ?? null,
  };
}
