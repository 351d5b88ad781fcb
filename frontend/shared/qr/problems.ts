import { InputFault } from "#client/chain/intent.ts";
import type { Both } from "../language/words.ts";

/** What can keep a code from being scanned. */
export type ScanProblem = "insecure" | "refused" | "none" | "busy" | "failed" | "interrupted" | "noPicture" | "nothingFound" | "notLoaded";

/** What happened, what to do, and for whoever helps the browser's own words. */
export interface ScanFault {
  readonly title: Both;
  readonly advice?: Both;
  readonly details?: string;
}

const texts: { readonly [P in ScanProblem]: Required<Omit<ScanFault, "details">> } = {
  insecure: {
    title: { zh: "这个网址不是https开头，浏览器不让用相机。", en: "This page's address does not begin with https, and browsers give the camera to no other." },
    advice: { zh: "可以拍下对方的码，在这里选图片；或换一个https网址打开本页。", en: "Take a picture of the code and choose it here, or open this page at an https address." },
  },
  refused: {
    title: { zh: "相机没有得到允许。", en: "The camera was not allowed." },
    advice: { zh: "什么也没有拍。请在浏览器里允许本页用相机，再按一次；或选图片。", en: "Nothing was filmed. Allow this page the camera in your browser and press again, or choose a picture." },
  },
  none: {
    title: { zh: "这台设备上没有找到相机。", en: "No camera was found on this device." },
    advice: { zh: "可以用别的设备拍下对方的码，在这里选图片。", en: "Take a picture of the code with another device and choose it here." },
  },
  busy: {
    title: { zh: "相机正被别的程序占用。", en: "Another program is using the camera." },
    advice: { zh: "请关掉在用相机的程序，比如视频会议，再按一次；或选图片。", en: "Close what uses it, a video call perhaps, and press again, or choose a picture." },
  },
  failed: {
    title: { zh: "相机没有打开。", en: "The camera did not open." },
    advice: { zh: "什么也没有丢。请再按一次，或选图片。", en: "Nothing was lost. Press again, or choose a picture." },
  },
  interrupted: {
    title: { zh: "相机中途断了。", en: "The camera broke off." },
    advice: { zh: "已收到的都还在。再按一次就接着收。", en: "What has come so far is kept. Press again to go on." },
  },
  noPicture: {
    title: { zh: "这个文件不是打得开的图片。", en: "This file is no picture that can be opened." },
    advice: { zh: "请选拍下的照片或截屏，比如PNG或JPEG。", en: "Choose a photo or a screenshot, a PNG or JPEG for instance." },
  },
  nothingFound: {
    title: { zh: "图片里没有找到二维码。", en: "No QR code was found in the picture." },
    advice: { zh: "请让整个码和四周的白边都在图里，不要反光，再拍一张。", en: "Take another, with the whole code and the white around it in view and without glare." },
  },
  notLoaded: {
    title: { zh: "读码的部分没有载入。", en: "The part of this page that reads codes did not load." },
    advice: { zh: "什么也没有丢。请连上网络，刷新本页再试。", en: "Nothing was lost. Go online, reload the page and try again." },
  },
};

/** A problem in words. */
export const scanFault = (problem: ScanProblem, details?: string): ScanFault => ({ ...texts[problem], ...(details ? { details } : {}) });

/** Why a text cannot be shown as codes. */
export const showFault = (error: unknown): Both =>
  error instanceof InputFault ? error.say : { zh: "二维码没有做成，内容还在。请刷新本页再试，或改用文件。", en: "The code could not be made; what it was made of is still there. Reload the page and try again, or use a file." };
