import { useLanguage } from "../language/language.ts";
import { useStore } from "../store/store.ts";
import { announceStore } from "./announce.ts";

/** The page's only live region for the journal; mounted once. */
export function Announcer() {
  const language = useLanguage();
  const { text, count } = useStore(announceStore);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={count}>{text[language]}</span>
    </div>
  );
}
