import { expect } from "chai";
import { DAY, QUARTER, quarterStart } from "#client/chain/epoch.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Member } from "#client/people/fold.ts";
import { mayChangeGuardians, mayFinish, mayOpenRecovery, mayVeto, neededFor, speaksFor, wardsOf } from "#client/people/mayGuard.ts";
import { isNamed, joinCountOf, mayJoin, maySit, mayVouch, placesLeft, quarterNow, sponsorOf, vouchesLeft, vouchesNeeded, waitingForSeat } from "#client/people/mayJoin.ts";
import { areRelated, relatedTo } from "#client/people/related.ts";
import { vouchesOf } from "#client/people/vouches.ts";
import { attestObstacle } from "#client/work/may.ts";
import { mayReview } from "#client/work/mayReview.ts";
import type { Claim, StatementRecord } from "#client/work/types.ts";
import { council, GENESIS, keyOf } from "../../support/client/ballots.ts";
import { after, NOW, strangerKey } from "../../support/client/signed.ts";

const [lin, zhou, he, fang] = [1, 2, 3, 4] as MemberId[] as [MemberId, MemberId, MemberId, MemberId];
const { books } = council({ members: 6 });

/** The books with a member told otherwise. */
const telling = (id: number, wish: Partial<Member>, ledger: Ledger = books): Ledger => {
  const { members } = ledger.people;
  return { ...ledger, people: { ...ledger.people, members: new Map(members).set(id as MemberId, { ...members.get(id as MemberId)!, ...wish }) } };
};
const quarter = Math.floor((NOW - GENESIS) / QUARTER);
const newcomer = (joinedAt: number, sponsors: MemberId[] = []): Partial<Member> => ({ founder: false, joinedAt, sponsors, seatedFrom: joinedAt + 28 * DAY });

describe("Who may vouch", () => {
  it("are founders at once, and others from ninety days after joining, to the second", () => {
    expect(mayVouch(books, lin, GENESIS)).to.equal(null);
    const late = telling(1, newcomer(NOW - 90 * DAY));
    expect(mayVouch(late, lin, NOW)).to.equal(null);
    expect(mayVouch(late, lin, NOW - 1)).to.deep.equal({ is: "SponsorTooNew", at: NOW });
  });

  it("are none without a seat, nor until half a year after a ward was expelled", () => {
    expect(mayVouch(telling(1, { seatedFrom: null }), lin, NOW)).to.deep.equal({ is: "NotSeated", at: null });
    const barred = telling(1, { barredUntil: NOW + 5 });
    expect([mayVouch(barred, lin, NOW + 4), mayVouch(barred, lin, NOW + 5)]).to.deep.equal([{ is: "SponsorBarred", at: NOW + 5 }, null]);
  });

  it("have three vouches a quarter, and three more in the next", () => {
    const used = telling(1, { vouched: { quarter, used: 3 } });
    const next = quarterStart(GENESIS, quarter + 1);
    expect([vouchesLeft(books, lin, NOW), vouchesLeft(used, lin, NOW), vouchesLeft(used, lin, next)]).to.deep.equal([3, 0, 3]);
    expect(mayVouch(used, lin, NOW)).to.deep.equal({ is: "NoVouchLeft", at: next });
    expect(mayVouch(used, lin, next)).to.equal(null);
    expect(() => sponsorOf(books, 99 as MemberId, NOW)).to.throw(RangeError);
  });

  it("are asked for two vouches, or for one where one is seated", () => {
    expect(vouchesNeeded(books)).to.equal(2);
    expect(vouchesNeeded({ ...books, people: { ...books.people, seated: 1 } })).to.equal(1);
  });

  it("are shown for whom they did, the newest first", () => {
    const wards = telling(3, newcomer(NOW - 5, [lin, zhou]), telling(4, newcomer(NOW - 2, [lin])));
    expect(vouchesOf(wards, lin).map(({ id }) => id)).to.deep.equal([fang, he]);
    expect(vouchesOf(wards, zhou).map(({ id }) => id)).to.deep.equal([he]);
  });
});

