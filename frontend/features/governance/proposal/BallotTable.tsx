import { useState } from "react";
import type { Ballot, Proposal } from "#client/governance/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatClock, formatDate, formatZone } from "../../../shared/language/time.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { MemberName } from "../../people/MemberName.tsx";
import { governanceText } from "../text.ts";
import { ballotsCsv, plainReason } from "./csv.ts";
import { proposalText } from "./text.ts";

const SIZE = 25;

/** Every ballot that was counted, so that anybody may count again; and those that were carried here in vain. */
export function BallotTable({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { now } = useLedger();
  const [page, setPage] = useState(0);
  const { ballots, skipped } = proposal;
  const columns: Column<Ballot>[] = [
    {
      key: "member",
      head: t.member,
      lead: true,
      cell: ({ member, reason }) => (
        <>
          <MemberName id={member} />
          {reason !== "" && <bdi className="mt-0.5 block text-sm text-ink-2">{plainReason(reason)}</bdi>}
        </>
      ),
    },
    { key: "ballot", head: t.ballot, cell: ({ support }) => <span className="keep font-semibold">{shared.support[support]}</span> },
    { key: "when", head: t.when(formatZone(now)), cell: ({ at }) => <time dateTime={new Date(at * 1000).toISOString()} className="keep">{`${formatDate(at, language, now)} ${formatClock(at, language)}`}</time> },
    { key: "tx", head: t.tx, end: true, cell: ({ tx }) => <Hash hash={tx} label={t.tx} /> },
  ];
  return (
    <Section title={t.ballots} note={ballots.length > 0 ? t.ballotsNote(ballots.length) : undefined}>
      {ballots.length === 0 ? (
        <p className="text-ink-2">{t.ballotsNone}</p>
      ) : (
        <>
          <DataTable caption={t.ballots} columns={columns} rows={pageOf(ballots, page, SIZE)} rowKey={({ member }) => member} />
          <Pager page={page} size={SIZE} total={ballots.length} label={t.ballots} onTurn={setPage} />
          <Csv proposal={proposal} />
        </>
      )}
      {skipped.length > 0 && (
        <details className="mt-4">
          <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t.skipped(skipped.length)}</summary>
          <ul className="text-ink-2">
            {skipped.slice(0, 200).map(({ member, reason, tx }, place) => (
              <li key={`${tx}/${place}`} className="flex flex-wrap justify-between gap-x-4 py-1">
                <MemberName id={member} />
                <span>{t.skip[reason]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Csv({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const csv = ballotsCsv(proposal);
  const { done, copy } = useCopy(csv);
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-5">
      <Button look="second" small onClick={copy}>{done ? t.copied : t.csv}</Button>
      {/* The mark at the start tells a spreadsheet that Chinese follows. */}
      <Button look="text" small onClick={() => saveFile(`ballots-${proposal.id.toString(16).slice(0, 8)}.csv`, "text/csv;charset=utf-8", `\uFEFF${csv}`)}>{t.csvSave}</Button>
    </p>
  );
}
