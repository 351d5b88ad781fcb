import { decodeQR } from "qr/decode.js";
import type { Locator, Page } from "playwright-core";
import { privateKeyToAccount } from "viem/accounts";
import { type Deployment, parseDeployment } from "#client/chain/deployment.ts";
import { startCollector } from "#client/chain/frames/collect.ts";
import type { Intent } from "#client/chain/intent.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { SignedAct } from "#client/people/carry.ts";
import { type Act, signable } from "#client/people/signing.ts";
import { actOf } from "#client/offnet/sign.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { attestObstacle } from "#client/work/may.ts";
import type { RecordClaim } from "#client/work/types.ts";
import type { Stage } from "../../../scripts/dev/stage.ts";
import { sheet } from "./acts.ts";
import { chainOf, keyOf } from "./chain.ts";
import { readBooks } from "./claims.ts";
import { goTo } from "./checks.ts";
import { readPng } from "./png.ts";
import type { Language } from "./words.ts";

type Chain = Pick<Stage, "rpc" | "seats" | "deployment">;

/** Words of signing and carrying, written again as a visitor reads them. */
export const offnetWords = {
  zh: {
    seen: /^全部/, attest: "过目并见证", later: /^先签名，稍后送/, days: (n: number) => `${n}天`, sign: /^签名/, signed: "已签好，收进了“待送”。什么也没有发送。", handOn: /^交给别人，或自己送/, close: /^关闭/, back: /^返回/,
    state: "已签未发", showText: "看文字", copy: "复制文字", save: "存成文件", share: "分享…", sendMyself: "自己送", takeBack: "撤回", open: /^打开：/, until: /以前送到有效/,
    paste: "粘贴签好的内容", check: "逐件核对", openFiles: "打开文件", scan: "扫码", choose: "选图片", scanned: "收齐了。", good: (good: number, all: number) => `${all}件中${good}件可以送`, send: (n: number) => `过目并送出${n}件`, passOn: (n: number) => `${n}件再交给别人`, clear: "全部移走",
    result: (n: number, of: number) => `送出${of}件，办成${n}件。`, signer: "签名人", carrier: "代递人", none: "没有等着送的。", doneList: "已办", list: "带来的", outboxList: "待送", next: "下一张", code: /^二维码：/,
    bad: { notSigned: /内容在签名之后被改过/, expired: /已经过期/, used: /已经做过了/, otherChain: /另一条链签的/, otherCooperative: /另一个合作社签的/, keyReplaced: /那把钥匙已经换掉了/, revoked: /把它撤回了/, otherContract: /不是这个合作社的合约/ },
    ended: { revoked: "已撤回", done: /已办，/ }, revoked: "已撤回，再也送不成了。", refusedByContract: /没有送出，合约会拒绝/, unreadable: /残缺/,
    offline: "没有网络，现在送不出去", noCoins: /没有ETH付手续费/, anyones: "这件事谁都可以送，不需要谁的签名。", waitsCount: /脱网，1件待送/, twin: /同样的内容已经签好/,
    relay: "代递站地址", use: "使用", toRelay: /^交给代递站/, relayTook: (n: number) => `代递站收下了${n}件。送成之后，这里会变成“已办”。`, relayFailed: /代递站没有回应/, relayOn: /现在用127/,
  },
  en: {
    seen: /^All,/, attest: "Review and attest", later: /^Sign for later/, days: (n: number) => (n === 1 ? "1 day" : `${n} days`), sign: /^Sign/, signed: "Signed, and kept in your outbox. Nothing was sent.", handOn: /^Hand it on, or send it yourself/, close: /^Close/, back: /^Back/,
    state: "Signed, not sent", showText: "See the text", copy: "Copy as text", save: "Save as a file", share: "Share …", sendMyself: "Send it yourself", takeBack: "Take it back", open: /^Open:/, until: /valid if carried by/,
    paste: "Paste what was signed", check: "Check each", openFiles: "Open files", scan: "Scan", choose: "Choose a picture", scanned: "All of it has come.", good: (good: number, all: number) => `${good} of ${all} can be sent`, send: (n: number) => `Review and send ${n}`, passOn: (n: number) => `Hand on ${n}`, clear: "Take all away",
    result: (n: number, of: number) => `${of} sent, ${n} done.`, signer: "Signed by", carrier: "Carried by", none: "Nothing waits to be sent.", doneList: "Done", list: "What was brought", outboxList: "Outbox", next: "Next part", code: /^QR code:/,
    bad: { notSigned: /it was altered after signing/, expired: /has expired/, used: /was done already/, otherChain: /signed for another chain/, otherCooperative: /signed for another cooperative/, keyReplaced: /the key that signed it was replaced/i, revoked: /took it back/, otherContract: /is no contract of this cooperative/ },
    ended: { revoked: "Taken back", done: /Done, / }, revoked: "It is taken back; nobody can carry it any more.", refusedByContract: /not sent; the contract would refuse it/, unreadable: /broken off or garbled/,
    offline: "There is no network to send it by", noCoins: /has no ETH for the fee/, anyones: "Anyone may send this; nobody's signature is needed for it.", waitsCount: /Off-net, 1 waiting to be sent/, twin: /The same was signed before/,
    relay: "Address of a relay", use: "Use it", toRelay: /^Give it to the relay/, relayTook: (n: number) => `The relay took ${n}. Once carried, they will be under “Done”.`, relayFailed: /did not answer or did not take it/, relayOn: /using 127/,
  },
} as const;

