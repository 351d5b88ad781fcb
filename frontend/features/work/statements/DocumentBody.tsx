import { lazy, Suspense } from "react";
import { Skeleton } from "../../../shared/parts/Skeleton.tsx";

// The reader of Markdown comes only with a text to read.
const Markdown = lazy(() => import("../../../shared/parts/Markdown.tsx").then(({ Markdown }) => ({ default: Markdown })));

/** A member's text, drawn harmlessly. */
export function DocumentBody({ text, top = 2 }: { text: string; top?: 2 | 3 | 4 }) {
  return (
    <Suspense fallback={<Skeleton rows={4} />}>
      <Markdown text={text} top={top} />
    </Suspense>
  );
}
