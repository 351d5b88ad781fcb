import { epochOf } from "#client/chain/clock.ts";
import { epochStart } from "#client/chain/epoch.ts";
import { askersNeeded, mayAskToClose } from "#client/work/mayReview.ts";
import type { Project } from "#client/work/types.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { proposeAskToClose } from "./askToClose.ts";
import { projectText } from "./text.ts";

/** What closing means, who asks for it, and for stewards the way to ask. */
export function ClosingPart({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const language = useLanguage();
  const t = useWords(projectText);
  if (project.id === 0) return null;
  const { closing, asking } = project;
  const asks = me !== null && asking.includes(me);
  const may = me !== null && mayAskToClose(ledger, project.id, me, !asks) === null;
  return (
    <Section title={t.closing}>
      <p className="prose text-ink-2">{t.closingWhat}</p>
      {closing ? (
        <p className="mt-2 font-semibold">
          {`${t.closingBy[closing.by]} · ${t.fromEpoch(closing.fromEpoch)} · ${t.closingOn(formatDate(epochStart(ledger.clock.genesis, closing.fromEpoch), language, now))}`}
        </p>
      ) : (
        <>
          {asking.length > 0 && (
            <p className="mt-2">
              {t.closingAsked(asking.length, askersNeeded(project.stewards.length))}{" "}
              {asking.map((steward) => (
                <span key={steward} className="me-3">
                  <MemberName id={steward} />
                </span>
              ))}
            </p>
          )}
          <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            {may && (
              <Button small look="second" onClick={() => proposeAskToClose(ledger, project, me, !asks, epochOf(ledger, now))}>
                {asks ? t.askNoMore : t.askClose}
              </Button>
            )}
            <a href={`#/decide/new?type=close&project=${project.id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {t.proposeClose}
            </a>
          </div>
        </>
      )}
    </Section>
  );
}
