import { clonesOf, isOddAmong } from "#client/governance/clones.ts";
import { proposalState } from "#client/governance/state.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useMemo, useState } from "react";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { ErrorNote, Notice } from "../../../shared/parts/Notice.tsx";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { memberWords } from "../../../shared/books/names.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import { proposalText } from "./text.ts";

const SIZE = 10;

/** Other proposals that a reader could take for this one: which do the same, and which only say the same. */
export function Clones({ proposal }: { proposal: Proposal }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const [page, setPage] = useState(0);
  const clones = useMemo(() => clonesOf(proposal, ledger), [proposal, ledger]);
  if (clones.length === 0) return null;
  // Those that differ first: they are what a voter must see.
  const sorted = [...clones].sort((a, b) => Number(a.sameActions) - Number(b.sameActions));
  return (
    <div className="mb-8">
      {isOddAmong(proposal, clones) && <div className="mb-3"><ErrorNote title={t.odd} advice={t.clonesNote} /></div>}
      <Notice>
        <p className="font-semibold">{t.clonesTitle(clones.length)}</p>
        <p>{t.clonesNote}</p>
        <ul aria-label={t.clonesTitle(clones.length)} className="mt-2">
          {pageOf(sorted, page, SIZE).map(({ proposal: other, sameActions }) => (
            <li key={String(other.id)} className="py-1.5">
              <a href={proposalLink(other)} className="opens reach">{titleOf(ledger, other)[language]}</a>
              <span className="block text-sm text-ink-2">
                {[memberWords(other.proposer)[language], formatDate(other.createdAt, language, now), shared.state[proposalState(other, ledger, now)]].join(language === "zh" ? "，" : ", ")}
                {" · "}
                <span className={sameActions ? "" : "font-semibold text-fail"}>{sameActions ? t.cloneSame : t.cloneDiffers}</span>
              </span>
            </li>
          ))}
        </ul>
        <Pager page={page} size={SIZE} total={sorted.length} label={t.clonesTitle(clones.length)} onTurn={setPage} />
      </Notice>
    </div>
  );
}
