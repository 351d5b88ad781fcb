import type { ProjectId } from "#client/chain/ids.ts";
import { stageOf } from "#client/work/stage.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhen } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { claimLink, claimTitle } from "../../people/claimWords.ts";
import { MemberName } from "../../people/MemberName.tsx";
import { situationText } from "../../people/situationText.ts";
import { projectText } from "./text.ts";
import { batchesOf } from "./views.ts";

/** Histories imported into a project; nothing is drawn where there are none. */
export function HistoryRows({ project }: { project: ProjectId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(projectText);
  const words = useWords(situationText);
  const batches = batchesOf(ledger, project);
  if (batches.length === 0) return null;
  return (
    <Section title={t.histories} aside={<span className="num text-ink-2">{t.historiesCount(batches.length)}</span>}>
      <Rows label={t.histories}>
        {batches.map((batch) => (
          <LinkRow
            key={batch.id}
            href={claimLink(batch)}
            title={claimTitle(batch, language)}
            note={
              <>
                <MemberName id={batch.by} link={false} number={false} /> · {formatWhen(batch.madeAt, language, now)}
              </>
            }
            end={
              <span className="shrink-0 text-end">
                <Amount micro={batch.stage === "pending" ? batch.value : batch.inForce} unit="credit" plain={batch.stage === "pending"} />
                <span className="block text-sm text-ink-2">{words[stageOf(ledger, batch, now).situation]}</span>
              </span>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
