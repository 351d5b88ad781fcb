import { useWords } from "../../../shared/language/language.ts";
import { Page } from "../../../shared/parts/Page.tsx";
import { governanceText } from "../text.ts";

/** To come. */
export function TermsPage() {
  const t = useWords(governanceText);
  return <Page title={t.title} />;
}
