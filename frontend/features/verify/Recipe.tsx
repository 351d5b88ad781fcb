import { useWords } from "../../shared/language/language.ts";
import { CheckIcon, ChevronDown, CopyIcon } from "../../shared/look/icons.tsx";
import { IconButton } from "../../shared/parts/Button.tsx";
import { useCopy } from "../../shared/parts/copy.ts";
import { verifyText } from "./text.ts";

/** How to repeat a check outside of this page. */
export function Recipe({ lines }: { lines: readonly string[] }) {
  const t = useWords(verifyText);
  return (
    <details className="group mt-3 border-t border-line">
      <summary className="flex min-h-12 list-none items-center gap-3 [&::-webkit-details-marker]:hidden">
        {t.recipe}
        <ChevronDown className="ms-auto group-open:rotate-180" />
      </summary>
      <p className="text-sm text-ink-2">{t.recipeHint}</p>
      <ul>
        {lines.map((line) => (
          <Line key={line} line={line} />
        ))}
      </ul>
    </details>
  );
}

function Line({ line }: { line: string }) {
  const t = useWords(verifyText);
  const { done, copy } = useCopy(line);
  return (
    <li className="mt-2 flex items-start gap-1 rounded-sm bg-well ps-3">
      <code className="min-w-0 flex-1 py-3 font-mono text-sm break-all whitespace-pre-wrap">{line}</code>
      <IconButton label={done ? t.copied : t.copy} onClick={copy}>
        {done ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      </IconButton>
    </li>
  );
}
