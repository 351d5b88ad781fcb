import { expect } from "chai";
import type { Page } from "playwright-core";
import type { MemberId, OfferId, ProjectId } from "#client/chain/ids.ts";
import { readBundle } from "#client/offnet/bundle.ts";
import { purseOf, sellersOf } from "#client/price/accounts.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send } from "../support/screen/acts.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": {
    language: "zh", join: "参加拼单", missing: "还差1份", reached: "已成团", joined: "已下单，货款在托管里", project: "项目", name: "名称", unit: "单位", price: "每份价格", addCost: "加一笔费用", costTo: "付给谁", costAmount: "每份多少", tooSmall: /盈余不够/, all: "一共卖多少份", sign: "签名", missingWord: "还没有签", signAsMe: "以收款人签名", record: "登上链", recorded: "已登上链", about: /^报价：/,
    practice: "领练习币", atAddress: "已领到您的地址上，可以存入", amount: "数额", signIn: "签授权，再存入", inBooks: "已入账", deposit: "存入", order: "再过目一次", short: /钱袋里不够，还差¤/, quantity: "数量",
    sellerChoice: "请谁来卖", nameSeller: "请他来卖", sellerNamed: "已请", cancelAll: "收回我签过的全部报价和求购", takenBack: "都收回了", showAt: "放到relay.example给人看", shownAt: "已放在relay.example，到期自动拿下",
  },
  "en-GB": {
    language: "en", join: "Join the group buy", missing: "1 more needed", reached: "reached", joined: "Ordered; the price is in escrow", project: "Project", name: "Name", unit: "Unit", price: "Price of one", addCost: "Add a cost", costTo: "Paid to", costAmount: "Per unit", tooSmall: /Too little is left over/, all: "Units in all", sign: "Sign", missingWord: "not signed yet", signAsMe: "Sign as beneficiary", record: "Put on record", recorded: "It is on record", about: /^Offer: /,
    practice: "Get practice money", atAddress: "It is at your address, and can be put in", amount: "Amount", signIn: "Sign and put in", inBooks: "It is in the books", deposit: "Put in", order: "Review it", short: /Your purse is ¤.* short/, quantity: "Quantity",
    sellerChoice: "Who is to sell", nameSeller: "Name as a seller", sellerNamed: "Named", cancelAll: "Take back all offers and requests that I signed", takenBack: "All taken back", showAt: "Show it at relay.example", shownAt: "Shown at relay.example until it closes",
  },
} as const;

const LIN = 1 as MemberId;
/** A steward of the mill. */
const ZHOU = 2 as MemberId;
/** Who grows the rice. */
const CHEN = 6 as MemberId;
const XU = 10 as MemberId;
const MILL = 1 as ProjectId;
const COIN = 1_000_000n;

