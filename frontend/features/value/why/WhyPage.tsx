import { useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { explain, type Explanation } from "#client/value/explain.ts";
import { ExplanationFault } from "#client/value/explainClaim.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { useHistories } from "../../work/batches/histories.ts";
import { splitLots } from "./choice.ts";
import { whyText } from "./text.ts";
import { StillWaiting } from "./StillWaiting.tsx";
import { WhyView } from "./WhyView.tsx";

const number = (text: unknown): number | undefined => (/^\d{1,9}$/.test(String(text ?? "")) ? Number(text) : undefined);

/** Why a member's shares are what they are, column by column, down to the evidence. Member 0 is the reserve. */
export function WhyPage() {
  const params = useParams({ strict: false }) as { member?: string; project?: string };
  const search = useSearch({ strict: false }) as { epoch?: unknown; waiting?: unknown };
  const t = useWords(whyText);
  const { ledger } = useBooks();
  const member = number(params.member);
  if (!ledger) return <Page title={t.plain}><BooksGate>{() => null}</BooksGate></Page>;
  if (member === undefined || (member !== 0 && !ledger.people.members.has(member as MemberId)))
    return (
      <Page title={t.noSuch}>
        <EmptyState sentence={t.noSuchHint} action={<a href="#/members" className={buttonClass("second")}>{t.toMembers}</a>} />
      </Page>
    );
  const [project, epoch] = [number(params.project), number(search.epoch)];
  return <Explained key={`${member}/${project}/${epoch}/${search.waiting}`} member={member as MemberId} project={project} epoch={epoch} waiting={search.waiting !== undefined} />;
}

function Explained({ member, project, epoch, waiting }: { member: MemberId; project?: number | undefined; epoch?: number | undefined; waiting: boolean }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const histories = useHistories();
  // Taking a number apart walks all records; only a new block, new data or a lot turning final can change it.
  const minute = Math.floor(now / 60);
  const told = useMemo((): readonly Explanation[] | ExplanationFault => {
    try {
      return [...ledger.work.projects.keys()].map((id: ProjectId) => splitLots(explain(ledger, member, id, minute * 60, { histories })));
    } catch (error) {
      if (error instanceof ExplanationFault) return error;
      throw error;
    }
  }, [ledger, member, minute, histories]);
  const name = member === 0 ? t.reserve : memberWords(member)[language];
  if (told instanceof ExplanationFault)
    return (
      <Page title={t.plain}>
        <ErrorNote title={t.fault} advice={t.faultAdvice} details={told.message} />
      </Page>
    );
  const counted = told.filter(({ lots }) => lots.length > 0);
  const uncounted = told.filter((one) => one.lots.length === 0 && (project === undefined || one.project === project));
  if (counted.length === 0 || (project !== undefined && !counted.some((one) => one.project === project)))
    return (
      <Page title={t.plain}>
        <EmptyState sentence={t.nothing(name)} hint={t.nothingHint} action={<a href="#/shares" className={buttonClass("second")}>{t.shares}</a>} />
        <StillWaiting explanations={uncounted} />
      </Page>
    );
  return <WhyView explanations={counted} waiting={uncounted} name={name} start={{ ...(project === undefined ? {} : { project }), ...(epoch === undefined ? {} : { epoch, waiting }) }} whole={project === undefined} />;
}
