import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import type { FlowBand } from "./layout.ts";
import { ledgersText } from "./text.ts";
import type { Picture } from "./views.ts";

/** What the rows below are: the newest, or those behind the band that was chosen. */
export function Band({ picture, chosen, onClear }: { picture: Picture; chosen: FlowBand | null; onClear: () => void }) {
  const t = useWords(ledgersText);
  const name = (id: string) => picture.nodes.find((node) => node.id === id)?.label ?? "";
  return (
    <div className="mt-6 flex min-h-11 flex-wrap items-center justify-between gap-x-4">
      <h3 className="text-lg"><span role="status">{chosen ? t.behind(name(chosen.from), name(chosen.to)) : t.newest}</span></h3>
      {chosen && <Button small look="text" onClick={onClear}>{t.clear}</Button>}
    </div>
  );
}
