import { expect } from "chai";
import { MARKS } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { type Cooperative, DAY, found } from "../../support/cooperative.ts";
import { DAYS } from "../../support/membership.ts";
import { refused } from "../../support/refused.ts";
import { changeCounts, changeSeatedCount } from "../../support/seats.ts";

/**
 * Lin and Zhou vouched for Ward, Lin and He for Cousin, Fang and Su for Other; fifty are counted as seated, and all of these enrolled in the mill.
 */
async function family() {
  const coop = await found({ members: 12 });
  const { membership, people } = coop;
  await changeCounts(coop, { base: 1000 });
  const joinedAt = await coop.now();
  const ward = await membership.joins(50, [people.lin, people.zhou]);
  const cousin = await membership.joins(51, [people.lin, people.he]);
  const other = await membership.joins(52, [people.fang, people.su]);
  await coop.days(DAYS.seat);
  for (const newcomer of [ward, cousin, other]) await membership.takesSeat(newcomer);
  await coop.allEnrol([...coop.all.slice(0, 6), ward, cousin, other]);
  await changeSeatedCount(coop, 50);
  return { coop, ward, cousin, other, joinedAt };
}

/** Whether two may attest each other, as the registry says. */
async function related(coop: Cooperative, a: { address: string }, b: { id: number }): Promise<boolean> {
  return coop.members.checkUnrelated(a.address, [b.id]).then(() => false, () => true);
}

describe("From fifty seated on, who vouched and who was vouched for", () => {
  it("keep apart: sponsor and ward, and wards of one sponsor, both ways; others do not", async () => {
    const { coop, ward, cousin, other } = await load(family);
    const { lin, zhou, he, fang } = coop.people;
    const kin = [[lin, ward], [zhou, ward], [lin, cousin], [he, cousin], [ward, cousin]] as const;
    for (const [a, b] of kin) expect([await related(coop, a, b), await related(coop, b, a)], `${a.id} and ${b.id}`).to.deep.equal([true, true]);
    for (const [a, b] of [[lin, zhou], [fang, ward], [he, ward], [other, ward], [other, lin], [zhou, cousin]] as const) expect([await related(coop, a, b), await related(coop, b, a)], `${a.id} and ${b.id}`).to.deep.equal([false, false]);
    // Nobody is related to himself, and founders, whom nobody vouched for, to none of each other.
    for (const who of [lin, ward]) expect(await related(coop, who, who)).to.equal(false);
    await refused(coop.members.checkUnrelated(ward.address, [other.id, zhou.id, lin.id]), coop.members, "Related", ward.id, zhou.id);
    await refused(coop.members.checkUnrelated(ward.address, [99]), coop.members, "NoSuchMember", 99);
  });

  it("do so from fifty on and not with forty-nine", async () => {
    const { coop, ward } = await load(family);
    await changeSeatedCount(coop, 49);
    expect(await related(coop, coop.people.lin, ward)).to.equal(false);
    await changeSeatedCount(coop, 50);
    expect(await related(coop, coop.people.lin, ward)).to.equal(true);
  });

  it("do so for 180 days from the joining, to the second", async () => {
    const { coop, ward, cousin, other } = await load(family);
    const until = async (who: typeof ward) => Number((await coop.members.seatOf(who.id)).joinedAt) + DAYS.family * DAY;
    await coop.until((await until(ward)) - 1);
    expect([await related(coop, coop.people.lin, ward), await related(coop, ward, cousin)]).to.deep.equal([true, true]);
    await coop.until(await until(ward));
    expect([await related(coop, coop.people.lin, ward), await related(coop, ward, cousin), await related(coop, coop.people.lin, other)]).to.deep.equal([false, false, false]);
  });

  it("do not attest each other's records, nor joint ones in which one of them has a part", async () => {
    const { coop, ward, cousin, other } = await load(family);
    const { members, people } = coop;
    const { lin, zhou, fang } = people;
    const [byWard, byLin] = [await coop.records(ward, { quantity: 1 }), await coop.records(lin, { quantity: 1 })];
    const joint = await coop.records(fang, { quantity: 1, split: [[fang, 1], [cousin, 1]] });
    for (const who of [lin, zhou, cousin]) await refused(coop.attests(who, byWard, 1), members, "Related", who.id, ward.id);
    await refused(coop.ledger.connect(lin.signer).attestMany([ward.id], [byWard.evidence], [1]), members, "Related", 1, ward.id);
    await refused(coop.attests(ward, byLin, 1), members, "Related", ward.id, 1);
    await refused(coop.attests(other, joint, 1), members, "Related", other.id, 4);
    await refused(coop.attests(ward, joint, 1), members, "Related", ward.id, cousin.id);
    await coop.attests(zhou, byLin, 1);
    await coop.attests(other, byWard, 1);
  });

  it("do so whatever keys they have now", async () => {
    const { coop, ward } = await load(family);
    const { members, membership, people } = coop;
    const [lin, renewed] = [await membership.rotates(people.lin, 60), await membership.rotates(ward, 61)];
    const rec = await coop.records(renewed, { quantity: 1 });
    await refused(coop.attests(lin, rec, 1), members, "Related", 1, ward.id);
    await refused(coop.attests(renewed, await coop.records(lin, { quantity: 1 }), 1), members, "Related", ward.id, 1);
  });

  it("do not review each other's statements, as proposer or as co-founder", async () => {
    const { coop, ward, cousin, other } = await load(family);
    const { assembly, members, people } = coop;
    const { lin, he, fang } = people;
    const statement = await assembly.drafts(ward, { cofounders: [fang] });
    await assembly.submits(statement);
    for (const who of [lin, people.zhou, cousin]) await refused(assembly.reviews(who, statement, MARKS.a), members, "Related", who.id, ward.id);
    await refused(assembly.reviews(other, statement, MARKS.a), members, "Related", other.id, 4);
    await assembly.reviews(he, statement, MARKS.a);
    const byLin = await assembly.drafts(lin);
    await assembly.submits(byLin);
    await refused(assembly.reviews(ward, byLin, MARKS.a), members, "Related", ward.id, 1);
    await assembly.reviews(other, byLin, MARKS.a);
  });

  it("do not answer a challenge of each other's records", async () => {
    const { coop, ward, cousin } = await load(family);
    const { challenges, ledger, members, people } = coop;
    const rec = await coop.records(ward, { quantity: 1 });
    const { needed } = await ledger.claimOf(rec.id);
    await coop.allAttest([people.fang, people.su].slice(0, Number(needed)), rec, 1);
    await coop.challenge(people.he, rec);
    for (const who of [people.lin, people.zhou, cousin]) await refused(coop.answers(who, rec, 5), members, "Related", who.id, ward.id);
    await expect(coop.answers(people.chen, rec, 5)).to.emit(challenges, "Answered");
  });

  it("begin anew where one comes back by other sponsors, and end for the former", async () => {
    const { coop, ward } = await load(family);
    const { membership, people } = coop;
    await changeSeatedCount(coop, 60);
    await membership.resigns(ward);
    await membership.rejoins(ward, [people.ye, people.luo]);
    expect([await related(coop, people.lin, ward), await related(coop, people.ye, ward)]).to.deep.equal([false, true]);
    await coop.days(DAYS.family);
    expect(await related(coop, people.ye, ward)).to.equal(false);
  });
});
