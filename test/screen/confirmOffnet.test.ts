import { expect } from "chai";
import type { Page } from "playwright-core";
import { readBundle } from "#client/offnet/bundle.ts";
import type { ActItem } from "#client/offnet/confirmable.ts";
import { MOST_ACTS } from "#client/offnet/plan.ts";
import { readRecording, type Recording } from "#client/offnet/reports.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { parseRecord, type RecordInput } from "#client/work/record.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor, type WatchedPage } from "../support/screen/browser.ts";
import { chainOf, walletOf } from "../support/screen/chain.ts";
import { findBarriers, goTo, overflowOf } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { bundleOf, fileIn, handOn, offnetWords, paste, signedAct, signLater, watchParts } from "../support/screen/offnet.ts";
import { locales, words } from "../support/screen/words.ts";

const said = {
  zh: {
    experience: /^体验/, host: "另一方：谁接待了您", name: "下雨天尝了三种米", leads: (name: string) => `${name}说您是另一方。请逐项看过，属实再确认：`, confirm: "我确认属实", waiting: "1笔等您确认", offChain: /这笔记录还没有上链/, first: "那笔记录还没有送上链；签好以后一起送",
    together: "连同要确认的那笔记录，在同一份里交出去", signed: "您的确认已经签好。", signedBy: (name: string) => `${name}的确认也在这里，两份一起送。`, hand: (name: string) => `它要由${name}确认，把它交给${name}就行。`, waits: "待见证", confirmed: "已经确认过了，不用再签。",
    otherwise: /链上同一份证据下记的与这份不同（数量），所以不能照这份确认。什么也没有改变。/, evidence: "证据", noPart: "不分。您只确认，以后不能见证这一笔",
  },
  en: {
    experience: /^Experience/i, host: "The other side: who hosted you", name: "Three kinds of rice in the rain", leads: (name: string) => `${name} says that you are the other side. Read it line by line, and confirm it if it is so:`, confirm: "Confirm this", waiting: "1 for you to confirm", offChain: /The record is not on the chain yet/, first: "The record is not on the chain yet; signed, the two go together",
    together: "It goes together with the record that it confirms, in one file", signed: "Your confirmation is signed.", signedBy: (name: string) => `The confirmation of ${name} is here as well: carry both together.`, hand: (name: string) => `It is ${name} who confirms it: hand it to ${name}.`, waits: "Waits for attesters", confirmed: "It was confirmed already; there is nothing to sign.",
    otherwise: /other in: quantity.*Nothing was changed\./, evidence: "Evidence", noPart: "none. You only confirm, and cannot attest this one",
  },
} as const;

/** In each language others, so that neither meets what the other did. */
const people = { zh: { writer: 9, host: 12, carrier: 4, size: { width: 390, height: 844 } }, en: { writer: 11, host: 10, carrier: 5, size: { width: 1280, height: 900 } } } as const;
/** A manifest that its owner keeps is looked for beside the pages, and is not there. Without a network nothing answers. */
const expected = /\/evidence\/0x[0-9a-f]{64}\.json: 404$|status of 404|ERR_INTERNET_DISCONNECTED/;

let house: House;
/** When the tastings were, in seconds since 1970. */
let happened: number;
before(async () => {
  house = await openHouse();
  happened = Number((await chainOf(house).reader.getBlock()).timestamp) - 3_600;
});
after(() => house.close());

