import { useEffect, useState } from "react";
import { getPicture } from "#client/work/statement/picture.ts";
import { languageTag, useLanguage, useWords } from "../language/language.ts";
import { markdownText } from "./MarkdownText.ts";

type State = { readonly is: "asked" | "loading" | "failed" | "noPicture" | "tooLarge" } | { readonly is: "here"; readonly url: string };

/** A picture in a member's text. Nobody is asked for it before the reader presses; then its bytes are fetched and shown from memory. */
export function MarkdownPicture({ href, host, alt }: { href: string; host: string; alt: string }) {
  const t = useWords(markdownText);
  const language = useLanguage();
  const [state, setState] = useState<State>({ is: "asked" });
  const url = state.is === "here" ? state.url : null;
  useEffect(() => () => {
    if (url) URL.revokeObjectURL(url);
  }, [url]);
  if (url) return <img src={url} alt={alt} className="my-2 max-h-[80vh] max-w-full rounded-sm" />;

  const load = async () => {
    setState({ is: "loading" });
    const got = await getPicture(href, window.fetch.bind(window));
    if (typeof got !== "string") return setState({ is: "here", url: URL.createObjectURL(new Blob([got.bytes as Uint8Array<ArrayBuffer>], { type: got.type })) });
    setState({ is: got === "noPicture" || got === "tooLarge" ? got : "failed" });
  };
  const troubled = state.is === "failed" || state.is === "noPicture" || state.is === "tooLarge";
  return (
    <span lang={languageTag[language]} className="my-2 flex max-w-160 flex-wrap items-center gap-x-4 gap-y-1 rounded-md bg-well px-4 py-2">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block">{t.picture(alt || t.noAlt)}</span>
        <span role={troubled ? "alert" : undefined} className={`block text-sm ${troubled ? "text-fail" : "text-ink-3"}`}>
          {state.is === "loading" ? t.loading : state.is === "failed" ? t.failed(host) : state.is === "noPicture" ? t.noPicture(host) : state.is === "tooLarge" ? t.tooLarge : t.loadNote}
        </span>
      </span>
      {troubled ? (
        <a href={href} target="_blank" rel="noopener noreferrer" className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t.openLink}
        </a>
      ) : (
        <button type="button" aria-busy={state.is === "loading" || undefined} onClick={() => state.is !== "loading" && void load()} className="min-h-11 underline underline-offset-4">
          {t.load(host)}
        </button>
      )}
    </span>
  );
}
