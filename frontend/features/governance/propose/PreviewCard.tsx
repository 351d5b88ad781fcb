import { encodeAction, matterOf, type Wanted } from "#client/governance/actions.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Card } from "../../../shared/parts/Card.tsx";
import { Actions } from "../proposal/Actions.tsx";
import { datesOf } from "./dates.ts";
import { proposeText } from "./text.ts";

/** What members will read: each action decoded again from the data that will be sent, and when the vote would be. */
export function PreviewCard({ actions }: { actions: readonly Wanted[] }) {
  const t = useWords(proposeText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const first = actions[0];
  if (!first || !deployment)
    return (
      <Card>
        <h2 className="text-xl">{t.wordsPreview}</h2>
        <p className="prose mt-2 text-ink-2">{t.previewNone}</p>
      </Card>
    );
  const calls = actions.map((action) => encodeAction(action, deployment));
  const { opens, closes } = datesOf(ledger, matterOf(first), now);
  return (
    <Card>
      <Actions proposal={{ targets: calls.map(({ target }) => target), calldatas: calls.map(({ calldata }) => calldata) }} />
      <p className="mt-4 text-sm text-ink-2">
        {t.opens(formatMoment(opens, language, now))}
        {language === "zh" ? "，" : ", "}
        {t.closes(formatMoment(closes, language, now))}
      </p>
    </Card>
  );
}
