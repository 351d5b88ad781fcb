import { expect } from "chai";
import { Numbers, placeOf } from "../../support/model/parameters.ts";
import { attemptAmong, type PeopleAct } from "../../support/model/peopleActs.ts";
import { addressOf } from "../../support/model/peopleChance.ts";
import { foundPeople, GENESIS } from "../../support/model/peopleHistory.ts";
import { People } from "../../support/model/people.ts";
import { Clock, DAY } from "../../support/model/rules.ts";

/** The three founders, by number and by key. */
const [LIN, ZHOU, MA] = [1, 2, 3];
const [lin, zhou, ma] = [addressOf(LIN), addressOf(ZHOU), addressOf(MA)];
/** Addresses of people from outside. */
const [chen, wu, xu, guo] = [addressOf(101), addressOf(102), addressOf(103), addressOf(104)];
const GUARDIANS = [addressOf(201), addressOf(202), addressOf(203)];
const MOST = GUARDIANS.slice(0, 2);

/** A cooperative, and what is asked of it at days from its founding, in order. A refusal by its name, or "done". */
class Telling {
  readonly people: People;
  constructor(founders = 3) {
    this.people = foundPeople(founders);
  }
  at(day: number, act: PeopleAct, seconds = 0): string {
    const outcome = attemptAmong(this.people, act, GENESIS + day * DAY + seconds);
    return "refused" in outcome ? outcome.refused : outcome.result === false ? "in vain" : "done";
  }
  /** The same, and it must be done. */
  do(day: number, ...acts: PeopleAct[]): this {
    for (const act of acts) expect(this.at(day, act), `${act.is} on day ${day}`).to.equal("done");
    return this;
  }
}

const join = (key: string, ...sponsors: number[]): PeopleAct => ({ is: "join", key, sponsors });
const seat = (member: number): PeopleAct => ({ is: "seat", member });
const expel = (member: number): PeopleAct => ({ is: "expel", member });
const guard: PeopleAct = { is: "setGuardians", key: lin, list: GUARDIANS };
const open = (newKey: string, signers: readonly string[] = MOST): PeopleAct => ({ is: "openRecovery", member: LIN, newKey, signers });
const veto = (key = lin): PeopleAct => ({ is: "vetoRecovery", key });
const finish: PeopleAct = { is: "finishRecovery", member: LIN };
const set = (name: "JoinPercent" | "VouchesPerQuarter" | "RecoveryDays", value: number): PeopleAct => ({ is: "parameter", place: placeOf(name), value });

/** Chen, the fourth member, joined on day 0 and was seated on day 28. */
const withChen = (): Telling => new Telling().do(0, join(chen, LIN, ZHOU)).do(28, seat(4));
/** Lin gave guardians on day 30, who count from day 44 on. */
const guarded = (): Telling => new Telling().do(30, guard);

/** What changes on a day: refused in its last second before and done in its first, or the other way round. */
const EDGES: readonly { readonly what: string; readonly day: number; readonly tell: () => Telling; readonly act: PeopleAct; readonly before: string; readonly after: string }[] = [
  { what: "a seat is taken 28 days after joining", day: 28, tell: () => new Telling().do(0, join(chen, LIN, ZHOU)), act: seat(4), before: "SeatTooEarly", after: "done" },
  { what: "one vouches 90 days after joining", day: 90, tell: withChen, act: join(wu, 4, MA), before: "SponsorTooNew", after: "done" },
  { what: "a bar ends after 180 days", day: 210, tell: () => withChen().do(30, expel(4)), act: join(wu, LIN, MA), before: "SponsorBarred", after: "done" },
  { what: "a quarter's places come back with the next", day: 84, tell: () => new Telling().do(0, join(chen, LIN, ZHOU), join(wu, LIN, ZHOU)), act: join(xu, LIN, ZHOU), before: "QuarterFull", after: "done" },
  { what: "a quarter's vouches come back with the next", day: 84, tell: () => new Telling(40).do(0, join(chen, LIN, ZHOU), join(wu, LIN, ZHOU), join(xu, LIN, ZHOU)), act: join(guo, MA, LIN), before: "NoVouchLeft", after: "done" },
  { what: "one is expelled an epoch, of fewer than a hundred", day: 56, tell: () => withChen().do(28, expel(MA)), act: expel(4), before: "TooManyExpelled", after: "done" },
  { what: "a name holds ninety days", day: 90, tell: () => new Telling().do(0, { is: "name", keys: [chen] }), act: { is: "joinNamed", key: chen }, before: "done", after: "NotNamed" },
  { what: "a key gives guardians when it is thirty days old", day: 30, tell: () => new Telling(), act: guard, before: "KeyTooYoung", after: "done" },
  { what: "guardians count after fourteen days", day: 44, tell: guarded, act: open(xu), before: "NoGuardians", after: "done" },
  { what: "a recovery is finished after fourteen days", day: 64, tell: () => guarded().do(50, open(xu)), act: finish, before: "RecoveryTooEarly", after: "done" },
  { what: "and is vetoed before", day: 64, tell: () => guarded().do(50, open(xu)), act: veto(), before: "done", after: "RecoveryDue" },
  { what: "a veto holds the guardians still for 180 days", day: 231, tell: () => guarded().do(50, open(xu)).do(51, veto()), act: guard, before: "VetoFresh", after: "done" },
  { what: "a vote on the days of recovery binds from the next epoch", day: 56 + 28, tell: () => guarded().do(55, set("RecoveryDays", 28)).do(56, open(xu)), act: finish, before: "RecoveryTooEarly", after: "done" },
];

