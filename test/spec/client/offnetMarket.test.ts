import { expect } from "chai";
import { hashTypedData, type Hex } from "viem";
import { DAY } from "#client/chain/epoch.ts";
import type { Holder, MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { itemId, type Item, type OfferItem, readBundle, type RequestItem, type SplitItem, writeBundle } from "#client/offnet/bundle.ts";
import { checkItems } from "#client/offnet/check.ts";
import { merged, missingIn, offerIn, offerItem, signaturesOf, withAgreed } from "#client/offnet/marketItems.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { offerIdOf, orderIdIn, requestIdOf, signableOffer, signableRequest, signableSplit } from "#client/price/digest.ts";
import { holderFrom, holderOfMember, NO_ONE } from "#client/price/holders.ts";
import { ITEM_SCHEMA_DIGEST, itemDigest, itemUri, makeItem } from "#client/price/item.ts";
import { rawOffer } from "#client/price/terms.ts";
import type { Offer, Request } from "#client/price/types.ts";
import { council, deployment, keyOf } from "../../support/client/ballots.ts";
import { after, asRead, type Key, NOW, strangerKey } from "../../support/client/signed.ts";

const { books } = council({ members: 6 });
const rice = makeItem({ name: "新米 New rice", unit: "袋 bag" });
const carter = strangerKey(5);
const teahouse = strangerKey(6);

/** Member 1 sells rice that member 2 grew and a carter, who is no member, brought. */
const offer: Offer = {
  project: 1 as ProjectId, seller: 1 as MemberId, keyEpoch: 0, token: `0x${"c0".repeat(20)}` as Token, flow: "goods", schema: ITEM_SCHEMA_DIGEST, item: itemDigest(rice), price: 48_000_000n,
  costs: [
    { to: holderOfMember(2 as MemberId), keyEpoch: 0, flow: "goods", amount: 24_000_000n },
    { to: holderFrom(carter.address), keyEpoch: 0, flow: "transport", amount: 4_000_000n },
  ],
  quantity: 40n, closes: NOW + 20 * DAY, window: 7 * DAY, arbiter: NO_ONE, target: 0n, most: 0n, round: 0, salt: 7n,
};
const request: Request = {
  buyer: holderFrom(teahouse.address), keyEpoch: 0, project: 0 as ProjectId, token: offer.token, flow: "goods", schema: offer.schema, item: offer.item, price: 50_000_000n,
  quantity: 3n, closes: NOW + 9 * DAY, window: 8 * DAY, arbiter: NO_ONE, round: 0, salt: 1n,
};

const sign = (key: Key, data: unknown): Promise<Hex> => key.signTypedData(data as never);
const sold = async (terms: Offer = offer, by: Key = keyOf(1)): Promise<OfferItem> => offerItem(terms, itemUri(rice), await sign(by, signableOffer(terms, deployment)));
const whole = async (): Promise<OfferItem> => withAgreed(withAgreed(await sold(), 0, await sign(keyOf(2), signableOffer(offer, deployment))), 1, await sign(carter, signableOffer(offer, deployment)));
const asked = async (terms: Request = request, by: Key = teahouse): Promise<RequestItem> => ({ kind: "request", ...terms, uri: itemUri(rice), signature: await sign(by, signableRequest(terms, deployment)) });

const look = (items: readonly Item[], ledger: Ledger = books, now = NOW) => checkItems(asRead(...items), { ledger, deployment, now });
async function verdicts(items: readonly Item[], ledger?: Ledger, now?: number): Promise<string[]> {
  const told = await look(items, ledger, now);
  return told.map(({ verdict }) => (verdict.is === "bad" ? verdict.problem : verdict.is === "waits" ? `waits for ${verdict.for.is}` : verdict.is));
}

const onRecord = (ledger: Ledger = books): Ledger =>
  after(ledger, "market", "OfferOpened", { offer: offerIdOf(offer, deployment), project: 1, seller: 1, terms: rawOffer(offer), uri: itemUri(rice) }, NOW - DAY);
const ORDER = orderIdIn(offerIdOf(offer, deployment), request.buyer, 2n, 0);
const ordered = (): Ledger => after(onRecord(), "market", "OrderFunded", { order: ORDER, offer: offerIdOf(offer, deployment), buyer: request.buyer, quantity: 2n, place: 0, stage: 2 }, NOW - DAY);

describe("An offer on its way", () => {
  it("reads back as it was written, with the places of those who have not signed", async () => {
    const item = withAgreed(await sold(), 1, await sign(carter, signableOffer(offer, deployment)));
    const text = writeBundle([item, await asked()], deployment);
    const { items, faults } = readBundle(text);
    expect(faults).to.deep.equal([]);
    const [read, wanted] = items as readonly unknown[] as [OfferItem, RequestItem];
    expect([offerIn(read), read.signature, read.agreed, missingIn(read)]).to.deep.equal([offer, item.signature, item.agreed, [0]]);
    expect([offerIdOf(offerIn(read), deployment), requestIdOf(wanted, deployment)]).to.deep.equal([offerIdOf(offer, deployment), requestIdOf(request, deployment)]);
    expect(writeBundle([read, wanted], deployment)).to.equal(text);
  });

  it("tells by its place what no reader could make sense of, and reads the others", async () => {
    const text = writeBundle([await whole(), await asked()], deployment);
    const broken = (from: string, to: string): string[] => readBundle(text.replace(from, to)).faults.map(({ place }) => place);
    expect(broken('"flow":"transport"', '"flow":"smuggling"')).to.deep.equal(["items[0].costs"]);
    expect(broken('"amount":"24000000"', '"amount":24000000')).to.deep.equal(["items[0].costs"]);
    expect(broken('"amount":"24000000"', `"amount":"${1n << 112n}"`)).to.deep.equal(["items[0].costs"]);
    expect(broken('"keyEpoch":0,"to"', '"tip":1,"keyEpoch":0,"to"')).to.deep.equal(["items[0].costs"]);
    expect(broken('"quantity":"3"', '"quantity":"-3"')).to.deep.equal(["items[1].quantity"]);
    expect(readBundle(text.replace('"quantity":"3"', '"quantity":"-3"')).items).to.have.length(1);
  });

  it("waits for its beneficiaries, and is carried once each of them signed the same words", async () => {
    const bare = await sold();
    const half = withAgreed(bare, 0, await sign(keyOf(2), signableOffer(offer, deployment)));
    const full = await whole();
    expect(await verdicts([bare])).to.deep.equal(["waits for beneficiaries"]);
    expect((await look([half]))[0]!.say.en).to.match(/the signature of 1 beneficiary is missing/);
    expect(await verdicts([full])).to.deep.equal(["good"]);
    const [shipment] = planShipments(await look([full]));
    expect([shipment!.intent.functionName, shipment!.intent.args[1]]).to.deep.equal(["open", signaturesOf(full)]);
    expect(planShipments(await look([half]))).to.deep.equal([]);
  });

  it("put together from two copies has the signatures of both, and is the same offer", async () => {
    const [mine, theirs] = [withAgreed(await sold(), 0, await sign(keyOf(2), signableOffer(offer, deployment))), withAgreed(await sold(), 1, await sign(carter, signableOffer(offer, deployment)))];
    expect(merged(mine, theirs)).to.deep.equal(await whole());
    expect(itemId(mine)).to.equal(itemId(theirs));
  });

  it("names what is wrong: another's signature, words that were changed, a beneficiary who did not sign, time that ran out", async () => {
    const full = await whole();
    expect(await verdicts([await sold(offer, keyOf(2))])).to.deep.equal(["notSigned"]);
    expect(await verdicts([{ ...full, price: 47_000_000n }])).to.deep.equal(["notSigned"]);
    expect(await verdicts([withAgreed(full, 0, full.agreed[1]!)])).to.deep.equal(["beneficiaryNotSigned"]);
    expect(await verdicts([{ ...full, agreed: [full.agreed[0]!] }])).to.deep.equal(["beneficiaryNotSigned"]);
    expect(await verdicts([full], books, offer.closes)).to.deep.equal(["expired"]);
    expect(await verdicts([await sold({ ...offer, closes: NOW + 40 * DAY })])).to.deep.equal(["tooLong"]);
    expect(await verdicts([await sold({ ...offer, seller: 99 as MemberId })])).to.deep.equal(["nobody"]);
  });

  it("is done once it is on record, and worth nothing once it was taken back, singly or with all others", async () => {
    const full = await whole();
    expect(await verdicts([full], onRecord())).to.deep.equal(["done"]);
    expect(await verdicts([full], after(onRecord(), "market", "OfferCancelled", { offer: offerIdOf(offer, deployment) }))).to.deep.equal(["takenBack"]);
    expect(await verdicts([full], after(books, "market", "AllCancelled", { holder: holderOfMember(1 as MemberId), round: 1 }))).to.deep.equal(["takenBack"]);
  });

  it("says in both languages who offers what, at which price", async () => {
    const [{ what }] = (await look([await whole()])) as readonly unknown[] as [{ what: { zh: string; en: string } }];
    expect(what.zh).to.include("“新米 New rice”").and.to.include("共40份");
    expect(what.en).to.include("offers “新米 New rice”").and.to.include("40 in all");
    const other = (await look([{ ...(await whole()), uri: itemUri(makeItem({ name: "Gold", unit: "bar" })) }]))[0]!;
    expect(other.what.en, "words that are not those that were signed").to.not.include("Gold");
  });
});

describe("A request on its way", () => {
  it("of a buyer who is no member is good, and is put on record", async () => {
    const checked = await look([await asked()]);
    expect(checked.map(({ verdict }) => verdict.is)).to.deep.equal(["good"]);
    expect(planShipments(checked).map(({ intent }) => intent.functionName)).to.deep.equal(["openRequest"]);
  });

  it("is refused when another signed it, and when its buyer has joined meanwhile", async () => {
    expect(await verdicts([await asked(request, carter)])).to.deep.equal(["notSigned"]);
    const joined = after(books, "memberRegistry", "Joined", { member: 7, key: teahouse.address, joinCount: 1, profileDigest: `0x${"0".repeat(64)}`, profileUri: "" });
    expect(await verdicts([await asked()], joined)).to.deep.equal(["keyReplaced"]);
  });
});

describe("An agreement on an order", () => {
  const terms = { order: ORDER, back: 30_000_000n, party: holderOfMember(1 as MemberId) as Holder, keyEpoch: 0, expires: NOW + DAY };
  const agreed = async (changed: Partial<typeof terms> = {}, by: Key = keyOf(1)): Promise<SplitItem> => {
    const all = { ...terms, ...changed };
    return { kind: "split", ...all, signature: await sign(by, signableSplit(all, deployment)) };
  };

  it("waits for the other side, and for the order where it was not read", async () => {
    expect(await verdicts([await agreed()], ordered())).to.deep.equal(["waits for otherSide"]);
    expect(await verdicts([await agreed()])).to.deep.equal(["waits for order"]);
    const item = await agreed();
    expect(readBundle(writeBundle([item], deployment)).items[0]).to.include({ kind: "split", back: 30_000_000n, signature: item.signature });
    expect(hashTypedData(signableSplit(item, deployment))).to.equal(hashTypedData(signableSplit(terms, deployment)));
  });

  it("of who is no side of the order, for more than its price, or past its time, is refused", async () => {
    expect(await verdicts([await agreed({ party: holderOfMember(3 as MemberId) }, keyOf(3))], ordered())).to.deep.equal(["sideUnknown"]);
    expect(await verdicts([await agreed({ back: 96_000_001n })], ordered())).to.deep.equal(["sideUnknown"]);
    expect(await verdicts([await agreed()], ordered(), terms.expires + 1)).to.deep.equal(["expired"]);
    expect(await verdicts([{ ...(await agreed()), back: 29_000_000n }], ordered())).to.deep.equal(["notSigned"]);
  });
});
