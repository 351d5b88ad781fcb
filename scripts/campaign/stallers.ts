// Members who challenge every honest record that they can: how much is under challenge, for how long, and what does it cost to keep it?
import { type Claim, inForce, SECOND_ROUND } from "../../test/support/model/claims.ts";
import { SLOT_KEPT } from "../../test/support/model/rounds.ts";
import type { Work } from "../../test/support/model/work.ts";
import { drawLines } from "./draw/chart.ts";
import { BUDGET, foundCoop, HOUR, membersFrom } from "./economy/coop.ts";
import { record, sealHonestly } from "./economy/honest.ts";
import { asJson, number, percent, round, type Says, save, table } from "./economy/page.ts";

const DAY = 24 * HOUR;
export const ATTESTERS = [10, 12, 20, 60, 200];
export const STALLERS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];
/** Answers that each honest attester gives in 21 days. */
export const ANSWERS = [0, 1, 2, 5, 10, 20];

export interface Row {
  readonly attesters: number;
  readonly stallers: number;
  /** Honest records, and how many of them are challenged; the part of their credit that those are. */
  readonly records: number;
  readonly challenged: number;
  readonly part: number;
  /** Days that a second round is open, and until a slot is back that cut nothing. */
  readonly days: number;
  readonly slotDays: number;
  /** The part of honest credit that is lost if nobody answers; if all stallers answer with nothing and each honest one gives so many answers. */
  readonly lostIfNobody: number;
  readonly lost: readonly { readonly answers: number; readonly part: number }[];
  /** Answers that keep everything, together and for each honest attester; null: too few may answer to keep it. */
  readonly all: number | null;
  readonly each: number | null;
}
export interface Results {
  readonly rows: readonly Row[];
}

/** Honest members work for half of the budget, two records each, and stallers challenge one after another while they may. */
class Stall {
  readonly work: Work;
  readonly stallers: readonly number[];
  readonly honest: readonly number[];
  readonly claims: Claim[] = [];
  readonly challenged: Claim[] = [];

  constructor(attesters: number, stallers: number) {
    this.work = foundCoop(attesters);
    [this.honest, this.stallers] = [membersFrom(1, attesters - stallers), membersFrom(attesters - stallers + 1, stallers)];
    const value = Math.floor(Number(BUDGET) / attesters / 4);
    for (const member of this.honest) for (let piece = 0; piece < 2; piece++) {
      const claim = record(this.work, member, value);
      if (!sealHonestly(this.work, claim, this.honest)) throw new Error("Honest work could not be attested.");
      this.claims.push(claim);
    }
    this.work.clock.now += DAY;
    this.challenge();
  }

  private challenge(): void {
    const { work } = this;
    const free = [...this.claims];
    for (const staller of this.stallers) while (free.length > 0 && work.rounds.freeAt(staller).some((at) => at <= work.clock.now)) {
      const claim = free.shift()!;
      work.challenge(staller, claim.id);
      this.challenged.push(work.claims.find(claim.id));
    }
  }

  credit = (): number => this.claims.reduce((sum, { id }) => sum + Number(inForce(this.work.claims.find(id))), 0);

  /** All stallers answer with nothing; then the honest save record after record, as many as their answers reach. How many answers they gave. */
  defend(each: number): number {
    const { work } = this;
    const left = new Map(this.honest.map((member) => [member, each]));
    for (const { id, round } of this.challenged) for (const staller of this.stallers) if (staller !== round!.challenger) work.answer(staller, id, 0);
    let given = 0;
    for (const { id } of this.challenged) {
      const claim = work.claims.find(id);
      if (inForce(claim) > 0n) continue;
      const able = work.rounds.eligible(claim, claim.round!.challenger).filter((member) => (left.get(member) ?? 0) > 0).sort((a, b) => left.get(b)! - left.get(a)!);
      const needed = claim.round!.answers.size;
      if (able.length < needed) continue;
      for (const member of able.slice(0, needed)) {
        work.answer(member, id, 10);
        left.set(member, left.get(member)! - 1);
        given++;
      }
      if (inForce(work.claims.find(id)) === 0n) throw new Error("As many answers as the stallers' did not keep a record.");
    }
    return given;
  }
}

export function rowOf(attesters: number, stallers: number): Row {
  const idle = new Stall(attesters, stallers);
  const before = idle.claims.length * Number(idle.claims[0]!.value);
  const lostOf = (each: number): { lost: number; given: number } => {
    const stall = new Stall(attesters, stallers);
    const given = stall.defend(each);
    return { lost: round(1 - stall.credit() / before, 4), given };
  };
  const { given, lost } = lostOf(Infinity);
  return {
    attesters,
    stallers,
    records: idle.claims.length,
    challenged: idle.challenged.length,
    part: round(idle.challenged.length / idle.claims.length, 4),
    days: SECOND_ROUND / DAY,
    slotDays: SLOT_KEPT / DAY,
    lostIfNobody: round(1 - idle.credit() / before, 4),
    lost: ANSWERS.map((answers) => ({ answers, part: lostOf(answers).lost })),
    all: lost > 0 ? null : given,
    each: lost > 0 ? null : round(given / (attesters - stallers)),
  };
}

export const playAll = (say: (part: string) => void = () => {}): Results => ({
  rows: ATTESTERS.flatMap((attesters) => STALLERS.filter((stallers) => stallers * 2 < attesters).map((stallers) => {
    const row = rowOf(attesters, stallers);
    say(JSON.stringify(row));
    return row;
  })),
});

