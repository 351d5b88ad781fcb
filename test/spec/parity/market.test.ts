import { expect } from "chai";
import { AbiCoder, keccak256, TypedDataEncoder } from "ethers";
import { getAddress, hashTypedData, type Hex } from "viem";
import type { MemberId, OrderId, ProjectId, Token } from "#client/chain/ids.ts";
import { offerIdOf, orderIdOf, requestIdOf, signableOffer, signableRequest, signableSplit } from "#client/price/digest.ts";
import { misfit } from "#client/price/fit.ts";
import { holderFrom } from "#client/price/holders.ts";
import { rawOffer, rawOrder, rawRequest } from "#client/price/terms.ts";
import { flows, type Offer, type Request, type Split } from "#client/price/types.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { placeOf } from "../../support/signing.ts";
import { MARKET_TYPES } from "../../support/trade.ts";

const VALUES = Number(process.env.GONGSHENG_DIGESTS ?? 500);

async function threeMembers() {
  return found({ members: 3 });
}

const random = new Random(specSeed);
const number = (bits: number): number => (random.part() < 0.1 ? 2 ** bits - 1 : Number(random.big(1n << BigInt(bits))));
const big = (bits: bigint): bigint => (random.part() < 0.1 ? (1n << bits) - 1n : random.big(1n << bits));
const holder = () => holderFrom(random.part() < 0.3 ? `0x${number(32).toString(16).padStart(40, "0")}` : `0x${random.hash().slice(2, 42)}`);
const token = () => `0x${random.hash().slice(2, 42)}` as Token;

const offer = (): Offer => ({
  project: number(32) as ProjectId, seller: number(32) as MemberId, keyEpoch: number(16), token: token(), flow: random.one(flows), schema: random.hash(), item: random.hash(), price: big(112n),
  costs: Array.from({ length: random.whole(0, 8) }, () => ({ to: holder(), keyEpoch: number(16), flow: random.one(flows), amount: big(112n) })),
  quantity: big(64n), closes: number(40), window: number(32), arbiter: holder(), target: big(64n), most: big(64n), round: number(32), salt: big(256n),
});
const request = (): Request => ({
  buyer: holder(), keyEpoch: number(16), project: number(32) as ProjectId, token: token(), flow: random.one(flows), schema: random.hash(), item: random.hash(), price: big(112n),
  quantity: big(64n), closes: number(40), window: number(32), arbiter: holder(), round: number(32), salt: big(256n),
});
const split = (): Split => ({ order: random.hash() as Hex as OrderId, back: big(256n), party: holder(), keyEpoch: number(16), expires: number(40) });

/** As ethers hashes it, by the specs' own list of fields. */
const byEthers = (place: ReturnType<typeof placeOf>, types: Record<string, { name: string; type: string }[]>, value: object): string =>
  TypedDataEncoder.hash({ name: "Gongsheng", version: "1", chainId: place.chainId, verifyingContract: place.contracts.market }, types, value);

describe("What sellers and buyers sign", () => {
  it(`has one digest by the market, by viem and by ethers, over ${VALUES} random offers, requests and splits`, async function () {
    this.timeout(300_000);
    const coop = await load(threeMembers);
    const place = placeOf(coop);
    for (let value = 0; value < VALUES; value++) {
      const [one, asked, parted] = [offer(), request(), split()];
      const id = offerIdOf(one, place);
      expect(byEthers(place, MARKET_TYPES.offer, rawOffer(one)), "an offer by ethers").to.equal(id);
      expect(await coop.market.offerDigest(rawOffer(one) as never), "an offer by the market").to.equal(id);
      expect(hashTypedData(signableOffer(one, place))).to.equal(id);
      expect(byEthers(place, MARKET_TYPES.request, rawRequest(asked)), "a request by ethers").to.equal(requestIdOf(asked, place));
      expect(await coop.market.requestDigest(rawRequest(asked)), "a request by the market").to.equal(hashTypedData(signableRequest(asked, place)));
      const digest = hashTypedData(signableSplit(parted, place));
      expect(byEthers(place, MARKET_TYPES.split, parted), "a split by ethers").to.equal(digest);
      expect(await coop.market.splitDigest(parted.order, parted.back, parted.party, parted.keyEpoch, parted.expires), "a split by the market").to.equal(digest);
      const order = { offer: one, buyer: holder(), quantity: big(64n), place: number(32) };
      expect(await coop.market.orderId(rawOrder(order) as never), "an order by the market").to.equal(orderIdOf(order, place));
      expect(keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "address", "uint64", "uint32"], [id, order.buyer, order.quantity, order.place]))).to.equal(orderIdOf(order, place));
    }
  });

  it("is another for every other value, chain and market", async () => {
    const place = placeOf(await load(threeMembers));
    const other = (value: unknown): unknown => (typeof value === "bigint" ? value ^ 1n : typeof value === "number" ? Math.abs(value ^ 1) : random.hash().slice(0, String(value).length));
    const one = { ...offer(), costs: [{ to: holder(), keyEpoch: 1, flow: "goods" as const, amount: 5n }] };
    const digests = new Set([offerIdOf(one, place), offerIdOf(one, { ...place, chainId: 1 }), offerIdOf(one, { ...place, contracts: { ...place.contracts, market: place.contracts.relay } })]);
    const fields = Object.keys(one).filter((field) => field !== "flow" && field !== "costs");
    for (const field of fields) digests.add(offerIdOf({ ...one, [field]: other((one as unknown as Record<string, unknown>)[field]) } as Offer, place));
    const line = one.costs[0]!;
    const lines = [{ ...line, to: holder() }, { ...line, keyEpoch: 2 }, { ...line, flow: "service" as const }, { ...line, amount: 6n }];
    for (const changed of lines) digests.add(offerIdOf({ ...one, costs: [changed] }, place));
    digests.add(offerIdOf({ ...one, costs: [line, line] }, place));
    digests.add(offerIdOf({ ...one, flow: one.flow === "goods" ? "service" : "goods" }, place));
    expect(digests.size).to.equal(3 + fields.length + lines.length + 2);
  });

  it("names a token and a holder the same whatever the letters' case", async () => {
    const place = placeOf(await load(threeMembers));
    const one = offer();
    expect(offerIdOf({ ...one, token: getAddress(one.token) as Token }, place)).to.equal(offerIdOf(one, place));
  });
});

describe("Whether a request and an offer fit", () => {
  it("is told by the number of what does not", () => {
    const one: Offer = { ...offer(), project: 7 as ProjectId, price: 10n, window: 5, target: 0n };
    const fitting: Request = { ...request(), project: one.project, token: one.token, flow: one.flow, schema: one.schema, item: one.item, price: 10n, window: 5, arbiter: one.arbiter };
    const away = { project: 8 as ProjectId, token: token(), flow: one.flow === "goods" ? ("service" as const) : ("goods" as const), schema: random.hash(), item: random.hash(), price: 9n, window: 4, arbiter: holder() };
    expect([misfit(one, fitting), misfit(one, { ...fitting, project: 0 as ProjectId }), misfit({ ...one, price: 9n, window: 4 }, fitting)]).to.deep.equal([0, 0, 0]);
    Object.entries(away).forEach(([field, value], place) => expect(misfit(one, { ...fitting, [field]: value }), field).to.equal(place + 1));
    expect(misfit({ ...one, target: 1n }, fitting)).to.equal(9);
  });
});
