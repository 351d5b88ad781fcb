import type { Both } from "../words.ts";

/**
 * What can be wrong with a code that says it is a frame.
 * - otherVersion: its form is not known here
 * - damaged: its check does not fit its contents
 * - impossible: what it says of itself cannot be
 * - spoilt: all parts came, and together they are not what they were cut from
 * - cannotUnpack: this browser cannot unpack what was packed
 * - unreadable: what came is whole and is no text
 */
export type FrameProblem = "otherVersion" | "damaged" | "impossible" | "spoilt" | "cannotUnpack" | "unreadable";

/** A frame, or a whole bundle, that was left out. Nothing else is touched by it. */
export interface FrameFault {
  readonly is: "fault";
  readonly problem: FrameProblem;
  readonly say: Both;
}

const texts: { readonly [P in FrameProblem]: Both } = {
  otherVersion: {
    zh: "这张码的格式比本页新，读不懂，什么也没有收下。请刷新页面再扫，或请对方改给文件或文字。",
    en: "This code is written in a newer form than this page can read, and nothing was taken from it. Reload the page and scan again, or ask for a file or a text instead.",
  },
  damaged: {
    zh: "有一张没有读对，已略过。请继续对准，后面的会补上。",
    en: "One code was read wrongly and left out. Keep pointing at it; those that follow make up for it.",
  },
  impossible: {
    zh: "这张码说自己的话前后不合，不会是这样的页面做的，已略过。请确认扫的是对方页面上的码。",
    en: "What this code says of itself cannot be true, so no page like this one made it. It was left out; check that you scan the code on the other page.",
  },
  spoilt: {
    zh: "各部分都到了，合起来却与校验不符，已全部丢开。请继续对准，会从头再收。",
    en: "All parts came, but together they do not match their digest, so they were put away. Keep pointing at the code; they are collected anew.",
  },
  cannotUnpack: {
    zh: "都收齐了，但这个浏览器太旧，解不开。原件还在对方手里：请换新一些的浏览器，或请对方改给文件或文字。",
    en: "All of it came, but this browser is too old to unpack it. The other side still has it: use a newer browser, or ask for a file or a text instead.",
  },
  unreadable: {
    zh: "都收齐了，但里面不是文字，没有收下。请对方改给文件。",
    en: "All of it came, but it is no text, and nothing was taken from it. Ask the other side for a file.",
  },
};

/** Makes a fault with its sentences. */
export const frameFault = (problem: FrameProblem): FrameFault => ({ is: "fault", problem, say: texts[problem] });
