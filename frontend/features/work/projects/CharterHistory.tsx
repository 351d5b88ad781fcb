import { epochOf } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import { charterIn } from "#client/work/charters.ts";
import { kinds, type Project, type ProjectCharter } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicroExactly } from "../../../shared/language/numbers.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { projectText } from "./text.ts";

/** Every charter of a project, newest first: from which epoch, its numbers, and the statement and the vote behind it. */
export function CharterHistory({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(projectText);
  const epoch = epochOf(ledger, now);
  const live = charterIn(project, epoch);
  const columns: Column<ProjectCharter>[] = [
    {
      key: "from",
      head: t.from,
      lead: true,
      cell: (charter) => (
        <>
          <span className="keep font-semibold">{t.fromEpoch(charter.fromEpoch)}</span>
          <span className="block text-sm text-ink-2">{charter === live && project.fromEpoch <= epoch ? t.inForce : charter.fromEpoch > epoch ? t.comes : formatDate(charter.at, language, now)}</span>
        </>
      ),
    },
    {
      key: "rates",
      head: t.rates,
      cell: ({ rates }) => kinds.filter((kind) => rates[kind] > 0n).map((kind) => `${kindWords[kind][language]} ${formatMicroExactly(rates[kind], language)}`).join(" · "),
    },
    { key: "budget", head: t.budget, end: true, cell: ({ budget }) => <Amount micro={budget} plain /> },
    { key: "source", head: t.source, end: true, cell: (charter) => <Source charter={charter} /> },
  ];
  return (
    <Section title={t.history} note={t.historyNote}>
      <DataTable caption={t.history} columns={columns} rows={[...project.charters].reverse()} rowKey={({ fromEpoch, tx }) => `${fromEpoch}${tx}`} />
    </Section>
  );
}

/** Links to the statement and the vote that made a charter; founding charters were signed. */
function Source({ charter }: { charter: ProjectCharter }) {
  const { ledger } = useLedger();
  const t = useWords(projectText);
  const vote = voteOf(ledger, charter);
  if (!vote && charter.statementId === null) return t.fromFounding;
  return (
    <span className="flex flex-wrap justify-end gap-x-4">
      {charter.statementId !== null && (
        <a href={`#/s/${charter.statementId}`} className="opens reach">
          {t.fromStatement}
        </a>
      )}
      {vote && (
        <a href={`#/v/${vote}`} className="opens reach">
          {t.fromVote}
        </a>
      )}
    </span>
  );
}

/** The proposal whose execution made it: both are of one second, and of one transaction. */
const voteOf = ({ governance }: Ledger, { at }: ProjectCharter): string | null =>
  [...governance.proposals.values()].find(({ executedAt }) => executedAt === at)?.id.toString() ?? null;
