import { useWords } from "../../shared/language/language.ts";
import { buttonClass } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { appText } from "../text.ts";

/** Says what will be here and what can be done meanwhile. */
export function DecidePage() {
  const t = useWords(appText);
  return <NotYet title={t.decide} sentence={t.notYetDecide} />;
}

/** The market's page until the release on price. */
export function MarketPage() {
  const t = useWords(appText);
  return <NotYet title={t.market} sentence={t.notYetMarket} />;
}

function NotYet({ title, sentence }: { title: string; sentence: string }) {
  const t = useWords(appText);
  return (
    <Page title={title} lead={t.notYet}>
      <EmptyState sentence={sentence} hint={t.notYetMeanwhile} action={<a href="#/contribute" className={buttonClass("second")}>{t.contribute}</a>} />
    </Page>
  );
}
