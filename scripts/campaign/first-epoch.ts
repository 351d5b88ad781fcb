// What the first few can take while nobody else is there, and what is left of it later.
import { plainCharter } from "../../test/support/model/charters.ts";
import { placeOf } from "../../test/support/model/parameters.ts";
import { foundWork, type Work } from "../../test/support/model/work.ts";
import { pairUp } from "./colluders/pairs.ts";
import { drawLines } from "./draw/chart.ts";
import { HOUR, membersFrom, PROJECT, stayAll } from "./economy/coop.ts";
import { workHonestly } from "./economy/honest.ts";
import { asJson, percent, round, type Says, save, table } from "./economy/page.ts";
import { Ring } from "./rings/ring.ts";

/** What a member works in an epoch: micro-units. Budgets are told in such works. */
const WORK = 1_000_000;
const DAY = 24 * HOUR;
export const FOUNDERS = [3, 9];
export const BUDGETS = [7, 20, 100];
export const EPOCHS = [1, 3, 13, 26];
/** What founders do: work; take all they can in epoch 0 and work then; take all they can in every epoch. */
export const WAYS = ["work", "first", "always"] as const;
type Way = (typeof WAYS)[number];
/** How others come: by vouches, as many as may each quarter; or fifty more named by a vote in the first epoch. */
export const COMINGS = ["vouches", "named"] as const;
type Coming = (typeof COMINGS)[number];

export interface Case {
  readonly founders: number;
  /** B at the founding, in works of a member. */
  readonly budget: number;
  /** Whether B grows by a tenth in each epoch after one that used four fifths of it. */
  readonly grows: boolean;
  readonly coming: Coming;
  readonly way: Way;
}
export interface Row extends Case {
  /** After so many epochs: the founders' part of all shares, their part of all work done if they had worked, and all members. */
  readonly after: readonly { readonly epochs: number; readonly shares: number; readonly work: number; readonly members: number }[];
}
export interface Results {
  readonly rows: readonly Row[];
  /** What founders seal for one another in epoch 0, in parts of B, against 2.5 · k / 10. */
  readonly firsts: readonly { readonly founders: number; readonly sealed: number; readonly counts: number; readonly issued: number; readonly bound: number }[];
}

/** A cooperative that lives epoch by epoch. */
class Founding {
  readonly work: Work;
  private readonly given: Case;
  private readonly founders: number[];
  private address = 0;

  constructor(given: Case) {
    this.given = given;
    this.work = foundWork(given.founders, [plainCharter(BigInt(given.budget * WORK), [1n, 0n, 0n, 0n])]);
    this.founders = membersFrom(1, given.founders);
  }

  live(): Row["after"] {
    const after: Row["after"][number][] = [];
    let [theirs, all] = [0, 0];
    const last = Math.max(...EPOCHS);
    for (let epoch = 0; epoch < last; epoch++) {
      this.liveEpoch(epoch);
      theirs += this.founders.length;
      all += this.work.people.count;
      if (EPOCHS.includes(epoch + 1)) after.push({ epochs: epoch + 1, shares: 0, work: round(theirs / all, 4), members: this.work.people.count });
      this.amend(epoch);
    }
    this.work.clock.now = this.work.clock.start(last + 1);
    return after.map((row) => ({ ...row, shares: round(this.partUpTo(row.epochs), 4) }));
  }

