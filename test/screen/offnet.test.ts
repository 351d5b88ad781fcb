import { expect } from "chai";
import type { Page } from "playwright-core";
import { parseSetProfile } from "#client/people/setProfile.ts";
import type { SignedAct } from "#client/people/carry.ts";
import { parseAttest } from "#client/work/attest.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { journalRow, proposeNames, readyToSend, send, sheet } from "../support/screen/acts.ts";
import { openFor, type Reader, type WatchedPage } from "../support/screen/browser.ts";
import { chainOf, walletOf } from "../support/screen/chain.ts";
import { findBarriers, goTo, overflowOf } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { attestation, bundleOf, codeIn, fileIn, handOn, offnetWords, openAttestation, paste, readCode, signedAct, signLater, watchParts } from "../support/screen/offnet.ts";
import { carryAndRotate } from "../support/screen/offnetChain.ts";
import { offerWallet } from "../support/screen/wallet.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

const languages: readonly Language[] = ["zh", "en"];
const sizes = { phone: { width: 375, height: 812 }, desk: { width: 1280, height: 900 } } as const;

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const answerOf = async (claim: RecordClaim, member: number) => (await readBooks(house)).work.claims.get(claim.id)!.answers.find(({ attester }) => attester === (member as number));
const blocks = (): Promise<bigint> => chainOf(house).reader.getBlockNumber({ cacheTime: 0 });
const row = (page: Page, list: string, text: string | RegExp) => page.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: text });

/** A page of somebody's own, who sits in that seat. */
async function seated(language: Language, member: number, reader: Partial<Reader> = {}): Promise<WatchedPage> {
  const watched = await openFor(house.browser, { locale: locales[language], ...reader });
  await takeSeat(watched.page, house, member, language);
  return watched;
}

