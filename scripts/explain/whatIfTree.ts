// A supposition as a tree of sums.
import { type MemberId, NOBODY } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Compared, MemberChange } from "#client/value/standings.ts";
import type { AttesterIf, WhatIf } from "#client/value/whatIf.ts";
import type { RoundIf } from "#client/value/whatIfRound.ts";
import { charterIn } from "#client/work/charters.ts";
import { finalAt } from "#client/chain/epoch.ts";
import type { Branch } from "./tree.ts";
import type { WhatIfWords } from "./whatIfText.ts";
import type { Teller } from "./words.ts";

/** What every part of the tree is told with. */
export interface Told {
  readonly words: WhatIfWords;
  readonly tell: Teller;
}

/** A record that is supposed. */
export function whatIfTree(said: WhatIf, ledger: Ledger, told: Told): Branch {
  const { words, tell } = told;
  const { supposed, preview, project } = said;
  const { kind, quantity, by, budget, rate, others } = supposed;
  const charter = charterIn(ledger.work.projects.get(project)!, said.epoch);
  const lines = [
    ...(budget === undefined ? [] : [words.supposed(words.budget, tell.amount(budget), tell.amount(charter.budget))]),
    ...(rate === undefined ? [] : [words.supposed(words.rate, tell.amount(rate), tell.amount(charter.rates[kind]))]),
    ...(others === undefined ? [] : [words.others(tell.amount(others))]),
  ];
  const head = words.head(nameOf(by, told), tell.units(project, kind, quantity), tell.kind(kind), tell.project(project));
  const value = { head: words.value(tell.units(project, kind, quantity), tell.amount(preview.rate), tell.amount(preview.value)) };
  if (said.obstacle !== null) return { head, lines, branches: [value, { head: words.refused(words.obstacles[said.obstacle]) }] };
  return { head, lines, branches: [value, ...partsBranch(said, told), answersBranch(said, told), epochBranch(said, said.finalAt, said.parts.map(({ member }) => member), told)] };
}

/** A second round that is supposed. */
export function roundTree(said: RoundIf, ledger: Ledger, told: Told): Branch {
  const { words, tell } = told;
  const { claim, tenths, first, from, to, parts, epoch } = said;
  const what = claim.lane === "batch" ? claim.id : tell.title(claim);
  const own = parts.length > 1 ? parts.map((part) => ({ head: words.roundPart(tell.member(part.member), tell.amount(part.from), tell.amount(part.to)) })) : [];
  const value = { head: words.round(tell.amount(first), tenths, tell.amount(to), tell.amount(from)), branches: own };
  return { head: words.roundHead(what, tenths), branches: [value, epochBranch(said, finalAt(ledger.clock.genesis, epoch), parts.map(({ member }) => member), told)] };
}

const nameOf = (member: MemberId, { words, tell }: Told): string => (member === NOBODY ? words.nobody : tell.member(member));

function partsBranch({ parts, preview }: WhatIf, told: Told): Branch[] {
  if (parts.length < 2) return [];
  const { words, tell } = told;
  const whole = parts.reduce((sum, one) => sum + one.parts, 0);
  return [{ head: words.parts, branches: parts.map((one) => ({ head: words.part(tell.member(one.member), tell.amount(preview.value), one.parts, whole, tell.amount(one.value)) })) }];
}

function answersBranch({ preview, running, attesters, able }: WhatIf, told: Told): Branch {
  const { words, tell } = told;
  const { tier, free, needed, value, cost, limit, budget } = preview;
  const lines = [words.tier(tell.amount(running), tell.amount(budget), tier), words.cost(tell.amount(value), needed, tell.amount(cost), tell.amount(limit)), words.able(able, needed)];
  return { head: words.needed(tier, free, needed), lines, branches: attesters.map((one) => ({ head: attesterLine(one, told) })) };
}

function attesterLine({ member, left, limit, pairLeft, obstacle }: AttesterIf, { words, tell }: Told): string {
  const pair = pairLeft === null ? "" : words.pair(tell.amount(pairLeft));
  return words.attester(tell.member(member), tell.amount(left), tell.amount(limit)) + pair + (obstacle === null ? "" : words.cannot(words.attesterObstacles[obstacle] ?? obstacle));
}

function epochBranch(said: Compared, final: number, own: readonly MemberId[], told: Told): Branch {
  const { words, tell } = told;
  const { before, after, members, epoch } = said;
  const [mine, others] = [members.filter(({ member }) => own.includes(member)), members.filter(({ member }) => !own.includes(member))];
  const lines = [words.total(tell.amount(before.total), tell.amount(after.total)), words.issued(tell.amount(after.budget), tell.amount(after.total), tell.amount(after.issued), tell.amount(before.issued))];
  const rest = others.length > 0 ? { head: words.rest, branches: others.map((one) => memberBranch(one, said, told)) } : { head: words.nobodyElse };
  const histories = before.batchShares + after.batchShares > 0n ? [{ head: words.histories(tell.amount(before.batchShares), tell.amount(after.batchShares)) }] : [];
  const first = mine.length > 0 ? [{ head: words.own, branches: mine.map((one) => memberBranch(one, said, told)) }] : [];
  return { head: words.epoch(epoch, tell.time(final)), lines, branches: [...first, rest, ...histories] };
}

function memberBranch({ member, before, after }: MemberChange, { after: sums }: Compared, told: Told): Branch {
  const { words, tell } = told;
  const who = nameOf(member, told);
  const moved = before.credit !== after.credit || after.overStop !== before.overStop;
  const credit = words.credit(who, tell.amount(before.credit), tell.amount(after.credit), tell.amount(sums.stop)) + (after.overStop > 0n ? words.over(tell.amount(after.overStop)) : "");
  const total = sums.total === 0n ? "0" : tell.amount(sums.total);
  return { head: words.shares(who, tell.amount(after.credit), tell.amount(sums.issued), total, tell.amount(after.shares), tell.amount(before.shares)), lines: moved ? [credit] : [] };
}