  /** Joining on the first day, work on the twentieth. */
  private liveEpoch(epoch: number): void {
    const { work, founders, given } = this;
    work.clock.now = work.clock.start(epoch) + DAY;
    this.seatThem();
    if (epoch === 0 && given.coming === "named") this.name(50);
    if (epoch % 3 === 0 && epoch > 0) this.vouch();
    const { people } = work;
    const attesting = membersFrom(1, people.count).filter((member) => people.isSeated(member));
    this.enrol(attesting);
    work.clock.now = work.clock.start(epoch) + 20 * DAY;
    const now = attesting.filter((member) => work.enrolment.has(PROJECT, member));
    const grabs = given.way === "always" || (given.way === "first" && epoch === 0);
    if (grabs) grab(work, founders);
    const honest = now.filter((member) => !grabs || member > founders.length);
    const attesters = honest.length > 2 ? honest : now;
    for (const member of membersFrom(grabs ? founders.length + 1 : 1, people.count - (grabs ? founders.length : 0))) workHonestly(work, member, WORK, attesters);
    stayAll(work, attesting);
  }
  private enrol(attesting: readonly number[]): void {
    const { enrolment } = this.work;
    for (const member of attesting) if (!enrolment.has(PROJECT, member) && enrolment.count(PROJECT) < 10) this.work.enrol(member, PROJECT);
  }

  private seatThem(): void {
    const { people, clock } = this.work;
    for (const member of membersFrom(1, people.count)) if (!people.isSeated(member) && clock.now >= people.stayOf(member).joinedAt + 28 * DAY) people.seat(clock.now, member);
  }
  private name(count: number): void {
    const { people, clock } = this.work;
    const keys = Array.from({ length: count }, () => this.nextAddress());
    people.name(clock.now, keys);
    for (const key of keys) people.joinNamed(clock.now, key);
  }
  private vouch(): void {
    const { people, clock } = this.work;
    const able = membersFrom(1, people.count).filter((member) => people.isSeated(member) && clock.now >= people.mayVouchFrom(member));
    const places = people.placesIn(clock.now) - people.joinedIn(clock.now);
    for (const sponsors of pairUp(able.map((member) => ({ member, left: people.vouchesLeft(member, clock.now) })), places)) people.join(clock.now, this.nextAddress(), sponsors);
  }
  private nextAddress = (): string => `address ${++this.address}`;

  /** From the next epoch, a tenth more, where four fifths were used. */
  private amend(epoch: number): void {
    const { work, given } = this;
    const { budget, total } = work.credits.sums(PROJECT, epoch);
    if (given.grows && total * 5n >= budget * 4n) work.charters.amend(PROJECT, plainCharter(budget + budget / 10n, [1n, 0n, 0n, 0n]));
  }

  private partUpTo(epochs: number): number {
    const { work } = this;
    let [theirs, all] = [0, 0];
    for (let epoch = 0; epoch < epochs; epoch++) {
      const { budget, total } = work.credits.sums(PROJECT, epoch);
      const issued = total < budget ? total : budget;
      if (total === 0n) continue;
      all += Number(issued);
      for (const founder of this.founders) theirs += Number((work.credits.of(PROJECT, epoch, founder) * issued) / total);
    }
    return all === 0 ? 0 : theirs / all;
  }
}

/** Founders attest one another what was never done, a little to each in turn. */
function grab(work: Work, founders: readonly number[]): Ring {
  const ring = new Ring(work, founders.filter((member) => work.enrolment.has(PROJECT, member)), [], [], { fronts: 0, recorders: founders.length, names: 1, inTurn: true, tier: 2, part: 0.1, helpers: 0, kept: 0, held: 0 });
  ring.play();
  return ring;
}

export const rowOf = (given: Case): Row => ({ ...given, after: new Founding(given).live() });

/** What founders seal for one another in epoch 0; by another stop than 15 %. */
export function firstOf(founders: number, stop = 15): Results["firsts"][number] {
  const budget = 100 * WORK;
  const work = foundWork(founders, [plainCharter(BigInt(budget), [1n, 0n, 0n, 0n])]);
  work.numbers.steps = [{ from: 0, values: work.numbers.steps[0]!.values.with(placeOf("StopPercent"), stop) }];
  for (const founder of membersFrom(1, founders)) work.enrol(founder, PROJECT);
  work.clock.now += DAY;
  const sealed = Number(grab(work, membersFrom(1, founders)).extracted());
  const { total } = work.credits.sums(PROJECT, 0);
  return { founders, sealed: round(sealed / budget, 4), counts: round(Number(total) / budget, 4), issued: round(Math.min(1, Number(total) / budget), 4), bound: (2.5 * founders) / 10 };
}

