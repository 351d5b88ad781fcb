// False records sealed all at once in the last hour of an epoch, against the same in a steady stream: can others still look at them?
import { Random } from "../../test/support/client/random.ts";
import { inForce, SECOND_ROUND } from "../../test/support/model/claims.ts";
import { placeOf } from "../../test/support/model/parameters.ts";
import { drawLines } from "./draw/chart.ts";
import { foundCoop, HOUR, membersFrom, stayAll } from "./economy/coop.ts";
import { record, sealHonestly } from "./economy/honest.ts";
import { asJson, number, percent, round, type Says, save, SEED, table } from "./economy/page.ts";
import { dispute } from "./rings/after.ts";
import { ringOf, type Strategy } from "./rings/ring.ts";

const SLOTS = 3;
const DAY = 24 * HOUR;
const EPOCH_DAYS = 28;
export const [RING, ATTESTERS] = [10, 60];
/** What one answer may cost, of what a pair may spend: the smaller, the more records. */
export const PIECES = [1, 0.2, 0.05, 0.02];
/** Records that each honest attester looks at in a day, to challenge them or to answer. */
export const LOOKS = [0.5, 2, 10];
export const WINDOWS = [3, 5, 7];

export interface Row {
  readonly flood: boolean;
  readonly piece: number;
  readonly looks: number;
  readonly window: number;
  /** Whether a slot were back as soon as its round cut, and not only when it is over. */
  readonly atOnce: boolean;
  /** False ones that sealed; looked at; challenged. */
  readonly records: number;
  readonly seen: number;
  readonly challenged: number;
  /** What is left of the false credit, from 0 to 1. */
  readonly left: number;
}
export interface Results {
  readonly seed: number;
  readonly ring: number;
  readonly attesters: number;
  readonly rows: readonly Row[];
  /** Seconds between the end of the last second round and the epoch's being final. */
  readonly spare: number;
}

const strategyOf = (piece: number): Strategy => ({ fronts: 12, recorders: 12, names: 1, inTurn: true, tier: 0, part: piece, helpers: 0, kept: 0, held: 0 });

/** How many records it comes to, which a stream divides among its days. */
function countOf(piece: number): number {
  const ring = ringOf(RING, ATTESTERS, strategyOf(piece));
  ring.play();
  return ring.sealed().length;
}

export function rowOf(flood: boolean, piece: number, looks: number, window: number, atOnce = false): Row {
  const [ring, random, all] = [ringOf(RING, ATTESTERS, strategyOf(piece)), new Random(SEED), countOf(piece)];
  const { work, honest } = ring;
  const { clock, numbers } = work;
  numbers.steps = [{ from: 0, values: numbers.steps[0]!.values.with(placeOf("WindowDays"), window) }];
  // No challenge is opened here that does not cut.
  if (atOnce) work.rounds.freeAt = () => Array.from({ length: SLOTS }, () => 0);
  const [first, friends] = [clock.start(clock.epoch), new Set([...ring.members, ...ring.recorders])];
  const looked = new Set<string>();
  stayAll(work, [...ring.members, ...honest]);
  let [seen, challenged, attention] = [0, 0, 0];
  for (let day = 0; day < EPOCH_DAYS + window; day++) {
    clock.now = first + (day + 1) * DAY - HOUR;
    if (flood && day === EPOCH_DAYS - 1) while (ring.step()) continue;
    const due = Math.ceil((all * (day + 1)) / EPOCH_DAYS);
    if (!flood && day < EPOCH_DAYS) while (ring.claims().length < due && ring.step()) continue;
    attention = Math.min(attention, 1) + looks * honest.length;
    const open = ring.sealed().filter((claim) => !looked.has(claim.id) && clock.now < work.rounds.windowOf(claim));
    for (const claim of random.some(open, open.length)) {
      if (attention < 1) break;
      looked.add(claim.id);
      seen++;
      const answers = dispute(work, claim, honest, friends);
      attention -= 1 + (answers ?? 0);
      if (answers !== null) challenged++;
    }
  }
  const sealed = ring.sealed();
  const named = sealed.reduce((sum, { value }) => sum + Number(value), 0);
  return { flood, piece, looks, window, atOnce, records: sealed.length, seen, challenged, left: round(Number(ring.extracted()) / named, 4) };
}

/** A record sealed in an epoch's last second and challenged in the last second of its window. */
function spareSeconds(): number {
  const work = foundCoop(20, 1);
  const { epoch } = work.clock;
  work.clock.now = work.clock.start(epoch + 1) - 1;
  const claim = record(work, 21, 1_000_000);
  const attesters = membersFrom(1, 20);
  sealHonestly(work, claim, attesters);
  stayAll(work, attesters);
  work.clock.now = work.rounds.windowOf(work.claims.find(claim.id)) - 1;
  work.challenge(20, claim.id);
  const { openedAt } = work.claims.find(claim.id).round!;
  if (inForce(work.claims.find(claim.id)) === 0n) throw new Error("A challenge changed something by itself.");
  return work.clock.start(epoch + 2) - (openedAt + SECOND_ROUND);
}

export const playAll = (say: (part: string) => void = () => {}): Results => ({
  seed: SEED,
  ring: RING,
  attesters: ATTESTERS,
  spare: spareSeconds(),
  rows: PIECES.flatMap((piece) => LOOKS.flatMap((looks) => [true, false].flatMap((flood) => [...WINDOWS.map((window) => [window, false] as const), [7, true] as const].map(([window, atOnce]) => {
    const row = rowOf(flood, piece, looks, window, atOnce);
    say(JSON.stringify(row));
    return row;
  })))),
});

