import { expect } from "chai";
import { createPublicClient, http } from "viem";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { whatIf } from "#client/value/whatIf.ts";
import { mayBeRound, whatIfRound } from "#client/value/whatIfRound.ts";
import { formatMicro } from "../../frontend/shared/language/numbers.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { type Language, locales } from "../support/screen/words.ts";

const said = {
  zh: {
    title: "试算", quantity: "数量", budget: "本期预算 · 选填", rate: "价值率 · 选填", others: "别人本期还会得到 · 选填", terms: "换几个条件", value: "价值", refused: "这样会被拒绝", table: "看表格", work: /^劳动/, sharing: /^分享/,
    shares: (name: string, before: string, after: string) => `${name}在本期的份额：现在${before}，之后${after}`, lin: "林小满", round: "一次第二轮", tenths: "定为几成", three: "3成", bad: "请填大于零的整数。", amount: "请填数额，最多六位小数。", noPromise: /这是算式，不是承诺/, fill: "选好项目、种类和数量", inForm: "试算：会得多少份", whatIf: "试算", form: "记一笔贡献", bounds: "数额应当在",
    nobody: "还没有记过的人",
  },
  en: {
    title: "What if", quantity: "Quantity", budget: "Budget of the epoch · optional", rate: "Rate · optional", others: "What others will still earn in it · optional", terms: "Suppose other terms", value: "Value", refused: "It would be refused", table: "The same as a table", work: /^work/, sharing: /^sharing/,
    shares: (name: string, before: string, after: string) => `Shares of ${name} in this epoch: ${before} now, ${after} then`, lin: "Lin Xiaoman", round: "A second round", tenths: "It comes to", three: "3 tenths", bad: "Enter a whole number above zero.", amount: "Enter an amount with at most six decimals.", noPromise: /These are sums, not a promise/, fill: "Choose project, kind and quantity", inForm: "What it would give in shares", whatIf: "What if", form: "Record a contribution", bounds: "The amount must be from",
    nobody: "Somebody who has recorded nothing yet",
  },
} as const;

const languages: readonly Language[] = ["zh", "en"];
const [LIN, MILL] = [1 as MemberId, 1 as ProjectId];

