// What surpluses bring and how they are divided. No debts and no ring of numbers: every division is kept in a list, every counted lot in
// a map, and what somebody is owed is added up from both each time.
import { Kept, type Journal } from "./journal.ts";
import type { Purses } from "./pricePurses.ts";
import { need } from "./rules.ts";
import type { Holder } from "./priceTerms.ts";
import type { Work } from "./work.ts";

/** In one call, so many epochs that wait are divided before others. */
const FEW = 8;
const Q64 = 2n ** 64n;
const RING = 2n ** 192n;

/** The numbers by which a surplus is parted, in percent and twelfths. */
export interface Terms {
  readonly reserve: bigint;
  readonly commons: bigint;
  readonly rebate: bigint;
  readonly twelfths: bigint;
}
export interface Parts {
  readonly rebate: bigint;
  readonly dividend: bigint;
  readonly commons: bigint;
  readonly capital: bigint;
  readonly reserve: bigint;
}

/** Parts a surplus. The reserve has what rounding leaves. */
export function part(surplus: bigint, { reserve, commons, rebate, twelfths }: Terms): Parts {
  const [ofMembers, ofCommons] = [(surplus * (100n - reserve - commons)) / 100n, (surplus * commons) / 100n];
  const [back, own] = [(ofMembers * rebate) / 100n, (ofCommons * twelfths) / 12n];
  return {
    rebate: back,
    dividend: ofMembers - back,
    commons: own,
    capital: ofCommons - own,
    reserve: surplus - ofMembers - ofCommons,
  };
}

/** What arrived in an epoch: for shares, and what is not for them. */
export interface Arrival {
  readonly dividend: bigint;
  readonly kept: bigint;
}
/** An epoch's arrivals, divided. `step`: what a share got of them, times 2^64. */
export interface Division {
  readonly epoch: number;
  readonly dividend: bigint;
  readonly shares: bigint;
  readonly step: bigint;
}

/** What a project has in a token. */
export interface Book {
  /** Not divided yet, ascending. */
  readonly waiting: readonly (Arrival & { readonly epoch: number })[];
  readonly divisions: readonly Division[];
  readonly through: number;
  readonly reserve: bigint;
  /** Carried to the next division, in 2^64ths of a unit. */
  readonly remainder: bigint;
  readonly pocket: bigint;
  readonly spent: { readonly epoch: number; readonly amount: bigint };
}
const EMPTY: Book = {
  waiting: [],
  divisions: [],
  through: 0,
  reserve: 0n,
  remainder: 0n,
  pocket: 0n,
  spent: { epoch: -1, amount: 0n },
};

/** Lots of a holder that are counted, by epoch, and what was drawn for them. */
export interface Counted {
  readonly lots: readonly { readonly epoch: number; readonly shares: bigint }[];
  readonly drawn: bigint;
}
const NOTHING: Counted = { lots: [], drawn: 0n };

const sumOf = (list: readonly bigint[]): bigint => list.reduce((sum, amount) => sum + amount, 0n);

export class Books {
  private readonly work: Work;
  private readonly purses: Purses;
  private readonly books: Kept<string, Book>;
  private readonly counts: Kept<string, Counted>;
  /** Capital that the commons may take. */
  private readonly capitals: Kept<string, bigint>;
  /** Of projects that a vote admitted: until which epoch they are on probation, and the commons' part until then. */
  private readonly probations: Kept<number, { readonly until: number; readonly commons: number }>;

  constructor(journal: Journal, work: Work, purses: Purses) {
    [this.work, this.purses] = [work, purses];
    [this.books, this.counts, this.capitals] = [
      new Kept(journal, EMPTY),
      new Kept(journal, NOTHING),
      new Kept(journal, 0n),
    ];
    this.probations = new Kept(journal, { until: 0, commons: 0 });
  }

  // --- views ---

