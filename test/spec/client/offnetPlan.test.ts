import { expect } from "chai";
import { decodeFunctionData, encodeFunctionData as encodeCall, type Hex } from "viem";
import { abis } from "#client/chain/contracts.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { callOf } from "#client/chain/call.ts";
import { InputFault, type Intent } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Item } from "#client/offnet/bundle.ts";
import { checkItems } from "#client/offnet/check.ts";
import { MOST_ACTS, MOST_GAS, planShipments, type Shipment, USUAL_GAS } from "#client/offnet/plan.ts";
import { actOf, chooseNonce, MOST_SERIES } from "#client/offnet/sign.ts";
import { longSignature } from "#client/governance/ballot.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { parseResign } from "#client/people/resign.ts";
import { parseDraw } from "#client/value/draw.ts";
import { council, deployment, keyOf, proposalWith } from "../../support/client/ballots.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { after, asRead, NOW, signedAct, signedApplication, signedBallot, signedCancel, signedRecovery, signedVouch, strangerKey } from "../../support/client/signed.ts";

const { books } = council({ members: 8 });
const proposals = [1, 2].map(() => proposalWith(books, { opensAt: NOW - DAY, closesAt: NOW + DAY, plannedEnd: NOW + DAY }));
const guarded = after(books, "guardians", "GuardiansProposed", { member: 1, guardians: [keyOf(2).address, keyOf(3).address, keyOf(4).address], from: NOW - DAY }, NOW - 15 * DAY);
const fresh = strangerKey(9);

const plan = async (items: readonly Item[], options = {}, ledger: Ledger = books): Promise<Shipment[]> => planShipments(await checkItems(asRead(...items), { ledger, deployment, now: NOW }), options);
const named = ({ intent, items }: Shipment): string => `${intent.contract}.${intent.functionName} of ${items.length}`;
const argsOf = (intent: Intent): readonly unknown[] => intent.args;
const carried = (revealed: Shipment): { member: number; nonce: bigint; gas: number; signature: Hex }[] =>
  (argsOf(revealed.intent)[0] as { act: { member: number; nonce: bigint }; gas: number; signature: Hex }[]).map(({ act, gas, signature }) => ({ member: act.member, nonce: act.nonce, gas, signature }));

describe("What can be sent now", () => {
  it("goes out by kinds: joinings, acts, ballots, recoveries and their ends; each as its contract takes it", async () => {
    const terms = { member: 1, opening: 1, newKey: fresh.address, expires: NOW + DAY };
    const newcomer = strangerKey(1);
    const items = [
      await signedBallot(1, proposals[0]!.id), await signedBallot(2, proposals[1]!.id), await signedBallot(3, proposals[0]!.id),
      await signedAct(books, 5), await signedAct(books, 6),
      await signedVouch(2, newcomer.address), await signedApplication(newcomer), await signedVouch(1, newcomer.address),
      await signedRecovery("recoveryApproval", keyOf(3), terms), await signedRecovery("recoveryConsent", fresh, terms), await signedRecovery("recoveryApproval", keyOf(2), terms),
    ];
    const shipments = await plan(items, {}, guarded);
    expect(shipments.map(named)).to.deep.equal(["memberRegistry.join of 3", "relay.carryMany of 2", "governor.castBallots of 3", "guardians.openRecovery of 3"]);
    for (const { intent } of shipments) {
      const { abi, functionName, args } = callOf(deployment, intent);
      expect(() => decodeFunctionData({ abi, data: encode(abi, functionName, args) })).not.to.throw();
    }
    const approvals = argsOf(shipments[3]!.intent)[4] as { signer: string }[];
    expect(approvals.map(({ signer }) => BigInt(signer))).to.deep.equal([keyOf(2).address, keyOf(3).address].map(BigInt).toSorted((a, b) => (a < b ? -1 : 1)));
    const open = after(guarded, "guardians", "RecoveryOpened", { member: 1, newKey: fresh.address, opening: 1, due: NOW + DAY, stands: false, cancelled: false });
    const cancels = [await signedCancel(keyOf(2), { member: 1, opening: 1, expires: NOW + DAY }), await signedCancel(keyOf(3), { member: 1, opening: 1, expires: NOW + DAY })];
    expect((await plan(cancels, {}, open)).map(named)).to.deep.equal(["guardians.cancelRecovery of 2"]);
  });

  it("leaves out what is bad, done or waits", async () => {
    const items = [await signedAct(books, 1, { nonce: 3n }), { ...(await signedAct(books, 2)), signature: "0x12" as Hex }, await signedApplication(strangerKey(1)), await signedAct(books, 3, { notBefore: NOW + 9, notAfter: NOW + 10 })];
    expect(await plan(items)).to.deep.equal([]);
  });

  it("keeps acts of one series in their order, in lots bounded by number and by gas", async () => {
    const random = new Random(specSeed);
    const acts: Item[] = [];
    for (const member of [3, 1, 2]) for (const number of [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]) acts.push(await signedAct(books, member, { nonce: nonceOf(2n, number) }));
    const mixed = random.some(acts, acts.length);
    const lots = await plan(mixed);
    expect(lots.map(({ items }) => items.length)).to.deep.equal([14, 13]);
    expect(MOST_ACTS * USUAL_GAS).to.be.greaterThan(MOST_GAS);
    const flat = lots.flatMap(carried);
    for (const member of [1, 2, 3]) expect(flat.filter((one) => one.member === member).map(({ nonce }) => nonce - nonceOf(2n, 0n))).to.deep.equal([0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]);
    expect(new Set(flat.map(({ gas }) => gas))).to.deep.equal(new Set([USUAL_GAS]));
    expect((await plan(mixed, { gasOf: () => 100_000 })).map(({ items }) => items.length)).to.deep.equal([20, 7]);
    expect((await plan(mixed, { gasOf: () => 100_000, most: 10 })).map(({ items }) => items.length)).to.deep.equal([10, 10, 7]);
    expect((await plan(mixed, { gasOf: () => 2_000_000, mostGas: 4_000_000 })).map(({ items }) => items.length)).to.deep.equal([...Array.from({ length: 13 }, () => 2), 1]);
    expect((await plan(acts.slice(0, 2), { gasOf: () => 5e12 })).map((lot) => carried(lot).map(({ gas }) => gas))).to.deep.equal([[MOST_GAS], [MOST_GAS]]);
  });

  it("carries a key's signature in 65 bytes, as every contract takes it, and a wallet's as it is", async () => {
    const act = await signedAct(books, 1);
    const odd = { ...act, signature: `${act.signature.slice(0, -2)}0${Number.parseInt(act.signature.slice(-2), 16) - 27}` as Hex };
    expect(carried((await plan([odd]))[0]!)[0]!.signature).to.equal(longSignature(act.signature));
    const wallet = { ...act, signature: "0x1234" as Hex };
    const shipments = planShipments(await checkItems(asRead(wallet), { ledger: books, deployment, now: NOW, hasCode: () => true }));
    expect(carried(shipments[0]!)[0]!.signature).to.equal("0x1234");
  });
});