describe("In the model of membership", () => {
  for (const { what, day, tell, act, before, after } of EDGES) {
    it(`${what}, to the second`, () => {
      expect(tell().at(day, act, -1)).to.equal(before);
      expect(tell().at(day, act)).to.equal(after);
    });
  }

  it("a ward of 180 days is nobody's affair any more", () => {
    for (const [seconds, barred] of [[-1, true], [0, false]] as const) {
      const telling = withChen();
      expect(telling.at(180, expel(4), seconds)).to.equal("done");
      expect([LIN, ZHOU, MA].map((member) => telling.people.isBarred(member, GENESIS + 181 * DAY))).to.deep.equal([barred, barred, false]);
    }
  });

  it("three are needed to found, each with a key of their own; founded late, the founders still count in the first quarter", () => {
    expect(() => foundPeople(2)).to.throw("TooFewFounders");
    expect(() => new People(new Numbers(new Clock(GENESIS)), [lin, zhou, lin])).to.throw("KeyBarred");
    expect([foundPeople(40, 9 * DAY).placesIn(GENESIS + 10 * DAY), foundPeople(40, 9 * DAY).placesIn(GENESIS + 84 * DAY)]).to.deep.equal([4, 4]);
  });

  it("a quarter's places are of those seated in its first second, by the number in force then", () => {
    const telling = new Telling(40).do(0, join(chen, 4, 5)).do(30, set("JoinPercent", 20));
    const places = (day: number): number => telling.people.placesIn(GENESIS + day * DAY);
    expect([places(30), places(60), places(84)]).to.deep.equal([4, 4, 8]);
    telling.do(84, { is: "leave", key: ma }, ...[6, 7, 8, 9, 10].map((member): PeopleAct => ({ is: "leave", key: addressOf(member) })));
    expect([telling.people.placesIn(GENESIS + 85 * DAY), telling.people.seated]).to.deep.equal([6, 34]);
    telling.do(85, { is: "leave", key: addressOf(11) }, { is: "leave", key: addressOf(12) });
    expect(places(86)).to.equal(6);
  });

  it("where one is seated one vouch is enough, and the last one seated stays", () => {
    const telling = new Telling().do(1, { is: "leave", key: lin }, { is: "leave", key: zhou });
    expect([telling.at(1, { is: "leave", key: ma }), telling.at(1, expel(MA)), telling.at(1, join(chen, MA, LIN))]).to.deep.equal(["LastSeated", "LastSeated", "VouchesNeeded"]);
    telling.do(1, join(chen, MA)).do(29, seat(4)).do(29, { is: "leave", key: ma });
    expect([telling.people.seated, telling.at(30, { is: "leave", key: chen })]).to.deep.equal([1, "LastSeated"]);
  });

  it("who left comes back by fresh vouches, takes a place of the quarter, waits for the seat, and is no founder any more", () => {
    const telling = new Telling().do(1, { is: "leave", key: lin }).do(2, { is: "rejoin", key: lin, sponsors: [ZHOU, MA] }, join(chen, ZHOU, MA));
    expect([telling.at(3, join(wu, ZHOU, MA)), telling.at(29, seat(LIN))]).to.deep.equal(["QuarterFull", "SeatTooEarly"]);
    telling.do(30, seat(LIN));
    expect([0, 1, 2, 29, 30].map((day) => telling.people.weightAt(LIN, GENESIS + day * DAY))).to.deep.equal([1, 0, 0, 0, 1]);
    expect([telling.at(84, join(wu, LIN, MA)), telling.at(92, join(wu, LIN, MA))]).to.deep.equal(["SponsorTooNew", "done"]);
  });

  it("who was expelled comes back by vote alone, beyond the places, and waits for the seat", () => {
    const telling = new Telling().do(1, expel(LIN), join(chen, ZHOU, MA), join(wu, ZHOU, MA));
    expect([telling.at(2, { is: "rejoin", key: lin, sponsors: [ZHOU, MA] }), telling.at(2, { is: "readmit", member: ZHOU })]).to.deep.equal(["NotLeft", "NotExpelled"]);
    telling.do(2, { is: "readmit", member: LIN });
    expect([telling.at(29, seat(LIN)), telling.at(30, seat(LIN)), telling.people.stayOf(LIN).sponsors.length]).to.deep.equal(["SeatTooEarly", "done", 0]);
  });
});

