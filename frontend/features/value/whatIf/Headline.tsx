import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { AmountChange } from "../../../shared/parts/Amount.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { whatIfText } from "./text.ts";

/** The one number that was asked for, now and then, and what it is not: a promise. */
export function Headline({ name, before, after, epoch, notes }: { name: string; before: bigint; after: bigint; epoch: number; notes: readonly string[] }) {
  const t = useWords(whatIfText);
  const language = useLanguage();
  return (
    <Card>
      <h2 className="text-xl">{t.alone(epoch)}</h2>
      <p className="text-sm text-ink-2">{name}</p>
      <p className="mt-3"><AmountChange before={before} after={after} unit="shares" /></p>
      <p role="status" className="sr-only">{t.headline(name, formatMicro(before, language), formatMicro(after, language))}</p>
      <div className="prose mt-3 text-sm text-ink-2">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </Card>
  );
}
