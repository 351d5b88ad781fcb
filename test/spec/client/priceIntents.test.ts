import { expect } from "chai";
import { decodeFunctionData, encodeFunctionData } from "viem";
import { abis } from "#client/chain/contracts.ts";
import type { MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import { InputFault, type Intent } from "#client/chain/intent.ts";
import { parsePull } from "#client/commons/pull.ts";
import { parseSweep } from "#client/commons/sweep.ts";
import { parseAccept } from "#client/price/accept.ts";
import { parseAcceptBySilence } from "#client/price/acceptBySilence.ts";
import { parseAdopt } from "#client/price/adopt.ts";
import { parseAnswer } from "#client/price/answer.ts";
import { parseArbitrate } from "#client/price/arbitrate.ts";
import { parseCancelAll } from "#client/price/cancelAll.ts";
import { parseCancelOffer } from "#client/price/cancelOffer.ts";
import { parseCancelRequest } from "#client/price/cancelRequest.ts";
import { parseDeliver } from "#client/price/deliver.ts";
import { parseDeposit } from "#client/price/deposit.ts";
import { parseDepositWithPermit } from "#client/price/depositWithPermit.ts";
import { parseDispute } from "#client/price/dispute.ts";
import { parseDivide } from "#client/price/divide.ts";
import { batchesOf, MOST_CLAIMS, MOST_COUNTED, parseDrawDividends } from "#client/price/drawDividends.ts";
import { parseDrawOut } from "#client/price/drawOut.ts";
import { parseEndDispute } from "#client/price/endDispute.ts";
import { parseFund } from "#client/price/fund.ts";
import { holderFrom, holderOfMember, memberOfHolder, NO_ONE } from "#client/price/holders.ts";
import { parseNameSeller } from "#client/price/nameSeller.ts";
import { parseOpenOffer } from "#client/price/openOffer.ts";
import { parseOpenRequest } from "#client/price/openRequest.ts";
import { parseRate } from "#client/price/rate.ts";
import { parseRefund } from "#client/price/refund.ts";
import { parseShip } from "#client/price/ship.ts";
import { parseSplit } from "#client/price/split.ts";
import type { Offer, Request } from "#client/price/types.ts";
import { parseWithdraw } from "#client/price/withdraw.ts";

const TOKEN = `0x${"a1".repeat(20)}` as Token;
const KEY = holderFrom(`0x${"b2".repeat(20)}`);
const HASH = `0x${"c3".repeat(32)}` as const;
const SIGNED = `0x${"11".repeat(32)}${"22".repeat(32)}1b` as const;

const offer: Offer = {
  project: 1 as ProjectId, seller: 2 as MemberId, keyEpoch: 0, token: TOKEN, flow: "goods", schema: HASH, item: HASH, price: 10n, costs: [{ to: KEY, keyEpoch: 0, flow: "transport", amount: 4n }],
  quantity: 10n, closes: 1_800_000_000, window: 86_400, arbiter: NO_ONE, target: 0n, most: 0n, round: 0, salt: 1n,
};
const request: Request = { buyer: holderOfMember(3 as MemberId), keyEpoch: 0, project: 0 as ProjectId, token: TOKEN, flow: "goods", schema: HASH, item: HASH, price: 10n, quantity: 5n, closes: 1_800_000_000, window: 86_400, arbiter: NO_ONE, round: 0, salt: 1n };
const order = { offer, buyer: request.buyer, quantity: 3n, place: 0 };
const signed = { offer, signatures: [SIGNED, SIGNED], uri: "data:,flour" };

const intents: readonly [Intent, string, string][] = [
  [parseDeposit({ token: TOKEN, amount: 5n }), "surplusPool.deposit", "Deposited"],
  [parseDepositWithPermit({ token: TOKEN, amount: 5n, deadline: 9, signature: SIGNED }), "surplusPool.depositWithPermit", "Deposited"],
  [parseWithdraw({ token: TOKEN, amount: 5n, to: KEY }), "surplusPool.withdraw", "Withdrawn"],
  [parseAdopt({ former: KEY, token: TOKEN }), "surplusPool.adopt", "Adopted"],
  [parseDivide({ project: 1, token: TOKEN, most: 8 }), "surplusPool.divide", "SurplusDivided"],
  [parseDrawDividends([{ project: 1, token: TOKEN, member: 2, epochs: [3, 1, 3] }])[0]!, "surplusPool.draw", "DividendDrawn"],
  [parseDrawOut({ project: 1, token: TOKEN, epochs: [1], to: KEY }), "surplusPool.drawOut", "DividendPaidOut"],
  [parseFund({ ...signed, quantity: 2n }), "market.fund", "OrderFunded"],
  [parseOpenOffer(signed), "market.open", "OfferOpened"],
  [parseOpenRequest({ request, signature: SIGNED, uri: "" }), "market.openRequest", "RequestOpened"],
  [parseAnswer({ ...signed, request, signature: SIGNED, quantity: 1n }), "market.answer", "RequestAnswered"],
  [parseShip({ order }), "market.ship", "OrderShipped"],
  [parseDeliver({ order }), "market.deliver", "OrderDelivered"],
  [parseAccept({ order }), "market.accept", "OrderEnded"],
  [parseAcceptBySilence({ order }), "market.acceptBySilence", "OrderEnded"],
  [parseRefund({ order }), "market.refund", "OrderEnded"],
  [parseDispute({ order, cause: HASH }), "market.dispute", "OrderDisputed"],
  [parseSplit({ order, back: 30n, keyEpoch: 0, expires: 9, signature: SIGNED }), "market.split", "OrderEnded"],
  [parseArbitrate({ order, back: 0n }), "market.arbitrate", "OrderEnded"],
  [parseEndDispute({ order }), "market.endDispute", "OrderEnded"],
  [parseRate({ order, stars: 5, comment: null }), "market.rate", "OrderRated"],
  [parseCancelOffer({ offer }), "market.cancelOffer", "OfferCancelled"],
  [parseCancelRequest({ request }), "market.cancelRequest", "RequestCancelled"],
  [parseCancelAll(), "market.cancelAll", "AllCancelled"],
  [parseNameSeller({ project: 1, seller: 4, named: true }), "market.nameSeller", "SellerNamed"],
  [parsePull({ token: TOKEN }), "commonsPool.pull", "Pulled"],
  [parseSweep({ project: 1, token: TOKEN }), "commonsPool.sweep", "Swept"],
];

const faults: readonly [string, () => unknown][] = [
  ["token", () => parseDeposit({ token: "0x12", amount: 5n })],
  ["amount", () => parseDeposit({ token: TOKEN, amount: 0n })],
  ["amount", () => parseDeposit({ token: TOKEN, amount: 1n << 112n })],
  ["signature", () => parseDepositWithPermit({ token: TOKEN, amount: 5n, deadline: 9, signature: "0x1234" })],
  ["to", () => parseWithdraw({ token: TOKEN, amount: 5n, to: TOKEN })],
  ["to", () => parseWithdraw({ token: TOKEN, amount: 5n, to: NO_ONE })],
  ["to", () => parseDrawOut({ project: 1, token: TOKEN, epochs: [], to: TOKEN })],
  ["claims", () => parseDrawDividends([])],
  ["epochs", () => parseDrawOut({ project: 1, token: TOKEN, epochs: Array.from({ length: 51 }, (_, epoch) => epoch), to: KEY })],
  ["project", () => parseOpenOffer({ ...signed, offer: { ...offer, project: 0 as ProjectId } })],
  ["price", () => parseOpenOffer({ ...signed, offer: { ...offer, price: 0n } })],
  ["quantity", () => parseOpenOffer({ ...signed, offer: { ...offer, price: 1n << 111n, quantity: 3n } })],
  ["quantity", () => parseFund({ ...signed, quantity: 0n })],
  ["window", () => parseOpenOffer({ ...signed, offer: { ...offer, window: 365 * 86_400 + 1 } })],
  ["costs", () => parseOpenOffer({ ...signed, offer: { ...offer, costs: Array.from({ length: 9 }, () => offer.costs[0]!) } })],
  ["target", () => parseOpenOffer({ ...signed, offer: { ...offer, target: 11n, most: 1n } })],
  ["target", () => parseOpenOffer({ ...signed, offer: { ...offer, most: 1n } })],
  ["most", () => parseOpenOffer({ ...signed, offer: { ...offer, target: 10n } })],
  ["signatures", () => parseOpenOffer({ ...signed, signatures: [SIGNED] })],
  ["signatures", () => parseFund({ ...signed, signatures: [], opened: true, quantity: 1n })],
  ["uri", () => parseOpenOffer({ ...signed, uri: "x".repeat(4_001) })],
  ["buyer", () => parseOpenRequest({ request: { ...request, buyer: NO_ONE }, signature: SIGNED, uri: "" })],
  ["offer", () => parseAnswer({ ...signed, request: { ...request, price: 9n }, signature: SIGNED, quantity: 1n })],
  ["offer", () => parseAnswer({ ...signed, offer: { ...offer, target: 2n, most: 2n }, request, signature: SIGNED, quantity: 1n })],
  ["back", () => parseSplit({ order, back: 31n, keyEpoch: 0, expires: 9, signature: SIGNED })],
  ["back", () => parseArbitrate({ order, back: -1n })],
  ["stars", () => parseRate({ order, stars: 6, comment: null })],
  ["cause", () => parseDispute({ order, cause: "0x12" })],
  ["project", () => parseNameSeller({ project: 0, seller: 4, named: true })],
  ["project", () => parseSweep({ project: 0, token: TOKEN })],
];

describe("What buyers, sellers and drawers intend", () => {
  for (const [intent, call, event] of intents)
    it(`is a call that the contract understands, and expects its event: ${call}`, () => {
      expect(`${intent.contract}.${intent.functionName}`).to.equal(call);
      expect(intent.expects).to.equal(event);
      const abi = abis[intent.contract];
      const data = encodeFunctionData({ abi, functionName: intent.functionName, args: intent.args } as never);
      expect(decodeFunctionData({ abi, data } as never)).to.have.property("functionName", intent.functionName);
    });

  for (const [field, attempt] of faults)
    it(`is refused at the door with the field “${field}” and a sentence of each language: ${String(attempt).slice(6, 90)}`, () => {
      try {
        attempt();
      } catch (error) {
        expect(error).to.be.instanceOf(InputFault);
        const { field: found, say } = error as InputFault;
        expect(found).to.equal(field);
        expect(say.zh).to.match(/[\u4e00-\u9fff].*。$/);
        expect(say.en).to.match(/^[A-Z0-9].*\.$/);
        return;
      }
      expect.fail("it was taken");
    });

  it("names each lot once, in order, and tells that counting alone is a success", () => {
    const [draw] = parseDrawDividends([{ project: 1, token: TOKEN, member: 2, epochs: [3, 1, 3] }]);
    expect((draw!.args[0] as readonly { epochs: readonly number[] }[])[0]!.epochs).to.deep.equal([1, 3]);
    expect(draw!.or).to.equal("LotsCounted");
  });

  it("of dividends is parted into transactions that fit, and nothing is lost or named twice", () => {
    const claim = (project: number, lots: number) => ({ project, token: TOKEN, member: 2, epochs: Array.from({ length: lots }, (_, epoch) => epoch) });
    const claims = [claim(1, 120), claim(2, 0), claim(3, 30), claim(4, 30), ...Array.from({ length: 30 }, (_, place) => claim(10 + place, 1))];
    const batches = batchesOf(claims);
    for (const batch of batches) {
      expect(batch.length).to.be.at.most(MOST_CLAIMS);
      expect(batch.reduce((sum, { epochs }) => sum + epochs.length, 0)).to.be.at.most(MOST_COUNTED);
    }
    for (const { project, epochs } of claims) expect(batches.flat().filter((one) => one.project === project).flatMap((one) => one.epochs), `project ${project}`).to.deep.equal(epochs);
    expect(batches.flat().some(({ project }) => project === 2)).to.equal(true);
  });
});

describe("A holder of a purse", () => {
  it("is a member by number or an address, and never both", () => {
    expect(holderOfMember(255 as MemberId)).to.equal(`0x${"0".repeat(38)}ff`);
    expect([memberOfHolder(holderOfMember(7 as MemberId)), memberOfHolder(KEY), memberOfHolder(NO_ONE)]).to.deep.equal([7, 0, 0]);
    expect([memberOfHolder(holderFrom(`0x${"f".repeat(8).padStart(40, "0")}`)), memberOfHolder(holderFrom(`0x${`1${"0".repeat(8)}`.padStart(40, "0")}`))]).to.deep.equal([2 ** 32 - 1, 0]);
    expect(() => holderFrom("0x12")).to.throw(RangeError);
  });
});
