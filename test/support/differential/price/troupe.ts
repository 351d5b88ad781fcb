// A cooperative with money, in the model alone: whatever is played on the chain is played here first.
import { Refused } from "../../model/rules.ts";
import { Price } from "../../model/price.ts";
import type { PriceAddresses } from "../../model/pricePurses.ts";
import { Numbers } from "../../model/parameters.ts";
import { People } from "../../model/people.ts";
import { Clock } from "../../model/rules.ts";
import { Work } from "../../model/work.ts";
import { attemptStaged } from "../acts.ts";
import { isOfValue, type MoneyAct, type ValueAct } from "./acts.ts";
import { addressOf, FOUNDERS, FOUNDING, probationOf, TOKENS } from "./cast.ts";

const MOODS = ["", "TokenMovedOtherwise", "InAMood", "SafeERC20FailedOperation"] as const;
/** So many projects does the token that comes back divide. */
const ECHOED = 8;

/** Addresses for a model that stands for no contracts. */
export const NOWHERE: PriceAddresses = {
  pool: "0x1111111111111111111111111111111111111111",
  market: "0x2222222222222222222222222222222222222222",
  commons: "0x3333333333333333333333333333333333333333",
  zero: "0x0000000000000000000000000000000000000000",
};

export class Troupe {
  readonly work: Work;
  readonly price: Price;
  /** What came into the pool by no door. */
  readonly strays = new Map<string, bigint>();
  private mood = 0;

  constructor(genesis = 1_767_571_200, foundedAt = genesis, addresses: PriceAddresses = NOWHERE) {
    const people = new People(
      new Numbers(new Clock(genesis)),
      Array.from({ length: FOUNDERS }, (_, place) => addressOf(place + 1)),
      foundedAt,
    );
    this.work = new Work(people, FOUNDING);
    this.work.clock.now = foundedAt + 60;
    this.price = new Price(this.work, addresses, (token) => this.moves(token));
  }

  /** Does an act: the rule that refuses it; empty: done. */
  attempt(act: MoneyAct): string {
    if (act.is === "stray") this.strays.set(act.token, (this.strays.get(act.token) ?? 0n) + act.amount);
    else if (act.is === "mood") this.mood = act.mood;
    else if (act.is === "join") return this.joins(act.newcomer, act.sponsors);
    else if (isOfValue(act)) return this.works(act);
    else return this.price.attempt(act);
    return "";
  }

  private joins(actor: number, sponsors: readonly number[]): string {
    try {
      this.work.people.join(this.work.clock.now, addressOf(actor), sponsors);
      return "";
    } catch (error) {
      if (error instanceof Refused) return error.rule;
      throw error;
    }
  }
  private works(act: ValueAct): string {
    const rule = attemptStaged(this.work, act);
    if (act.is === "admit" && rule === "") {
      const { epochs, commons } = probationOf(act.charter);
      this.price.books.probation(this.work.charters.count - 1, this.work.clock.epoch + 1 + epochs, commons);
    }
    return rule;
  }
  private moves(token: string): void {
    if (token === TOKENS.moody && this.mood !== 0) throw new Refused(MOODS[this.mood]!);
    if (token === TOKENS.echo)
      for (let project = 0; project < ECHOED; project++) this.price.books.divide(project, token);
  }
}
