import { expect } from "chai";
import type { Page } from "playwright-core";
import type { MemberId, OrderId } from "#client/chain/ids.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": { language: "zh", done: "已记下", turn: "轮到您", came: "已经收到", accept: "验收，付给卖方", rate: "评价", four: "4颗星", stars: "买方评4颗星", arbitrate: "裁决", back: "退给买方", percent: "占原价", more: "还能做的", split: "商定怎么分", sign: "签名，交给对方", about: "订单的和解", agree: "照这样了结", disputed: "有争议的", stranger: "您不是这份订单的当事人，只能看。", fault: "请填写不超过原价的数额。" },
  "en-GB": { language: "en", done: "It is on record", turn: "Your turn", came: "It came", accept: "Accept and pay the seller", rate: "Rate it", four: "4 stars", stars: "The buyer gave 4 stars", arbitrate: "Settle it", back: "Back to the buyer", percent: "Of the price", more: "More", split: "Agree on a split", sign: "Sign for the other side", about: "Agreement on an order", agree: "End it like this", disputed: "Disputed", stranger: "You are no party of this order; you can look on.", fault: "Enter an amount up to the price." },
} as const;

const [LIN, ZHOU, YE, LUO, XU] = [1, 2, 7, 8, 10] as MemberId[] as [MemberId, MemberId, MemberId, MemberId, MemberId];

for (const locale of ["zh-CN", "en-GB"] as const) {
  const t = said[locale];
  describe(`an order (${locale})`, () => {
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
    const orderOf = async (buyer: MemberId, stage: string): Promise<OrderId> => [...(await readBooks(house)).price.orders.values()].find((order) => order.buyer === holderOfMember(buyer) && order.stage === stage)!.id;
    const endOf = async (id: OrderId) => (await readBooks(house)).price.orders.get(id)!.end!;
    /** Sends what the sheet shows, and closes it once its receipt came. */
    const sendAndClose = async (page: Page): Promise<void> => {
      await send(page, t.language);
      await sheet(page).getByText(t.done, { exact: true }).waitFor();
      await page.keyboard.press("Escape");
      await sheet(page).waitFor({ state: "detached" });
    };
    /** The dark buttons of the page: what it proposes to do. */
    const primaries = (page: Page) => page.getByRole("main").locator("button.bg-ink").allInnerTexts();

    it("has one next step for its buyer, from what came to what it was worth", async () => {
      const id = await orderOf(LIN, "shipped");
      const { page, complaints } = await seated(LIN);
      await goTo(page, house.url, `/market/order/${id}`);
      for (const step of [t.came, t.accept]) {
        await page.getByRole("button", { name: step, exact: true }).waitFor();
        expect(await primaries(page)).to.deep.equal([step]);
        await page.getByRole("button", { name: step, exact: true }).click();
        await sendAndClose(page);
      }
      await page.getByRole("radio", { name: t.four }).check();
      expect(await primaries(page)).to.deep.equal([t.rate]);
      await page.getByRole("button", { name: t.rate, exact: true }).click();
      await sendAndClose(page);
      await page.getByText(t.stars, { exact: true }).waitFor();
      const { stage, back, surplus, lines } = await endOf(id);
      expect([stage, back, surplus, lines.map(({ amount }) => amount)]).to.deep.equal(["accepted", 0n, 42_000_000n, [50_000_000n, 8_000_000n]]);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("in dispute shows each side its own way, and ends as the arbiter says, to the coin", async () => {
      const id = await orderOf(LUO, "disputed");
      const [stranger, arbiter] = [await seated(LIN), await seated(XU)];
      await goTo(stranger.page, house.url, `/market/order/${id}`);
      await stranger.page.getByText(t.stranger).waitFor();
      expect(await primaries(stranger.page)).to.deep.equal([]);
      const { page } = arbiter;
      await goTo(page, house.url, `/market/order/${id}`);
      await page.getByText(t.disputed, { exact: true }).waitFor();
      await page.getByLabel(t.back, { exact: true }).fill("50.01");
      await page.getByText(t.fault).first().waitFor();
      await page.getByLabel(t.percent, { exact: true }).fill("12.5");
      expect(await page.getByLabel(t.back, { exact: true }).inputValue()).to.equal("6.25");
      await page.getByRole("button", { name: t.arbitrate, exact: true }).click();
      await sendAndClose(page);
      const { stage, back, surplus } = await endOf(id);
      expect([stage, back, surplus]).to.deep.equal(["split", 6_250_000n, 14_750_000n]);
      expect([...stranger.complaints, ...arbiter.complaints]).to.deep.equal([]);
      await Promise.all([stranger.page.context().close(), page.context().close()]);
    });

    it("ends as both agree: one side signs and hands it on, the other acts", async () => {
      const id = await orderOf(YE, "delivered");
      const seller = await seated(ZHOU);
      await goTo(seller.page, house.url, `/market/order/${id}`);
      await seller.page.getByText(t.more, { exact: true }).click();
      await seller.page.getByRole("button", { name: t.split, exact: true }).click();
      await seller.page.getByLabel(t.back, { exact: true }).fill("10");
      await seller.page.getByRole("button", { name: t.sign, exact: true }).click();
      const text = await seller.page.getByLabel(t.about, { exact: true }).inputValue();
      const buyer = await seated(YE);
      await buyer.page.goto(`${house.url}#/market?b=${Buffer.from(text).toString("base64url")}`);
      await buyer.page.getByText(t.more, { exact: true }).click();
      await buyer.page.getByRole("button", { name: t.split, exact: true }).click();
      await buyer.page.getByRole("button", { name: t.agree, exact: true }).click();
      await sendAndClose(buyer.page);
      const { stage, back } = await endOf(id);
      expect([stage, back]).to.deep.equal(["split", 10_000_000n]);
      expect([...seller.complaints, ...buyer.complaints]).to.deep.equal([]);
      await Promise.all([seller.page.context().close(), buyer.page.context().close()]);
    });
  });
}
