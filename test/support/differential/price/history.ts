// Random histories of price and commons: in the model alone, or in the model and on the contracts at once.
import { keccak256 } from "ethers";
import { Random } from "../../client/random.ts";
import type { Order } from "../../model/priceTerms.ts";
import { DAY, EPOCH } from "../../model/rules.ts";
import { DONE, errorOf, nameOf, selector } from "../abi.ts";
import { type Move, play } from "../puppet.ts";
import { type Connection, type Stage } from "../stage.ts";
import type { MoneyAct, MoneyScene } from "./acts.ts";
import { ACTORS, addressOf, EVERY_TOKEN, FOUNDERS, TOKENS } from "./cast.ts";
import { MoneyChance } from "./chance.ts";
import { MoneyLooks } from "./looks.ts";
import { moneyStage } from "./stage.ts";
import { unfair, unsound, wealth } from "./sums.ts";
import { MoneyTeller } from "./tell.ts";
import { NOWHERE, Troupe } from "./troupe.ts";
import type { Tree } from "../tree.ts";

const YEAR = 365 * DAY;
/** So many views of everything are read at once, and so many acts of a second go into one transaction. */
const [LOOKS_AT_ONCE, PIECE] = [50, 4];
/** Errors that no contract of the cooperative declares. */
const FOREIGN: Readonly<Record<string, string>> = { InAMood: "f814dbe3" };

/** What histories met: acts done, rules that refused, by name, and how much was looked at. */
export type Met = Map<string, number>;
export const count = (met: Met, what: string, times = 1): void => void met.set(what, (met.get(what) ?? 0) + times);

