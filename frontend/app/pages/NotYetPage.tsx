import { useWords } from "../../shared/language/language.ts";
import { buttonClass } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { appText } from "../text.ts";

/** The market's page until the release on price: says what will be here and what can be done meanwhile. */
export function MarketPage() {
  const t = useWords(appText);
  return (
    <Page title={t.market} lead={t.notYet}>
      <EmptyState sentence={t.notYetMarket} hint={t.notYetMeanwhile} action={<a href="#/contribute" className={buttonClass("second")}>{t.contribute}</a>} />
    </Page>
  );
}
