// What happens next in a history of price, and when.
import { id as hashOf } from "ethers";
import type { Random } from "../../client/random.ts";
import { placeOf } from "../../model/parameters.ts";
import type { Holder } from "../../model/priceTerms.ts";
import { DAY, EPOCH } from "../../model/rules.ts";
import type { MoneyAct } from "./acts.ts";
import { ACTORS, addressOf, charterLike, EVERY_TOKEN, FOUNDERS, MOST_OF_A_TOKEN, NO_TOKEN, TOKENS } from "./cast.ts";
import type { Tree } from "../tree.ts";
import { Dealing } from "./dealing.ts";
import type { Troupe } from "./troupe.ts";
import { Working } from "./working.ts";

const HOUR = 3_600;
const NUMBERS = [
  ["ReservePercent", 40, 60],
  ["CommonsPercent", 10, 30],
  ["RebatePercent", 0, 50],
  ["CommonsTwelfths", 2, 6],
  ["SilenceDays", 7, 28],
] as const;
const MOST_PROJECTS = 7;
const MOST_MEMBERS = 7;

export class MoneyChance {
  private readonly troupe: Troupe;
  private readonly random: Random;
  /** Where something was spent, or released, last. */
  private spent: readonly [number, string] | undefined;
  private released: string | undefined;
  readonly dealing: Dealing;
  readonly working: Working;

  /** `trees`: what stewards posted where the history was played before. */
  constructor(troupe: Troupe, random: Random, trees?: Map<string, Tree>) {
    [this.troupe, this.random] = [troupe, random];
    this.dealing = new Dealing(troupe, random);
    this.working = new Working(troupe, random, trees);
  }

  private rarely = (part = 0.05): boolean => this.random.part() < part;

  // --- when ---

  /** The next second, and how many acts are done in it. */
  when(): { readonly at: number; readonly acts: number } {
    return { at: this.second(), acts: this.random.one([1, 2, 4, 8, 16, 24]) };
  }
  private second(): number {
    const { random } = this;
    const { now } = this.troupe.work.clock;
    const luck = random.part() * 100;
    if (luck < 40) return now + random.whole(1, 600);
    if (luck < 60) return now + random.whole(1, 30) * HOUR;
    if (luck < 75) return now + random.whole(1, 9) * DAY;
    if (luck < 95) return this.edge(now);
    return now + (luck < 99 ? random.whole(1, 3) * EPOCH : random.one([90 * DAY, 200 * DAY, 400 * DAY, 400 * DAY]));
  }
  /** A second at which something begins or ends, or the one before it. */
  private edge(now: number): number {
    const { work, price } = this.troupe;
    const { clock, charters } = work;
    const orders = this.dealing.orders
      .slice(-30)
      .filter((order) => !["Accepted", "Refunded", "Split"].includes(price.market.stageOf(order)));
    const seconds = orders.flatMap((order) =>
      price.market.stageOf(order) === "Pledged"
        ? [order.offer.closes]
        : [
            price.market.dueOf(order),
            price.market.silentFrom(order),
            price.market.orderOf(order).disputedAt + 30 * DAY,
          ],
    );
    const closed = Array.from({ length: charters.count }, (_, project) => price.commons.goneFrom(project)).filter(
      (date) => date !== Infinity,
    );
    const ahead = [...seconds, ...closed, clock.start(clock.epoch + 1), clock.start(clock.epoch + 2)]
      .map((second) => second - (this.rarely(0.3) ? 1 : 0))
      .filter((second) => second > now);
    return this.random.one(ahead.sort((a, b) => a - b).slice(0, 8));
  }

  // --- what ---