describe("The nonce of the next act", () => {
  const used = (member: number, ...nonces: bigint[]): Ledger => nonces.reduce((ledger, nonce) => after(ledger, "relay", "Carried", { member, nonce }), books);

  it("is of series 0 while nothing waits, and goes on there", () => {
    expect(chooseNonce(books, 1, [])).to.equal(0n);
    expect(chooseNonce(used(1, 0n, 1n), 1, [])).to.equal(2n);
    expect(chooseNonce(used(1, 0n, 1n), 2, [])).to.equal(0n);
  });

  it("is of a series of its own for each act that waits, so that none holds up another", () => {
    const outbox: bigint[] = [];
    for (let act = 0; act < MOST_SERIES; act++) outbox.push(chooseNonce(books, 1, outbox));
    expect(outbox).to.deep.equal(Array.from({ length: MOST_SERIES }, (_, key) => nonceOf(BigInt(key), 0n)));
  });

  it("takes a series that was used before rather than a new one, and forgets what was carried", () => {
    const ledger = used(1, nonceOf(0n, 0n), nonceOf(1n, 0n));
    expect(chooseNonce(ledger, 1, [nonceOf(0n, 1n)])).to.equal(nonceOf(1n, 1n));
    expect(chooseNonce(ledger, 1, [nonceOf(0n, 0n), nonceOf(1n, 0n)])).to.equal(nonceOf(0n, 1n));
    expect(chooseNonce(ledger, 1, [nonceOf(0n, 1n), nonceOf(1n, 1n)])).to.equal(nonceOf(2n, 0n));
  });

  it("stands behind the last of the shortest where every series has an act that waits", () => {
    const outbox = Array.from({ length: MOST_SERIES }, (_, key) => nonceOf(BigInt(key), 0n));
    expect(chooseNonce(books, 1, outbox)).to.equal(nonceOf(0n, 1n));
    expect(chooseNonce(books, 1, [...outbox, nonceOf(0n, 1n)])).to.equal(nonceOf(1n, 1n));
    expect(chooseNonce(books, 1, [...outbox, nonceOf(0n, 1n), nonceOf(7n, 9n)].filter((nonce) => nonce !== nonceOf(7n, 0n)))).to.equal(nonceOf(1n, 1n));
  });

  it("is never of a series that was revoked to its end", () => {
    const ended = after(books, "relay", "Revoked", { member: 1, nonce: nonceOf(0n, 2n ** 64n - 1n) });
    expect(chooseNonce(ended, 1, [])).to.equal(nonceOf(1n, 0n));
  });
});

describe("An intent as an act", () => {
  const options = { ledger: books, deployment, member: 1 as MemberId, now: NOW, nonce: 0n };

  it("names its signer, contract and call, holds from a little before now, and for a week unless told otherwise", () => {
    const act = actOf(parseResign(), options);
    expect(act).to.deep.equal({ member: 1, keyEpoch: 0, to: deployment.contracts.memberRegistry, data: encode(abis.memberRegistry, "resign", []), nonce: 0n, notBefore: NOW - 600, notAfter: NOW + 7 * DAY });
    expect(actOf(parseResign(), { ...options, days: 1 }).notAfter).to.equal(NOW + DAY);
  });

  it("never holds longer than the Relay allows", () => {
    const { notBefore, notAfter } = actOf(parseResign(), { ...options, days: 30 });
    expect(notAfter - notBefore).to.equal(30 * DAY);
  });

  it("is none for other days, for nobody, and where anyone may do it anyhow", () => {
    for (const days of [0, 31, 1.5, Number.NaN, -1]) expect(() => actOf(parseResign(), { ...options, days })).to.throw(InputFault, "days");
    expect(() => actOf(parseResign(), { ...options, member: 99 as MemberId })).to.throw(InputFault, "member");
    expect(() => actOf(parseDraw({ project: 1, member: 1, epochs: [0] }), options)).to.throw(InputFault, "contract");
  });
});

function encode(abi: unknown, functionName: string, args: readonly unknown[]): Hex {
  return encodeCall({ abi, functionName, args } as never);
}
