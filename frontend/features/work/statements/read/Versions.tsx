import { useState } from "react";
import type { StatementId } from "#client/chain/ids.ts";
import { nextVersionsOf, versionsOf } from "#client/work/versions.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatDate } from "../../../../shared/language/time.ts";
import { Select } from "../../../../shared/parts/Field.tsx";
import { Section } from "../../../../shared/parts/Page.tsx";
import { statementTitle } from "../../../people/documents.ts";
import { memberWords } from "../../acts/names.ts";
import { statementText } from "../text.ts";
import { DiffOf } from "./DiffOf.tsx";

/** Earlier versions, those that say they improve upon this one, and what is different between any two of them. */
export function Versions({ record }: { record: StatementRecord }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(statementText);
  const all = [...versionsOf(ledger, record), ...nextVersionsOf(ledger, record.id)];
  const before = all.findIndex(({ id }) => id === record.id) - 1;
  const [older, setOlder] = useState<StatementId>(all[Math.max(0, before)]!.id);
  const [newer, setNewer] = useState<StatementId>(before < 0 ? all.at(-1)!.id : record.id);
  if (all.length < 2) return null;
  const [from, to] = [all.find(({ id }) => id === older), all.find(({ id }) => id === newer)];
  const options = all.map((version, place) => (
    <option key={version.id} value={version.id}>
      {`${t.version(place + 1)} · ${statementTitle(version)[language]} · ${memberWords(ledger, version.proposer)[language]} · ${formatDate(version.draftedAt, language, now)}`}
    </option>
  ));
  return (
    <Section title={t.versions} note={t.versionsHint}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t.older} value={older} onChange={(event) => setOlder(event.target.value as StatementId)}>
          {options}
        </Select>
        <Select label={t.newer} value={newer} onChange={(event) => setNewer(event.target.value as StatementId)}>
          {options}
        </Select>
      </div>
      {from && to && from.id !== to.id && <DiffOf key={`${from.id}${to.id}`} from={from} to={to} />}
    </Section>
  );
}