  of = (project: number, token: string): Book => this.books.get(`${project} ${token}`);
  capitalOf = (token: string): bigint => this.capitals.get(token);
  countedOf = (project: number, token: string, member: number): Counted =>
    this.counts.get(`${project} ${token} ${member}`);
  countedLot = (project: number, token: string, member: number, epoch: number): bigint =>
    this.countedOf(project, token, member).lots.find((lot) => lot.epoch === epoch)?.shares ?? 0n;
  isOnProbation = (project: number): boolean => this.work.clock.epoch < this.probations.get(project).until;
  termsNow(project: number): Terms {
    const { numbers } = this.work;
    const commons = this.isOnProbation(project) ? this.probations.get(project).commons : numbers.get("CommonsPercent");
    return {
      reserve: BigInt(numbers.get("ReservePercent")),
      commons: BigInt(commons),
      rebate: BigInt(numbers.get("RebatePercent")),
      twelfths: BigInt(numbers.get("CommonsTwelfths")),
    };
  }
  /** What a share got in divisions of epochs that `counts`, times 2^64. */
  private steps = (project: number, token: string, counts: (epoch: number) => boolean): bigint =>
    sumOf(
      this.of(project, token)
        .divisions.filter(({ epoch }) => counts(epoch))
        .map(({ step }) => step),
    );
  /** As the contract tells it, modulo 2^192. */
  accumulatorAt = (project: number, token: string, epoch: number): bigint =>
    this.steps(project, token, (other) => other <= epoch) % RING;
  /** Everything that counted lots bring, drawn or not, rounded down once. */
  due(project: number, token: string, member: number): bigint {
    const { lots } = this.countedOf(project, token, member);
    return sumOf(lots.map(({ epoch, shares }) => shares * this.steps(project, token, (other) => other >= epoch))) / Q64;
  }
  /** As the contract keeps it: what counted lots take no part in, and what was paid, modulo 2^192. */
  debtOf(project: number, token: string, member: number): bigint {
    const { lots, drawn } = this.countedOf(project, token, member);
    return (
      (sumOf(lots.map(({ epoch, shares }) => shares * this.steps(project, token, (other) => other < epoch))) +
        drawn * Q64) %
      RING
    );
  }
  tokensOf = (): string[] => [...new Set([...this.books.keys()].map((place) => place.slice(place.indexOf(" ") + 1)))];

  /** All shares up to an epoch, once they can change no more; undefined before. */
  sharesThrough(project: number, epoch: number): bigint | undefined {
    const { shares, credits } = this.work;
    if (!shares.isFinal(epoch)) return undefined;
    const until = credits.epochs(project).filter((other) => other <= epoch);
    return shares.closedUntil(project).count < until.length
      ? undefined
      : sumOf(until.map((other) => shares.closedEpoch(project, other).issued));
  }

  // --- acts ---

  probation = (project: number, until: number, commons: number): void =>
    this.probations.set(project, { until, commons });

  /** A surplus arrives. What the buyer has back of it. */
  bringIn(project: number, token: string, surplus: bigint): bigint {
    const parts = part(surplus, this.termsNow(project));
    this.arrive(project, token, { dividend: parts.dividend, kept: parts.reserve });
    this.arrive(0, token, { dividend: parts.commons, kept: parts.capital });
    return parts.rebate;
  }

  /** Divides so many waiting epochs at most. How many. */
  divide(project: number, token: string, most = FEW): number {
    let done = 0;
    for (;;) {
      const book = this.of(project, token);
      const first = book.waiting.find(({ epoch }) => this.work.shares.isFinal(epoch));
      if (first === undefined) {
        this.change(project, token, { through: Math.max(book.through, this.firstOpen()) });
        return done;
      }
      const shares = done < most ? this.sharesThrough(project, first.epoch) : undefined;
      if (shares === undefined) return done;
      this.divideEpoch(project, token, first, shares);
      done++;
    }
  }
  /** All that is final, or refused. */
  divideAll(project: number, token: string): void {
    this.divide(project, token);
    need(!this.of(project, token).waiting.some(({ epoch }) => this.work.shares.isFinal(epoch)), "DivideFirst");
  }

