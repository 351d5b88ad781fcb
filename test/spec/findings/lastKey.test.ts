import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { DAYS } from "../../support/membership.ts";
import { personAt } from "../../support/people.ts";
import { changeSeat } from "../../support/seats.ts";

/** Lin is guarded by three friends; a thief has her key, and changed keys as often as they are counted: 65,535 times. */
async function exhausted() {
  const coop = await found({ members: 4 });
  const friends = await Promise.all([70, 71, 72].map(personAt));
  await coop.membership.guarded(coop.people.lin, friends);
  await changeSeat(coop, coop.people.lin, { keyEpoch: 65_535 });
  return { coop, friends, lin: coop.people.lin };
}

// Keys are counted in 16 bits, and the count was checked: at the last one neither the member nor the guardians could name another.
// A thief could get there in an afternoon, for the gas of 65,535 changes, and keep the member for ever. A key speaks once in all
// time, so that nothing rests on the count being ever new: it begins anew.
describe("The number of keys that came before", () => {
  it("runs out for nobody: guardians recover a member whose thief used up the count", async () => {
    const { coop, friends, lin } = await load(exhausted);
    const { members, membership } = coop;
    const key = await personAt(60);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await coop.days(DAYS.recovery);
    await expect(membership.finishesRecovery(lin)).to.emit(members, "KeyChanged").withArgs(1, key.address, lin.address, 0, true);
    expect([await members.keyOf(1), await members.speakerOf(key.address), await members.speakerOf(lin.address)]).to.deep.equal([key.address, 1n, 0n]);
  });

  it("begins anew with nothing of the first round in force: its keys are barred, and what they signed is void", async () => {
    const { coop, lin } = await load(exhausted);
    const { members, membership, offNet, people } = coop;
    const old = await offNet.signs(lin, members, members.interface.encodeFunctionData("resign"), { keyEpoch: 0 });
    const renewed = await membership.rotates(lin, 61);
    expect((await members.seatOf(1)).keyEpoch).to.equal(0);
    expect(offNet.why((await offNet.would([old]))[0]!)).to.equal("ActNotSigned(1, 0)");
    const newcomer = await personAt(62);
    const vouches = [await membership.vouches(people.zhou, newcomer), { ...(await membership.vouches(renewed, newcomer)), ...(await membership.vouches(lin, newcomer, { keyEpoch: 0 })) }];
    await expect(membership.joining(await membership.applies(newcomer), vouches)).to.be.revertedWithCustomError(members, "SignatureInvalid").withArgs(renewed.address);
    await membership.joining(await membership.applies(newcomer), [vouches[0]!, await membership.vouches(renewed, newcomer)]);
  });
});