  *acts(count: number): Iterable<MoneyAct> {
    for (let done = 0; done < count; done++) {
      if (this.random.part() < 0.05) yield* this.working.burst();
      else yield* this.prepared(this.next());
    }
  }
  /** What a vote or the commons take is mostly closed before, and often taken from twice in a second. */
  private *prepared(act: MoneyAct): Iterable<MoneyAct> {
    const taking = act.is === "spendReserve" || act.is === "release" || act.is === "pull" || act.is === "sweep";
    if (taking && !this.rarely(0.3)) yield { is: "close", project: "project" in act ? act.project : 0, most: 20 };
    yield act;
    if (act.is === "spendReserve" && this.rarely(0.5)) yield this.spending(...(this.spent ?? [act.project, act.token]));
    if (act.is === "release" && this.rarely(0.5)) yield this.releasing(act.token, act.target);
  }
  private next(): MoneyAct {
    const luck = this.random.part() * 100;
    if (luck < 12) return this.depositing();
    if (luck < 34) return this.dealing.funding();
    if (luck < 36) return this.dealing.opening();
    if (luck < 38) return this.dealing.asking();
    if (luck < 43) return this.dealing.answering();
    if (luck < 44) return this.dealing.naming();
    if (luck < 45) return this.dealing.cancelling();
    if (luck < 70) return this.dealing.handling();
    if (luck < 73) return this.withdrawing();
    if (luck < 87) return this.drawing();
    if (luck < 91) return this.working.drawing();
    if (luck < 96) return this.commons();
    return this.voting();
  }

  /** What anyone may call, for no reason. */
  anyones(): MoneyAct {
    const [token, luck] = [this.dealing.token(), this.random.part()];
    if (luck < 0.3) return this.working.drawing();
    if (luck < 0.4) return { is: "pull", token };
    if (luck < 0.5) return { is: "sweep", project: this.anyProject(), token };
    if (luck < 0.6) return { is: "adopt", former: addressOf(this.random.whole(FOUNDERS + 1, ACTORS)), token };
    const act = this.drawing();
    return act.is === "drawOut" ? { is: "divide", project: act.project, token, most: 1 } : act;
  }

  private anyProject = (): number =>
    this.rarely(0.02) ? this.troupe.work.charters.count : this.random.whole(0, this.troupe.work.charters.count - 1);
  private holder = (): Holder =>
    this.rarely()
      ? this.random.one([0, 99])
      : this.random.one([this.random.whole(1, this.troupe.work.people.count), addressOf(this.random.whole(1, ACTORS))]);
  private target(token: string): string {
    const { pool, market, commons, zero } = this.troupe.price.addresses;
    return this.rarely() ? this.random.one([zero, token, pool, market, commons]) : this.dealing.anyone();
  }

  private depositing(): MoneyAct {
    const { random } = this;
    if (this.rarely(0.04)) return { is: "stray", token: this.dealing.token(), amount: random.big(1_000n) };
    if (this.rarely(0.06)) return { is: "mood", mood: random.one([0, 0, 0, 1, 2, 3]) };
    const token = this.rarely(0.01) ? NO_TOKEN : this.dealing.token();
    const most = MOST_OF_A_TOKEN[token] ?? 1n;
    const amount = this.rarely(0.03)
      ? random.one([0n, 2n ** 112n, 2n ** 112n - 1n - this.troupe.price.purses.held(token) + 1n])
      : random.big(most) + 1n;
    return { is: "deposit", by: this.dealing.anyone(), token, amount, permit: this.rarely(0.2) };
  }
  private withdrawing(): MoneyAct {
    const { random } = this;
    const [by, token] = [this.dealing.anyone(), this.dealing.token()];
    if (this.rarely(0.3))
      return {
        is: "adopt",
        former: random.part() < 0.8 ? addressOf(random.whole(FOUNDERS + 1, ACTORS)) : this.dealing.anyone(),
        token,
      };
    const purse = this.troupe.price.purses.of(this.dealing.today(by), token);
    const amount = this.rarely(0.08) ? random.one([0n, purse + 1n, 2n ** 112n]) : random.one([purse, purse / 2n, 1n]);
    return { is: "withdraw", by, token, amount, to: this.target(token) };
  }