const find = (rows: readonly Row[], flood: boolean, piece: number, looks: number, window: number, atOnce = false): Row => rows.find((row) => row.atOnce === atOnce && row.flood === flood && row.piece === piece && row.looks === looks && row.window === window)!;
const slots = SLOTS * (ATTESTERS - RING);

export const SAYS: readonly Says<Results>[] = [
  { says: "the last second of an epoch gives two seconds more than are needed, and not fewer", holds: ({ spare }) => spare >= 1 && spare <= 2 },
  { says: "a flood is never caught more than a stream", holds: ({ rows }) => rows.filter(({ flood, atOnce }) => flood && !atOnce).every((row) => row.left >= find(rows, false, row.piece, row.looks, row.window).left - 0.02) },
  { says: "few large records are all caught, in a flood as well, by whoever looks at ten a day", holds: ({ rows }) => rows.filter(({ piece, looks, window }) => piece >= 0.2 && looks >= 10 && window === 7).every(({ left }) => left === 0) },
  { says: "no more are challenged in a flood than there are slots", holds: ({ rows }) => rows.filter(({ flood, atOnce }) => flood && !atOnce).every(({ challenged }) => challenged <= slots) },
  { says: "where there are more small records than slots, most of a flood stays, however much others look", holds: ({ rows }) => WINDOWS.every((window) => find(rows, true, 0.02, 10, window).left > 0.7) },
  { says: "a shorter window catches no more", holds: ({ rows }) => rows.every((row) => row.window === 7 || find(rows, row.flood, row.piece, row.looks, 7).left <= row.left + 0.02) },
];

export function writePage({ seed, ring, attesters, rows, spare }: Results): string {
  const sizes = PIECES.map((piece) => ({ piece, records: find(rows, true, piece, 10, 7).records }));
  const ways = LOOKS.flatMap((looks) => [false, true].map((flood) => ({ looks, flood })));
  const windows = WINDOWS.flatMap((window) => [false, true].map((flood) => ({ window, flood })));
  const name = (flood: boolean): string => (flood ? "flood" : "stream");
  const often = (looks: number): string => (looks < 1 ? `one in ${1 / looks} days` : `${looks} a day`);
  return `# A flood in the last hour

\`npm run campaign -- flooding\` (seed ${seed}). A ring of ${ring} among ${attesters} who attest seals all that its budget pays for, with friends who record and nobody's help: 0.25 B. It does so in a
stream, as many each day, or all in the last hour of an epoch; in few large records or in many small ones. Each of the other ${attesters - ring} looks at so many a day, to challenge or to answer in a
second round; knows a false one when he sees it, and challenges it while he has a slot; the ring's others defend it, and one more than they answer with nothing. What honest members record is not counted: looking at it comes on top.

**Nothing escapes by the clock, but small records do by their number.** What is sealed in an epoch's last second can be challenged for the whole window, and its second round ends ${spare} ${spare === 1 ? "second" : "seconds"} before the epoch is
final. But ${attesters - ring} members have ${slots} slots, which come back after 21 days at the earliest: of a flood, no more than ${slots} records are ever challenged.

## What is left of the false credit

By the number of records, with a window of 7 days:

${table(["looked at by each", ...sizes.map(({ records }) => `${records} records`)], ways.map(({ looks, flood }) => [`${often(looks)}, ${name(flood)}`, ...sizes.map(({ piece }) => percent(find(rows, flood, piece, looks, 7).left))]))}

![What is left of the false credit, by the number of records](flooding.svg)

A stream gives others five weeks of looking and each slot nearly twice; a flood gives one week and each slot once. The ring pays for small records only in gas: a record and three answers that
come in batches are some 230,000 gas ([gas](../gas.md)).

## By the window

At two records a day:

${table(["window", ...sizes.map(({ records }) => `${records} records`)], windows.map(({ window, flood }) => [`${window} days, ${name(flood)}`, ...sizes.map(({ piece }) => percent(find(rows, flood, piece, 2, window).left))]))}

Seven days are the most that fits, with 21 days of a second round, into the epoch after. A shorter window only helps those who seal in the last hour.

## What follows

- Look at the **largest first**: a large false record cannot hide in number, and its slot is well spent.
- Against very many small ones of the same few, slots do not suffice (${number(find(rows, true, 0.02, 10, 7).records)} records, ${slots} slots). What holds is the [bound of the ring](rings.md), 2.5 · k / M · B in an epoch, and expelling: who seals five hundred
  records in an hour is seen by everybody.
- **If a slot came back as soon as its round has its answers and cuts**, and not only after 21 days, what is left would be decided by how much people look, and no more by slots:

${table(["looked at by each, slots at once", ...sizes.map(({ records }) => `${records} records`)], ways.map(({ looks, flood }) => [`${often(looks)}, ${name(flood)}`, ...sizes.map(({ piece }) => percent(find(rows, flood, piece, looks, 7, true).left))]))}

It is not so in this release ([the numbers of the economy](../decisions/numbers-of-the-economy.md)).
`;
}

/** Every file of the results, by name. */
export function writeResults(results: Results): Record<string, string> {
  const { rows } = results;
  const lines = LOOKS.flatMap((looks) => [false, true].map((flood) => ({ name: `${looks} a day, ${flood ? "flood" : "stream"}`, dashed: !flood, points: PIECES.map((piece) => find(rows, flood, piece, looks, 7)).map(({ records, left }) => [records, left * 100] as const) })));
  return {
    "flooding.json": asJson(results),
    "flooding.md": writePage(results),
    "flooding.svg": drawLines("What is left of a ring's false credit", { title: "false records in the epoch", end: 700, step: 100, unit: "" }, { title: "left", end: 100, step: 20, unit: " %" }, lines),
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
