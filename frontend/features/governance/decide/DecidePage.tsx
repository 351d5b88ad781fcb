import { useWords } from "../../../shared/language/language.ts";
import { Page } from "../../../shared/parts/Page.tsx";
import { governanceText } from "../text.ts";

/** What is voted on. */
export function DecidePage() {
  const t = useWords(governanceText);
  return <Page title={t.title} />;
}
