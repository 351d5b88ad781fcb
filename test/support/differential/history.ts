// Random histories of work and value, in the model and on the contracts at once.
import { Random } from "../client/random.ts";
import { Numbers } from "../model/parameters.ts";
import { People } from "../model/people.ts";
import { Clock } from "../model/rules.ts";
import { Work } from "../model/work.ts";
import { selector, DONE, errorOf, nameOf } from "./abi.ts";
import { attemptStaged, type Scene, type StagedAct } from "./acts.ts";
import { Chance } from "./chance.ts";
import { Looks } from "./looks.ts";
import { type Move, play } from "./puppet.ts";
import { type Connection, keyOf, setStage, type Stage } from "./stage.ts";
import { Teller } from "./tell.ts";
import { touched } from "./touched.ts";
import type { Charter as FoundingCharter } from "../../../scripts/deploy/founding.ts";
import { cuts, faults, holdings, owed } from "./finish.ts";
import type { Tree } from "./tree.ts";
import { Varied } from "./varied.ts";
import type { World } from "./world.ts";

const YEAR = 365 * 86_400;
/** So many draws go into one transaction at the end. */
const MOST_OWED = 100;

/** What histories met: acts done, rules that refused, by name, and how much was looked at. */
export type Met = Map<string, number>;
export const count = (met: Met, what: string, times = 1): void => void met.set(what, (met.get(what) ?? 0) + times);

/** So many views of everything are read at once. */
const LOOKS_AT_ONCE = 50;
/** Of a second's acts so many go into one transaction, which is quickest; in one second of so many, all of them. */
const [PIECE, WHOLE_EVERY] = [4, 10];

/** A cooperative on a chain and in the model, in the same second. */
export class Theatre {
  readonly stage: Stage;
  readonly work: Work;
  readonly looks: Looks;
  private readonly teller: Teller;
  readonly met: Met;

  constructor(stage: Stage, work: Work, met: Met) {
    [this.stage, this.work, this.met] = [stage, work, met];
    this.teller = new Teller(stage);
    this.looks = new Looks(work, this.teller);
  }

  /** Does acts in one second, each chosen after the one before was done in the model, and compares. Returns what was done. */
  async play(at: number, acts: Iterable<StagedAct>): Promise<Scene> {
    const { work, looks, met } = this;
    const moves: Move[] = [];
    const done: StagedAct[] = [];
    work.clock.now = at;
    for (const act of acts) {
      const { before = [], ...call } = await this.teller.call(act, at);
      moves.push(...before.map((first) => ({ ...first, what: `before ${show(act)}`, error: DONE, looks: [] })));
      const rule = attemptStaged(work, act);
      const seen = touched(work, looks, act);
      moves.push({ ...call, what: show(act), error: errorOf(rule), looks: seen });
      done.push(act);
      count(met, "acts");
      count(met, "views", seen.length);
      count(met, rule === "" ? act.is : `refused ${rule}`);
      count(met, `${act.is} ${rule === "" ? "done" : "refused"}`);
    }
    await this.compare(moves, at);
    return { at, acts: done };
  }

  /** Reads every view of everything. */
  async everything(): Promise<void> {
    const { work } = this;
    work.clock.now += 1 + (work.clock.now % WHOLE_EVERY === WHOLE_EVERY - 1 ? 1 : 0);
    const all = [...this.looks.everything()];
    count(this.met, "views", all.length);
    const nothing = { actor: "", to: this.teller.place("parameters"), data: selector("parameters", "currentEpoch"), error: DONE };
    const moves = Array.from({ length: Math.ceil(all.length / LOOKS_AT_ONCE) }, (_, place): Move => ({ ...nothing, what: "everything", looks: all.slice(place * LOOKS_AT_ONCE, (place + 1) * LOOKS_AT_ONCE) }));
    await this.compare(moves, work.clock.now);
  }

  private async compare(moves: readonly Move[], at: number): Promise<void> {
    const most = at % WHOLE_EVERY === 0 ? moves.length : PIECE;
    for (let first = 0; first < moves.length; first += most) {
      const differences = await play(this.stage, moves.slice(first, first + most), at, nameOf);
      if (differences.length > 0) throw new Error(`Second ${at}: ${differences.slice(0, 12).join("\n")}`);
    }
  }
}

