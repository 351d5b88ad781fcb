import { words } from "../language/words.ts";

/** Words around what members wrote. */
export const markdownText = words({
  zh: {
    host: (host: string) => `（${host}）`,
    table: "表格，可左右滚动",
    code: "原样文字，可左右滚动",
    done: "已完成：",
    open: "未完成：",
    cut: "文字太长，只显示了前一部分。请打开文件看全文。",
    picture: (alt: string) => `图片：${alt}`,
    noAlt: "没有说明",
    load: (host: string) => `从${host}载入`,
    loadNote: "去取图片会让对方看到有人在读。",
    loading: "正在取图片…",
    failed: (host: string) => `没有取到这张图片：${host}没有给，或不允许别的网页来取。文字都在；可以打开链接看。`,
    noPicture: (host: string) => `${host}给的不是图片（PNG、JPEG、GIF、WebP），所以没有显示。可以打开链接看。`,
    tooLarge: "这张图片太大，没有取完。可以打开链接看。",
    openLink: "打开链接",
  },
  en: {
    host: (host) => ` (${host})`,
    table: "Table, scrolls sideways",
    code: "Text as it was typed, scrolls sideways",
    done: "Done: ",
    open: "Not done: ",
    cut: "This text is too long, and only its beginning is shown. Open the file to read it all.",
    picture: (alt) => `Picture: ${alt}`,
    noAlt: "no description",
    load: (host) => `Load from ${host}`,
    loadNote: "Asking for the picture shows that host that somebody reads.",
    loading: "Getting the picture …",
    failed: (host) => `The picture did not come: ${host} did not give it, or does not let other pages read from it. The text is all here; open the link to see it.`,
    noPicture: (host) => `${host} sent something that is no picture (PNG, JPEG, GIF, WebP), so it is not shown. Open the link to see it.`,
    tooLarge: "The picture is too large and was not read to the end. Open the link to see it.",
    openLink: "Open the link",
  },
});