describe("In the model of keys", () => {
  it("a thief with the key vetoes twice, changes it, cannot touch the guardians, and loses it to all of them", () => {
    const [stolen, own] = [addressOf(300), addressOf(301)];
    const telling = guarded().do(60, open(own), veto()).do(60, open(own), veto());
    telling.do(61, { is: "rotate", key: lin, newKey: stolen });
    const guards = (day: number): string => telling.at(day, { is: "setGuardians", key: stolen, list: [zhou, ma, chen] });
    expect([guards(61), guards(95)]).to.deep.equal(["KeyTooYoung", "VetoFresh"]);
    expect(telling.at(95, open(own))).to.equal("TooFewGuardians");
    telling.do(95, open(own, GUARDIANS));
    expect([telling.at(96, veto(stolen)), guards(96), telling.at(96, open(wu, GUARDIANS))]).to.deep.equal(["RecoveryStands", "RecoveryOpen", "RecoveryOpen"]);
    telling.do(96, { is: "rotate", key: stolen, newKey: addressOf(302) }).do(109, finish);
    expect([telling.people.keys.keyOf(LIN), telling.people.keys.keyEpochOf(LIN), telling.people.weightAt(LIN, GENESIS + 109 * DAY)]).to.deep.equal([own, 3, 1]);
  });

  it("a recovery drops a change of guardians that waits; guardians who made a slip close it", () => {
    const telling = guarded().do(50, { is: "setGuardians", key: lin, list: [zhou, ma, chen] }, open(xu));
    telling.do(51, { is: "cancelRecovery", member: LIN, signers: MOST });
    expect(telling.people.keys.guardiansOf(LIN, GENESIS + 99 * DAY)).to.deep.equal(GUARDIANS);
    expect([telling.at(65, finish), telling.at(65, veto())]).to.deep.equal(["NoRecovery", "NoRecovery"]);
  });

  it("an address that became a key meanwhile ends a recovery without effect", () => {
    const telling = guarded().do(50, open(xu), join(xu, ZHOU, MA));
    expect([telling.at(64, finish), telling.people.keys.keyOf(LIN), telling.at(64, finish)]).to.deep.equal(["in vain", lin, "NoRecovery"]);
  });

  it("a guardian who is a member speaks by the key in force, and a key that became the member's own speaks for no guardian", () => {
    const telling = new Telling().do(30, { is: "setGuardians", key: lin, list: [zhou, ma, wu] }).do(50, { is: "rotate", key: zhou, newKey: chen });
    expect(telling.at(50, open(xu, [zhou, ma]))).to.equal("NotAGuardian");
    telling.do(50, open(xu, [chen, ma]), { is: "cancelRecovery", member: LIN, signers: [chen, ma] }, { is: "rotate", key: lin, newKey: wu });
    expect([telling.at(51, open(xu, [wu, ma])), telling.at(51, open(xu, [ma, ma])), telling.at(51, open(xu, [chen, ma]))]).to.deep.equal(["NotAGuardian", "NotAGuardian", "done"]);
  });

  it("guardians are three to five, none twice, none the member, none a key that speaks no more", () => {
    const telling = new Telling().do(1, { is: "rotate", key: zhou, newKey: chen });
    const guards = (...list: string[]): string => telling.at(30, { is: "setGuardians", key: lin, list });
    const many = Array.from({ length: 6 }, (_, place) => addressOf(400 + place));
    expect([guards(wu, xu), guards(...many), guards(wu, xu, wu), guards(wu, xu, lin), guards(wu, xu, zhou), guards(wu, xu, addressOf(0))]).to.deep.equal(Array.from({ length: 6 }, () => "GuardiansInvalid"));
    expect([guards(wu, xu, chen), guards(...many.slice(1))]).to.deep.equal(["done", "done"]);
  });

  it("keys are changed and recovered in every standing", () => {
    const telling = guarded().do(50, { is: "leave", key: lin }, open(xu)).do(64, finish, { is: "rotate", key: xu, newKey: wu }, expel(ZHOU), { is: "rotate", key: zhou, newKey: chen });
    expect([telling.people.keys.keyOf(LIN), telling.people.keys.keyOf(ZHOU), telling.people.standingOf(LIN), telling.people.standingOf(ZHOU)]).to.deep.equal([wu, chen, "Left", "Expelled"]);
  });
});