describe("How many may join", () => {
  const seated = (count: number, joined: number): Ledger => ({ ...books, people: { ...books.people, seated: count, quarter: { number: quarter, base: count, joined } } });

  it("is a tenth of those seated when the quarter began, and two at least", () => {
    expect([quarterNow(seated(8, 0), NOW).most, quarterNow(seated(29, 0), NOW).most, quarterNow(seated(30, 0), NOW).most, quarterNow(seated(1_000, 0), NOW).most]).to.deep.equal([2, 2, 3, 100]);
    expect([placesLeft(seated(30, 2), NOW), placesLeft(seated(30, 3), NOW), placesLeft(seated(30, 4), NOW)]).to.deep.equal([1, 0, 0]);
  });

  it("begins anew with the next quarter, and does not count those whom a vote named", () => {
    const full = seated(30, 3);
    const next = quarterStart(GENESIS, quarter + 1);
    expect(mayJoin(full, strangerKey(1).address, NOW)).to.deep.equal({ is: "QuarterFull", at: next });
    expect(mayJoin(full, strangerKey(1).address, next)).to.equal(null);
    const named = after(full, "memberRegistry", "PersonNamed", { key: strangerKey(1).address, until: NOW + 1 });
    expect([mayJoin(named, strangerKey(1).address, NOW), isNamed(named, strangerKey(1).address, NOW + 1), isNamed(named, strangerKey(1).address, NOW + 2)]).to.deep.equal([null, true, false]);
    expect(mayJoin(books, keyOf(2).address, NOW)).to.deep.equal({ is: "KeyBarred", at: null });
    expect([joinCountOf(books, keyOf(2).address), joinCountOf(books, strangerKey(1).address)]).to.deep.equal([1, 0]);
  });

  it("and may take a seat 28 days later, to the second, the earliest first", () => {
    const waiting = telling(5, { ...newcomer(NOW - 28 * DAY), seatedFrom: null }, telling(6, { ...newcomer(NOW - 30 * DAY), seatedFrom: null }));
    expect(waitingForSeat(waiting)).to.deep.equal([{ member: 6, from: NOW - 2 * DAY }, { member: 5, from: NOW }]);
    expect([maySit(waiting, 5 as MemberId, NOW - 1), maySit(waiting, 5 as MemberId, NOW)]).to.deep.equal([{ is: "SeatTooEarly", at: NOW }, null]);
    expect(maySit(books, lin, NOW)).to.deep.equal({ is: "SeatNotWaiting", at: null });
  });
});

describe("Who must keep apart", () => {
  const many = (ledger: Ledger, seated = 50): Ledger => ({ ...ledger, people: { ...ledger.people, seated } });
  const family = telling(2, newcomer(NOW - 179 * DAY, [lin]), telling(3, newcomer(NOW - 100 * DAY, [lin, fang])));

  it("are sponsor and ward, and wards of one sponsor, from fifty seated on and for half a year", () => {
    expect([relatedTo(many(family), lin, [fang, zhou], NOW), relatedTo(many(family), zhou, [lin], NOW), relatedTo(many(family), zhou, [he], NOW)]).to.deep.equal([zhou, lin, he]);
    expect([relatedTo(many(family), lin, [fang], NOW), relatedTo(many(family), zhou, [fang], NOW), relatedTo(many(family), lin, [lin], NOW)]).to.deep.equal([null, null, null]);
    expect(relatedTo(many(family, 49), lin, [zhou], NOW)).to.equal(null);
    expect([relatedTo(many(family), lin, [zhou], NOW + DAY - 1), relatedTo(many(family), lin, [zhou], NOW + DAY), relatedTo(many(family), he, [zhou], NOW + DAY)]).to.deep.equal([zhou, null, null]);
    expect(areRelated(family.people.members.get(lin)!, undefined, NOW)).to.equal(false);
  });

  it("and neither attest nor review each other, as the page says before it is tried", () => {
    const claim = { id: `0x${"1".repeat(64)}`, stage: "pending", lane: "record", project: 1, by: zhou, owners: [zhou], epoch: 3, madeAt: NOW, needed: 2, tier: 0, answers: [], value: 1n, quantity: 1 } as unknown as Claim;
    const enrolled = (ledger: Ledger): Ledger => after(ledger, "contributionLedger", "Enrolled", { project: 1, member: 1, from: 3, through: 4 });
    expect(attestObstacle(enrolled(many(family)), claim, lin, NOW)).to.equal("Related");
    expect(attestObstacle(enrolled(many(family, 49)), claim, lin, NOW)).not.to.equal("Related");
    const statement = { id: `0x${"2".repeat(64)}`, kind: "statement", proposer: zhou, cofounders: [], disowned: [], submissions: [{ number: 1, submittedAt: NOW - 9, deadline: NOW + 9, needed: 3, best: "A+", takenBackAt: null, reviews: [], filledAt: null }], admittedAs: null, admittedAt: null } as unknown as StatementRecord;
    expect(mayReview(many(family), statement, lin, NOW)).to.equal("Related");
    expect(mayReview(many(family, 49), statement, lin, NOW)).to.equal(null);
    expect(mayReview(many(family), statement, fang, NOW)).to.equal(null);
  });
});