const show = (act: StagedAct): string => JSON.stringify(act, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

/** The model of a stage that was just set. */
export function modelOf({ record, foundedAt }: Stage, { founders, charters }: World): Work {
  const people = new People(new Numbers(new Clock(record.genesis)), Array.from({ length: founders }, (_, place) => keyOf(place + 1).address), foundedAt);
  const work = new Work(people, charters);
  work.clock.now = foundedAt + 60;
  return work;
}

const stages = new WeakMap<Connection, Map<World, Stage>>();
/** A cooperative as it was just founded, on a chain that plays no other world. */
async function stageOf(connection: Connection, world: World): Promise<Stage> {
  const known = stages.get(connection) ?? new Map<World, Stage>();
  const stage = known.get(world) ?? (await setStage(connection, world.founders, world.charters as readonly FoundingCharter[]));
  stages.set(connection, known.set(world, stage));
  return stage;
}

/** A history that was played. */
export interface Played {
  readonly world: World;
  readonly seed: number;
  readonly scenes: readonly Scene[];
  readonly trees: ReadonlyMap<string, Tree>;
  /** What everybody holds when all that is owed was drawn. */
  readonly holdings: Readonly<Record<string, bigint>>;
}

/** Winds the chain back when a history is over, and names the history in whatever it throws. */
async function staged<T>(connection: Connection, world: World, seed: number, met: Met, act: (theatre: Theatre) => Promise<T>): Promise<T> {
  const stage = await stageOf(connection, world);
  const kept = await connection.provider.request({ method: "evm_snapshot", params: [] });
  try {
    return await act(new Theatre(stage, modelOf(stage, world), met));
  } catch (error) {
    throw new Error(`${world.name}, seed ${seed}: ${(error as Error).message}`, { cause: error });
  } finally {
    await connection.provider.request({ method: "evm_revert", params: [kept] });
  }
}

/** Draws whatever is owed, four years later, reads every view of everything, and says what everybody holds. */
async function finish(theatre: Theatre, trees: ReadonlyMap<string, Tree>, at: number): Promise<Record<string, bigint>> {
  const { work } = theatre;
  work.clock.now = at;
  const acts = [...owed(work, trees)];
  for (let first = 0; first < acts.length; first += MOST_OWED) await theatre.play(at, acts.slice(first, first + MOST_OWED));
  await theatre.everything();
  for (const [what, times] of Object.entries(cuts(work))) count(theatre.met, `cut ${what}`, times);
  const found = faults(work, trees);
  if (found.length > 0) throw new Error(found.slice(0, 5).join("\n"));
  return holdings(work);
}
const endOf = (scenes: readonly Scene[]): number => scenes.at(-1)!.at + 4 * YEAR;

/** Plays so many random acts, draws and reads all at the end, and leaves the chain as it was. Throws, with the seed, at the first difference. */
export const playHistory = (connection: Connection, world: World, acts: number, seed: number, met: Met): Promise<Played> =>
  staged(connection, world, seed, met, async (theatre) => {
    const chance = new Chance(theatre.work, new Random(seed), world);
    const scenes: Scene[] = [];
    for (let done = 0; done < acts; done += scenes.at(-1)!.acts.length) {
      const when = chance.when();
      scenes.push(await theatre.play(when.at, chance.acts(Math.min(when.acts, acts - done))));
    }
    return { world, seed, scenes, trees: chance.trees, holdings: await finish(theatre, chance.trees, endOf(scenes)) };
  });

/** Plays the same history with calls of anyone at other times and in another order. What everybody holds then. */
export const playVaried = (connection: Connection, { world, seed, scenes, trees }: Played, met: Met): Promise<Record<string, bigint>> =>
  staged(connection, world, seed, met, async (theatre) => {
    const varied = new Varied(theatre.work, new Random(seed + 1), trees);
    let last = theatre.work.clock.now;
    for (const scene of scenes) {
      for (const { at, acts } of varied.before(scene, last)) await theatre.play(at, acts);
      last = scene.at;
    }
    return finish(theatre, trees, endOf(scenes));
  });
