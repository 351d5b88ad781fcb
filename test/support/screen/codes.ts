import { decodeQR } from "qr/decode.js";
import type { Locator, Page } from "playwright-core";
import { readPng } from "./png.ts";

/** What the page of the parts says around codes. */
export const codeWords = {
  "zh-CN": { part: "二维码", next: "下一张", before: "上一张", play: "播放", pause: "暂停", speed: "快慢", first: "第1张，共14张", scan: "扫码", open: "打开相机", stop: "关上相机", choose: "选图片", text: "扫到的文字", done: "收齐了。", again: "再扫一个", restart: "从头再扫", got: (n: number) => `已收${n}张，共14张`, refused: /相机没有得到允许/, none: /没有找到相机/, insecure: /不是https开头/, nothing: /图片里没有找到二维码/, noPicture: /不是打得开的图片/, noBallot: /扫到的不是选票/ },
  "en-GB": { part: "QR codes", next: "Next part", before: "Part before", play: "Play", pause: "Pause", speed: "Speed", first: "Part 1 of 14", scan: "Scan", open: "Open the camera", stop: "Close the camera", choose: "Choose a picture", text: "What was scanned", done: "All of it has come.", again: "Scan another", restart: "Start over", got: (n: number) => `${n} of 14 parts`, refused: /The camera was not allowed/, none: /No camera was found/, insecure: /does not begin with https/, nothing: /No QR code was found/, noPicture: /no picture that can be opened/, noBallot: /is no ballot/ },
} as const;

/** The codes on the page of the parts: one that stands still, and one of many. */
export const codesOn = (page: Page): { readonly still: Locator; readonly turning: Locator } => {
  const drawn = page.locator("main").getByRole("img", { name: /^(二维码：|QR code: )/ });
  return { still: drawn.first(), turning: drawn.nth(1) };
};

/** A screenshot of a code, and what any reader reads from it. */
export async function photograph(code: Locator): Promise<{ readonly file: Buffer; readonly text: string }> {
  const file = await code.screenshot();
  return { file, text: decodeQR(readPng(file)) };
}

/** Screenshots of so many codes, one after another, turned by hand. */
export async function photographAll(page: Page, next: string, count: number): Promise<{ readonly file: Buffer; readonly text: string }[]> {
  const { turning } = codesOn(page);
  const pictures = [];
  for (let number = 1; number <= count; number += 1) {
    await page.locator(`main svg:is([aria-label$="第${number}张"], [aria-label$="part ${number}"])`).waitFor();
    pictures.push(await photograph(turning));
    await page.getByRole("button", { name: next }).click();
  }
  return pictures;
}