  /** Dividends, mostly of lots that were drawn and not counted, or of what was counted before. */
  private drawing(): MoneyAct {
    const { random } = this;
    const [project, token] = [this.anyProject(), this.dealing.token()];
    if (random.part() < 0.25) return { is: "divide", project, token, most: random.one([0, 1, 2, 8, 100]) };
    const member = this.rarely(0.15) ? 0 : random.whole(0, this.troupe.work.people.count);
    const epochs = this.lots(project, member);
    if (random.part() < 0.2)
      return {
        is: "drawOut",
        by: this.dealing.voice(member) || this.dealing.anyone(),
        project,
        token,
        epochs,
        to: this.target(token),
      };
    const claims = [{ project, token, member, epochs }];
    if (this.rarely(0.15))
      claims.push({ project, token: this.dealing.token(), member, epochs }, { project, token, member, epochs: [] });
    return { is: "drawDividends", claims };
  }
  private lots(project: number, member: number): number[] {
    const { random, troupe } = this;
    const { credits, shares, clock } = troupe.work;
    if (this.rarely(0.04)) return [random.whole(0, clock.epoch + 1)];
    const drawn =
      project < troupe.work.charters.count
        ? credits.epochs(project).filter((epoch) => shares.lotOf(project, member, epoch) > 0n)
        : [];
    const some = random.some(drawn, random.whole(0, 4));
    return some.length > 0 && this.rarely() ? [...some, some[0]!] : some;
  }

  private commons(): MoneyAct {
    const { random } = this;
    const [token, project] = [this.dealing.token(), this.anyProject()];
    const { price, work } = this.troupe;
    const luck = random.part() * 100;
    if (luck < 20) return { is: "pull", token };
    if (luck < 35) {
      const closed = Array.from({ length: work.charters.count }, (_, place) => place).filter(
        (other) => work.charters.find(other).closedFrom !== Infinity,
      );
      return { is: "sweep", project: closed.length > 0 && !this.rarely() ? random.one(closed) : project, token };
    }
    if (luck < 60) return this.spending(project, token);
    if (luck < 68) {
      const [pocket] = Array.from({ length: work.charters.count }, (_, other) => other).filter(
        (other) => price.books.of(other, token).pocket > 0n,
      );
      return {
        is: "spendPocket",
        project: pocket ?? project,
        token,
        to: this.holder(),
        amount: this.some(price.books.of(pocket ?? project, token).pocket),
      };
    }
    const target = random.one([
      TOKENS.plain,
      TOKENS.silent,
      this.rarely() ? addressOf(1) : TOKENS.plain,
      this.rarely() ? price.addresses.commons : TOKENS.plain,
    ]);
    const current = this.codeAt(target);
    if (luck < 80)
      return {
        is: "adoptCode",
        target,
        code: this.rarely(0.1) ? hashOf("other code") : current || hashOf("no code"),
        current,
        adopted: random.part() < 0.85,
      };
    return this.releasing(token, target);
  }
  /** Often twice in an epoch from the same reserve: the tenth is of both together. */
  private spending(ofProject: number, inToken: string): MoneyAct {
    const full = Array.from({ length: this.troupe.work.charters.count }, (_, place) => place)
      .flatMap((project) => EVERY_TOKEN.map((token) => [project, token] as const))
      .filter(
        ([project, token]) => this.troupe.price.books.of(project, token).reserve + this.final(project, token) > 9n,
      );
    const chosen = full.length > 0 && !this.rarely(0.1) ? this.random.one(full) : ([ofProject, inToken] as const);
    const [project, token] = this.spent !== undefined && this.rarely(0.3) ? this.spent : chosen;
    this.spent = [project, token];
    const { reserve, spent } = this.troupe.price.books.of(project, token);
    const before = spent.epoch === this.troupe.work.clock.epoch ? spent.amount : 0n;
    return {
      is: "spendReserve",
      project,
      token,
      to: this.holder(),
      amount: this.tenth(reserve + this.final(project, token), before),
    };
  }
  private releasing(ofToken: string, target: string): MoneyAct {
    const token = this.released !== undefined && this.rarely(0.5) ? this.released : ofToken;
    this.released = token;
    const { books, commons } = this.troupe.price;
    const capital = commons.capitalOf(token) + books.capitalOf(token) + this.final(0, token);
    const before = commons.releasedIn(token, this.troupe.work.clock.epoch);
    return { is: "release", token, target, current: this.codeAt(target), amount: this.tenth(capital, before) };
  }
  /** What is not for shares of all that waits and is final. */
  private final = (project: number, token: string): bigint =>
    this.troupe.price.books
      .of(project, token)
      .waiting.filter(({ epoch }) => this.troupe.work.shares.isFinal(epoch))
      .reduce((sum, { kept }) => sum + kept, 0n);
  /** What stands at an address, by name; whoever plays on a chain puts its digest in place. */
  codeAt: (address: string) => string = (address) =>
    EVERY_TOKEN.includes(address) || address === this.troupe.price.addresses.commons
      ? hashOf(`code at ${address}`)
      : "";
  /** As much as may still go of a whole of which something went before in this epoch, one more, or less. */
  private tenth(whole: bigint, before: bigint): bigint {
    const left = (whole + before) / 10n - before;
    return this.random.one([left, left, left + 1n, left / 2n, left / 3n, 1n, this.rarely() ? 0n : 1n]);
  }
  private some = (whole: bigint): bigint => this.random.one([whole, whole + 1n, whole / 2n, 0n]);