export const playAll = (): Results => ({
  firsts: [3, 4, 5, 6, 7, 8, 9, 10].map((founders) => firstOf(founders)),
  rows: FOUNDERS.flatMap((founders) => BUDGETS.flatMap((budget) => [false, true].flatMap((grows) => COMINGS.flatMap((coming) => WAYS.map((way) => rowOf({ founders, budget, grows, coming, way })))))),
});

const find = (rows: readonly Row[], given: Case): Row => rows.find((row) => (Object.keys(given) as (keyof Case)[]).every((key) => row[key] === given[key]))!;
const at = ({ after }: Row, epochs: number): Row["after"][number] => after.find((entry) => entry.epochs === epochs)!;
const last = Math.max(...EPOCHS);

export const SAYS: readonly Says<Results>[] = [
  { says: "what counts never passes 15 % of B each, nor the bound", holds: ({ firsts }) => firsts.every(({ founders, sealed, counts, bound }) => counts <= 0.15 * founders + 1e-9 && sealed <= bound) },
  { says: "from eight founders on the whole budget is theirs, and with three 45 %", holds: ({ firsts }) => firsts.every(({ founders, issued }) => (issued === 1) === (founders >= 8)) && firsts[0]!.issued === 0.45 },
  {
    says: "at seven works a grab in the first epoch brings less than two hundredths more than work, whoever comes",
    holds: ({ rows }) => rows.filter(({ budget, way }) => budget === 7 && way === "first").every((row) => Math.abs(at(row, 13).shares - at(find(rows, { ...caseOf(row), way: "work" }), 13).shares) < 0.02),
  },
  {
    says: "at a hundred works it brings more than a twentieth after a year where fifty come, and more than a tenth for three who grow by vouches",
    holds: ({ rows }) => rows.filter(({ budget, way, coming }) => budget === 100 && way === "first" && coming === "named").every((row) => at(row, 13).shares - at(row, 13).work > 0.05) && at(find(rows, { founders: 3, budget: 100, grows: false, coming: "vouches", way: "first" }), 13).shares > 0.57,
  },
  { says: "where fifty come at once, three who go on grabbing have less after two years than by working, once they are a ring among many", holds: ({ rows }) => rows.filter(({ founders, coming, way }) => founders === 3 && coming === "named" && way === "always").every((row) => at(row, last).shares < at(row, last).work) },
  { says: "where they grow by vouches alone, three who go on with a hundred works hold most after two years", holds: ({ rows }) => rows.filter(({ founders, budget, coming, way }) => founders === 3 && budget === 100 && coming === "vouches" && way === "always").every((row) => at(row, last).shares > 0.5) },
  { says: "a budget of seven works that does not grow keeps the lead of those who were first, though all work", holds: ({ rows }) => at(find(rows, { founders: 3, budget: 7, grows: false, coming: "named", way: "work" }), last).shares > 0.3 },
];
const caseOf = ({ founders, budget, grows, coming, way }: Row): Case => ({ founders, budget, grows, coming, way });

const SAID: Record<Way, string> = { work: "work", first: "take all in the first epoch, then work", always: "take all in every epoch" };
const sectionOf = (rows: readonly Row[], founders: number, coming: Coming): string => {
  const lines = BUDGETS.flatMap((budget) => [false, true].flatMap((grows) => WAYS.map((way) => {
    const row = find(rows, { founders, budget, grows, coming, way });
    return [`${budget} works${grows ? ", grows" : ""}: ${SAID[way]}`, ...EPOCHS.map((epochs) => percent(at(row, epochs).shares))];
  })));
  const some = find(rows, { founders, budget: BUDGETS[0]!, grows: false, coming, way: "work" });
  return table(["B, and what they do", ...EPOCHS.map((epochs) => `${epochs} ${epochs === 1 ? "epoch" : "epochs"}`)], [["*members by then*", ...EPOCHS.map((epochs) => at(some, epochs).members)], ["*their part of all members' epochs*", ...EPOCHS.map((epochs) => percent(at(some, epochs).work))], ...lines]);
};