const show = (act: MoneyAct): string =>
  JSON.stringify(act, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

/** Plays in the model alone. */
export class Rehearsal {
  readonly troupe: Troupe;
  readonly met: Met;

  constructor(troupe: Troupe, met: Met) {
    [this.troupe, this.met] = [troupe, met];
  }

  /** Acts in one second, each chosen after the one before was done. `after`: what became of it. */
  async play(
    at: number,
    acts: Iterable<MoneyAct>,
    after: (act: MoneyAct, rule: string) => void = () => undefined,
  ): Promise<MoneyScene> {
    this.troupe.work.clock.now = at;
    const scene: { act: MoneyAct; rule: string }[] = [];
    for (const act of acts) {
      const rule = await this.act(act, at);
      after(act, rule);
      scene.push({ act, rule });
      count(this.met, "acts");
      count(this.met, rule === "" ? act.is : `refused ${rule}`);
      count(this.met, `${act.is} ${rule === "" ? "done" : "refused"}`);
    }
    return { at, acts: scene };
  }
  protected act(act: MoneyAct, _at: number): Promise<string> | string {
    return this.troupe.attempt(act);
  }
  async everything(): Promise<void> {
    const found = EVERY_TOKEN.flatMap((token) => [
      ...unsound(this.troupe.price, token),
      ...unfair(this.troupe.price, token),
    ]);
    if (found.length > 0) throw new Error(found.slice(0, 5).join("\n"));
  }
}

/** Plays in the model and on the contracts, and compares after each act. */
export class Performance extends Rehearsal {
  private readonly stage: Stage;
  private readonly teller: MoneyTeller;
  private readonly looks: MoneyLooks;
  private moves: Move[] = [];

  constructor(stage: Stage, troupe: Troupe, met: Met) {
    super(troupe, met);
    this.stage = stage;
    this.teller = new MoneyTeller(stage);
    this.looks = new MoneyLooks(troupe, this.teller);
  }

  override async play(...scene: Parameters<Rehearsal["play"]>): Promise<MoneyScene> {
    const played = await super.play(...scene);
    await this.compare(played.at);
    return played;
  }
  protected override async act(act: MoneyAct, at: number): Promise<string> {
    const { before = [], ...call } = await this.teller.call(act, at);
    this.moves.push(...before.map((first) => ({ ...first, what: `before ${show(act)}`, error: DONE, looks: [] })));
    const rule = this.troupe.attempt(act);
    const looks = this.looks.touched(act, rule);
    count(this.met, "views", looks.length);
    this.moves.push({ ...call, what: show(act), error: FOREIGN[rule] ?? errorOf(rule), looks });
    return rule;
  }
  override async everything(): Promise<void> {
    await super.everything();
    const all = [...this.looks.everything()];
    count(this.met, "views", all.length);
    const { clock } = this.troupe.work;
    clock.now += 1;
    const nothing = {
      actor: "",
      to: this.teller.place("parameters"),
      data: selector("parameters", "currentEpoch"),
      error: DONE,
    };
    this.moves = Array.from({ length: Math.ceil(all.length / LOOKS_AT_ONCE) }, (_, place): Move => ({
      ...nothing,
      what: "everything",
      looks: all.slice(place * LOOKS_AT_ONCE, (place + 1) * LOOKS_AT_ONCE),
    }));
    await this.compare(clock.now);
  }

  private async compare(at: number): Promise<void> {
    const { moves } = this;
    this.moves = [];
    for (let first = 0; first < moves.length; first += PIECE) {
      const differences = await play(this.stage, moves.slice(first, first + PIECE), at, nameOf);
      if (differences.length > 0) throw new Error(`Second ${at}: ${differences.slice(0, 12).join("\n")}`);
    }
  }
}

// --- the end of a history ---

/** Ends an order for its buyer, when all clocks have run out. */
function ending(troupe: Troupe, order: Order): MoneyAct | undefined {
  const buyer = troupe.price.actors.today(order.buyer);
  const by = typeof buyer === "string" ? buyer : troupe.work.people.keys.keyOf(buyer);
  switch (troupe.price.market.stageOf(order)) {
    case "Pledged":
    case "Funded":
      return { is: "refund", by, order };
    case "Shipped":
    case "Delivered":
      return { is: "acceptBySilence", by, order };
    case "Disputed":
      return { is: "endDispute", by, order };
    default:
      return undefined;
  }
}

function* collecting(troupe: Troupe): Iterable<MoneyAct> {
  const { work, price } = troupe;
  for (const token of EVERY_TOKEN) {
    for (let project = 0; project < work.charters.count; project++) {
      yield { is: "divide", project, token, most: 1_000 };
      for (let member = 0; member <= work.people.count; member++) {
        yield {
          is: "drawDividends",
          claims: [
            {
              project,
              token,
              member,
              epochs: work.credits.epochs(project).filter((epoch) => work.shares.lotOf(project, member, epoch) > 0n),
            },
          ],
        };
      }
      if (price.commons.goneFrom(project) !== Infinity) yield { is: "sweep", project, token };
    }
    yield { is: "pull", token };
    for (let actor = FOUNDERS + 1; actor <= ACTORS; actor++) yield { is: "adopt", former: addressOf(actor), token };
  }
}

/** Ends every order, draws all that is owed, compares everything, and says what everybody has. */
async function finish(
  rehearsal: Rehearsal,
  orders: readonly Order[],
  chance: MoneyChance,
  last: number,
): Promise<Record<string, bigint>> {
  const { troupe } = rehearsal;
  await rehearsal.play(last + 2 * YEAR, [{ is: "mood", mood: 0 }]);
  for (let first = 0; first < orders.length; first += 20)
    await rehearsal.play(
      troupe.work.clock.now + 1,
      orders.slice(first, first + 20).flatMap((order) => ending(troupe, order) ?? []),
    );
  await rehearsal.play(last + 5 * YEAR, chance.working.all());
  await rehearsal.play(last + 5 * YEAR + EPOCH, collecting(troupe));
  await rehearsal.everything();
  return wealth(troupe.price);
}

// --- whole histories ---

/** A history that was played: its scenes, its orders, and what everybody had at its end. */
export interface Played {
  readonly seed: number;
  readonly scenes: readonly MoneyScene[];
  readonly orders: readonly Order[];
  readonly trees: Map<string, Tree>;
  readonly wealth: Readonly<Record<string, bigint>>;
}

/** Begins with every token listed. */
const opening = (): MoneyAct[] => EVERY_TOKEN.map((token) => ({ is: "list", token, listed: true }));

async function improvise(
  rehearsal: Rehearsal,
  acts: number,
  seed: number,
  codes?: ReadonlyMap<string, string>,
): Promise<Played> {
  const chance = new MoneyChance(rehearsal.troupe, new Random(seed));
  if (codes) chance.codeAt = (address) => codes.get(address) ?? "";
  const scenes = [await rehearsal.play(rehearsal.troupe.work.clock.now + 1, opening())];
  for (let done = 0; done < acts; done += scenes.at(-1)!.acts.length) {
    const when = chance.when();
    scenes.push(
      await rehearsal.play(
        when.at,
        chance.acts(Math.min(when.acts, acts - done)),
        (act, rule) => rule === "" && chance.dealing.placed(act),
      ),
    );
  }
  const { orders } = chance.dealing;
  const trees = chance.working.trees;
  return { seed, scenes, orders, trees, wealth: await finish(rehearsal, orders, chance, scenes.at(-1)!.at) };
}

/** What anyone may call; a history goes the same way whoever makes these calls, and when. */
const ANYONES: readonly string[] = ["divide", "drawDividends", "close", "draw", "drawLeaf", "pull", "sweep", "adopt"];

/** The same history, with calls of anyone strewn in. What everybody has then. Whatever was done is done again; of anyone's own calls some come too late for it. */
async function vary(rehearsal: Rehearsal, { seed, scenes, orders, trees }: Played): Promise<Record<string, bigint>> {
  const random = new Random(seed + 1);
  const chance = new MoneyChance(rehearsal.troupe, random, trees);
  let last = rehearsal.troupe.work.clock.now;
  for (const { at, acts } of scenes) {
    const between = at - last > 2 && random.part() < 0.5 ? last + random.whole(1, at - last - 1) : undefined;
    if (between !== undefined) await rehearsal.play(between, strewn(chance, random.whole(1, 12)));
    const again = acts.filter(({ rule }) => rule === "").map(({ act }) => act);
    await rehearsal.play(at, again, (act, rule) => {
      if (rule !== "" && !ANYONES.includes(act.is))
        throw new Error(`Second ${at}, ${show(act)} is refused by ${rule} where others called before.`);
    });
    last = at;
  }
  return finish(rehearsal, orders, chance, last);
}
function* strewn(chance: MoneyChance, times: number): Iterable<MoneyAct> {
  for (let done = 0; done < times; done++) yield chance.anyones();
}

/** A history in the model alone. */
export const rehearse = (acts: number, seed: number, met: Met = new Map()): Promise<Played> =>
  named(seed, () => improvise(new Rehearsal(new Troupe(), met), acts, seed));
export const rehearseVaried = (played: Played, met: Met = new Map()): Promise<Record<string, bigint>> =>
  named(played.seed, () => vary(new Rehearsal(new Troupe(), met), played));

async function named<T>(seed: number, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
  }
}