describe("an act signed for later", () => {
  for (const [device, size] of Object.entries(sizes))
    for (const language of languages) {
      const t = offnetWords[language];
      const say = words[language];

      it(`is kept and not sent, goes out as code, text and file, and is its signer's though another carries it (${language}, ${device})`, async () => {
        const { claim, member } = await attestation(house);
        const carrier = house.seats.find((seat) => seat.member !== member && !claim.owners.includes(seat.member as never))!;
        const signer = await seated(language, member, size);
        const { page } = signer;
        await openAttestation(page, house, claim, language);
        await readyToSend(page, language);
        const before = await blocks();
        await sheet(page).getByRole("button", { name: t.later }).click();
        expect(await findBarriers(page), "barriers of the sheet").to.deep.equal([]);
        expect(await overflowOf(page), "pixels too wide").to.equal(0);
        await sheet(page).getByRole("button", { name: t.back }).click();
        await signLater(page, language, 30);
        await sheet(page).getByText(t.state).waitFor();
        const text = await handOn(page, language);
        expect(JSON.parse(text).items[0]).to.include({ kind: "act", member });
        expect(await readCode(await codeIn(page, language).screenshot()), "the code").to.equal(text);
        const file = await fileIn(page, language);
        expect(file.text, "the file").to.equal(text);
        expect(file.name).to.match(/\.coop\.json$/);
        expect(await findBarriers(page), "barriers of the dialog").to.deep.equal([]);
        expect(await overflowOf(page), "pixels too wide").to.equal(0);
        await page.keyboard.press("Escape");
        await page.reload();
        await row(page, t.outboxList, t.until).waitFor();
        expect(await blocks(), "nothing was sent").to.equal(before);
        expect(await answerOf(claim, member)).to.equal(undefined);

        const other = await seated(language, carrier.member, size);
        await paste(other.page, house, text, language);
        await other.page.getByText(t.good(1, 1)).waitFor();
        await other.page.getByRole("button", { name: t.send(1) }).click();
        await send(other.page, language);
        await other.page.keyboard.press("Escape");
        await other.page.getByText(t.result(1, 1)).waitFor();
        const answer = (await answerOf(claim, member))!;
        expect(answer.quantity).to.equal(claim.quantity);
        const { from } = await chainOf(house).reader.getTransaction({ hash: answer.tx });
        expect(from.toLowerCase(), "whose transaction it was").to.equal(walletOf(house, carrier.member).account.address.toLowerCase());
        await (await journalRow(other.page, house, house.seats.find((seat) => seat.member === member)!.name[language])).getByText(say.states.inBlock).or(other.page.getByText(say.states.final)).first().waitFor();

        await goTo(page, house.url, "/offnet/done");
        const done = row(page, t.doneList, t.ended.done).first();
        await done.getByText(carrier.name[language]).waitFor();
        const told = await done.innerText();
        expect(told.indexOf(t.signer), "who signed, and apart who carried").to.be.greaterThan(-1);
        expect(told).to.include(t.carrier).and.include(house.seats.find((seat) => seat.member === member)!.name[language]);
        await goTo(page, house.url, "/offnet");
        await page.getByText(t.none).waitFor();
        for (const { complaints, page: one } of [signer, other]) {
          expect(complaints.filter((complaint) => !/evidence\/0x[0-9a-f]+\.json: 404|status of 404/.test(complaint))).to.deep.equal([]);
          await one.context().close();
        }
      });
    }

  for (const language of languages) {
    const t = offnetWords[language];

    it(`needs no network once the page was loaded, and is then the first way out (${language})`, async () => {
      const { claim, member } = await attestation(house);
      const { page } = await openFor(house.browser, { locale: locales[language], ...sizes.phone });
      const loaded = watchParts(page, ["ActSheet", "OffnetPage", "QrShow"]);
      await takeSeat(page, house, member, language);
      await goTo(page, house.url, `/c/${claim.id}`);
      await loaded();
      await page.context().setOffline(true);
      await page.getByText(words[language].unreachable).first().waitFor();
      await page.getByRole("radio", { name: t.seen }).check({ force: true });
      await page.getByRole("button", { name: t.attest }).click();
      const ways = sheet(page).locator("footer button");
      await sheet(page).getByText(t.offline).waitFor();
      expect(await ways.first().innerText()).to.match(t.later);
      expect(await ways.nth(1).getAttribute("aria-disabled")).to.equal("true");
      await signLater(page, language);
      const text = await handOn(page, language);
      expect(await readCode(await codeIn(page, language).screenshot())).to.equal(text);
      await page.keyboard.press("Escape");
      await page.context().setOffline(false);
      await page.getByText(words[language].unreachable).first().waitFor({ state: "detached" });
      await page.getByRole("link", { name: t.open }).click();
      await sheet(page).getByRole("button", { name: t.sendMyself }).click();
      await send(page, language);
      await page.keyboard.press("Escape");
      await page.getByText(t.none).waitFor();
      expect((await answerOf(claim, member))!.quantity).to.equal(claim.quantity);
      await page.context().close();
    });

    it(`is the first way out of an address without coins, and a wallet signs it as well, unless it refuses (${language})`, async () => {
      const member = language === "zh" ? 9 : 10;
      const { page } = await openFor(house.browser, { locale: locales[language] });
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member });
      const { hand, reader } = chainOf(house);
      const value = await reader.getBalance({ address: wallet.address });
      await hand.setBalance({ address: wallet.address, value: 0n });
      await page.goto(house.url);
      await connectWallet(page);
      await proposeNames(page, house, member, { zh: "无币人", en: "Coinless" }, language);
      await sheet(page).getByText(t.noCoins).waitFor();
      expect(await sheet(page).locator("footer button").first().innerText()).to.match(t.later);
      await sheet(page).getByRole("button", { name: t.later }).click();
      wallet.rejectSend = 1;
      await sheet(page).getByRole("button", { name: t.sign }).click();
      await sheet(page).getByRole("alert").waitFor();
      await sheet(page).getByRole("button", { name: t.sign }).click();
      await sheet(page).getByText(t.signed).waitFor();
      expect(wallet.heard).to.not.include("eth_sendTransaction");
      const text = await handOn(page, language);
      await hand.setBalance({ address: wallet.address, value });
      const other = await seated(language, 2);
      await paste(other.page, house, text, language);
      await other.page.getByRole("button", { name: t.send(1) }).click();
      await send(other.page, language);
      await other.page.keyboard.press("Escape");
      await other.page.getByText(t.result(1, 1)).waitFor();
      expect((await readBooks(house)).people.members.get(member as never)!.profile!.uri).to.include("Coinless");
      for (const one of [page, other.page]) await one.context().close();
    });

    it(`can be taken back, after which nobody can carry it (${language})`, async () => {
      const { page, complaints } = await seated(language, language === "zh" ? 3 : 4);
      await proposeNames(page, house, language === "zh" ? 3 : 4, { zh: "反悔人", en: "Second Thoughts" }, language);
      await signLater(page, language, 1);
      const text = await handOn(page, language);
      await sheet(page).getByRole("button", { name: t.takeBack }).click();
      await send(page, language);
      await sheet(page).getByText(t.revoked).waitFor();
      await page.keyboard.press("Escape");
      await goTo(page, house.url, "/offnet/done");
      await row(page, t.doneList, t.ended.revoked).waitFor();
      await paste(page, house, text, language);
      await row(page, t.list, t.bad.revoked).waitFor();
      expect(await page.getByRole("button", { name: t.send(0) }).getAttribute("aria-disabled")).to.equal("true");
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`is counted beside its place in the rail and under Me, and it is not offered for what anyone may send (${language})`, async () => {
      const { page } = await seated(language, 1);
      await proposeNames(page, house, 1, { zh: "等着的", en: "Waiting" }, language);
      await signLater(page, language, 1);
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: t.waitsCount }).waitFor();
      await proposeNames(page, house, 1, { zh: "等着的", en: "Waiting" }, language);
      await sheet(page).getByRole("button", { name: t.later }).click();
      await sheet(page).getByText(t.twin).waitFor();
      await page.keyboard.press("Escape");
      await page.setViewportSize(sizes.phone);
      await goTo(page, house.url, "/me");
      expect(await page.getByRole("main").locator('a[href="#/offnet"]').innerText()).to.include("1");
      await goTo(page, house.url, "/shares");
      await page.getByRole("main").getByRole("button", { name: words[language].draw, exact: true }).first().click();
      await sheet(page).getByText(t.anyones).waitFor();
      expect(await sheet(page).getByRole("button", { name: t.later }).count()).to.equal(0);
      await page.context().close();
    });
  }
});

