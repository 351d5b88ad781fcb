import { answersNow, costNow, neededNow } from "#client/work/may.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { formatSpan } from "../../../shared/language/time.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { UrgentCard } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { LinkRow } from "../../../shared/parts/Row.tsx";
import { partsText } from "../../../shared/parts/text.ts";
import { claimNote, claimTitle } from "../../people/claimWords.ts";
import { memberWords, projectWords } from "../acts/names.ts";
import { isVote } from "../claim/stand.ts";
import { claimText } from "../claim/text.ts";
import { obstacleText } from "../obstacleText.ts";
import type { Open } from "./queue.ts";
import { attestText } from "./text.ts";

function useTold({ claim, is }: Open) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(attestText);
  const c = useWords(claimText);
  const name = memberWords(ledger, claim.by)[language];
  const title = claim.lane === "binding" ? c.bindingTitle(memberWords(ledger, claim.member)[language]) : claimTitle(claim, language);
  const progress = is === "answer" && claim.round ? t.round(claim.round.answers.length, claim.round.quorum) : t.has(answersNow(ledger, claim, now).length, neededNow(ledger, claim, now));
  const cost = is === "attest" && !isVote(claim) ? t.costs(formatMicro(costNow(ledger, claim, now), language)) : "";
  const what = claimNote(claim, ledger.work.projects.get(claim.project), language);
  const kind = is === "answer" ? t.kind.answer : isVote(claim) ? t.kind[claim.lane as "batch" | "binding"] : t.kind.attest;
  return { title, name, progress, cost, what, kind, project: projectWords(ledger, claim.project)[language] };
}

const linkOf = (claim: Claim): string => `#/c/${claim.id}`;
const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(" · ");

/** The nearest deadline: the page's one card. */
export function OpenCard({ open }: { open: Open }) {
  const t = useWords(attestText);
  const told = useTold(open);
  return (
    <UrgentCard
      kind={joined([told.kind, told.project])}
      deadline={<Deadline at={open.until} />}
      title={told.title}
      note={
        <>
          {joined([told.name, told.what])}
          <span className="block text-sm">{joined([told.progress, told.cost])}</span>
        </>
      }
      action={
        <a href={linkOf(open.claim)} className={buttonClass()}>
          {t.open}
        </a>
      }
    />
  );
}

/** One more that waits, with the reason where the reader cannot answer. */
export function OpenRow({ open }: { open: Open }) {
  const { now } = useLedger();
  const language = useLanguage();
  const parts = useWords(partsText);
  const why = useWords(obstacleText);
  const told = useTold(open);
  return (
    <LinkRow
      href={linkOf(open.claim)}
      title={told.title}
      note={
        <>
          {joined([told.name, told.what, told.project])}
          <span className="block">{joined([told.kind, told.progress, parts.left(formatSpan(open.until - now, language))])}</span>
          {open.obstacle && <span className="block text-ink-3">{why[open.obstacle]}</span>}
        </>
      }
    />
  );
}