/** The model of a stage, with the contracts' own addresses. */
function troupeOf({ record, foundedAt }: Stage): Troupe {
  const { surplusPool: pool, market, commonsPool: commons } = record.contracts;
  return new Troupe(record.genesis, foundedAt, { ...NOWHERE, pool, market, commons });
}

async function staged<T>(
  connection: Connection,
  seed: number,
  met: Met,
  act: (performance: Performance) => Promise<T>,
): Promise<T> {
  const stage = await moneyStage(connection);
  const kept = await connection.provider.request({ method: "evm_snapshot", params: [] });
  try {
    return await named(seed, () => act(new Performance(stage, troupeOf(stage), met)));
  } finally {
    await connection.provider.request({ method: "evm_revert", params: [kept] });
  }
}

async function readCodes({ provider, record }: Stage): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const address of [...Object.values(TOKENS), record.contracts.commonsPool])
    codes.set(
      address,
      keccak256((await provider.request({ method: "eth_getCode", params: [address, "latest"] })) as string),
    );
  return codes;
}

/** A history in the model and on the contracts. Throws, with the seed, at the first difference; leaves the chain as it was. */
export const playMoney = (connection: Connection, acts: number, seed: number, met: Met): Promise<Played> =>
  staged(connection, seed, met, async (performance) =>
    improvise(performance, acts, seed, await readCodes(await moneyStage(connection))),
  );
/** The same once more, with calls of anyone at other times. */
export const playMoneyVaried = (connection: Connection, played: Played, met: Met): Promise<Record<string, bigint>> =>
  staged(connection, played.seed, met, (performance) => vary(performance, played));