/** A record that waits, and a member who may attest it now; `only`: one of these. Throws where there is none. */
export async function attestation(stage: Chain, only: readonly number[] = stage.seats.map(({ member }) => member)): Promise<{ readonly claim: RecordClaim; readonly member: number }> {
  const books = await readBooks(stage);
  const { timestamp } = await chainOf(stage).reader.getBlock({ blockTag: "pending" });
  for (const claim of books.work.claims.values()) {
    if (claim.lane !== "record" || claim.stage !== "pending") continue;
    const member = only.find((one) => attestObstacle(books, claim, one as MemberId, Number(timestamp)) === null);
    if (member !== undefined) return { claim, member };
  }
  throw new Error("There is no record that one of them may attest.");
}

/** Opens the sheet of an attestation of all that a record says. */
export async function openAttestation(page: Page, stage: Pick<Stage, "url">, claim: RecordClaim, language: Language): Promise<void> {
  const t = offnetWords[language];
  await goTo(page, stage.url, `/c/${claim.id}`);
  await page.getByRole("radio", { name: t.seen }).check({ force: true });
  await page.getByRole("button", { name: t.attest }).click();
  await sheet(page).waitFor();
}

/** Takes the second exit of the sheet that is open, and signs. */
export async function signLater(page: Page, language: Language, days?: number): Promise<void> {
  const t = offnetWords[language];
  await sheet(page).getByRole("button", { name: t.later }).click();
  if (days !== undefined) await sheet(page).getByRole("radio", { name: t.days(days), exact: true }).check({ force: true });
  await sheet(page).getByRole("button", { name: t.sign }).click();
  await sheet(page).getByText(t.signed).waitFor();
}

/** From the sheet of what was signed to the ways to hand it on; gives the text of its bundle. */
export async function handOn(page: Page, language: Language): Promise<string> {
  const t = offnetWords[language];
  await sheet(page).getByRole("button", { name: t.handOn }).click();
  return textIn(page, language);
}

/** The text of the bundle in the dialog that is open. */
export async function textIn(page: Page, language: Language): Promise<string> {
  await sheet(page).getByText(offnetWords[language].showText).click();
  return sheet(page).locator("textarea").inputValue();
}

/** The file that the dialog saves: its name and its bytes as a text. */
export async function fileIn(page: Page, language: Language): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), sheet(page).getByRole("button", { name: offnetWords[language].save }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}

/** The code in the dialog, as any camera would see it. */
export const codeIn = (page: Page, language: Language): Locator => sheet(page).getByRole("img", { name: offnetWords[language].code });

/** Pictures of so many codes in turn. */
export async function picturesIn(page: Page, language: Language, count: number): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  for (let number = 1; number <= count; number += 1) {
    const code = codeIn(page, language);
    if (count > 1) await sheet(page).locator(`svg:is([aria-label$="第${number}张"], [aria-label$="part ${number}"])`).waitFor();
    pictures.push(await code.screenshot());
    if (count > 1) await sheet(page).getByRole("button", { name: offnetWords[language].next }).click();
  }
  return pictures;
}

/** What any reader of codes and a page of ours make of a picture of one that holds all. Throws where it does not. */
export async function readCode(picture: Buffer): Promise<string> {
  const got = await startCollector().offer(decodeQR(readPng(picture)));
  if (got.is !== "plain" && got.is !== "whole") throw new Error(`The code is ${JSON.stringify(got)}.`);
  return got.text;
}

/** Resolves once the page has fetched the parts whose names begin like this, since `watch` was made. */
export function watchParts(page: Page, parts: readonly string[]): () => Promise<void> {
  const missing = new Set(parts);
  page.on("requestfinished", (request) => {
    for (const part of missing) if (request.url().includes(`/assets/${part}`)) missing.delete(part);
  });
  return async () => {
    while (missing.size > 0) await page.waitForTimeout(100);
  };
}

/** Pastes a text into the inbox of whoever reads. */
export async function paste(page: Page, stage: Pick<Stage, "url">, text: string, language: Language): Promise<void> {
  const t = offnetWords[language];
  await goTo(page, stage.url, "/offnet/inbox");
  await page.getByLabel(t.paste).fill(text);
  await page.getByRole("button", { name: t.check }).click();
}

let series = 100n;

/** What a member signs away from any page. `wish` says otherwise than is usual. */
export async function signedAct(stage: Chain, member: number, intent: Intent, wish: Partial<Act> & { readonly chainId?: number; readonly days?: number } = {}): Promise<SignedAct> {
  const deployment: Deployment = parseDeployment(stage.deployment);
  const { timestamp } = await chainOf(stage).reader.getBlock({ blockTag: "pending" });
  const { chainId = deployment.chainId, days = 7, ...otherwise } = wish;
  const usual = actOf(intent, { ledger: await readBooks(stage), deployment, member: member as MemberId, now: Number(timestamp), days, nonce: nonceOf((series += 1n), 0n) });
  const act = { ...usual, ...otherwise };
  const signature = await privateKeyToAccount(keyOf(stage, member)).signTypedData(signable("Act", act, { ...deployment, chainId }) as never);
  return { ...act, signature };
}

/** Signed acts as a file holds them. */
export const bundleOf = (stage: Chain, acts: readonly SignedAct[], chainId?: number): string => {
  const deployment = parseDeployment(stage.deployment);
  return writeBundle(acts.map((act) => ({ kind: "act", ...act })), { ...deployment, chainId: chainId ?? deployment.chainId });
};
