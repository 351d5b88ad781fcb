import { recall, remember } from "../store/browser.ts";
import { createStore, useStore } from "../store/store.ts";
import type { Both, Catalogue, Language, Like } from "./words.ts";

/** What `lang` attributes say. */
export const languageTag: Record<Language, string> = { zh: "zh-Hans", en: "en" };

function firstChoice(): Language {
  const kept = recall("language");
  if (kept === "zh" || kept === "en") return kept;
  const known = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return known?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The language of the page. Views follow it, so a change keeps the page, its scroll and what forms contain. */
export const languageStore = createStore<Language>(firstChoice());

/** Changes the language, remembers it, and tells the browser (screen readers choose their voice by it). */
export function speak(language: Language): void {
  remember("language", language);
  document.documentElement.lang = languageTag[language];
  languageStore.set(language);
}

/** The language in use. */
export function useLanguage(): Language {
  return useStore(languageStore);
}

/** A catalogue's words in the language in use. */
export function useWords<T>(catalogue: Catalogue<T>): Like<T> {
  return catalogue[useLanguage()];
}

/** Picks one text by the language in use. */
export function useSay(): (text: Both) => string {
  const language = useLanguage();
  return (text) => text[language];
}
