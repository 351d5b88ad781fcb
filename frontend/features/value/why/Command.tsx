import { useWords } from "../../../shared/language/language.ts";
import { CheckIcon, CopyIcon } from "../../../shared/look/icons.tsx";
import { IconButton } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { partsText } from "../../../shared/parts/text.ts";

/** A command for a shell, whole, with a button that copies it. */
export function Command({ text }: { text: string }) {
  const t = useWords(partsText);
  const { done, copy } = useCopy(text);
  return (
    <div className="mt-3 flex items-start gap-1 rounded-sm bg-well ps-3">
      <code className="min-w-0 flex-1 py-3 font-mono text-sm break-all whitespace-pre-wrap">{text}</code>
      <IconButton label={done ? t.copied : t.copy} onClick={copy}>{done ? <CheckIcon size={16} /> : <CopyIcon size={16} />}</IconButton>
    </div>
  );
}
