import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { parameterNames, type ParameterName } from "#client/chain/clock.ts";
import type { MemberId, ProjectId, StatementId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Page } from "../../../shared/parts/Page.tsx";
import { Skeleton } from "../../../shared/parts/Skeleton.tsx";
import { loadKept } from "../../../shared/store/slot.ts";
import { ProposeForm } from "./ProposeForm.tsx";
import { proposeText } from "./text.ts";
import { emptyWriting, readWriting, type Sort, sorts, type Writing } from "./writing.ts";

/** Where this browser keeps what is written here. */
export const SLOT = "proposal";

/** What the address may ask for: a statement to admit; or a sort, and what it is about. */
interface Wanted {
  readonly admit?: string;
  readonly type?: string;
  readonly parameter?: string;
  readonly project?: number;
  readonly member?: number;
}

/** Where a proposal is chosen, explained and reviewed before it is made. */
export function NewProposalPage() {
  const t = useWords(proposeText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Loaded />}</BooksGate>
    </Page>
  );
}

function Loaded() {
  const wanted = useSearch({ strict: false }) as Wanted;
  const { ledger } = useLedger();
  const [start, setStart] = useState<{ writing: Writing; savedAt: number | null } | null>(null);
  useEffect(() => {
    let gone = false;
    void begin(wanted, ledger).then((found) => !gone && setStart((before) => before ?? found));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- a form begins once; the books go on
  }, []);
  return start ? <ProposeForm start={start.writing} restoredAt={start.savedAt} /> : <Skeleton rows={4} />;
}

/** The draft that was kept, or an empty form; what the address asks for on top, so that no words are lost by following a link. */
async function begin(wanted: Wanted, ledger: Ledger): Promise<{ writing: Writing; savedAt: number | null }> {
  const kept = await loadKept(SLOT, readWriting);
  const part = partOf(wanted, ledger);
  const savedAt = kept && part.sort !== undefined && part.sort !== kept.content.sort ? null : (kept?.savedAt ?? null);
  return { writing: { ...(kept?.content ?? emptyWriting(ledger)), ...part }, savedAt };
}

function partOf({ admit, type, parameter, project, member }: Wanted, ledger: Ledger): Partial<Writing> {
  if (typeof admit === "string") return { sort: "admit", statement: ledger.work.statements.has(admit.toLowerCase() as StatementId) ? admit.toLowerCase() : "" };
  const sort = sorts.find((one): one is Sort => one === type);
  if (!sort) return {};
  return {
    sort,
    ...(parameterNames.includes(parameter as ParameterName) ? { changes: [{ parameter: parameter as ParameterName, value: "" }] } : {}),
    ...(typeof project === "number" && ledger.work.projects.has(project as ProjectId) ? { project } : {}),
    ...(typeof member === "number" && ledger.people.members.has(member as MemberId) ? { member } : {}),
  };
}