for (const locale of ["zh-CN", "en-GB"] as const) {
  const t = said[locale];
  describe(`the market (${locale})`, () => {
    let house: House;
    before(async () => {
      house = await openHouse();
    });
    after(() => house.close());

    const seated = async (member: MemberId): Promise<{ page: Page; complaints: string[] }> => {
      const watched = await openPage(house.browser, locale);
      await takeSeat(watched.page, house, member, t.language);
      return watched;
    };

    it("lets the one who is missing complete a group buy, out of their purse", async () => {
      const before = await readBooks(house);
      const basket = [...before.price.offers.values()].find(({ terms }) => terms.target === 10n)!;
      const { page, complaints } = await seated(LIN);
      await goTo(page, house.url, `/market/offer/${basket.id}`);
      await page.getByText(t.missing, { exact: true }).waitFor();
      await page.getByRole("button", { name: t.join, exact: true }).click();
      await send(page, t.language);
      await page.getByRole("dialog").getByText(t.joined).waitFor();
      await page.keyboard.press("Escape");
      await page.getByText(t.reached, { exact: true }).first().waitFor();
      const books = await readBooks(house);
      expect(books.price.offers.get(basket.id)!.reachedAt).to.not.equal(null);
      const purse = (ledger: typeof books) => purseOf(ledger, holderOfMember(LIN), basket.terms.token);
      expect(purse(before) - purse(books)).to.equal(35n * COIN);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("takes an offer round by link until all have signed, and then on record", async () => {
      const seller = await seated(ZHOU);
      const main = seller.page.getByRole("main");
      await goTo(seller.page, house.url, "/market/sell");
      await main.getByLabel(t.name, { exact: true }).fill("米糠 Rice bran");
      await main.getByLabel(t.unit, { exact: true }).fill("kg");
      await main.getByLabel(t.price, { exact: true }).fill("4.50");
      await main.getByRole("button", { name: t.addCost }).click();
      await main.getByLabel(t.costTo, { exact: true }).selectOption(String(CHEN));
      await main.getByLabel(t.costAmount, { exact: true }).fill("4.50");
      await main.getByText(t.tooSmall).waitFor();
      await main.getByLabel(t.costAmount, { exact: true }).fill("2.25");
      await main.getByText(t.tooSmall).waitFor({ state: "detached" });
      await main.getByLabel(t.all, { exact: true }).fill("30");
      await main.getByRole("button", { name: t.sign, exact: true }).click();
      await main.getByText(t.missingWord, { exact: true }).waitFor();
      expect(await main.getByRole("button", { name: t.record, exact: true }).count(), "on record without the beneficiary").to.equal(0);
      const text = await main.getByLabel(t.about).inputValue();
      const link = `${house.url}#/market?b=${Buffer.from(text).toString("base64url")}`;

      const grower = await seated(CHEN);
      await grower.page.goto(link);
      await grower.page.getByRole("button", { name: t.signAsMe, exact: true }).click();
      await grower.page.getByRole("button", { name: t.record, exact: true }).click();
      await send(grower.page, t.language);
      await grower.page.getByText(t.recorded).first().waitFor();
      const id = grower.page.url().split("/").at(-1)! as OfferId;
      const record = (await readBooks(house)).price.offers.get(id)!;
      expect([record.terms.seller, record.terms.price, record.terms.costs[0]!.to, record.terms.costs[0]!.amount]).to.deep.equal([ZHOU, 4_500_000n, holderOfMember(CHEN), 2_250_000n]);
      expect([...seller.complaints, ...grower.complaints]).to.deep.equal([]);
      await Promise.all([seller.page.context().close(), grower.page.context().close()]);
    });

    it("says what a purse is short of, and fills it with one signature", async () => {
      const before = await readBooks(house);
      const rice = [...before.price.offers.values()].find(({ terms }) => terms.quantity === 60n)!;
      // Her key never approved anything: what it has outside goes in by a signed approval.
      const { page, complaints } = await seated(CHEN);
      await goTo(page, house.url, `/market/offer/${rice.id}`);
      await page.getByLabel(t.quantity, { exact: true }).fill("50");
      await page.getByText(t.short).waitFor();
      await goTo(page, house.url, "/purse");
      await page.getByRole("button", { name: t.practice }).click();
      await page.getByText(t.atAddress).waitFor();
      await page.getByLabel(t.amount, { exact: true }).first().fill("950.5");
      await page.getByRole("button", { name: t.signIn }).click();
      await send(page, t.language);
      await page.getByRole("dialog").getByText(t.inBooks).waitFor();
      const purse = async () => purseOf(await readBooks(house), holderOfMember(CHEN), rice.terms.token);
      expect((await purse()) - purseOf(before, holderOfMember(CHEN), rice.terms.token)).to.equal(950_500_000n);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("lets a steward name a seller, and take back at once all that was signed", async () => {
      const { page, complaints } = await seated(ZHOU);
      await goTo(page, house.url, "/market/sell");
      await page.getByLabel(t.sellerChoice, { exact: true }).first().selectOption(String(XU));
      await page.getByRole("button", { name: t.nameSeller, exact: true }).click();
      await send(page, t.language);
      await page.getByRole("dialog").getByText(t.sellerNamed, { exact: true }).waitFor();
      expect(sellersOf(await readBooks(house), MILL)).to.deep.equal([XU]);
      await page.keyboard.press("Escape");
      await goTo(page, house.url, "/market/orders");
      await page.getByRole("button", { name: t.cancelAll, exact: true }).click();
      await send(page, t.language);
      await page.getByRole("dialog").getByText(t.takenBack, { exact: true }).waitFor();
      expect((await readBooks(house)).price.rounds.get(holderOfMember(ZHOU))).to.equal(1);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("puts an offer on the board of the relay that the reader chose, when asked, and only then", async () => {
      const { price } = await readBooks(house);
      const repair = [...price.offers.values()].findLast(({ terms }) => terms.flow === "service")!;
      const { page } = await openPage(house.browser, locale);
      const posted: string[] = [];
      await page.route("https://relay.example/**", (route) => {
        posted.push(`${route.request().method()} ${new URL(route.request().url()).pathname} ${route.request().postData() ?? ""}`);
        return route.fulfill({ status: 202, headers: { "access-control-allow-origin": "*" }, json: { items: [] } });
      });
      await page.addInitScript(() => localStorage.setItem("gongsheng.relay", "https://relay.example"));
      await page.goto(`${house.url}#/market/offer/${repair.id}`);
      await page.getByRole("button", { name: t.showAt, exact: true }).waitFor();
      expect(posted).to.deep.equal([]);
      await page.getByRole("button", { name: t.showAt, exact: true }).click();
      await page.getByText(t.shownAt, { exact: true }).waitFor();
      const [sent, ...more] = posted.filter((line) => line.startsWith("POST"));
      expect(more).to.deep.equal([]);
      expect(sent).to.match(/^POST \/market /);
      expect(readBundle(sent!.slice("POST /market ".length)).items.map(({ kind }) => kind)).to.deep.equal(["offer"]);
      await page.context().close();
    });
  });
}