for (const language of ["zh", "en"] as const) {
  const [t, say, off, { writer, host, carrier, size }] = [said[language], words[language], offnetWords[language], people[language]];
  const name = (member: number): string => house.seats.find((seat) => seat.member === member)!.name[language];

  describe(`two people without any network (${language})`, () => {
    const open: WatchedPage[] = [];
    const reader = async (member: number): Promise<Page> => {
      const watched = await openFor(house.browser, { locale: locales[language], ...size });
      open.push(watched);
      await takeSeat(watched.page, house, member, language);
      return watched.page;
    };
    afterEach(async () => {
      for (const { page, complaints } of open.splice(0)) {
        await page.context().close();
        expect(complaints.filter((complaint) => !expected.test(complaint))).to.deep.equal([]);
      }
    });
    const offline = async (page: Page): Promise<void> => {
      await page.context().setOffline(true);
      await page.getByText(say.unreachable).first().waitFor();
    };
    const row = (page: Page, list: string, text: string | RegExp) => page.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: text });
    /** The writer signs a tasting that names the host, with no network; gives the file. */
    const signTasting = async (page: Page): Promise<string> => {
      await goTo(page, house.url, "/contribute/new");
      const loaded = page.getByRole("main");
      await loaded.getByLabel(say.project, { exact: true }).selectOption({ label: say.mill });
      await loaded.getByRole("radio", { name: t.experience }).check();
      await loaded.getByLabel(say.what).fill(t.name);
      await loaded.getByLabel(say.quantity, { exact: true }).fill("1");
      await page.getByLabel(t.host).selectOption(String(host));
      await offline(page);
      await loaded.getByRole("button", { name: say.review, exact: true }).click();
      await signLater(page, language);
      await sheet(page).getByRole("button", { name: off.handOn }).click();
      return (await fileIn(page, language)).text;
    };
    /** What a record says; each language has its own evidence. */
    const terms = (letter: string): RecordInput => {
      const split = [{ member: writer, parts: 1 }, { member: host, parts: 0 }];
      return { project: 1, kind: "experience", quantity: 1, evidence: `0x${`${letter}${language === "zh" ? 1 : 2}`.repeat(32)}`, occurredAt: happened, split, uri: "data:,rice" };
    };
    /** A file with the writer's record. */
    const tasting = async (letter: string): Promise<string> => bundleOf(house, [await signedAct(house, writer, parseRecord(terms(letter)))]);
    const claimOf = async (file: string): Promise<RecordClaim | undefined> => {
      const [act] = readBundle(file).items;
      const recording = act?.kind === "act" ? readRecording(act) : null;
      return (await readBooks(house)).work.claims.get(recording!.id) as RecordClaim | undefined;
    };

    it("sign a record and its confirmation one after the other, and a third carries both from one file", async () => {
      const writing = await reader(writer);
      const parts = watchParts(writing, ["ActSheet", "OffnetPage", "QrShow"]);
      const page = await reader(host);
      const hostParts = watchParts(page, ["ActSheet", "OffnetPage", "QrShow"]);
      await goTo(writing, house.url, "/");
      await parts();
      const file = await signTasting(writing);

      await goTo(page, house.url, "/offnet/inbox");
      await hostParts();
      await offline(page);
      await page.getByLabel(off.openFiles).setInputFiles({ name: "x.coop.json", mimeType: "application/json", buffer: Buffer.from(file) });
      await page.getByText(t.waiting).waitFor();
      const main = page.getByRole("main");
      for (const line of [t.leads(name(writer)), t.name, `${name(writer)} · ${writer}`, say.mill, t.noPart, t.evidence]) await main.getByText(line).first().waitFor();
      await main.getByText(t.offChain).waitFor();
      expect(await findBarriers(page), "barriers of the inbox").to.deep.equal([]);
      expect(await overflowOf(page), "pixels too wide").to.equal(0);
      await main.getByRole("button", { name: t.confirm }).click();
      await sheet(page).getByText(t.first).waitFor();
      expect(await findBarriers(page), "barriers of the sheet").to.deep.equal([]);
      await signLater(page, language);
      const both = await handOn(page, language);
      await sheet(page).getByText(t.together).waitFor();
      expect(await overflowOf(page), "pixels too wide").to.equal(0);
      expect(readBundle(both).items.map((item) => item.kind === "act" && item.member), "record first").to.deep.equal([writer, host]);
      await page.keyboard.press("Escape");
      await row(page, off.outboxList, t.together).waitFor();
      await goTo(page, house.url, "/offnet/inbox");
      await main.getByText(t.signed).waitFor();
      expect(await main.getByRole("button", { name: t.confirm }).count(), "twice").to.equal(0);
      expect(await claimOf(file), "nothing was sent").to.equal(undefined);

      const other = await reader(carrier);
      await paste(other, house, both, language);
      await other.getByText(off.good(2, 2)).waitFor();
      await other.getByText(t.signedBy(name(host))).waitFor();
      await other.getByRole("button", { name: off.send(2) }).click();
      await send(other, language);
      await other.keyboard.press("Escape");
      await other.getByText(off.result(2, 2)).waitFor();
      const claim = (await claimOf(file))!;
      expect([claim.stage, claim.by, claim.split[1]!.member]).to.deep.equal(["pending", writer, host]);
      const { from } = await chainOf(house).reader.getTransaction({ hash: claim.tx });
      expect(from.toLowerCase(), "whose transaction it was").to.equal(walletOf(house, carrier).account.address.toLowerCase());
      await goTo(other, house.url, `/c/${claim.id}`);
      await other.getByRole("heading", { name: t.waits, exact: true }).waitFor();

      await page.context().setOffline(false);
      await main.getByText(t.confirmed).waitFor();
    });

    it("are told who confirms it, where the reader is another; and of terms that differ from what is on the chain", async () => {
      const file = await tasting("a");
      const third = await reader(carrier);
      await paste(third, house, file, language);
      await third.getByText(t.hand(name(host))).waitFor();
      await third.getByRole("button", { name: off.clear }).click();

      await paste(third, house, bundleOf(house, [await signedAct(house, writer, parseRecord({ ...terms("a"), quantity: 2 }))]), language);
      await third.getByRole("button", { name: off.send(1) }).click();
      await send(third, language);
      await third.keyboard.press("Escape");
      await third.getByText(off.result(1, 1)).waitFor();

      const page = await reader(host);
      await paste(page, house, file, language);
      await page.getByText(t.otherwise).waitFor();
      expect(await page.getByRole("button", { name: t.confirm }).count()).to.equal(0);
      expect(await findBarriers(page)).to.deep.equal([]);
      expect(await overflowOf(page), "pixels too wide").to.equal(0);
      expect(await claimOf(file)).to.include({ stage: "unconfirmed", quantity: 2 });
    });

    it("are carried by the other side itself once there is a network, both from its outbox", async () => {
      const file = await tasting("b");
      const page = await reader(host);
      await paste(page, house, file, language);
      await page.getByRole("main").getByRole("button", { name: t.confirm }).click();
      await signLater(page, language);
      await sheet(page).getByRole("button", { name: off.handOn }).click();
      await sheet(page).getByRole("button", { name: off.sendMyself }).click();
      await send(page, language);
      await page.keyboard.press("Escape");
      await page.getByText(off.none).waitFor();
      expect(await claimOf(file)).to.include({ stage: "pending", by: writer });
    });

    if (language === "en")
      it("are carried in two transactions as well, where one holds no more", async () => {
        const file = await tasting("c");
        const record = readBundle(file).items[0] as ActItem;
        const { report } = readRecording(record) as Extract<Recording, { is: "record" }>;
        const confirming = await signedAct(house, host, parseConfirm({ by: writer, report }));
        const others = [];
        for (let place = 1; place < MOST_ACTS; place += 1) others.push(await signedAct(house, 1, parseSetProfile({ zh: `名字${place}`, en: `Name ${place}` })));
        // By their members' numbers the record is the last of the first transaction; its confirmation comes after it.
        const page = await reader(carrier);
        await paste(page, house, bundleOf(house, [confirming, record, ...others]), language);
        await page.getByRole("button", { name: off.send(MOST_ACTS + 1) }).click();
        await send(page, language);
        await sheet(page).getByText("2 of 2").waitFor();
        await send(page, language);
        await page.keyboard.press("Escape");
        await page.getByText(off.result(MOST_ACTS + 1, MOST_ACTS + 1)).waitFor();
        expect(await claimOf(file)).to.include({ stage: "pending", by: writer });
      });
  });
}