describe("Guardians", () => {
  const proposed = after(books, "guardians", "GuardiansProposed", { member: 1, guardians: [keyOf(2).address, keyOf(3).address, strangerKey(5).address], from: NOW }, NOW - 14 * DAY);
  const opened = after(proposed, "guardians", "RecoveryOpened", { member: 1, newKey: strangerKey(9).address, opening: 1, due: NOW + 14 * DAY, stands: false, cancelled: false }, NOW);

  it("may be changed by a key of thirty days, with no recovery open, and half a year after a veto", () => {
    expect([mayChangeGuardians(telling(1, { keySince: NOW - 30 * DAY + 1 }), lin, NOW), mayChangeGuardians(telling(1, { keySince: NOW - 30 * DAY }), lin, NOW)]).to.deep.equal([{ is: "KeyTooYoung", at: NOW + 1 }, null]);
    expect(mayChangeGuardians(opened, lin, NOW)).to.deep.equal({ is: "RecoveryIsOpen", at: null });
    const vetoed = after(opened, "guardians", "RecoveryVetoed", { member: 1, opening: 1 }, NOW + 1);
    expect([mayChangeGuardians(vetoed, lin, NOW + 180 * DAY), mayChangeGuardians(vetoed, lin, NOW + 1 + 180 * DAY)]).to.deep.equal([{ is: "VetoFresh", at: NOW + 1 + 180 * DAY }, null]);
    expect(mayChangeGuardians(books, 99 as MemberId, NOW)).to.deep.equal({ is: "NoSuchMember", at: null });
  });

  it("count from their day on, and most of them open a recovery", () => {
    expect([neededFor(proposed, lin, NOW - 1), neededFor(proposed, lin, NOW), neededFor(opened, lin, NOW)]).to.deep.equal([0, 2, 2]);
    expect([mayOpenRecovery(proposed, lin, NOW - 1), mayOpenRecovery(proposed, lin, NOW), mayOpenRecovery(opened, lin, NOW)]).to.deep.equal([{ is: "NoGuardians", at: null }, null, { is: "RecoveryIsOpen", at: null }]);
    expect([wardsOf(proposed, keyOf(2).address, NOW), wardsOf(proposed, strangerKey(5).address, NOW), wardsOf(proposed, keyOf(4).address, NOW)]).to.deep.equal([[lin], [lin], []]);
  });

  it("who are members are those members, whatever key speaks for them", () => {
    const moved = after(proposed, "memberRegistry", "KeyChanged", { member: 2, key: strangerKey(7).address, former: keyOf(2).address, keyEpoch: 1, recovered: false });
    expect(speaksFor(moved, keyOf(2).address)).to.equal(strangerKey(7).address.toLowerCase());
    expect([wardsOf(moved, keyOf(2).address, NOW), wardsOf(moved, strangerKey(7).address, NOW)]).to.deep.equal([[], [lin]]);
  });

  it("may be told no until the day, and the recovery may be finished from then on", () => {
    const due = NOW + 14 * DAY;
    expect([mayVeto(opened, lin, due - 1), mayVeto(opened, lin, due)]).to.deep.equal([null, { is: "RecoveryDue", at: null }]);
    expect([mayFinish(opened, lin, due - 1), mayFinish(opened, lin, due)]).to.deep.equal([{ is: "RecoveryTooEarly", at: due }, null]);
    expect([mayVeto(proposed, lin, NOW), mayFinish(proposed, lin, NOW)]).to.deep.equal([{ is: "NoRecovery", at: null }, { is: "NoRecovery", at: null }]);
  });

  it("must all sign after two vetoes of half a year, and then cannot be told no", () => {
    let ledger = opened;
    ledger = after(ledger, "guardians", "RecoveryVetoed", { member: 1, opening: 1 }, NOW + 1);
    ledger = after(ledger, "guardians", "RecoveryOpened", { member: 1, newKey: strangerKey(9).address, opening: 2, due: NOW + 14 * DAY, stands: false, cancelled: false }, NOW + 2);
    ledger = after(ledger, "guardians", "RecoveryVetoed", { member: 1, opening: 2 }, NOW + 3);
    expect([neededFor(ledger, lin, NOW + 3), neededFor(ledger, lin, NOW + 180 * DAY), neededFor(ledger, lin, NOW + 1 + 180 * DAY)]).to.deep.equal([3, 3, 2]);
    const stands = after(ledger, "guardians", "RecoveryOpened", { member: 1, newKey: strangerKey(9).address, opening: 3, due: NOW + 14 * DAY, stands: true, cancelled: false }, NOW + 4);
    expect(mayVeto(stands, lin, NOW + 5)).to.deep.equal({ is: "RecoveryStands", at: null });
    expect(neededFor(stands, lin, NOW + 5)).to.equal(2);
  });
});