  private voting(): MoneyAct {
    const { random } = this;
    const { work } = this.troupe;
    const luck = random.part() * 100;
    if (luck < 35) {
      const [name, least, most] = random.one(NUMBERS);
      return {
        is: "number",
        place: placeOf(name),
        value: random.one([least, most, random.whole(least, most), this.rarely() ? most + 1 : least]),
      };
    }
    if (luck < 55) return this.listing();
    if (luck < 75 && work.people.count < MOST_MEMBERS)
      return {
        is: "join",
        newcomer: work.people.count + 1,
        sponsors: random.some(
          Array.from({ length: FOUNDERS }, (_, place) => place + 1),
          2,
        ),
      };
    if (luck < 85 && work.charters.count < MOST_PROJECTS)
      return {
        is: "admit",
        charter: charterLike({
          minSurplus: random.one([5, 10, 50]),
          salesCap: random.one([0n, 700n, 10n ** 7n, 10n ** 12n]),
          stewards: random.some([1, 2, 3, 4], 2),
        }),
      };
    if (luck < 92)
      return {
        is: "stewards",
        project: random.whole(1, work.charters.count - 1),
        stewards: random.some([1, 2, 3, 4, 5], random.whole(1, 3)),
      };
    if (work.clock.epoch < 8) return { is: "seat", member: work.people.count };
    if (luck > 99) return { is: "leave", by: random.whole(4, FOUNDERS) };
    return this.rarely(0.3)
      ? this.amending()
      : { is: "closeProject", project: random.whole(this.rarely(0.1) ? 0 : 2, work.charters.count - 1) };
  }
  private listing(): MoneyAct {
    const { random } = this;
    const { purses, addresses } = this.troupe.price;
    if (this.rarely(0.1))
      return { is: "list", token: random.one([NO_TOKEN, addresses.pool]), listed: true, noToken: true };
    const off = EVERY_TOKEN.find((other) => !purses.isListed(other));
    const token = off !== undefined && !this.rarely(0.2) ? off : this.dealing.token();
    // Mostly on the list: what is delisted comes back soon.
    return { is: "list", token, listed: purses.isListed(token) ? this.rarely(0.5) : true };
  }
  private amending(): MoneyAct {
    const { random } = this;
    const { charters } = this.troupe.work;
    const open = Array.from({ length: charters.count - 1 }, (_, place) => place + 1).filter(
      (project) => charters.find(project).closedFrom === Infinity,
    );
    if (open.length === 0) return this.listing();
    const project = random.one(open);
    const { charter } = charters.find(project).charters.at(-1)!;
    return {
      is: "amend",
      project,
      charter: {
        ...charterLike({}),
        ...charter,
        minSurplus: random.one([5, 20, 50]),
        salesCap: charter.salesCap * 2n,
        statement: hashOf(`amendment ${random.hash()}`),
      },
    };
  }
}
