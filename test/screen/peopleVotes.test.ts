import { expect } from "chai";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor } from "../support/screen/browser.ts";
import { findBarriers, goTo } from "../support/screen/checks.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { memberNow } from "../support/screen/people.ts";
import { carryOut, openVote, proposalsOn, proposeOn, voteOn } from "../support/screen/votes.ts";
import { type Language, locales } from "../support/screen/words.ts";

const said = {
  zh: {
    name: /^提名一些人加入/, keys: "他们的地址", found: "认出2个地址", alike: /头或尾的四位相同/, bad: /“0x12”不是完整的地址/, because: "为什么提", review: "过目并提出", made: "提案已提出。", sentence: "让2个地址的主人在执行后90天内不凭担保加入", matter: "提名加入",
    expelled: /经表决除名/, readmitLink: "提议重新接纳", who: "哪一位被除名的成员", readmit: (who: string) => `重新接纳${who}，执行满28天后可以入席`,
  },
  en: {
    name: /^Name persons who may join/, keys: "Their addresses", found: "2 addresses found", alike: /share their first or last four digits/, bad: /“0x12” is no whole address/, because: "Why", review: "Review and propose", made: "It is proposed.", sentence: "Let the holders of 2 addresses join without vouches within 90 days after it is carried out", matter: "Naming",
    expelled: /expelled by a vote/, readmitLink: "Propose a readmission", who: "Which expelled member", readmit: (who: string) => `Take ${who} in again, to be seated 28 days after it is carried out`,
  },
} as const;

const named = ["0x1111111111111111111111111111111111111111", `0x${"3".repeat(36)}79c8`];

describe("votes about people", function () {
  this.timeout(240_000);
  let house: House;
  before(async () => {
    house = await openHouse();
    const expulsion = await proposeOn(house, 12, [{ type: "expel", member: 11 as MemberId, cause: `0x${"c".repeat(64)}` }], "It cannot go on.");
    await openVote(house, expulsion);
    for (const voter of [1, 2, 3, 4, 5, 6, 7, 9]) await voteOn(house, voter, expulsion, "for");
    await carryOut(house, expulsion);
  });
  after(() => house.close());

  const open = async (language: Language) => {
    const watched = await openFor(house.browser, { locale: locales[language], width: 390, height: 844 });
    watched.page.context().setDefaultTimeout(60_000);
    return watched;
  };

  for (const [language, proposer] of [["zh", 2], ["en", 3]] as const) {
    const t = said[language];

    let attempts = 0;
    it(`name persons by pasted addresses, warn of one that looks like a member's, and show all of them (${language})`, async () => {
      const { page, complaints } = await open(language);
      await takeSeat(page, house, proposer, language);
      await goTo(page, house.url, "/decide/new");
      await page.getByRole("radio", { name: t.name }).check({ force: true });
      const keys = page.getByLabel(t.keys);
      await keys.fill(`${named.join("\n")}\n0x12`);
      // Tried again it is another proposal: the same one is taken once.
      await page.getByLabel(t.because).fill(`Three who taught us. ${(attempts += 1)}`);
      await page.getByRole("button", { name: t.review }).click();
      await page.getByRole("alert").filter({ hasText: t.bad }).first().waitFor();
      await keys.fill(named.join("，"));
      await page.getByText(t.found).waitFor();
      await page.getByText(t.alike).first().waitFor();
      expect(await findBarriers(page)).to.deep.equal([]);
      await page.getByRole("button", { name: t.review }).click();
      await sheet(page).locator("strong", { hasText: t.sentence }).waitFor();
      await send(page, language);
      await sheet(page).getByText(t.made).waitFor();
      const [proposal] = await proposalsOn(house);
      expect([proposal!.matter, proposal!.majority]).to.deep.equal(["naming", "twoThirds"]);
      await page.keyboard.press("Escape");
      await goTo(page, house.url, `/v/${proposal!.id}`);
      const list = page.getByRole("list", { name: t.keys }).getByRole("listitem");
      expect((await list.allInnerTexts()).map((text) => text.toLowerCase())).to.deep.equal(named);
      await page.getByText(t.matter).first().waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`ask for a readmission from the page of a member who was expelled (${language})`, async () => {
      expect((await memberNow(house, 11)).standing).to.equal("expelled");
      const { page } = await open(language);
      const who = house.seats.find(({ member }) => member === 11)!.name[language];
      await takeSeat(page, house, proposer + 2, language);
      await goTo(page, house.url, "/m/11");
      await page.getByText(t.expelled).first().waitFor();
      await page.getByRole("link", { name: t.readmitLink }).click();
      expect(await page.getByLabel(t.who).inputValue()).to.equal("11");
      await page.getByLabel(t.because).fill("A year has passed.");
      await page.getByRole("button", { name: t.review }).click();
      await sheet(page).locator("strong", { hasText: t.readmit(who) }).waitFor();
      await send(page, language);
      await sheet(page).getByText(t.made).waitFor();
      const [proposal] = await proposalsOn(house);
      expect([proposal!.matter, proposal!.majority]).to.deep.equal(["terms", "threeFifths"]);
      await page.context().close();
    });
  }
});