  /** Counts lots, and what they bring that was not drawn before. */
  draw(project: number, token: string, member: number, epochs: readonly number[]): bigint {
    this.divide(project, token);
    for (const epoch of epochs) this.count(project, token, member, epoch);
    const counted = this.countedOf(project, token, member);
    const due = this.due(project, token, member);
    this.counts.set(`${project} ${token} ${member}`, { ...counted, drawn: due });
    return due - counted.drawn;
  }
  /** Draws into the member's purse; of member 0 into the pocket of the reserve. */
  drawIn(project: number, token: string, member: number, epochs: readonly number[]): void {
    const amount = this.draw(project, token, member, epochs);
    if (member === 0) this.change(project, token, { pocket: this.of(project, token).pocket + amount });
    else this.purses.give(member, token, amount);
  }

  spendReserve(project: number, token: string, to: Holder, amount: bigint): void {
    this.divideAll(project, token);
    const { reserve, spent } = this.of(project, token);
    const { epoch } = this.work.clock;
    const before = spent.epoch === epoch ? spent.amount : 0n;
    const most = (reserve + before) / 10n;
    need(amount > 0n, "AmountOutOfBounds");
    need(before + amount <= most, "AboveATenth");
    this.change(project, token, { reserve: reserve - amount, spent: { epoch, amount: before + amount } });
    this.purses.give(to, token, amount);
  }
  spendPocket(project: number, token: string, to: Holder, amount: bigint): void {
    const { pocket } = this.of(project, token);
    need(amount > 0n && amount <= pocket, "AmountOutOfBounds");
    this.change(project, token, { pocket: pocket - amount });
    this.purses.give(to, token, amount);
  }

  takeCapital(token: string): bigint {
    this.divideAll(0, token);
    const capital = this.capitalOf(token);
    this.capitals.set(token, 0n);
    return capital;
  }
  takeReserve(project: number, token: string): bigint {
    this.divideAll(project, token);
    const { reserve } = this.of(project, token);
    this.change(project, token, { reserve: 0n });
    return reserve;
  }

  // --- private ---

  private firstOpen = (): number => Math.max(0, this.work.clock.epoch - 1);
  private change = (project: number, token: string, changed: Partial<Book>): void =>
    this.books.set(`${project} ${token}`, { ...this.of(project, token), ...changed });

  private arrive(project: number, token: string, { dividend, kept }: Arrival): void {
    const { waiting } = this.of(project, token);
    const { epoch } = this.work.clock;
    const last = waiting.at(-1)?.epoch === epoch ? waiting.at(-1)! : { epoch, dividend: 0n, kept: 0n };
    this.change(project, token, {
      waiting: [
        ...waiting.filter((other) => other.epoch !== epoch),
        { epoch, dividend: last.dividend + dividend, kept: last.kept + kept },
      ],
    });
  }

  private divideEpoch(
    project: number,
    token: string,
    { epoch, dividend, kept }: Book["waiting"][number],
    shares: bigint,
  ): void {
    const book = this.of(project, token);
    const whole = dividend * Q64 + book.remainder;
    const step = shares === 0n ? 0n : whole / shares;
    if (project === 0) this.capitals.set(token, this.capitalOf(token) + kept);
    this.change(project, token, {
      waiting: book.waiting.filter((other) => other.epoch !== epoch),
      divisions: [...book.divisions, { epoch, dividend, shares, step }],
      through: epoch + 1,
      remainder: shares === 0n ? book.remainder : whole % shares,
      reserve: book.reserve + (project === 0 ? 0n : kept) + (shares === 0n ? dividend : 0n),
    });
  }

  /** A lot counts from the epoch of its work on, with all it grew to. */
  private count(project: number, token: string, member: number, epoch: number): void {
    const lot = this.work.shares.lotOf(project, member, epoch);
    need(lot > 0n, "LotNotDrawn");
    need(!this.of(project, token).waiting.some((other) => other.epoch < epoch), "DivideFirst");
    const counted = this.countedOf(project, token, member);
    this.counts.set(`${project} ${token} ${member}`, {
      ...counted,
      lots: [...counted.lots.filter((other) => other.epoch !== epoch), { epoch, shares: lot }],
    });
  }
}
