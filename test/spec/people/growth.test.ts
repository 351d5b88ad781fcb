import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { type Cooperative, DAY, found } from "../../support/cooperative.ts";
import { DAYS } from "../../support/membership.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { changeCounts, countSeated } from "../../support/seats.ts";
import { votedHand } from "../../support/voted.ts";

async function founded() {
  return found({ members: 12 });
}

const quarter = async (coop: Cooperative): Promise<bigint[]> => [...(await coop.members.quarterNow())];

/** Somebody signs and is vouched for, now; it is sent in a certain second. */
async function readyAt(coop: Cooperative, place: number, sponsors: readonly Person[]) {
  const newcomer = await personAt(place);
  const [application, vouches] = [await coop.membership.applies(newcomer), await coop.membership.allVouch(sponsors, newcomer)];
  return async (second: number) => {
    await coop.nextAt(second);
    return coop.membership.joining(application, vouches);
  };
}

describe("In a quarter of three epochs", () => {
  it("two join by vouches at least, and no third", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    expect(await quarter(coop)).to.deep.equal([0n, 0n, 2n]);
    await membership.joins(50, [people.lin, people.zhou]);
    await membership.joins(51, [people.he, people.fang]);
    expect(await quarter(coop)).to.deep.equal([0n, 2n, 2n]);
    await refused(membership.joins(52, [people.su, people.chen]), members, "QuarterFull", 0, 2, coop.start(3));
    expect((await members.sponsorOf(5)).used).to.equal(0);
  });

  it("room comes in its first second, and not in the last of the one before, whoever looks first", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    for (let turn = 1; turn <= 3; ++turn) {
      const start = coop.start(3 * turn);
      await coop.until(start - 3600);
      // One came in the first second of the quarter that was opened last.
      if (turn === 1) await membership.joins(50, [people.lin, people.zhou]);
      await membership.joins(51 + 10 * turn, [people.he, people.fang]);
      const third = await readyAt(coop, 52 + 10 * turn, [people.su, people.chen]);
      await refused(third(start - 1), members, "QuarterFull", turn - 1, 2, start);
      await expect(third(start)).to.emit(members, "Joined");
      expect(await quarter(coop)).to.deep.equal([BigInt(turn), 1n, 2n]);
    }
  });

  it("that nobody joined in leaves nothing over for the next", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    await coop.until(coop.start(30));
    expect(await quarter(coop)).to.deep.equal([10n, 0n, 2n]);
    await membership.joins(50, [people.lin, people.zhou]);
    await membership.joins(51, [people.he, people.fang]);
    await refused(membership.joins(52, [people.su, people.chen]), members, "QuarterFull", 10, 2, coop.start(33));
  });

  it("a tenth of those who were seated when it began may join, rounded down: who comes or goes in it moves nothing", async () => {
    for (const [seated, most] of [[29, 2], [30, 3], [39, 3], [40, 4]] as const) {
      const coop = await load(founded);
      const { members, membership, people } = coop;
      await coop.until(coop.start(3) - DAY);
      await countSeated(coop, seated, await coop.now());
      await coop.until(coop.start(3) + 10);
      await membership.resigns(people.shen);
      expect(await quarter(coop)).to.deep.equal([1n, 0n, BigInt(most)]);
      await changeCounts(coop, { seated: 500 });
      const sponsors = [people.lin, people.zhou, people.he, people.fang, people.su, people.chen, people.ye, people.luo];
      for (let place = 0; place < most; ++place) await membership.joins(50 + place, [sponsors[2 * place]!, sponsors[2 * place + 1]!]);
      await refused(membership.joins(60, [people.tang, people.xu]), members, "QuarterFull", 1, most, coop.start(6));
    }
  });

  it("what is a tenth is a number in force when it began: a vote changes it for the next and not for this one", async () => {
    const coop = await load(founded);
    const { parameters } = coop;
    await changeCounts(coop, { seated: 100, base: 100 });
    await parameters.connect(await votedHand(coop)).set(0, 20);
    expect(await quarter(coop)).to.deep.equal([0n, 0n, 10n]);
    await coop.until(coop.start(2));
    expect(await quarter(coop)).to.deep.equal([0n, 0n, 10n]);
    await coop.until(coop.start(3));
    expect(await quarter(coop)).to.deep.equal([1n, 0n, 20n]);
    await parameters.connect(await votedHand(coop)).set(0, 5);
    await coop.until(coop.start(5));
    expect((await quarter(coop))[2]).to.equal(20n);
    await coop.until(coop.start(6));
    expect((await quarter(coop))[2]).to.equal(5n);
  });

  it("who comes back takes a place, and who is named or readmitted by a vote takes none", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    await membership.resigns(people.shen);
    await membership.rejoins(people.shen, [people.lin, people.zhou]);
    expect((await quarter(coop))[1]).to.equal(1n);
    const named = await personAt(50);
    await membership.names([named]);
    await membership.joining(await membership.applies(named));
    await membership.expels(people.jiang);
    await membership.readmits(people.jiang);
    expect((await quarter(coop))[1]).to.equal(1n);
    await membership.joins(51, [people.he, people.fang]);
    await membership.resigns(people.shen);
    await refused(membership.rejoins(people.shen, [people.su, people.chen]), members, "QuarterFull", 0, 2, coop.start(3));
  });

  it("a majority of newcomers takes years: from three founders, with all friends of one, the seats double in no quarter", async () => {
    const coop = await found({ members: 3 });
    const { members, membership, people } = coop;
    const seated: number[] = [];
    let sponsors: Person[] = [people.lin, people.zhou];
    for (let turn = 0; turn < 5; ++turn) {
      const wards = [await membership.joins(100 + 2 * turn, [sponsors[0]!, sponsors[1]!]), await membership.joins(101 + 2 * turn, [sponsors[0]!, sponsors[1]!])];
      await refused(membership.joins(90, [sponsors[0]!, sponsors[1]!]), members, "QuarterFull", turn, 2, coop.start(3 * (turn + 1)));
      await coop.days(DAYS.seat);
      for (const ward of wards) await membership.takesSeat(ward);
      seated.push(Number(await members.seatedCount()));
      sponsors = [...sponsors, ...wards].slice(-4, -2);
      await coop.until(coop.start(3 * (turn + 1)));
      if (turn < 2) sponsors = [people.lin, people.zhou];
    }
    expect(seated).to.deep.equal([5, 7, 9, 11, 13]);
  });
});
