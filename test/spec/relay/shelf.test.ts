import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { network } from "hardhat";
import type { Hex } from "viem";
import { itemId, type OfferItem, readBundle, type RequestItem, writeBundle } from "#client/offnet/bundle.ts";
import { offerItem, withAgreed } from "#client/offnet/marketItems.ts";
import { signableOffer, signableRequest } from "#client/price/digest.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { ITEM_SCHEMA_DIGEST, itemDigest, itemUri, makeItem } from "#client/price/item.ts";
import type { Offer, Request } from "#client/price/types.ts";
import type { DeploymentRecord } from "../../../scripts/deploy/record.ts";
import { Shelf } from "../../../scripts/relay/serve/shelf.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { foundPractice } from "../../../scripts/seed/seed.ts";
import { World } from "../../support/client/world.ts";

const DAY = 86_400;
const [ZHOU, CHEN, XU] = [2, 6, 10] as const;
const words = makeItem({ name: "Rice", unit: "bag", text: "", place: "" });

interface Told {
  readonly items: readonly { readonly id: Hex; readonly state: string; readonly say: { readonly en: string } }[];
}

describe("The relay's board of offers and requests", function () {
  this.timeout(60_000);
  let world: World;
  let folder: string;
  let shelf: Shelf;
  let real: number;
  before(async () => {
    // The board asks its own clock what is over: the chain must not lie far from it.
    const chain = await network.create({ network: "default", chainType: "l1" });
    world = new World((await foundPractice(chain)) as unknown as DeploymentRecord, chain.provider);
    real = Math.floor(Date.now() / 1_000);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "shelf-"));
    shelf = open();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const books = { recent: async () => ({ ledger: await world.read(), now: real }), hasCode: async () => false };
  const open = (limits?: { each: number; all: number }): Shelf => new Shelf(join(folder, "market.json"), world as never, books as never, limits);
  const sign = (member: number, { domain, types, message }: { domain: object; types: object; message: object }): Promise<Hex> =>
    practiceAccount(member).signTypedData(domain, types as never, message as Record<string, unknown>) as Promise<Hex>;
  const common = (salt: bigint) => ({
    keyEpoch: 0, token: `0x${"11".repeat(20)}`, flow: "goods", schema: ITEM_SCHEMA_DIGEST, item: itemDigest(words), price: 10n, quantity: 5n, closes: real + 7 * DAY, window: DAY, arbiter: `0x${"0".repeat(40)}`, round: 0, salt,
  });
  const offered = async (salt: bigint): Promise<{ offer: Offer; item: OfferItem }> => {
    const offer = { ...common(salt), project: 1, seller: ZHOU, costs: [{ to: holderOfMember(CHEN as never), keyEpoch: 0, flow: "goods", amount: 4n }], target: 0n, most: 0n } as unknown as Offer;
    return { offer, item: offerItem(offer, itemUri(words), await sign(ZHOU, signableOffer(offer, world.deployment) as never)) };
  };
  const asked = async (salt: bigint): Promise<RequestItem> => {
    const request = { ...common(salt), buyer: holderOfMember(XU as never), project: 0 } as unknown as Request;
    return { kind: "request", ...request, uri: itemUri(words), signature: await sign(XU, signableRequest(request, world.deployment) as never) };
  };
  const take = async (...items: (OfferItem | RequestItem)[]): Promise<{ status: number; told: Told["items"] }> => {
    const { status, json } = await shelf.take(writeBundle(items, world.deployment));
    return { status, told: (json as Told).items };
  };
  const shown = (now?: number) => readBundle(shelf.show(now).text!).items;

  it("shows what is signed to whoever asks, and keeps it over a restart", async () => {
    const [{ item }, request] = [await offered(1n), await asked(2n)];
    expect((await take(item, request)).status).to.equal(202);
    expect(shown().map(itemId)).to.deep.equal([itemId(item), itemId(request)]);
    shelf = open();
    expect(shown().map(itemId)).to.deep.equal([itemId(item), itemId(request)]);
  });

  it("joins copies of one offer that different people signed", async () => {
    const { offer, item } = await offered(3n);
    await take(item);
    await take(withAgreed(item, 0, await sign(CHEN, signableOffer(offer, world.deployment) as never)));
    const [one, ...more] = shown() as readonly unknown[] as OfferItem[];
    expect(more).to.deep.equal([]);
    expect(one!.agreed[0]).to.have.lengthOf(132);
  });

  it("takes nothing that was altered after signing, and says so", async () => {
    const { item } = await offered(4n);
    const { status, told } = await take({ ...item, price: 9n });
    expect(status).to.equal(422);
    expect(told[0]!.state).to.equal("untaken");
    expect(shown()).to.deep.equal([]);
  });

  it("lets what is over go", async () => {
    await take((await offered(5n)).item);
    expect(shown(real + 8 * DAY)).to.deep.equal([]);
  });

  it("has room for so many of one person, and of all", async () => {
    shelf = open({ each: 1, all: 2 });
    await take((await offered(6n)).item);
    expect((await take((await offered(7n)).item)).told[0]!.say.en).to.contain("At most 1 of one person");
    await take(await asked(8n));
    expect((await take(await asked(9n))).told[0]!.say.en).to.contain("no room");
    expect(shown()).to.have.lengthOf(2);
  });

  it("refuses a text in which there is neither", async () => {
    expect((await shelf.take("{}")).status).to.equal(422);
  });
});