describe("what others bring to be carried", () => {
  const names = (en: string) => parseSetProfile({ zh: "改名人", en });
  let acts: Record<keyof typeof offnetWords.zh.bad | "good", { readonly act: SignedAct; readonly chainId?: number }>;
  before(async () => {
    const now = Number((await chainOf(house).reader.getBlock({ blockTag: "pending" })).timestamp);
    const used = await signedAct(house, 5, names("Used"));
    const revoked = await signedAct(house, 5, names("Revoked"));
    const old = await signedAct(house, 12, names("Old key"));
    const good = await signedAct(house, 5, names("Good"));
    await carryAndRotate(house, { used, revoked, rotating: 12 });
    acts = {
      good: { act: good },
      notSigned: { act: { ...(await signedAct(house, 5, names("Tampered"))), notAfter: now + 20 * 86_400 } },
      expired: { act: await signedAct(house, 5, names("Late"), { notBefore: now - 3 * 86_400, notAfter: now - 86_400 }) },
      used: { act: used },
      revoked: { act: revoked },
      otherChain: { act: await signedAct(house, 5, names("Elsewhere"), { chainId: 1 }), chainId: 1 },
      otherCooperative: { act: await signedAct(house, 5, names("Other house")) },
      otherContract: { act: await signedAct(house, 5, names("Astray"), { to: "0x00000000000000000000000000000000000000aa" }) },
      keyReplaced: { act: old },
    };
  });

  const textOf = (name: keyof typeof acts): string => {
    const { act, chainId } = acts[name];
    const text = bundleOf(house, [act], chainId);
    return name === "otherCooperative" ? text.replace(/"registry":"0x[0-9a-f]{4}/, '"registry":"0x0bad') : text;
  };

  for (const language of languages) {
    const t = offnetWords[language];
    const bad = Object.keys(t.bad) as (keyof typeof t.bad)[];

    it(`is told apart in a sentence each when it is no good, and nothing of it is sent (${language})`, async () => {
      const { page, complaints } = await seated(language, 1, language === "zh" ? sizes.phone : sizes.desk);
      const before = await blocks();
      await paste(page, house, bad.map(textOf).join("\n"), language);
      const sentences = new Set<string>();
      for (const name of bad) {
        const found = row(page, t.list, t.bad[name]);
        await found.first().waitFor();
        sentences.add((await found.first().locator("span.text-sm").innerText()).replace(/0x\w+/g, ""));
      }
      expect(sentences.size, "a sentence each").to.equal(bad.length);
      await page.getByText(t.good(0, bad.length)).waitFor();
      expect(await page.getByRole("button", { name: t.send(0) }).getAttribute("aria-disabled")).to.equal("true");
      expect(await blocks(), "nothing was sent").to.equal(before);
      expect(await findBarriers(page)).to.deep.equal([]);
      expect(await overflowOf(page), "pixels too wide").to.equal(0);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`is told when it cannot be read at all, and the rest is read all the same (${language})`, async () => {
      const { page } = await seated(language, 1);
      await paste(page, house, `${textOf("good")}\n${textOf("good").slice(0, 200)}`, language);
      await page.getByRole("alert").filter({ hasText: t.unreadable }).waitFor();
      await page.getByText(t.good(1, 1)).waitFor();
      await page.reload();
      await page.getByText(t.good(1, 1)).waitFor();
      await page.getByRole("button", { name: t.clear }).click();
      await row(page, t.list, /./).first().waitFor({ state: "detached" });
      await page.context().close();
    });
  }

  it("is not sent where the contracts would refuse it, and the others go", async () => {
    const t = offnetWords.en;
    const member = 8;
    const { claim } = await attestation(house, [member]);
    const intent = parseAttest({ by: claim.by, evidence: claim.evidence, quantity: 1 });
    const first = await signedAct(house, member, intent);
    const second = await signedAct(house, member, intent);
    const { page } = await seated("en", 1);
    await paste(page, house, bundleOf(house, [first, second]), "en");
    await page.getByRole("button", { name: t.send(2) }).click();
    await send(page, "en");
    await page.keyboard.press("Escape");
    await page.getByText(t.result(1, 1)).waitFor();
    await page.getByText(t.refusedByContract).waitFor();
    expect((await answerOf(claim, member))!.quantity).to.equal(1);
    await page.context().close();
  });
});
