import { expect } from "chai";
import { network } from "hardhat";
import type { MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import { parseDeployment } from "#client/chain/deployment.ts";
import type { Ledger } from "#client/ledger.ts";
import { allDividendsOf, escrowOf, purseOf } from "#client/price/accounts.ts";
import { unmetRequests } from "#client/price/industry.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { readItem } from "#client/price/item.ts";
import { openOffers } from "#client/price/may.ts";
import type { OfferRecord, OrderStage } from "#client/price/types.ts";
import { orderStages } from "#client/price/types.ts";
import type { DeploymentRecord } from "../../../scripts/deploy/record.ts";
import type { Practice } from "../../../scripts/lib/practice.ts";
import { seed } from "../../../scripts/seed/seed.ts";
import { World } from "../../support/client/world.ts";

const LIN = 1 as MemberId;
const COIN = 1_000_000n;

describe("The seed, in what it sold and bought,", function () {
  this.timeout(120_000);
  let books: Ledger;
  let practice: Practice;
  let now: number;
  let token: Token;

  before(async () => {
    const chain = await network.create({ network: "default", chainType: "l1" });
    practice = await seed(chain, () => undefined);
    const world = new World(practice.deployment as unknown as DeploymentRecord, chain.provider);
    [books, now] = [await world.read(), await world.now()];
    token = String(practice.deployment.practiceToken).toLowerCase() as Token;
  });

  const offerOf = (name: string): OfferRecord =>
    [...books.price.offers.values()].filter(({ uri, terms }) => readItem(uri, terms.item)?.name.includes(name)).at(-1) ?? expect.fail(`no offer of ${name}`);
  const stagesOf = (offer: OfferRecord): OrderStage[] => offer.orders.map((id) => books.price.orders.get(id)!.stage);

  it("deals in practice money that a vote listed, and says where it stands", () => {
    expect(books.price.tokens.get(token)?.listed).to.equal(true);
    expect(parseDeployment(practice.deployment).practiceToken?.toLowerCase()).to.equal(token);
  });

  it("holds an order in every stage", () => {
    const stages = new Set([...books.price.orders.values()].map(({ stage }) => stage));
    expect([...stages].sort()).to.deep.equal(orderStages.slice(1).toSorted());
  });

  it("describes everything that is sold or asked for in words whose digest is on chain", () => {
    for (const { uri, terms } of [...books.price.offers.values(), ...books.price.requests.values()]) expect(readItem(uri, terms.item), uri).not.to.equal(null);
  });

  it("leaves a group buy one short of its target, one that was missed and still holds what Lin pledged, and one that was reached", () => {
    const [baskets, jam, tea] = ["提篮", "杨梅酱", "春茶"].map(offerOf) as [OfferRecord, OfferRecord, OfferRecord];
    expect(baskets.terms.target - baskets.filled).to.equal(1n);
    expect(openOffers(books, now)).to.include(baskets);
    expect(jam.terms.closes).to.be.lessThan(now);
    expect(jam.reachedAt).to.equal(null);
    expect(stagesOf(jam).sort()).to.deep.equal(["pledged", "refunded"]);
    expect(tea.reachedAt).not.to.equal(null);
  });

  it("leaves Lin something to receive, to rate and to draw, and money to pay with", () => {
    const hers = [...books.price.orders.values()].filter(({ buyer }) => buyer === holderOfMember(LIN));
    expect(hers.map(({ stage }) => stage).sort()).to.deep.equal(["accepted", "pledged", "shipped"]);
    expect(hers.find(({ stage }) => stage === "accepted")!.rating).to.equal(null);
    expect(purseOf(books, holderOfMember(LIN), token)).to.be.greaterThan(500n * COIN);
    expect(allDividendsOf(books, LIN, now).some(({ owed }) => owed > 0n)).to.equal(true);
  });

  it("asks for two things that nobody offers yet", () => {
    expect(unmetRequests(books, now)).to.have.lengthOf(2);
  });

  it("let a buyer who is no member buy, and his silence accept", () => {
    const strange = [...books.price.orders.values()].filter(({ buyer }) => BigInt(buyer) > 1n << 32n);
    expect(strange.map(({ stage }) => stage)).to.deep.equal(["accepted"]);
    expect(escrowOf(books, token)).to.be.greaterThan(0n);
  });

  it("divided the first surplus over the mill's shares, and drew some of it", () => {
    const account = books.price.accounts.get(`${1 as ProjectId}.${token}`)!;
    expect(account.divisions).to.have.lengthOf(1);
    expect(books.price.draws.length).to.be.greaterThan(2);
  });
});