export function writePage({ rows, firsts }: Results): string {
  return `# The first epoch

\`npm run campaign -- first-epoch\` (nothing by chance). Founders are alone at first, and attest one another at once; budgets are as if ten attested. Here all of them agree to record what was never done, or they work. A
*work* is what one member does in an epoch; B is told in works. Everyone who joins works as much as anyone, and records it from the first day. Others come by vouches, two a quarter at first; or fifty more are
named by a vote at once. B stays, or grows by a tenth after each epoch that used four fifths of it, which is the most an amendment may.

**Three founders can take 45 % of B in an epoch, eight take all of it.** What bounds it is the stop (15 % of B each), and B itself; the bound for rings (2.5 · k / 10) is wider. **So it is the size of the first B that
makes a lead or a grab**: with B of seven members' work, 15 % is one member's work, and a grab brings founders nothing that working would not. With a hundred it is fifteen epochs of work in one.

## What founders can take in epoch 0

${table(["in parts of B", ...firsts.map(({ founders }) => `${founders} founders`)], [["sealed", ...firsts.map(({ sealed }) => round(sealed))], ["counts, under the stop", ...firsts.map(({ counts }) => round(counts))], ["issued", ...firsts.map(({ issued }) => round(issued))], ["bound for rings", ...firsts.map(({ bound }) => bound)]])}

They need no help: among few, two answers or half of the others are enough. There is nobody else who could challenge it.

## Their part of all shares

${FOUNDERS.flatMap((founders) => COMINGS.map((coming) => `${founders} founders, others come ${coming === "vouches" ? "by vouches" : "fifty at once"}:\n\n${sectionOf(rows, founders, coming)}`)).join("\n\n")}

![The part of three founders in all shares](first-epoch.svg)

- **A fair lead** is the second line of each table: their part of the work, if all work alike. Founders who work come to it, if B is large enough for all; a budget that stays at seven works while fifty join divides
  the same among more, and keeps those ahead who were first. It should grow with those who come.
- **A grab** in the first epoch fades with the work of others, in a year or two where many come; where few come it stays. It is on the record for ever, and the page shows who attested whom.
- **Founders who go on** are a ring of three among fifty as soon as others attest, and then have less by it than by work. Where nobody comes they hold what they issued to themselves: a cooperative of three is
  theirs in any case.

## What a founding should do

- **Begin with a B of about what the founders themselves do, and of seven to twenty members' work** (15 % of it is then one to three members' work). Seven for a few who grow by vouches; twenty if fifty are to be named soon.
- Let B grow by the tenth that an amendment may, as long as epochs use it up: that is ${round(1.1 ** 13, 1)} times in a year. Who needs more sooner admits a project with a budget of its own.
- Name those who should be there in the first epoch, and let twelve attest: from then on three who agree and have no friends who record have a fifth of what their budgets would pay for.
`;
}

/** Every file of the results, by name. */
export function writeResults(results: Results): Record<string, string> {
  const line = (budget: number, way: Way, coming: Coming): readonly (readonly [number, number])[] => find(results.rows, { founders: 3, budget, grows: true, coming, way }).after.map(({ epochs, shares }) => [epochs, shares * 100] as const);
  const lines = [...BUDGETS.map((budget) => ({ name: `${budget} works, grab`, points: line(budget, "first", "named") })), ...BUDGETS.map((budget) => ({ name: `${budget} works, work`, dashed: true, points: line(budget, "work", "named") }))];
  return {
    "first-epoch.json": asJson(results),
    "first-epoch.md": writePage(results),
    "first-epoch.svg": drawLines("The part of three founders in all shares; fifty join at once", { title: "epochs", end: last, step: 2, unit: "" }, { title: "of all shares", end: 100, step: 20, unit: " %" }, lines),
  };
}

/** Runs the campaign and writes its results. Throws where the page would say what the numbers do not. */
export async function run(): Promise<void> {
  save(playAll(), SAYS, writeResults);
}