const find = (rows: readonly Row[], attesters: number, stallers: number): Row | undefined => rows.find((row) => row.attesters === attesters && row.stallers === stallers);
const lostAt = ({ lost }: Row, answers: number): number => lost.find((entry) => entry.answers === answers)!.part;

export const SAYS: readonly Says<Results>[] = [
  { says: "nothing is lost where nobody answers", holds: ({ rows }) => rows.every(({ lostIfNobody }) => lostIfNobody === 0) },
  { says: "five stallers take nothing, whoever answers, where twenty or more attest", holds: ({ rows }) => rows.filter(({ stallers, attesters }) => stallers <= 5 && attesters >= 20).every(({ lost }) => lost.every(({ part }) => part === 0)) },
  { says: "from six on, there, what is challenged is lost if no honest one answers", holds: ({ rows }) => rows.filter(({ stallers, attesters }) => stallers >= 6 && attesters >= 20).every((row) => lostAt(row, 0) === row.part) },
  { says: "three of ten are enough where nobody answers, and are held where others do", holds: ({ rows }) => lostAt(find(rows, 10, 3)!, 0) > 0 && find(rows, 10, 3)!.all !== null },
  { says: "more answers never lose more", holds: ({ rows }) => rows.every(({ lost }) => lost.every(({ part }, place) => place === 0 || part <= lost[place - 1]!.part)) },
  { says: "ten stallers among sixty are held by six answers of each honest attester", holds: ({ rows }) => find(rows, 60, 10)!.each! <= 6 && find(rows, 60, 10)!.each! > 2 },
  { says: "a third of sixty is not held by twenty answers each", holds: ({ rows }) => find(rows, 60, 20)!.each! > 20 },
  { says: "four of ten or of twelve and eight of twenty cannot be held, and less than a third always can", holds: ({ rows }) => [find(rows, 10, 4)!, find(rows, 12, 4)!, find(rows, 20, 8)!].every(({ all }) => all === null) && rows.filter(({ stallers, attesters }) => stallers * 3 < attesters).every(({ all }) => all !== null) },
];

export function writePage({ rows }: Results): string {
  const across = (pick: (row: Row) => string | number): (string | number)[][] => ATTESTERS.map((attesters) => [`${attesters} attest`, ...STALLERS.map((stallers) => { const row = find(rows, attesters, stallers); return row ? pick(row) : ""; })]);
  const head = ["", ...STALLERS.map((stallers) => `${stallers} ${stallers === 1 ? "staller" : "stallers"}`)];
  const ten = find(rows, 60, 10)!;
  return `# Challengers who stall

\`npm run campaign -- stallers\` (nothing by chance). Honest members work for half of the budget, two records each of the same size; k members challenge as many as they have slots for, three each, on the next day.
A second round is open for ${ten.days} days; a challenge that cut nothing keeps its slot for ${ten.slotDays} days, so that the same can be done every fourth epoch.

**A challenge takes nothing by itself, and delays nothing**: the first value counts meanwhile, and the epoch is final when it would have been. If nobody answers, nothing is lost, in any case. **Where twenty or more attest, five stallers
take nothing even if all of them answer**, because a second round counts from five answers on and the challenger has none. From six on the honest must answer, as many as they. **A third or two fifths of those who attest
in a small project (four of ten or of twelve, eight of twenty) cannot be held at all**: those who attested a record first have no answer in its second round, and too few others are left.

## How much is under challenge

Of honest credit, for 21 days:

${table(head, across(({ part }) => percent(part)))}

## What it costs to keep it

If all stallers answer with nothing, as many honest answers keep a record, since the upper median of a tie is the higher. Answers together, and for each honest attester; they take no budget:

${table(head, across(({ all, each }) => (all === null ? "too few may" : all === 0 ? "none" : `${number(all)} (${each} each)`)))}

Honest credit that is lost if each honest attester gives so many answers, and all of them the same, by the stallers among 60:

${table(["answers of each", ...STALLERS.map(String)], ANSWERS.map((answers) => [String(answers), ...STALLERS.map((stallers) => percent(lostAt(find(rows, 60, stallers)!, answers)))]))}

![What stallers among 60 take, by the answers of the others](stallers.svg)

Where ten or twelve attest, a round counts from fewer answers on, half of those who may give one, and three stallers are enough if nobody else comes. The work grows with the square of the stallers: three slots each, and an answer against each of the others. A sixth of those who attest is held by ${ten.each} answers of each honest one in three weeks; a third asks for
${find(rows, 60, 20)!.each}, which is a working day and more than people give. Whoever wins a round has the slot back after it, so that a third that wins goes on in every epoch: that is a matter for expulsion, and a third stops that too
([colluders](colluders.md)). Page and command line list the rounds in which you may answer; answer those of others, not only those about what you attested.
`;
}

/** Every file of the results, by name. */
export function writeResults(results: Results): Record<string, string> {
  const lines = STALLERS.filter((stallers) => stallers >= 5).map((stallers) => ({ name: `${stallers} of 60`, points: find(results.rows, 60, stallers)!.lost.map(({ answers, part }) => [answers, part * 100] as const) }));
  return {
    "stallers.json": asJson(results),
    "stallers.md": writePage(results),
    "stallers.svg": drawLines("Honest credit that is lost to stallers who answer", { title: "answers of each honest attester in 21 days", end: 20, step: 5, unit: "" }, { title: "of honest credit", end: 100, step: 20, unit: " %" }, lines),
  };
}

/** Runs the campaign and writes its results. Throws where the page would say what the numbers do not. */
export async function run(): Promise<void> {
  save(
    playAll((part) => console.log(part)),
    SAYS,
    writeResults,
  );
}
