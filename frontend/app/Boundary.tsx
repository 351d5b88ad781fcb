import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useWords } from "../shared/language/language.ts";
import { Button, buttonClass } from "../shared/parts/Button.tsx";
import { EmptyState } from "../shared/parts/EmptyState.tsx";
import { ErrorNote } from "../shared/parts/Notice.tsx";
import { Page } from "../shared/parts/Page.tsx";
import { partsText } from "../shared/parts/text.ts";
import { Skeleton } from "../shared/parts/Skeleton.tsx";
import { appText } from "./text.ts";

/** A page that failed: the frame and all other pages stay usable. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useWords(appText);
  const parts = useWords(partsText);
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <Page title={t.broken}>
      <ErrorNote title={t.broken} advice={t.brokenAdvice} details={details} action={<Button look="second" small onClick={again}>{parts.retry}</Button>} />
    </Page>
  );
}

/** An address that leads nowhere. */
export function PageNotFound() {
  const t = useWords(appText);
  return (
    <Page title={t.notFound}>
      <EmptyState sentence={t.notFoundHint} action={<a href="#/" className={buttonClass()}>{t.goHome}</a>} />
    </Page>
  );
}

/** While a page's code is on its way. */
export function PageComing() {
  return <Skeleton rows={4} />;
}