describe("the page that supposes", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const client = () => createPublicClient({ transport: http(house.rpc) });
  const now = async (): Promise<number> => Number((await client().getBlock({ blockTag: "pending" })).timestamp);

  for (const language of languages) {
    const [t, locale] = [said[language], locales[language]];
    const show = (micro: bigint) => formatMicro(micro, language);

    it(`says of a record what the client reckons from the chain, also under other terms, and sends nothing (${language})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await takeSeat(page, house, LIN, language);
      const blocks = await client().getBlockNumber();
      await goTo(page, house.url, `/what-if?project=${MILL}`);
      const main = page.getByRole("main");
      await main.getByText(t.fill).waitFor();
      await main.getByLabel(t.quantity, { exact: true }).fill("30");
      const books = await readBooks(house);
      const told = async (supposed: Partial<Parameters<typeof whatIf>[1]>): Promise<string> => {
        const result = whatIf(books, { project: MILL, kind: "work", quantity: 30, by: LIN, ...supposed }, await now());
        const own = result.members.find(({ member }) => member === LIN)!;
        return t.shares(t.lin, show(own.before.shares), show(own.after.shares));
      };
      await main.getByRole("status").filter({ hasText: await told({}) }).waitFor({ state: "attached" });
      await main.getByText(t.noPromise).waitFor();
      await main.getByText(t.terms).click();
      await main.getByLabel(t.budget).fill("200");
      await main.getByLabel(t.rate).fill("2.5");
      await main.getByLabel(t.others).fill("190");
      const other = await told({ budget: 200_000_000n, rate: 2_500_000n, others: 190_000_000n });
      expect(other).to.not.equal(await told({}));
      await main.getByRole("status").filter({ hasText: other }).waitFor({ state: "attached" });
      expect(await client().getBlockNumber()).to.equal(blocks);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`names what cannot be used beside its field, and what would be refused (${language})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, `/what-if?project=${MILL}&quantity=6`);
      const main = page.getByRole("main");
      await main.getByRole("heading", { name: t.value, exact: true }).waitFor();
      await main.getByLabel(t.quantity, { exact: true }).fill("six");
      await main.getByRole("alert").filter({ hasText: t.bad }).waitFor();
      await main.getByLabel(t.quantity, { exact: true }).fill("4000000");
      await main.getByRole("heading", { name: t.refused }).waitFor();
      await main.getByText(t.terms).click();
      await main.getByLabel(t.budget).fill("much");
      await main.getByRole("alert").filter({ hasText: t.amount }).waitFor();
      expect(await main.getByRole("heading", { name: t.refused }).count()).to.equal(0);
      // No charter may have such a budget; the page stays.
      await main.getByLabel(t.budget).fill("999999999");
      await main.getByRole("status").filter({ hasText: t.bounds }).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`draws bars behind which the same numbers stand as a table, for a visitor too (${language})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, `/what-if?project=${MILL}&kind=work&quantity=12`);
      const main = page.getByRole("main");
      await main.getByText(t.table).click();
      const row = main.getByRole("table").last().getByRole("row").filter({ hasText: t.nobody });
      const books = await readBooks(house);
      const result = whatIf(books, { project: MILL, kind: "work", quantity: 12, by: 0 as MemberId }, await now());
      const after = formatMicro(result.members.find(({ member }) => member === 0)!.after.shares, language, 6);
      expect((await row.getByRole("cell").allInnerTexts()).map((text) => text.trim().split(/\s/).at(-1))).to.deep.equal(["0", after, `+${after}`]);
      expect(await main.locator("svg rect").count()).to.be.greaterThan(2);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`supposes a second round of what may still be challenged (${language})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      const [books, at] = [await readBooks(house), await now()];
      const claim = [...books.work.claims.values()].find((one) => one.lane === "record" && mayBeRound(books, one, at) && one.firstValue > 0n)!;
      const result = whatIfRound(books, claim, 3, at);
      const own = result.members.find(({ member }) => member === claim.by)!;
      await goTo(page, house.url, `/what-if?claim=${claim.id}`);
      const main = page.getByRole("main");
      expect(await main.getByRole("radio", { name: t.round }).isChecked()).to.equal(true);
      await main.getByLabel(t.tenths, { exact: true }).selectOption({ label: t.three });
      const counts = language === "zh" ? `现在${show(own.before.shares)}，之后${show(own.after.shares)}` : `${show(own.before.shares)} now, ${show(own.after.shares)} then`;
      await main.getByRole("status").filter({ hasText: counts }).waitFor({ state: "attached" });
      await main.getByText(t.noPromise).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`is worked by the keyboard alone (${language})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, `/what-if?project=${MILL}&quantity=6`);
      const main = page.getByRole("main");
      await main.getByRole("radio", { name: t.work }).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await main.getByRole("radio", { name: t.sharing }).isChecked()).to.equal(true);
      await page.keyboard.press("Tab");
      expect(await main.getByLabel(t.quantity, { exact: true }).evaluate((field) => field === document.activeElement)).to.equal(true);
      await page.keyboard.press("Control+A");
      await page.keyboard.type("2");
      const result = whatIf(await readBooks(house), { project: MILL, kind: "sharing", quantity: 2, by: 0 as MemberId }, await now());
      await main.getByRole("status").filter({ hasText: t.shares(t.nobody, "0", show(result.members.find(({ member }) => member === 0)!.after.shares)) }).waitFor({ state: "attached" });
      await page.context().close();
    });

    it(`is reached from a project, from the shares and from the form of a record (${language})`, async () => {
      const { page } = await openPage(house.browser, locale);
      for (const path of [`/p/${MILL}`, "/shares"]) {
        await goTo(page, house.url, path);
        await page.getByRole("main").getByRole("link", { name: t.whatIf, exact: true }).click();
        await page.getByRole("heading", { level: 1, name: t.title, exact: true }).waitFor();
      }
      await goTo(page, house.url, `/contribute/new?project=${MILL}`);
      // The page before has a quantity as well.
      await page.getByRole("heading", { level: 1, name: t.form, exact: true }).waitFor();
      await page.getByRole("main").getByLabel(t.quantity, { exact: true }).fill("7");
      await page.getByRole("main").getByRole("link", { name: t.inForm }).click();
      await page.getByRole("heading", { level: 1, name: t.title, exact: true }).waitFor();
      expect(await page.getByRole("main").getByLabel(t.quantity, { exact: true }).inputValue()).to.equal("7");
      await page.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "a record that is supposed": () => `/what-if?project=${MILL}&kind=work&quantity=30`, "a second round that is supposed": () => "/what-if?claim=none" });
});
